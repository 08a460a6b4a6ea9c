package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A machine and images on it; run only where the program under test is an image. */
@Tag("image")
abstract class ImageTest extends EndToEnd {

  /** Runs that have a line on stdout, a line on stderr, and exit 1. */
  static final String CONFIG =
      "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"nowhere\"}";

  /** A folder to be in; a run must leave nothing in it. */
  Path here;

  @BeforeEach
  final void setUpFolder() throws IOException {
    here = Files.createDirectory(directory.resolve("here"));
  }

  /** Runs an image in a folder where nothing may be left, with one inline secret to remove. */
  Program.Result logsOut(Image image, String... wrapper) {
    machine.config(CONFIG);
    Program.Result result =
        inside(here, image.program().behind(wrapper)).run(variables(), "ghcr.io");
    assertEquals(List.of(), names(here), "left in the current folder");
    return result;
  }

  /** Fails if a run was not the same as that of an image which nothing was done to. */
  void assertAsEver(Program.Result result) {
    assertEquals("", difference(result));
  }

  /** Returns what is not as in a run of an image that nothing was done to. */
  private String difference(Program.Result result) {
    Program.Result good = logsOut(Image.underTest());
    assertEquals(1, good.exit());
    String expected = good.exit() + "\n" + good.out() + good.err();
    String actual = result.exit() + "\n" + result.out() + result.err();
    return actual.equals(expected)
            && result.out().equals(good.out())
            && good.out().contains("  removed ghcr.io from ")
        ? ""
        : actual;
  }

  /** Returns a program that is called from within a folder. */
  static Program inside(Path folder, Program program) {
    return program.behind("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.toString());
  }

  /** Returns the names of what is in a folder. */
  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command of the machine the tests run on, and fails if it does. */
  static void succeeds(String... command) {
    try {
      Path said = Files.createTempFile("said", null);
      int exit =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(said.toFile()))
              .start()
              .waitFor();
      String text = Files.readString(said);
      Files.delete(said);
      assertEquals(0, exit, () -> Arrays.toString(command) + ": " + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
