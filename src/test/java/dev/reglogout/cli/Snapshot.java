package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that lies under a directory: kind, mode, owner and content by path, links not followed. */
final class Snapshot {
  private static final String CONTENT = " says ";

  private final Map<String, String> files = new TreeMap<>();

  /** Looks at a directory. */
  static Snapshot of(Path directory) {
    Snapshot snapshot = new Snapshot();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        snapshot.files.put(directory.relativize(path).toString(), describe(path));
      }
      return snapshot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the contents of all files that had a certain content in an earlier look. */
  List<String> contentsWhere(Snapshot earlier, String content) {
    return files.entrySet().stream()
        .filter(file -> earlier.files.getOrDefault(file.getKey(), "").endsWith(CONTENT + content))
        .map(file -> file.getValue().substring(file.getValue().indexOf(CONTENT) + CONTENT.length()))
        .toList();
  }

  /** Returns the same files, those with a certain content having another. */
  Snapshot with(String content, String other) {
    Snapshot changed = new Snapshot();
    files.forEach(
        (path, file) ->
            changed.files.put(
                path,
                file.endsWith(CONTENT + content)
                    ? file.substring(0, file.length() - content.length()) + other
                    : file));
    return changed;
  }

  /** Returns a line for each file, in the order of their paths. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    files.forEach((path, file) -> lines.append(path).append(": ").append(file).append('\n'));
    return lines.toString();
  }

  private static String describe(Path path) throws IOException {
    Map<String, Object> traits =
        Files.readAttributes(path, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
    String text = "%o of %s:%s".formatted(traits.get("mode"), traits.get("uid"), traits.get("gid"));
    if (Files.isSymbolicLink(path)) {
      return text + " -> " + Files.readSymbolicLink(path);
    }
    return Files.isRegularFile(path)
        ? text + CONTENT + new String(Files.readAllBytes(path), UTF_8)
        : text;
  }
}
