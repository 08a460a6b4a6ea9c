package dev.reglogout.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether anybody could exchange a program. */
final class WritableByOthers {
  private static final int OTHERS_WRITE = 0002;
  private static final int STICKY = 01000;

  private WritableByOthers() {}

  /**
   * Returns what everyone may write to of a program: its directory, the file, or a directory
   * further up in which files are not kept apart; null if nothing.
   */
  static Path of(Path program) {
    try {
      Path real = program.toRealPath();
      for (Path file : new Path[] {program.getParent(), real, real.getParent()}) {
        if ((mode(file) & OTHERS_WRITE) != 0) {
          return file;
        }
      }
      for (Path above = real.getParent(); above != null; above = above.getParent()) {
        if ((mode(above) & (OTHERS_WRITE | STICKY)) == OTHERS_WRITE) {
          return above;
        }
      }
      return null;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return null; // no modes here, or nobody may look
    }
  }

  private static int mode(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:mode");
  }
}
