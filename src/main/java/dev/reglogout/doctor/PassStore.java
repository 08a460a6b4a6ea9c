package dev.reglogout.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The password store of a user, as the program pass finds it. */
final class PassStore {
  /** The folder below it that docker's helper uses. */
  private static final String FOLDER = "docker-credential-helpers";

  private final Environment environment;
  private final Path directory;

  /** Finds the store by {@code PASSWORD_STORE_DIR}, else in the home directory. */
  PassStore(Environment environment) {
    this.environment = environment;
    this.directory =
        environment
            .get("PASSWORD_STORE_DIR")
            .map(Path::of)
            .or(() -> environment.home().map(home -> home.resolve(".password-store")))
            .orElse(null);
  }

  /** Returns the directory it is in, whether there is one or not; null without a home. */
  Path directory() {
    return directory;
  }

  /**
   * Returns the keys that entries are encrypted for, as they are named; none if {@code pass init}
   * was never run.
   */
  List<String> keyIds() throws IOException {
    String named = environment.get("PASSWORD_STORE_KEY").orElse("");
    if (!named.isBlank()) {
      return List.of(named.strip().split("\\s+"));
    }
    if (directory == null) {
      return List.of();
    }
    for (Path folder : List.of(directory.resolve(FOLDER), directory)) {
      try {
        List<String> ids = new ArrayList<>();
        byte[] file = Files.readAllBytes(folder.resolve(".gpg-id")); // perhaps not UTF-8
        for (String line : new String(file, UTF_8).lines().toList()) {
          String id = line.replaceFirst("#.*", "").strip();
          if (!id.isEmpty()) {
            ids.add(id);
          }
        }
        return ids;
      } catch (NoSuchFileException e) {
        // the folder above decides
      }
    }
    return List.of();
  }

  /** Returns whether changes go into a git repository, which forgets nothing. */
  boolean isKeptInGit() {
    return directory != null
        && (exists(directory.resolve(".git")) || exists(directory.resolve(FOLDER).resolve(".git")));
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
