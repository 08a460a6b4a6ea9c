package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory with no room left. */
final class FullDisk {
  private FullDisk() {}

  /**
   * Mounts an empty one on a directory, which takes root's rights.
   *
   * <p>Where it cannot be done the test fails, unless REGLOGOUT_ALLOW_SKIP=1 allows it to be left
   * out.
   */
  static void mount(Path directory) {
    try {
      ProgramProcess.execute(
          List.of(
              "mount", "-t", "tmpfs", "-o", "size=64k,mode=0700", "none", directory.toString()));
    } catch (IOException e) {
      String why = "NOT TESTED: a full disk, because no file system can be mounted: " + e;
      System.err.println(why);
      if ("1".equals(System.getenv("REGLOGOUT_ALLOW_SKIP"))) {
        abort(why);
      }
      fail(why + "; run the tests as root, or set REGLOGOUT_ALLOW_SKIP=1");
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
