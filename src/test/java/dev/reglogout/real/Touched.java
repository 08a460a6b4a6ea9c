package dev.reglogout.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What tells whether anybody has made, replaced, written or removed a file.
 *
 * @param files when each file and folder was last changed, and its number, by its path
 */
public record Touched(Map<String, String> files) {

  /** Looks at a directory and all below it. */
  public static Touched in(Path directory) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        files.put(
            path.toString(),
            Files.getLastModifiedTime(path) + " " + Files.getAttribute(path, "unix:ino"));
      }
      return new Touched(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
