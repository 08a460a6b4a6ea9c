package dev.reglogout.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Rounds of many runs at once in each state of the lock. */
final class LocksSoak {
  private static final int ROUNDS = 5;
  private static final int RUNS = 60;

  private LocksSoak() {}

  /** Takes as long as it takes. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    SoakTable table =
        new SoakTable(
            "the lock of " + RUNS + " runs at once",
            "rounds",
            "exit 0, but undone",
            "exit 1",
            "torn",
            "left beside");
    for (LockState state : LockState.values()) {
      Path directory = Files.createTempDirectory("soak");
      try {
        ParallelRound.Tally tally = new ParallelRound.Tally();
        Map<String, String> environment =
            Map.of("HOME", directory.toString(), "PATH", System.getenv("PATH"));
        for (int round = 0; round < ROUNDS; round++) {
          state.round(directory.resolve("config/config.json"), RUNS, environment, tally);
        }
        int remain = tally.saidToRemain.values().stream().mapToInt(Integer::intValue).sum();
        table.row(
            state,
            tally.rounds,
            tally.lostByItsKind,
            remain,
            tally.torn.size(),
            tally.leftovers.size());
        table.wrong(state.toString(), tally.wrong());
        if (remain > 0) {
          table.wrong(state.toString(), List.of(tally.saidToRemain.toString()));
        }
      } finally {
        OrdinaryUser.exit("rm", "-rf", directory.toString());
      }
    }
    table.print();
  }
}
