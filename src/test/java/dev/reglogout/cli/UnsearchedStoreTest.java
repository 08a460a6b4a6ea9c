package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --all} where a store does not show what it holds: nobody is told that it is empty. */
class UnsearchedStoreTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void itIsAFailureToldOnceAndTheOtherHelpersAreCleaned() {
    machine
        .config("{\"credHelpers\": {\"b.io\": \"pass\"}, \"credsStore\": \"broken\"}")
        .keeper("pass", "b.io")
        .helper("broken", "refuses");

    Machine.Result result = machine.run("--all");

    assertEquals(1, result.exit());
    assertEquals(
        """
        Removing login credentials for b.io
          erased b.io from docker-credential-pass
        """,
        result.out());
    assertEquals(
        "reglogout: other registries may remain in docker-credential-broken: it says: boom went"
            + " wrong. ask it to `list`, and erase there what is left\n",
        result.err());
  }

  @Test
  void aStoreThatSeveralFilesNameIsToldOfOnceToo() {
    Path other = directory.resolve("other.json");
    String config = "{\"credsStore\": \"broken\"}";
    machine.config(config).write(other, config).helper("broken", "refuses");

    Machine.Result result =
        machine.run("--all", "--config", machine.config().toString(), "--config", other.toString());

    assertEquals(1, result.exit());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals(List.of("broken list unused"), machine.calls());
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing           | nowhere       | it is not installed
          lists-locked      | pass          | the keyring is locked
          lists-locked      | secretservice | the keyring is locked
          cannot-list       | x             | list is unimplemented
          cannot-list       | osxkeychain   | list is unimplemented
          lists-garbage     | x             |
          hangs             | x             | it did not answer
          """)
  void whatAStoreMayHoldUnseenIsNeverCalledNotLoggedIn(String fixture, String name, String cause) {
    machine.config("{\"credsStore\": \"" + name + "\"}");
    if (!fixture.equals("missing")) {
      machine.helper(name, fixture).entry("ghcr.io", "ci", "s3cret");
    }

    Machine.Result result = machine.run("--all", "--timeout", "1");

    assertEquals(1, result.exit());
    assertEquals("", result.out());
    String start = "reglogout: other registries may remain in docker-credential-" + name + ": ";
    assertTrue(result.err().startsWith(start), result.err());
    assertTrue(cause == null || result.err().contains(cause), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals(List.of(), machine.erased(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuses", "lists-locked"})
  void thatStoreIsToldOfWhereItDoesNotShowWhatItHolds(String fixture) {
    machine.sessionBus().helper("secretservice", fixture);

    Machine.Result result = machine.run("--all");

    assertEquals(1, result.exit());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("docker-credential-secretservice"), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuses", "lists-locked"})
  void whereItsStoreCannotBeOpenedDockerCannotUseItEither(String fixture) {
    machine.helper("secretservice", fixture);

    Machine.Result result = machine.run("--all", "--strict");

    assertEquals(0, result.exit(), result.err());
    assertEquals("Not logged in to any registry\n", result.out());
    assertEquals(List.of(), machine.calls());
  }

  @Test
  void aMalformedFileIsToldOfOnce() {
    machine.config("{\"auths\": {");

    Machine.Result result = machine.run("--all");

    assertEquals(1, result.exit());
    assertEquals("", result.out());
    assertTrue(
        result.err().startsWith("reglogout: other registries may remain in " + machine.config()),
        result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }
}
