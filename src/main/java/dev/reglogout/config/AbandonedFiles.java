package dev.reglogout.config;

import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what programs that were killed have left beside a config file: the new file they were
 * writing, with all its logins.
 *
 * <p>For {@code config.json} docker names it {@code config.json123456}, podman {@code
 * .tmp-config.json123456}, and a logout of ours {@code .config.json.reglogout-12-3456.tmp}.
 * docker's number is random and below 2<sup>32</sup>, so one of few digits is the name of
 * somebody's copy.
 */
public final class AbandonedFiles {
  private AbandonedFiles() {}

  /** Returns those that hold a secret, or of which nobody can tell. */
  public static List<Path> besides(Path file) {
    Set<Path> found = new LinkedHashSet<>();
    find(file, found);
    try {
      find(file.toRealPath(), found); // docker writes beside the link, and others beside its target
    } catch (IOException e) {
      // it is not there, so nothing more can be beside it
    }
    return List.copyOf(found);
  }

  private static void find(Path file, Set<Path> found) {
    Path directory = file.toAbsolutePath().getParent();
    String name = Pattern.quote(String.valueOf(file.getFileName()));
    Pattern names = Pattern.compile("%1$s[0-9]{6,10}|\\.tmp-%1$s[0-9]+".formatted(name));
    List<Path> besides = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(path -> isOne(path, names, file)).sorted().forEach(besides::add);
      for (Path path : besides) {
        found.add(directory.toRealPath().resolve(path.getFileName())); // a link stays one
      }
    } catch (IOException e) {
      // a directory that cannot be read is told of otherwise
    }
  }

  private static boolean isOne(Path path, Pattern names, Path file) {
    String name = path.getFileName().toString();
    return (names.matcher(name).matches() || TemporaryFiles.isOne(name, file))
        && mayHoldSecret(path);
  }

  private static boolean mayHoldSecret(Path path) {
    try {
      Optional<byte[]> json = ConfigFile.read(path, FileStep.Listener.NONE);
      return json.isPresent()
          && json.get().length > 0
          && ConfigDocument.parse(path, json.get()).entries().stream().anyMatch(Entry::secret);
    } catch (StoreException e) {
      return true; // cut short in the middle of its writing
    }
  }
}
