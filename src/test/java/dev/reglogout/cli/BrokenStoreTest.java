package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One broken store never shields another, and is named with its cause. */
class BrokenStoreTest {
  private static final String INLINE = "\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refuses",
        "mute",
        "stderr-only",
        "deaf-refuses",
        "floods",
        "dies-by-signal",
        "bad-interpreter",
        "not-executable",
        "control-characters",
        "hangs",
        "ignores-term",
        "missing"
      })
  void anInlineSecretGoesWhateverBecomesOfTheHelper(String fixture) {
    machine.config("{" + INLINE + ", \"credsStore\": \"x\"}");
    if (!fixture.equals("missing")) {
      machine.helper("x", fixture);
    }

    Machine.Result result = machine.run("--timeout", "1", "ghcr.io");

    assertEquals(1, result.exit());
    assertEquals("{\"auths\": {}, \"credsStore\": \"x\"}", machine.configText());
    assertEquals(
        "Removing login credentials for ghcr.io\n  removed ghcr.io from %s\n"
            .formatted(machine.config()),
        result.out());
    assertTrue(
        result.err().startsWith("reglogout: ghcr.io may remain in docker-credential-x: "),
        result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void twoBrokenHelpersDoNotShieldAThird() {
    machine
        .config(
            "{\"credHelpers\": {\"a.io\": \"nowhere\", \"b.io\": \"refuses\"},"
                + " \"credsStore\": \"keeper\"}")
        .helper("refuses", "refuses")
        .helper("keeper", "keeper")
        .entry("c.io", "ci", "s3cret");

    Machine.Result result = machine.run("a.io", "b.io", "c.io");

    assertEquals(1, result.exit());
    assertFalse(machine.holds("c.io"));
    assertEquals(2, result.err().lines().count(), result.err());
  }

  @Test
  void aMalformedFileIsNamedWithLineAndColumnAndNothingIsWritten() {
    String json = "{\n  \"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"},}\n}";
    machine.config(json);

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(1, result.exit());
    assertTrue(
        result
            .err()
            .matches(
                "reglogout: ghcr\\.io may remain in \\Q%s\\E:2:41: there is a comma too many\\. .+\n"
                    .formatted(machine.config())),
        result.err());
    assertEquals(json, machine.configText());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"credsStore\": 1 | credsStore is not a text",
        "\"credsStore\": [\"x\"] | credsStore is not a text",
        "\"credHelpers\": [] | credHelpers is not an object",
        "\"credHelpers\": \"x\" | credHelpers is not an object",
        "\"credHelpers\": {\"ghcr.io\": 1} | credHelpers binds ghcr.io to something that is no text"
      })
  void aHelperThatCannotBeToldIsAFailureAndTheInlineSecretGoes(String member, String cause) {
    machine.config("{" + INLINE + ", " + member + "}");

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(1, result.exit());
    assertEquals("{\"auths\": {}, " + member + "}", machine.configText());
    assertEquals(
        "reglogout: ghcr.io may remain in %1$s: cannot tell which helper to ask: %2$s. correct %1$s by"
                .formatted(machine.config(), cause)
            + " hand, and run it again\n",
        result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "1", "true"})
  void authsOfAWrongTypeIsAFailureAndTheHelpersAreCleaned(String auths) {
    String json = "{\"auths\": " + auths + ", \"credsStore\": \"keeper\"}";
    machine.config(json).helper("keeper", "keeper").entry("ghcr.io", "ci", "s3cret");

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(1, result.exit());
    assertFalse(machine.holds("ghcr.io"));
    assertEquals(json, machine.configText());
    assertEquals(
        "reglogout: ghcr.io may remain in %s: its auths is not an object. correct the file by hand\n"
            .formatted(machine.config()),
        result.err());
  }

  @Test
  void membersThatAreNotOursMayBeOfAnyType() {
    machine.config("{" + INLINE + ", \"proxies\": 1, \"HttpHeaders\": [null]}");

    assertEquals(0, machine.run("ghcr.io").exit());
  }

  @Test
  void aConfigPathThatDoesNotExistIsAFailureAndTheOthersAreCleaned() {
    machine.config("{" + INLINE + "}");
    Path missing = directory.resolve("missing");

    Machine.Result result =
        machine.run(
            "--config", missing.toString(), "--config", machine.config().toString(), "ghcr.io");

    assertEquals(1, result.exit());
    assertEquals("{\"auths\": {}}", machine.configText());
    assertEquals(
        "reglogout: ghcr.io may remain in %s: it does not exist. check the path\n"
            .formatted(missing),
        result.err());
  }

  @Test
  void aConfigDirectoryWithoutAFileIsCalm() {
    Machine.Result result =
        machine.run("--config", machine.configDirectory().toString(), "ghcr.io");

    assertEquals(new Machine.Result(0, "Not logged in to ghcr.io\n", ""), result);
  }

  @Test
  void withoutAHomeTheFileCannotBeFound() {
    machine.variable("HOME", "");

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(1, result.exit());
    assertEquals(
        "reglogout: ghcr.io may remain in docker's config file: HOME is not set, so docker's file"
            + " cannot be found. name the file or its directory with --config\n",
        result.err());
  }

  @Test
  void aHelperInARelativePathEntryIsNotRunAndTheMessageSaysWhereItWasSeen() {
    machine.config("{\"credsStore\": \"keeper\"}").variable("PATH", "helpers-fixtures");

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(1, result.exit());
    assertTrue(
        result
            .err()
            .startsWith(
                "reglogout: ghcr.io may remain in docker-credential-keeper: it is only in"
                    + " 'helpers-fixtures', and relative PATH entries do not count. "),
        result.err());
  }
}
