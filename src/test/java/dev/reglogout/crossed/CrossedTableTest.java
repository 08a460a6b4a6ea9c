package dev.reglogout.crossed;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.crossed.Cell.Erases;
import dev.reglogout.crossed.Cell.Lists;
import dev.reglogout.crossed.Cell.Named;
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
 * <p>Two files name what is not so. {@code known-lies.txt} holds faults, a cell a line, and may
 * only shrink. {@code false-alarms.txt} holds classes of cells where exit 1 is right although
 * nothing is left, each with its reason. What a run found is written to {@code target/crossed}.
 */
class CrossedTableTest {
  private static final Path RESOURCES = Path.of("src/test/resources/crossed");
  private static final Path FINDINGS = Path.of("target/crossed");
  private static final int AT_LEAST = 1_000;

  @TempDir static Path directory;
  private static final Set<String> FAULTS = new TreeSet<>();
  private static int cells;

  @BeforeAll
  static void runEveryCell() throws IOException, InterruptedException, ExecutionException {
    List<AlarmClass> argued = AlarmClass.read(RESOURCES.resolve("false-alarms.txt"));
    Set<String> alarms = new TreeSet<>();
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
          if (fault == Fault.FALSE_ALARM && isArgued(argued, all.get(i))) {
            alarms.add(all.get(i).toString());
          } else {
            FAULTS.add(Cell.word(fault) + ": " + all.get(i));
          }
        }
      }
      cells = all.size();
      writeFindings(alarms);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void theTableIsLarge() {
    assertTrue(cells >= AT_LEAST, cells + " cells");
  }

  @Test
  void everyHelperEveryAnswerAndEveryNameIsInTheTable() {
    List<Cell> all = Cells.all();

    assertEquals(11, all.stream().map(Cell::helper).distinct().count());
    assertEquals(Lists.values().length, all.stream().map(Cell::lists).distinct().count());
    assertEquals(Erases.values().length, all.stream().map(Cell::erases).distinct().count());
    assertEquals(Named.values().length, all.stream().map(Cell::named).distinct().count());
    assertEquals(all.size(), all.stream().map(Cell::toString).distinct().count());
  }

  @Test
  void noCellLiesThatIsNotKnownTo() throws IOException {
    Set<String> fresh = new TreeSet<>(FAULTS);
    fresh.removeAll(knownLies());

    assertEquals("", lines(fresh), "wrong, and not known to be");
  }

  @Test
  void noKnownLieIsTrueByNow() throws IOException {
    Set<String> cured = new TreeSet<>(knownLies());
    cured.removeAll(FAULTS);

    assertEquals("", lines(cured), "take these out of known-lies.txt");
  }

  /** Writes what was found, to compare, and to take lines from. */
  private static void writeFindings(Set<String> alarms) throws IOException {
    Files.createDirectories(FINDINGS);
    Files.write(FINDINGS.resolve("lies.txt"), FAULTS);
    Files.write(FINDINGS.resolve("false-alarms.txt"), alarms);
  }

  private static Set<String> knownLies() throws IOException {
    Set<String> known = new TreeSet<>(Files.readAllLines(RESOURCES.resolve("known-lies.txt")));
    known.removeIf(line -> line.isBlank() || line.startsWith("#"));
    return known;
  }

  private static boolean isArgued(List<AlarmClass> classes, Cell cell) {
    return classes.stream().anyMatch(argued -> argued.matches(cell));
  }

  private static String lines(Set<String> lines) {
    return lines.stream().collect(joining("\n"));
  }
}
