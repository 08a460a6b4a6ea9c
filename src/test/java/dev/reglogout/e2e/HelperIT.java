package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Helpers that are missing, lie, hang, or hold what is not ours. */
class HelperIT extends EndToEnd {
  private static final Path FIXTURES = Path.of("helpers-fixtures").toAbsolutePath();
  private static final String SECRET = "c2VjcmV0OnMzY3JldA==";

  @Test
  void aHelperThatIsNotInstalledIsNamedWithItsConfigKeyAndWhatToDoAndTheInlineSecretIsGone() {
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"%s\"}}, \"credsStore\": \"nowhere\"}"
            .formatted(SECRET));

    Program.Result result = run("ghcr.io");

    assertEquals(1, result.exit());
    assertEquals(
        "Removing login credentials for ghcr.io\n  removed ghcr.io from %s\n"
            .formatted(machine.config()),
        result.out());
    String message =
        "reglogout: ghcr\\.io may remain in docker-credential-nowhere: it is not installed\\. .+\n";
    assertTrue(result.err().matches(message), result.err());
    String advice = result.err().substring(result.err().indexOf("installed. ") + 11);
    assertTrue(advice.contains("credsStore"), advice);
    assertTrue(advice.matches("(?s).*\\b(install|remove|set|correct)\\b.*"), advice);
    assertFalse(machine.configText().contains(SECRET), machine.configText());
    assertTrue(machine.configText().contains("\"credsStore\": \"nowhere\""));
  }

  @Test
  void aPlaceholderIsKeptAsTheOnlyTraceWhileItsHelperIsNotInstalled() throws IOException {
    machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"nowhere\"}");
    List<Object> before = InlineFileIT.identity(machine.config());

    Program.Result result = run("ghcr.io");
    Program.Result again = run("--json", "ghcr.io");

    assertEquals(1, result.exit());
    assertTrue(result.err().contains("docker-credential-nowhere"), result.err());
    assertEquals(1, again.exit());
    assertEquals(
        List.of(
            machine.config() + " ghcr.io kept null", "docker-credential-nowhere null failed false"),
        again.steps());
    assertEquals(before, InlineFileIT.identity(machine.config()));
  }

  @Test
  void aHelperThatSaysYesAndStillListsTheEntryHasItRemain() {
    machine
        .config("{\"credsStore\": \"yes\"}")
        .helper("yes", "yes-man")
        .entry("https://ghcr.io", "ci", "s3cret");

    Program.Result result = run("ghcr.io");
    Program.Result json = run("--json", "ghcr.io");

    assertEquals(1, result.exit());
    assertEquals("Removing login credentials for ghcr.io\n", result.out());
    assertTrue(
        result
            .err()
            .startsWith(
                "reglogout: https://ghcr.io is still in docker-credential-yes after erase: "),
        result.err());
    assertEquals(1, json.exit());
    assertTrue(
        json.steps().toString().contains("docker-credential-yes https://ghcr.io remains"),
        json.out());
    assertFalse(json.json().get("loggedOut").getAsBoolean());
  }

  @Test
  void anotherProgramsEntryUnderTheSameHostIsLeftAlone() {
    String foreign = "https://ghcr.io/login/oauth/authorize/x";
    machine
        .config("{\"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", "s3cret")
        .entry(foreign, "mcp", "theirs");

    Program.Result result = run("ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertFalse(machine.holds("ghcr.io"));
    assertTrue(machine.holds(foreign));
    assertEquals(List.of("ghcr.io"), machine.erased("keeper"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b"})
  void aHelperNameThatIsAPathExecutesNothingAndTheInlineSecretIsRemoved(String name)
      throws IOException {
    // what a search that just joins the words would find and run
    Path trap = machine.bin().resolve("docker-credential-" + name);
    Files.createDirectories(trap.getParent());
    Files.createSymbolicLink(trap, FIXTURES.resolve("docker-credential-keeper"));
    Files.createSymbolicLink(
        machine.bin().resolveSibling("x"), FIXTURES.resolve("docker-credential-keeper"));
    machine
        .entry("ghcr.io", "ci", "s3cret")
        .config(
            "{\"auths\": {\"ghcr.io\": {\"auth\": \"%s\"}}, \"credsStore\": \"%s\"}"
                .formatted(SECRET, name));

    Program.Result result = run("ghcr.io");

    assertEquals(1, result.exit());
    assertTrue(result.err().contains(name), result.err());
    assertEquals(List.of(), machine.calls());
    assertFalse(machine.configText().contains(SECRET), machine.configText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hangs", "ignores-term", "hangs-on-erase"})
  void aHelperThatHangsIsEndedAtTheTimeoutAndTheInlineSecretIsGoneAllTheSame(String fixture) {
    machine
        .config(
            """
            {"auths": {"ghcr.io": {"auth": "%s"}, "a.io": {"auth": "YTph"}},
             "credsStore": "stuck"}"""
                .formatted(SECRET))
        .helper("stuck", fixture)
        .entry("ghcr.io", "ci", "s3cret");

    Program.Result result = run("--timeout", "2", "ghcr.io");

    assertEquals(List.of(), processes());
    assertEquals(1, result.exit());
    // the 4 s of the design, and one for the start of the program
    assertTrue(result.millis() < 5000, result.millis() + " ms");
    assertTrue(result.millis() > 2000, result.millis() + " ms");
    assertTrue(result.err().contains(" in docker-credential-stuck"), result.err());
    assertTrue(result.err().contains("2 s"), result.err());
    assertEquals(
        "{\"a.io\":{\"auth\":\"YTph\"}}",
        JsonParser.parseString(machine.configText()).getAsJsonObject().get("auths").toString());
    assertTrue(machine.holds("ghcr.io"));
  }

  @Test
  void oneHelpersFailureDoesNotKeepTheOtherFromBeingCleaned() {
    machine
        .config(
            """
            {"auths": {"a.io": {"auth": "YTph"}},
             "credHelpers": {"a.io": "boom", "b.io": "keeper", "c.io": "nowhere"}}""")
        .helper("boom", "refuses")
        .helper("keeper", "keeper")
        .entry("b.io", "ci", "s3cret");

    Program.Result result = run("a.io", "b.io", "c.io");

    assertEquals(1, result.exit());
    assertFalse(machine.holds("b.io"));
    assertFalse(machine.configText().contains("YTph"), machine.configText());
    assertTrue(result.err().contains("docker-credential-boom: "), result.err());
    assertTrue(result.err().contains("boom went wrong"), result.err());
    assertTrue(result.err().contains("docker-credential-nowhere: "), result.err());
    assertFalse(result.err().contains("b.io"), result.err());
  }
}
