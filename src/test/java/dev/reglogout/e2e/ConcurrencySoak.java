package dev.reglogout.e2e;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The long form of {@link ParallelIT}: rounds for as long as told, ours and our peers'. */
final class ConcurrencySoak {
  private static final int PROCESSES = 50;
  private static final int PAUSE_MILLIS = 20;

  private final Path directory;
  private final Map<String, String> environment;
  private final double seconds;
  private final SoakTable table =
      new SoakTable(
          "program",
          "beside it",
          "rounds of " + PROCESSES,
          "exit 0, but lost among themselves",
          "exit 0, but written back afterwards",
          "exit 1",
          "neighbour's writes overwritten",
          "looks",
          "torn",
          "left beside");

  private ConcurrencySoak(Path directory, double seconds) {
    this.directory = directory;
    this.seconds = seconds;
    environment = Map.of("HOME", directory.toString(), "PATH", System.getenv("PATH"));
  }

  /** Argument: the minutes it may take. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("soak");
    try {
      new ConcurrencySoak(directory, 60 * Double.parseDouble(arguments[0])).run();
    } finally {
      OrdinaryUser.exit("rm", "-rf", directory.toString());
    }
  }

  private void run() throws IOException, InterruptedException {
    Contender ours = Contender.ours();
    series(0.32, ours, ParallelRound.ALONE, false);
    series(0.28, ours, PAUSE_MILLIS, false);
    if (RealHelpers.installed("strace")) {
      series(0.10, ours, PAUSE_MILLIS, true);
    } else {
      System.err.println("NOT MEASURED: what could be seen, for want of strace");
    }
    series(0.08, ours, ParallelRound.WITHOUT_PAUSE, false);
    for (Contender peer : new Contender[] {Contender.docker(), Contender.podman()}) {
      if (RealHelpers.installed(peer.name())) {
        series(0.06, peer, ParallelRound.ALONE, false);
        series(0.05, peer, PAUSE_MILLIS, false);
      } else {
        System.err.println("NOT MEASURED: " + peer.name() + ", which is not installed");
      }
    }
    table.print();
  }

  /** Runs rounds for a share of the time, one at least, and adds a row. */
  private void series(double share, Contender contender, long pauseMillis, boolean watched)
      throws IOException, InterruptedException {
    Path file = directory.resolve("config").resolve("config.json");
    ParallelRound round =
        new ParallelRound(SharedFile.of(file, PROCESSES), contender, watched, environment);
    ParallelRound.Tally tally = new ParallelRound.Tally();
    long end = System.nanoTime() + (long) (share * seconds * TimeUnit.SECONDS.toNanos(1));
    do {
      round.run(pauseMillis, tally);
      OrdinaryUser.exit("rm", "-rf", file.getParent().toString());
    } while (System.nanoTime() < end);
    String beside =
        pauseMillis == ParallelRound.ALONE
            ? "a reader"
            : pauseMillis == ParallelRound.WITHOUT_PAUSE
                ? "a neighbour that never rests"
                : "a neighbour that pauses %d ms%s"
                    .formatted(pauseMillis, watched ? ", all watched by strace" : "");
    table.row(
        contender.name(),
        beside,
        tally.rounds,
        tally.lostByItsKind,
        pauseMillis == ParallelRound.ALONE
            ? "–"
            : "%d of %d, %d after its end".formatted(tally.cameBack, tally.runs, tally.afterExit),
        causes(tally.saidToRemain),
        pauseMillis == ParallelRound.ALONE
            ? "–"
            : tally.overwritten + " of " + tally.neighbourWrites,
        tally.looks,
        tally.torn.size(),
        tally.leftovers.size());
    if (contender.name().equals(Contender.ours().name())) {
      table.wrong(beside, tally.wrong());
    }
  }

  private static String causes(Map<String, Integer> exits) {
    return exits.isEmpty()
        ? "0"
        : exits.entrySet().stream()
            .map(cause -> cause.getValue() + " (" + cause.getKey() + ")")
            .collect(Collectors.joining(", "));
  }
}
