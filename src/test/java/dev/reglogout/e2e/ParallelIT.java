package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many runs at once; the long form of it is in {@code make soak}. */
class ParallelIT extends EndToEnd {

  @Test
  void thirtyLogoutsOfThirtyRegistriesFromOneFileLoseNothing() throws IOException {
    List<String> hosts = IntStream.range(0, 30).mapToObj(i -> "r" + i + ".example.com").toList();
    String kept = "\"kept.example.com\": {\"auth\": \"azpr\"}";
    machine.config(
        hosts.stream()
            .map(host -> "    \"%s\": {\"auth\": \"dTpw\"},\n".formatted(host))
            .collect(Collectors.joining("", "{\n  \"auths\": {\n", "    " + kept + "\n  }\n}\n")));

    List<Program.Running> runs =
        hosts.stream().map(host -> program.start(variables(), host)).toList();
    List<Program.Result> results = runs.stream().map(Program.Running::result).toList();

    for (int i = 0; i < hosts.size(); i++) {
      assertEquals(0, results.get(i).exit(), results.get(i).err());
      assertEquals(
          "Removing login credentials for %1$s\n  removed %1$s from %2$s\n"
              .formatted(hosts.get(i), machine.config()),
          results.get(i).out());
    }
    assertEquals("{\n  \"auths\": {\n    " + kept + "\n  }\n}\n", machine.configText());
    try (Stream<Path> files = Files.list(machine.configDirectory())) {
      assertEquals(List.of(machine.config()), files.toList());
    }
  }

  @Test
  @Tag("image")
  void fiftyRunsAtOnceLeaveNoEntryAndNeverATornFile() throws Exception {
    ParallelRound.Tally tally = round(50, ParallelRound.ALONE, false);

    assertEquals(List.of(), tally.wrong());
    assertEquals(Map.of(), tally.saidToRemain);
    assertTrue(tally.looks > 50, tally.looks + " looks");
    assertEquals(SharedFile.of(machine.config(), 0).text(List.of()), machine.configText());
  }

  @ParameterizedTest
  @EnumSource(LockState.class)
  @Tag("image")
  void inWhateverStateTheLockIsSixtyRunsAtOnceLoseNothing(LockState state) throws Exception {
    ParallelRound.Tally tally = new ParallelRound.Tally();

    state.round(machine.config(), 60, variables(), tally);

    assertEquals(List.of(), tally.wrong());
    assertEquals(Map.of(), tally.saidToRemain);
    assertEquals(
        List.of(SharedFile.KEPT),
        List.copyOf(SharedFile.hostsOf(SharedFile.of(machine.config(), 0).read())));
  }

  @Test
  @Tag("image")
  void besideANeighbourThatDoesNotLockNothingThatCouldBeSeenIsLost() throws Exception {
    RealHelpers.require("strace");

    ParallelRound.Tally tally = round(20, 20, true);

    assertEquals(List.of(), tally.wrong());
    assertTrue(tally.neighbourWrites > 1, tally.neighbourWrites + " writes of the neighbour's");
  }

  @Test
  @Tag("image")
  void besideANeighbourThatNeverRestsTheFileIsNeverTorn() throws Exception {
    ParallelRound.Tally tally = round(20, ParallelRound.WITHOUT_PAUSE, false);

    assertEquals(List.of(), tally.wrong());
  }

  /** Under two names there are two locks; the file itself must keep the cuts apart. */
  @Test
  @Tag("image")
  void manyRunsAtOnceUnderTwoNamesOfAFileLoseNothing() throws Exception {
    SharedFile file = SharedFile.of(machine.config(), 24).fill();
    Path other = machine.home().resolve("other/config.json");
    Files.createDirectory(other.getParent());
    Files.createLink(other, machine.config());

    List<Program.Running> runs =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    program.start(
                        variables(),
                        "--config",
                        (i % 2 == 0 ? machine.config() : other).toString(),
                        file.hosts().get(i)))
            .toList();
    runs.forEach(run -> assertEquals(0, run.result().exit()));

    assertEquals(List.of(SharedFile.KEPT), List.copyOf(SharedFile.hostsOf(file.read())));
    assertEquals(List.of(), file.leftovers());
  }

  private ParallelRound.Tally round(int processes, long pauseMillis, boolean watched)
      throws IOException, InterruptedException {
    ParallelRound.Tally tally = new ParallelRound.Tally();
    SharedFile file = SharedFile.of(machine.config(), processes);
    new ParallelRound(file, Contender.ours(), watched, variables()).run(pauseMillis, tally);
    return tally;
  }
}
