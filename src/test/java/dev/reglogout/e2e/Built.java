package dev.reglogout.e2e;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code make} makes of the program under test, in this tree. */
final class Built {
  private static final Path TREE = Path.of("").toAbsolutePath();

  private static final Program MAKE =
      new Program(List.of("make", "-s", Image.underTest().isNative() ? "NATIVE=1" : "NATIVE=0"));

  private Built() {}

  /** Runs {@code make} in this tree, with what the tests were started with. */
  static Program.Result make(String... arguments) {
    return made(Map.of(), MAKE, arguments);
  }

  /** Runs {@code make} and returns the file whose name it says last. */
  static Path file(Map<String, String> variables, String target) {
    Program.Result result = made(variables, MAKE, target);
    assertEquals(0, result.exit(), result.err());
    String[] lines = result.out().strip().split("\n");
    return TREE.resolve(lines[lines.length - 1]);
  }

  private static Program.Result made(
      Map<String, String> variables, Program make, String... arguments) {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.remove("MAKEFLAGS"); // of the make that runs the tests
    all.remove("MAKELEVEL");
    all.putAll(variables);
    try (FileChannel lock = FileChannel.open(TREE.resolve("target/made.lock"), CREATE, WRITE)) {
      lock.lock(); // one make at a time in this tree, whatever other tests run beside us
      return ImageTest.inside(TREE, make).run(all, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
