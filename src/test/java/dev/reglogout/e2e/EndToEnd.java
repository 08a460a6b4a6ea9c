package dev.reglogout.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.cli.Machine;
import java.io.IOException;
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
    marked.putIfAbsent("HTTPS_PROXY", Machine.NO_NETWORK); // a test speaks to no server
    return marked;
  }

  /** Fails if a process that descends from this test's runs lives on, and ends it. */
  void assertAllProcessesHaveEnded() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DYING_MILLIS);
    List<ProcessHandle> alive = processes();
    while (!alive.isEmpty() && System.nanoTime() < deadline) {
      alive = processes();
    }
    String all = alive.stream().map(process -> process.info().toString()).collect(joining());
    alive.forEach(ProcessHandle::destroyForcibly);
    assertEquals("", all, "processes left behind");
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

  /** Returns the processes with this test's mark in their environment. */
  List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> environment(process).contains(MARK + "=" + mark))
        .toList();
  }

  private static String environment(ProcessHandle process) {
    try {
      Path environment = Path.of("/proc", String.valueOf(process.pid()), "environ");
      return new String(Files.readAllBytes(environment), ISO_8859_1);
    } catch (IOException e) {
      return ""; // one that has ended, or somebody else's
    }
  }
}
