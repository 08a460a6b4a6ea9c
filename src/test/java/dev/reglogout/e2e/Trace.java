package dev.reglogout.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * When a run looked at a file, and when it put another in its place, as strace saw it.
 *
 * @param looks when it was opened, or what is open was seen to be still at its path, in
 *     microseconds, in order
 * @param renames when it was replaced
 */
record Trace(List<Long> looks, List<Long> renames) {

  static Trace read(Path log, Path file) throws IOException {
    List<Long> looks = new ArrayList<>();
    List<Long> renames = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      if (line.contains(" openat(AT_FDCWD, \"" + file + "\"")
          || line.contains(" readlink(") && line.contains(", \"" + file + "\"")) {
        looks.add(time(line));
      } else if (line.contains(" rename(") && line.contains(", \"" + file + "\"")) {
        renames.add(time(line));
      }
    }
    if (looks.isEmpty()) {
      throw new IllegalStateException("strace saw nothing of " + file + " in " + log);
    }
    return new Trace(looks, renames);
  }

  /** Returns when the run looked at the file for the last time. */
  long lastLook() {
    return looks.get(looks.size() - 1);
  }

  /**
   * Returns whether the run may have replaced the file without knowing of a write: that fell
   * between the comparison and the rename, of which only the beginning is known, and not the end.
   */
  boolean couldNotSee(Rewriter.Write write) {
    for (long rename : renames) {
      long compared = looks.stream().filter(look -> look <= rename).reduce(0L, Math::max);
      long next = looks.stream().filter(look -> look > rename).reduce(Long.MAX_VALUE, Math::min);
      if (write.end() >= compared && write.begin() <= next) {
        return true;
      }
    }
    return false;
  }

  private static long time(String line) {
    String[] words = line.trim().split(" +", 3);
    int dot = words[1].indexOf('.');
    return Long.parseLong(words[1].substring(0, dot) + words[1].substring(dot + 1));
  }
}
