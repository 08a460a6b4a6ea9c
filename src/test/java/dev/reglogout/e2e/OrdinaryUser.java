package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user to whom file permissions apply: whoever runs the tests, or for root somebody else. */
final class OrdinaryUser {
  private static final int NOBODY = 65534;

  private OrdinaryUser() {}

  static boolean weAreRoot() {
    return uid(Path.of("/proc/self")) == 0;
  }

  /** Gives the user a directory with all in it, and returns the program as that user starts it. */
  static Program runs(Program program, Path directory) throws IOException, InterruptedException {
    if (!weAreRoot()) {
      return program;
    }
    RealHelpers.require("setpriv");
    succeeds("chown", "-R", "-h", NOBODY + ":" + NOBODY, directory.toString());
    String[] drop = {"setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"};
    for (String word : program.words()) {
      if (word.startsWith("/")) {
        boolean readable = exit(drop[0], drop[1], drop[2], drop[3], "test", "-r", word) == 0;
        RealHelpers.requireThat(readable, "an ordinary user cannot read " + word);
      }
    }
    return program.behind(drop);
  }

  static int uid(Path file) {
    try {
      return (Integer) Files.getAttribute(file, "unix:uid");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static int exit(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void succeeds(String... command) throws IOException, InterruptedException {
    assertEquals(0, exit(command), String.join(" ", command));
  }
}
