package dev.reglogout.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The new files we write beside a config file before they take its place: {@code
 * .config.json.reglogout-12-3456.tmp}.
 */
final class TemporaryFiles {
  private static final String END = ".tmp";

  private TemporaryFiles() {}

  /** Returns a path that no other run uses. */
  static Path besides(Path target) {
    return target.resolveSibling(
        prefix(target)
            + ProcessHandle.current().pid()
            + "-"
            + (System.nanoTime() & Long.MAX_VALUE)
            + END);
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".reglogout-";
  }

  /** Returns whether a name is exactly one that we give, and no other file's. */
  static boolean isOne(String name, Path target) {
    String prefix = prefix(target);
    if (!name.startsWith(prefix) || !name.endsWith(END)) {
      return false;
    }
    int pidEnd = digitsEnd(name, prefix.length());
    if (pidEnd == prefix.length() || name.charAt(pidEnd) != '-') {
      return false;
    }
    int end = digitsEnd(name, pidEnd + 1);
    return end > pidEnd + 1 && end == name.length() - END.length();
  }

  private static int digitsEnd(String name, int start) {
    int i = start;
    while (name.charAt(i) >= '0' && name.charAt(i) <= '9') {
      i++; // the name's end is no digit
    }
    return i;
  }

  /** Deletes what runs that were killed have left; no other run may be at work on the target. */
  static void clear(Path target, FileStep.Listener listener) {
    for (Path file : all(target)) {
      delete(file, listener);
    }
  }

  /** Returns those beside a target; none if the directory cannot be read. */
  static List<Path> all(Path target) {
    String[] names = target.getParent().toFile().list(); // quicker than a stream of paths
    if (names == null) {
      return List.of();
    }
    List<Path> all = new ArrayList<>();
    for (String name : names) {
      if (isOne(name, target)) {
        Path file = target.resolveSibling(name);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          all.add(file);
        }
      }
    }
    return all;
  }

  /** Deletes a file; one that cannot be deleted is left to the next run. */
  static void delete(Path file, FileStep.Listener listener) {
    try {
      listener.before(FileStep.DELETE, file);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it holds nothing that was to be removed, and the next run tries again
    }
  }
}
