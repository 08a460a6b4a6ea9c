package dev.reglogout.e2e;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** The long form of {@link FaultIT}: kills for as long as told, and every fault once. */
final class FaultsSoak {
  private static final int ENTRIES = 500;

  private final Program program = Program.underTest();
  private final Random random = new Random();

  private FaultsSoak() {}

  /** Argument: the minutes it may take. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    FaultsSoak soak = new FaultsSoak();
    double seconds = 60 * Double.parseDouble(arguments[0]) - 10; // for the faults
    SoakTable kills =
        new SoakTable(
            "a file of " + ENTRIES + " entries is",
            "killed",
            "kills",
            "not yet cut",
            "cut",
            "lock left",
            "new file left",
            "torn, lost, or not cleared by the next run");
    soak.kills(kills, 0.35 * seconds, KillRound.Moment.AT_WORK, false);
    soak.kills(kills, 0.30 * seconds, KillRound.Moment.ANY, false);
    soak.kills(kills, 0.35 * seconds, KillRound.Moment.AT_WORK, true);
    kills.print();
    System.out.println();
    soak.faults().print();
  }

  private void kills(SoakTable table, double seconds, KillRound.Moment moment, boolean inPlace)
      throws IOException, InterruptedException {
    KillRound.Tally tally = new KillRound.Tally();
    long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    do {
      Path directory = Files.createTempDirectory("soak");
      try {
        SharedFile file = SharedFile.of(directory.resolve("config/config.json"), ENTRIES);
        KillRound round = new KillRound(file, program, variables(directory), random, inPlace);
        while (round.hasNext() && System.nanoTime() < end) {
          round.run(moment, tally);
        }
      } finally {
        OrdinaryUser.exit("rm", "-rf", directory.toString());
      }
    } while (System.nanoTime() < end);
    table.row(
        inPlace ? "cut in place" : "replaced",
        moment == KillRound.Moment.ANY ? "at any time" : "while it holds its lock",
        tally.kills,
        tally.kills - tally.cut,
        tally.cut,
        tally.locks,
        tally.temporary,
        tally.wrong.size());
    table.wrong("killed", tally.wrong);
  }

  private SoakTable faults() throws IOException, InterruptedException {
    SoakTable table = new SoakTable("fault", "the file", "exit", "the cause given, and what to do");
    for (FaultCase fault : FaultCase.all()) {
      Path directory = Files.createTempDirectory("soak");
      try {
        Machine machine = new Machine(directory);
        FaultStage.Seen seen =
            new FaultStage(directory, program).run(fault, machine, machine.variables());
        table.row(fault, seen.end().words, seen.exit(), cause(seen));
        if (seen.exit() != fault.exit()
            || seen.end() != fault.end()
            || !seen.said().contains(fault.says())
            || !seen.left().isEmpty()) {
          table.wrong(fault.name(), List.of(seen.toString()));
        }
      } catch (TestAbortedException e) {
        table.row(fault, "not tried", "", e.getMessage());
      } finally {
        OrdinaryUser.exit("rm", "-rf", directory.toString());
      }
    }
    return table;
  }

  /** Returns what is said after the file's name. */
  private static String cause(FaultStage.Seen seen) {
    String said = seen.said().strip();
    return seen.exit() == 0 ? "" : said.substring(said.indexOf(".json: ") + ".json: ".length());
  }

  private static Map<String, String> variables(Path directory) {
    Map<String, String> variables = new HashMap<>(new Machine(directory).variables());
    variables.put("HOME", directory.toString());
    return variables;
  }
}
