package dev.reglogout.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A machine and the program on it; no test may leave a file or a process of the program behind. */
abstract class EndToEnd {
  private static final String MARK = "REGLOGOUT_TEST_MARK";
  private static final int WAIT_SECONDS = 20;

  /** A process that was killed may need this long to be gone. */
  private static final int DYING_MILLIS = 500;

  // every process that a run starts inherits it, so they can be told from all others
  private final String mark = UUID.randomUUID().toString();
  final Program program = Program.underTest();

  @TempDir Path directory;
  Machine machine;

  @BeforeEach
  final void setUpMachine() {
    machine = new Machine(directory);
  }

  @AfterEach
  final void nothingIsLeftBehind() throws IOException {
    assertAllProcessesHaveEnded();
    try (Stream<Path> files = Files.walk(machine.home())) {
      assertEquals(
          List.of(),
          files.filter(f -> f.getFileName().toString().contains("reglogout")).toList(),
          "files left behind");
    }
  }

  /** Runs the program on the machine. */
  Program.Result run(String... arguments) {
    return program.run(variables(), arguments);
  }

  /** Returns the machine's environment, with the mark of this test in it. */
  Map<String, String> variables() {
    return marked(machine.variables());
  }

  /** Returns an environment with the mark of this test in it. */
  Map<String, String> marked(Map<String, String> environment) {
    Map<String, String> marked = new HashMap<>(environment);
    marked.put(MARK, mark);
    return marked;
  }

  /** Fails if a process that descends from this test's runs lives on. */
  void assertAllProcessesHaveEnded() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DYING_MILLIS);
    List<String> alive = processes();
    while (!alive.isEmpty() && System.nanoTime() < deadline) {
      alive = processes();
    }
    assertEquals(List.of(), alive, "processes left behind");
  }

  /** Returns what changes when a file is written or replaced. */
  static List<Object> identity(Path file) throws IOException {
    return List.of(
        Files.getAttribute(file, "unix:ino"),
        Files.getLastModifiedTime(file),
        Files.getAttribute(file, "unix:ctime"));
  }

  /** Waits until something is so. */
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + WAIT_SECONDS + " s: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Returns the command lines of the processes with this test's mark in their environment. */
  private List<String> processes() {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(process -> read(process.resolve("environ")).contains(MARK + "=" + mark))
          .map(process -> read(process.resolve("cmdline")).replace('\0', ' '))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException e) {
      return ""; // no process, one that has ended, or somebody else's
    }
  }
}
