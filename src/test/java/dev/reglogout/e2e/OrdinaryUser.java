package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A user to whom file permissions apply: whoever runs the tests, or for root somebody else. */
final class OrdinaryUser {
  private static final int NOBODY = 65534;
  private static Path copies;

  private OrdinaryUser() {}

  /** Returns whether permissions do not apply to us. */
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
    List<String> words = new ArrayList<>();
    for (String word : program.words()) {
      boolean readable =
          !word.startsWith("/")
              || exit(drop[0], drop[1], drop[2], drop[3], "test", "-r", word) == 0;
      words.add(readable ? word : readableCopy(Path.of(word)));
    }
    return new Program(words).behind(drop);
  }

  /** Copies a jar, or the image a program is part of, to where everybody can read it. */
  private static synchronized String readableCopy(Path program)
      throws IOException, InterruptedException {
    if (copies == null) {
      copies = Files.createTempDirectory("reglogout-for-all-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> new ProcessDeletion(copies).run()));
    }
    boolean jar = program.toString().endsWith(".jar");
    Path whole = jar ? program : program.getParent().getParent();
    Path copy = copies.resolve(whole.getFileName());
    if (!Files.exists(copy)) {
      succeeds("cp", "-a", whole.toString(), copy.toString());
      succeeds("chmod", "-R", "a+rX", copies.toString());
    }
    return (jar ? copy : copy.resolve("bin").resolve(program.getFileName())).toString();
  }

  private record ProcessDeletion(Path directory) {
    void run() {
      try {
        exit("rm", "-rf", directory.toString());
      } catch (IOException | InterruptedException e) {
        System.err.println("left behind: " + directory);
      }
    }
  }

  /** Returns whose a file is. */
  static int uid(Path file) {
    try {
      return (Integer) Files.getAttribute(file, "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command in silence and returns its exit code. */
  static int exit(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void succeeds(String... command) throws IOException, InterruptedException {
    assertEquals(0, exit(command), String.join(" ", command));
  }
}
