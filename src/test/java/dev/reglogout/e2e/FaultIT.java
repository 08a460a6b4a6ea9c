package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.config.LockHolder;
import dev.reglogout.real.RealHelpers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are killed, and files that cannot be changed as usual. */
@Tag("image")
class FaultIT extends EndToEnd {

  static List<FaultCase> faults() {
    return FaultCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void whateverIsWrongWithTheFileTheEntryGoesOrIsSaidToRemainAndNothingElseIsLost(FaultCase fault)
      throws Exception {
    FaultStage.Seen seen = new FaultStage(directory, program).run(fault, machine, variables());

    assertEquals(fault.exit(), seen.exit(), seen.said());
    assertEquals(fault.end(), seen.end(), seen.said());
    assertTrue(seen.said().contains(fault.says()), seen.said());
    assertEquals(List.of(), seen.left(), "left behind");
    if (fault.exit() == 1) {
      assertTrue(seen.said().startsWith("reglogout: ghcr.io may remain in "), seen.said());
    }
  }

  @ParameterizedTest(name = "in place: {0}")
  @CsvSource({"false", "true"})
  void whereverARunIsKilledNothingIsLostAndTheNextOneClearsWhatItLeft(boolean inPlace)
      throws Exception {
    KillRound round =
        new KillRound(
            SharedFile.of(machine.config(), 500), program, variables(), new Random(42), inPlace);
    KillRound.Tally tally = new KillRound.Tally();

    for (int i = 0; i < 8; i++) {
      round.run(KillRound.Moment.AT_WORK, tally);
      round.run(KillRound.Moment.ANY, tally);
    }

    assertEquals(List.of(), tally.wrong);
    assertTrue(tally.kills > 0, "no run was killed");
  }

  @ParameterizedTest(name = "the file is {0}''s")
  @ValueSource(strings = {"nobody", "root"})
  void aRunOfRootThatIsKilledLeavesNothingInAUsersDirectory(String owner) throws Exception {
    RealHelpers.requireThat(OrdinaryUser.weAreRoot(), "only root can change another's file");
    RealHelpers.require("strace");
    machine.config(FaultStage.CONFIG);
    Program users = OrdinaryUser.runs(program, directory);
    assertEquals(0, OrdinaryUser.exit("chown", owner, machine.config().toString()));
    String[] killed = {
      "strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EIO:signal=KILL"
    };
    int exit = program.behind(killed).run(variables(), "ghcr.io").exit();
    assertEquals(128 + 9, exit);
    assertEquals(List.of(), SharedFile.of(machine.config(), 0).leftovers());
    assertTrue(!machine.configText().contains(FaultStage.SECRET), machine.configText());

    Program.Result result = users.run(variables(), "q.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals(List.of(), SharedFile.of(machine.config(), 0).leftovers());
  }

  /** The wait itself: it takes its 10 seconds. */
  @Test
  void aLockThatAnotherRunDoesNotGiveBackIsNamedAfterTenSeconds() throws Exception {
    machine.config(FaultStage.CONFIG);
    Path lock = machine.configDirectory().resolve(".config.json.reglogout.lock");
    Process other = LockHolder.start(lock);
    try {
      Program.Result result = run("ghcr.io");

      assertEquals(1, result.exit());
      assertEquals(
          "reglogout: ghcr.io may remain in %s: another run of reglogout has been changing it for"
                  .formatted(machine.config())
              + " more than 10 seconds. wait for that run; if there is none, delete "
              + lock
              + "\n",
          result.err());
      assertEquals(FaultStage.CONFIG, machine.configText());
      assertTrue(result.millis() > 9_000 && result.millis() < 20_000, result.millis() + " ms");
    } finally {
      other.destroyForcibly().waitFor();
      Files.delete(lock);
    }
  }
}
