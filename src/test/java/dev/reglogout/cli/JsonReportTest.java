package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document for programs, compared field by field. */
class JsonReportTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void everyFieldOfALogoutIsThere() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"pass\"}")
        .helper("pass", "keeper")
        .entry("ghcr.io", "ci", "s3cret");

    Machine.Result result = machine.run("--json", "https://ghcr.io/v2/");

    assertDocument(
        """
        {"version": 1, "dryRun": false, "changed": true, "loggedOut": true, "exitCode": 0,
         "registries": [{"registry": "ghcr.io", "given": "https://ghcr.io/v2/",
           "loggedOut": true, "revoked": null, "steps": [
           {"store": "CONFIG", "kind": "inline", "form": "docker", "tool": "docker", "key": "ghcr.io", "user": null,
            "verdict": "erased", "verified": true, "reason": null, "detail": null},
           {"store": "docker-credential-pass", "kind": "helper", "form": null, "tool": null, "key": "ghcr.io", "user": "ci",
            "verdict": "erased", "verified": true, "reason": null, "detail": null}]}],
         "unsearched": [], "warnings": []}
        """,
        result);
    assertEquals("", result.err());
    assertEquals(0, result.exit());
  }

  @Test
  void dockerHubWithoutAServerWasNotGiven() {
    machine.config("{}");

    assertDocument(
        """
        {"version": 1, "dryRun": false, "changed": false, "loggedOut": true, "exitCode": 0,
         "registries": [{"registry": "docker.io", "given": null,
           "loggedOut": true, "revoked": null, "steps": [
           {"store": "CONFIG", "kind": "inline", "form": "docker", "tool": "docker", "key": "https://index.docker.io/v1/",
            "user": null, "verdict": "absent", "verified": true, "reason": null,
            "detail": null}]}],
         "unsearched": [], "warnings": []}
        """,
        machine.run("--json"));
  }

  @Test
  void aDryRunIsPlannedAndNobodyIsLoggedOutYet() {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");

    assertDocument(
        """
        {"version": 1, "dryRun": true, "changed": true, "loggedOut": false, "exitCode": 0,
         "registries": [{"registry": "ghcr.io", "given": "ghcr.io",
           "loggedOut": false, "revoked": null, "steps": [
           {"store": "CONFIG", "kind": "inline", "form": "docker", "tool": "docker", "key": "ghcr.io", "user": null,
            "verdict": "planned", "verified": null, "reason": null, "detail": null}]}],
         "unsearched": [], "warnings": []}
        """,
        machine.run("--json", "-n", "ghcr.io"));
  }

  @Test
  void whatFailedHasAReasonAndADetailAndNothingIsOnStderr() {
    machine
        .config("{\"auths\": {\"a.io\": {}}, \"credHelpers\": {\"a.io\": \"x\"}}")
        .helper("x", "refuses");

    Machine.Result result = machine.run("--json", "a.io", "gcr.io");

    assertDocument(
        """
        {"version": 1, "dryRun": false, "changed": false, "loggedOut": false, "exitCode": 1,
         "registries": [
          {"registry": "a.io", "given": "a.io", "loggedOut": false, "revoked": null, "steps": [
           {"store": "CONFIG", "kind": "inline", "form": "docker", "tool": "docker", "key": "a.io", "user": null,
            "verdict": "kept", "verified": null, "reason": "placeholder-kept",
            "detail": "it is the only trace of what a helper may still hold"},
           {"store": "docker-credential-x", "kind": "helper", "form": null, "tool": null, "key": "a.io", "user": null,
            "verdict": "failed", "verified": false, "reason": "helper-failed",
            "detail":
             "it says: boom went wrong. ask it to `list`, and erase there what is left"}]},
          {"registry": "gcr.io", "given": "gcr.io", "loggedOut": true, "revoked": null, "steps": [
           {"store": "CONFIG", "kind": "inline", "form": "docker", "tool": "docker", "key": "gcr.io", "user": null,
            "verdict": "absent", "verified": true, "reason": null, "detail": null}]}],
         "unsearched": [], "warnings": []}
        """,
        result);
    assertEquals("", result.err());
    assertEquals(1, result.exit());
  }

  @Test
  void whatRemainsWasSeen() {
    machine
        .config("{\"credsStore\": \"x\"}")
        .helper("x", "yes-man")
        .entry("ghcr.io", "ci", "s3cret");

    JsonObject step = step(machine.run("--json", "ghcr.io"), 1);

    assertEquals("remains", step.get("verdict").getAsString());
    assertTrue(step.get("verified").getAsBoolean());
    assertEquals("still-listed", step.get("reason").getAsString());
  }

  @Test
  void aStoreThatCouldNotBeAskedHasNoKey() {
    machine.config("{\"credsStore\": \"nowhere\"}");

    JsonObject step = step(machine.run("--json", "ghcr.io"), 1);

    assertTrue(step.get("key").isJsonNull());
    assertEquals("docker-credential-nowhere", step.get("store").getAsString());
    assertEquals("helper-not-installed", step.get("reason").getAsString());
    assertFalse(step.get("verified").getAsBoolean());
  }

  @Test
  void aMintingHelperIsNeitherVerifiedNorNot() {
    machine.config("{\"credsStore\": \"gcloud\"}");

    JsonObject step = step(machine.run("--json", "gcr.io"), 1);

    assertEquals("minted", step.get("verdict").getAsString());
    assertTrue(step.get("verified").isJsonNull());
    assertEquals("minted", step.get("reason").getAsString());
    assertEquals(
        "docker-credential-gcloud stores nothing; access comes from your gcloud session."
            + " To end it: gcloud auth revoke",
        step.get("detail").getAsString());
  }

  @Test
  void warningsGoIntoTheDocument() {
    machine
        .config("{}")
        .variable("DOCKER_AUTH_CONFIG", "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("--json", "ghcr.io");

    assertEquals(
        JsonParser.parseString(
            """
            [{"id": "docker-auth-config", "text":
              "ghcr.io is still logged in by the variable DOCKER_AUTH_CONFIG: unset it"}]
            """),
        document(result).get("warnings"));
    assertEquals("", result.err());
  }

  @Test
  void theExitCodeInTheDocumentIsThatOfTheProgram() {
    machine.config("{\"credsStore\": \"gcloud\"}");

    Machine.Result result = machine.run("--json", "--strict", "gcr.io");

    assertEquals(3, result.exit());
    assertEquals(3, document(result).get("exitCode").getAsInt());
  }

  @Test
  void keysKeepTheirSpellingButNotTheirPasswords() {
    machine.config("{\"auths\": {\"https://u:s3cret@GHCR.io/\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("--json", "ghcr.io");

    assertEquals("https://u:***@GHCR.io/", step(result, 0).get("key").getAsString());
    assertFalse(result.out().contains("s3cret"));
  }

  @Test
  void noControlCharacterStandsInTheDocument() {
    machine.config("{\"credsStore\": \"x\"}").helper("x", "control-characters");

    Machine.Result result = machine.run("--json", "ghcr.io");

    assertTrue(
        result.out().chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), result.out());
    assertTrue(
        step(result, 1).get("detail").getAsString().startsWith("it says: boom \u001b]0;evil"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u007f",
        "\u009b2J",
        "\u00ad",
        "\u200b",
        "\u202egpj",
        "\u2028",
        "\u2066",
        "\ufeff",
        "\udb40\udc01",
        "\ud834\udd73",
        "\u0378"
      })
  void whatActsOnATerminalIsWrittenOutAndReadBackAsItWas(String acting) {
    String key = "https://ghcr.io/é\ud83d\ude00" + acting;
    machine.config("{\"auths\": {\"" + key + "\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("--json", "ghcr.io");

    assertEquals(key, step(result, 0).get("key").getAsString());
    assertFalse(result.out().contains(acting), result.out());
    assertTrue(result.out().contains("é\ud83d\ude00\\u"), result.out());
  }

  @Test
  void quietAndVerboseDoNotChangeTheDocument() {
    machine.config("{\"credsStore\": \"x\"}").helper("x", "absent-pass");

    JsonElement plain = document(machine.run("--json", "ghcr.io"));

    assertEquals(plain, document(machine.run("--json", "-q", "ghcr.io")));
    assertEquals(plain, document(machine.run("--json", "-v", "ghcr.io")));
  }

  @Test
  void wrongUsageIsADocumentToo() {
    Machine.Result result = machine.run("--json", "a b");

    JsonObject document = document(result);
    assertEquals(Set.of("version", "error", "exitCode"), document.keySet());
    assertEquals(1, document.get("version").getAsInt());
    assertEquals(2, document.get("exitCode").getAsInt());
    assertTrue(result.err().contains(document.get("error").getAsString()), result.err());
    assertEquals(2, result.exit());
  }

  @Test
  void afterTheEndOfTheOptionsJsonIsNoOption() {
    assertEquals("", machine.run("--", "--json").out());
  }

  private void assertDocument(String expected, Machine.Result result) {
    String text = expected.replace("CONFIG", machine.config().toString());
    assertEquals(JsonParser.parseString(text), document(result));
    assertEquals(
        List.copyOf(JsonParser.parseString(text).getAsJsonObject().keySet()),
        List.copyOf(document(result).keySet()));
  }

  private static JsonObject document(Machine.Result result) {
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }

  private static JsonObject step(Machine.Result result, int index) {
    return document(result)
        .getAsJsonArray("registries")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("steps")
        .get(index)
        .getAsJsonObject();
  }
}
