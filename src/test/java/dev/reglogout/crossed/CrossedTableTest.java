package dev.reglogout.crossed;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Helpers of all kinds, crossed by machine: after exit 0 nothing is left.
 *
 * <p>Two files name what is not so. {@code known-lies.txt} holds faults, a cell a line, and may only
 * shrink. {@code false-alarms.txt} holds classes of cells where exit 1 is right although nothing is
 * left, each with its reason.
 */
class CrossedTableTest {
  private static final Path RESOURCES = Path.of("src/test/resources/crossed");
  private static final int AT_LEAST = 1500;

  @TempDir static Path directory;
  private static final Set<String> FAULTS = new TreeSet<>();
  private static final Set<String> ALARMS = new TreeSet<>();
  private static int cells;

  @BeforeAll
  static void runEveryCell() throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<Fault>>> runs = new ArrayList<>();
      List<Cell> all = Cells.all();
      for (Cell cell : all) {
        Path own = directory.resolve(String.valueOf(runs.size()));
        runs.add(pool.submit(() -> new CellRun(cell, own).faults()));
      }
      for (int i = 0; i < all.size(); i++) {
        for (Fault fault : runs.get(i).get()) {
          (fault == Fault.FALSE_ALARM ? ALARMS : FAULTS).add(Cell.word(fault) + ": " + all.get(i));
        }
      }
      cells = all.size();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void theTableIsLarge() {
    assertTrue(cells >= AT_LEAST, cells + " cells");
  }

  @Test
  void noCellLiesThatIsNotKnownTo() throws IOException {
    Set<String> fresh = new TreeSet<>(FAULTS);
    fresh.removeAll(knownLies());

    assertEquals("", lines(fresh), "these are wrong, and were not before");
  }

  @Test
  void noKnownLieIsTrueByNow() throws IOException {
    Set<String> cured = new TreeSet<>(knownLies());
    cured.removeAll(FAULTS);

    assertEquals("", lines(cured), "take these lines out of known-lies.txt");
  }

  @Test
  void everyFalseAlarmBelongsToAClassThatWasArguedFor() throws IOException {
    List<AlarmClass> classes = AlarmClass.read(RESOURCES.resolve("false-alarms.txt"));
    Set<String> unargued = new TreeSet<>(ALARMS);
    unargued.removeIf(alarm -> classes.stream().anyMatch(argued -> argued.matches(alarm)));

    assertEquals("", lines(unargued), "exit 1 although nothing is left");
  }

  @Test
  void noClassOfFalseAlarmsIsEmpty() throws IOException {
    List<AlarmClass> classes = AlarmClass.read(RESOURCES.resolve("false-alarms.txt"));

    assertEquals(
        List.of(),
        classes.stream().filter(argued -> ALARMS.stream().noneMatch(argued::matches)).toList());
  }

  private static Set<String> knownLies() throws IOException {
    Set<String> known = new TreeSet<>(Files.readAllLines(RESOURCES.resolve("known-lies.txt")));
    known.removeIf(line -> line.isBlank() || line.startsWith("#"));
    return known;
  }

  private static String lines(Set<String> lines) {
    return lines.stream().collect(joining("\n"));
  }
}
