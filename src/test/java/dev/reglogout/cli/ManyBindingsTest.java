package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight times the bindings take about eight times the work.
 *
 * <p>Processor time of the thread that does it, the best of several runs: what else the machine has
 * to do does not count.
 */
class ManyBindingsTest {
  private static final int FEW = 2_000;
  private static final int MANY = 8 * FEW;
  private static final int MOST_TIMES = 12;

  /** Less than this is as much chance as work. */
  private static final long LEAST_NANOS = 50_000_000;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "list", "--all -n"})
  void workGrowsNoFasterThanWhatIsStored(String command) {
    String[] arguments = command.split(" ");
    Machine few = machine("few", FEW);
    Machine many = machine("many", MANY);
    nanos(few, arguments); // until then classes are loaded

    long ofFew = Math.max(LEAST_NANOS, best(few, arguments));
    long ofMany = best(many, arguments);

    assertTrue(
        ofMany <= MOST_TIMES * ofFew,
        "%s ms, and %s ms for the few".formatted(ofMany / 1_000_000, ofFew / 1_000_000));
  }

  private Machine machine(String name, int bindings) {
    StringBuilder helpers = new StringBuilder();
    StringBuilder entries = new StringBuilder();
    StringBuilder listed = new StringBuilder();
    for (int i = 0; i < bindings; i++) {
      String comma = i == 0 ? "" : ",\n";
      helpers.append(comma).append("\"r").append(i).append(".example.com\": \"keeper\"");
      entries.append(comma).append("\"r").append(i).append(".example.com\": {}");
      listed.append(comma).append("\"r").append(i).append(".example.com\": \"ann\"");
    }
    return new Machine(directory.resolve(name))
        .config("{\"auths\": {" + entries + "},\n\"credHelpers\": {" + helpers + "}}")
        .lister("keeper", "{" + listed + "}");
  }

  private static long best(Machine machine, String... arguments) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      best = Math.min(best, nanos(machine, arguments));
    }
    return best;
  }

  private static long nanos(Machine machine, String... arguments) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Machine.Result result = machine.run(arguments);
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertEquals(0, result.exit(), () -> result.err() + result.out().lines().limit(5).toList());
    return nanos;
  }
}
