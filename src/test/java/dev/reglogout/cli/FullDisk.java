package dev.reglogout.cli;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory with no room left. */
final class FullDisk {
  private FullDisk() {}

  /**
   * Mounts an empty one on a directory, or skips the test: it takes root's rights, and a container
   * may have none of them.
   */
  static void mount(Path directory) {
    try {
      ProgramProcess.execute(
          List.of(
              "mount", "-t", "tmpfs", "-o", "size=64k,mode=0700", "none", directory.toString()));
    } catch (IOException e) {
      RealHelpers.requireThat(false, "no full disk, for none can be mounted");
    }
  }

  /** Writes a file until there is no room. */
  static void fill(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write('x');
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }
}
