package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is run as a helper, and what is not, whatever a file calls it. */
class HelperTrustTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keeper.exe",
        "KEEPER",
        "keeper.",
        "kееper",
        "keeper\\u0000",
        "./keeper",
        "keeper\\n"
      })
  void aNameThatOnlyLooksLikeAHelpersRunsNothing(String name) {
    machine.helper("keeper", "keeper").entry("ghcr.io", "ci", "s3cret");
    machine.config("{\"credsStore\": \"%s\"}".formatted(name));

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(1, result.exit(), result::toString);
    assertTrue(machine.holds("ghcr.io"));
    assertEquals(List.of(), machine.calls());
  }

  @Test
  void aHelperThatIsSwappedForADirectoryMidwayHasFailedAndTheRestIsDone() {
    Path program = machine.bin().resolve("docker-credential-swaps");
    machine
        .script("swaps", "echo '{\"ghcr.io\":\"ci\"}'; rm '%1$s'; mkdir '%1$s'".formatted(program))
        .keeper("keeper", "a.io")
        .config(
            """
            {"auths": {"ghcr.io": {"auth": "dTpw"}},
             "credHelpers": {"ghcr.io": "swaps", "a.io": "keeper"}}""");

    Machine.Result result = machine.run("ghcr.io", "a.io");

    assertEquals(1, result.exit(), result::toString);
    assertTrue(
        result
            .err()
            .contains(
                "ghcr.io may remain in docker-credential-swaps: nobody can tell whether it is gone:"
                    + " it cannot be started"),
        result.err());
    assertFalse(machine.configText().contains("dTpw"), machine.configText());
    assertEquals(List.of(), machine.keysOf("keeper"));
  }

  @Test
  void aHelperThatDoesNotAnswerIsNotCalledAgainInTheRun() {
    machine
        .helper("stuck", "hangs")
        .config(
            """
            {"credsStore": "stuck", "credHelpers": {"a.io": "stuck", "https://a.io": "stuck"}}""");

    Machine.Result result = machine.run("--timeout", "0.3", "-a", "-y");
    Machine.Result several = machine.run("--timeout", "0.3", "a.io", "b.io", "docker.io");

    assertEquals(List.of(1, 1), List.of(result.exit(), several.exit()));
    assertEquals(List.of("stuck list unused", "stuck list unused"), machine.calls());
  }
}
