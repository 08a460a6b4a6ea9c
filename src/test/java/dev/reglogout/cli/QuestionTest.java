package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who wants to be rid of everything is shown what that is, and asked. */
class QuestionTest {
  private static final String LOGINS =
      "{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"pass\"}";
  private static final String QUESTION = "Log out of all of these? [y/N] ";
  private static final Terminals STDIN = new Terminals(true, false, false);

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine =
        new Machine(directory)
            .config(LOGINS)
            .helper("pass", "keeper")
            .entry("https://b.io", "ci", "s3cret")
            .terminals(STDIN);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "\n", "n\n", "no\n", "x\n", "yy\n", "yes please\n", "\ny\n", "j\n"})
  void anythingButYesIsNo(String answer) {
    machine.typed(answer);

    Machine.Result result = machine.run("--all");

    assertEquals(1, result.exit());
    assertEquals("", result.out());
    assertEquals(
        """
        Would log out of a.io
          would remove a.io from %s
        Would log out of b.io
          would erase https://b.io from docker-credential-pass
        """
                .formatted(machine.config())
            + QUESTION
            + "Nothing was changed.\n",
        result.err());
    assertUntouched();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"y\n", "Y\n", "yes\n", "YES\n", " y \n", "y", "y\r\n", "y\nn\n"})
  void yesIsYes(String answer) {
    machine.typed(answer);

    Machine.Result result = machine.run("--all");

    assertEquals(0, result.exit());
    assertEquals(
        """
        Removing login credentials for a.io
          removed a.io from %s
        Removing login credentials for b.io
          erased https://b.io from docker-credential-pass
        """
            .formatted(machine.config()),
        result.out());
    assertTrue(result.err().endsWith(QUESTION), result.err());
    assertGone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--all --yes", "-a -y", "-ay"})
  void yesBeforehandIsNotAskedFor(String arguments) {
    Machine.Result result = machine.run(arguments.split(" "));

    assertEquals(0, result.exit());
    assertEquals("", result.err());
    assertGone();
  }

  @Test
  void aStdinThatIsNoTerminalIsNotAskedAlthoughTheOthersAre() {
    machine.terminals(new Terminals(false, true, true)).typed("n\n");

    Machine.Result result = machine.run("--all");

    assertEquals(0, result.exit());
    assertFalse(result.err().contains(QUESTION), result.err());
    assertGone();
  }

  @Test
  void aDryRunDoesNotAsk() {
    machine.typed("y\n");

    Machine.Result result = machine.run("--all", "--dry-run");

    assertEquals(0, result.exit());
    assertTrue(result.out().startsWith("Would log out of a.io\n"), result.out());
    assertEquals("", result.err());
    assertUntouched();
  }

  @Test
  void registriesThatWereNamedAreNotAskedAbout() {
    Machine.Result result = machine.run("a.io", "b.io");

    assertEquals(0, result.exit());
    assertEquals("", result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"credHelpers\": {\"c.io\": \"x\"}}"})
  void whereThereIsNothingToDoNobodyIsAsked(String config) {
    machine.config(config).helper("x", "absent-silent");

    Machine.Result result = machine.run("--all");

    assertEquals(0, result.exit());
    assertEquals("", result.err());
  }

  @Test
  void whereAHelperStoresNothingNobodyIsAskedAndItsSessionIsNamed() {
    machine.config("{\"credsStore\": \"gcloud\"}");

    Machine.Result result = machine.run("--all");

    assertEquals(0, result.exit());
    assertEquals(
        "reglogout: docker-credential-gcloud stores nothing; access comes from your gcloud session."
            + " To end it: gcloud auth revoke\n",
        result.err());
  }

  @Test
  void whatCannotBeSearchedIsPartOfWhatIsShown() {
    machine
        .config("{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"nowhere\"}")
        .typed("n\n");

    Machine.Result result = machine.run("--all");

    assertTrue(
        result.err().contains("other registries may remain in docker-credential-nowhere: "),
        result.err());
    assertTrue(result.err().endsWith(QUESTION + "Nothing was changed.\n"), result.err());
  }

  @Test
  void whoAsksForQuietIsStillShownWhatTheQuestionIsAbout() {
    machine.typed("y\n");

    Machine.Result result = machine.run("--all", "--quiet");

    assertEquals("", result.out());
    assertTrue(result.err().startsWith("Would log out of a.io\n"), result.err());
    assertGone();
  }

  @Test
  void withJsonTheQuestionIsOnStderrAndNoLeavesAPlanInTheDocument() {
    machine.typed("n\n");

    Machine.Result result = machine.run("--all", "--json");

    assertEquals(1, result.exit());
    assertTrue(result.err().startsWith("Would log out of a.io\n"), result.err());
    assertTrue(result.err().endsWith(QUESTION + "Nothing was changed.\n"), result.err());
    JsonObject document = JsonParser.parseString(result.out()).getAsJsonObject();
    assertTrue(document.get("dryRun").getAsBoolean());
    assertFalse(document.get("loggedOut").getAsBoolean());
    assertEquals(1, document.get("exitCode").getAsInt());
    assertTrue(result.out().contains("\"verdict\": \"planned\""), result.out());
    assertFalse(result.out().contains("\"verdict\": \"erased\""), result.out());
    assertUntouched();
  }

  @Test
  void withJsonYesLeavesAReportInTheDocument() {
    machine.typed("yes\n");

    Machine.Result result = machine.run("--all", "--json");

    JsonObject document = JsonParser.parseString(result.out()).getAsJsonObject();
    assertFalse(document.get("dryRun").getAsBoolean());
    assertTrue(document.get("changed").getAsBoolean());
    assertEquals(0, document.get("exitCode").getAsInt());
    assertGone();
  }

  private void assertUntouched() {
    assertEquals(LOGINS, machine.configText());
    assertTrue(machine.holds("https://b.io"));
    assertEquals(List.of("pass list unused"), machine.calls());
  }

  private void assertGone() {
    assertEquals("{\"auths\": {}, \"credsStore\": \"pass\"}", machine.configText());
    assertFalse(machine.holds("https://b.io"));
  }
}
