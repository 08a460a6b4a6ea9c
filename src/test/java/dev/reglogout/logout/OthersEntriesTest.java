package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a helper is never sent, so that nothing gets worse. */
class OthersEntriesTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecr-login", "gcloud", "gcloud.cmd", "gcr", "acr-env", "GCR.exe"})
  void aMintingHelperIsNeverStarted(String name) {
    machine
        .config(
            "{\"auths\": {\"ghcr.io\": {}}, \"credHelpers\": {\"ghcr.io\": \"%s\"}}"
                .formatted(name))
        .helper(name, "yes-man");

    LogoutReport report = logout("ghcr.io");

    assertEquals(List.of(), machine.calls());
    assertEquals(
        List.of("erased ghcr.io in config.json", "minted - in docker-credential-" + name),
        Told.steps(report.registries()));
    assertTrue(report.accessMaySurvive());
  }

  @Test
  void aMintingHelperThatIsNotInstalledIsNoFailure() {
    String ecr = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    machine.config("{\"credsStore\": \"ecr-login\"}");

    LogoutReport report = logout(ecr);

    assertTrue(report.loggedOut());
    assertEquals(
        List.of("absent " + ecr + " in config.json", "minted - in docker-credential-ecr-login"),
        Told.steps(report.registries()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecr-login", "gcloud", "gcr", "acr-env"})
  void aMintingHelperForAllRegistriesMakesLoginsForItsOwnHostsAlone(String name) {
    machine.config("{\"credsStore\": \"" + name + "\"}").helper(name, "yes-man");

    LogoutReport report = logout("quay.io");

    assertEquals(List.of(), machine.calls());
    assertEquals(
        List.of("absent quay.io in config.json", "absent quay.io in docker-credential-" + name),
        Told.steps(report.registries()));
    assertFalse(report.accessMaySurvive());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"osxkeychain", "wincred", "wincred.exe", "desktop", "desktop.exe", "Desktop"})
  void aSharedKeychainIsSentNothingThatItsListDoesNotShow(String name) {
    machine
        .config("{\"credsStore\": \"" + name + "\"}")
        .helper(name, "keeper")
        .entry("https://a.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io", "docker.io");

    assertEquals(List.of(name + " list unused"), machine.calls());
    assertTrue(report.loggedOut());
  }

  @ParameterizedTest
  @ValueSource(strings = {"osxkeychain", "wincred", "desktop", "desktop.exe"})
  void aSharedKeychainThatCannotListIsSentNothingAtAll(String name) {
    machine
        .config("{\"credsStore\": \"" + name + "\"}")
        .helper(name, "cannot-list")
        .entry("https://ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertEquals(List.of(name + " list unused"), machine.calls());
    assertEquals(
        List.of("absent ghcr.io in config.json", "failed - in docker-credential-" + name),
        Told.steps(report.registries()));
  }

  @Test
  void anEraseThatWouldTakeOtherProgramsEntriesAlongIsNotSent() {
    machine
        .config("{\"credsStore\": \"osxkeychain\"}")
        .helper("osxkeychain", "lists-others")
        .entry("https://ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertEquals(List.of(), machine.erased("osxkeychain"));
    assertTrue(machine.holds("https://ghcr.io"));
    assertFalse(report.loggedOut());
    assertEquals(
        List.of("erase-hits-another", "other-path"),
        report.remaining().stream().map(step -> step.outcome().reason()).sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pass", "secretservice", "x"})
  void otherProgramsEntriesUnderTheSameHostAreLeftAlone(String name) {
    machine
        .config("{\"credsStore\": \"" + name + "\"}")
        .helper(name, "lists-others")
        .entry("https://ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io", "hub.docker.com");

    assertFalse(machine.holds("https://ghcr.io"));
    assertTrue(machine.erased(name).contains("https://ghcr.io"));
    assertFalse(machine.erased(name).contains("https://ghcr.io/login/oauth/authorize/x"));
    assertFalse(machine.erased(name).contains("https://hub.docker.com/tool"));
    assertTrue(report.loggedOut());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // docker's classic build sends all of such a store to the daemon, which looks for the host
        "\"credsStore\": \"pass\" | true",
        "\"credHelpers\": {\"ghcr.io\": \"pass\"}, \"credsStore\": \"pass\" | true",
        "\"credHelpers\": {\"ghcr.io\": \"gcloud\"}, \"credsStore\": \"pass\" | true",
        "\"credHelpers\": {\"ghcr.io\": \"pass\"} | false",
      })
  void anotherPathOfTheHostKeepsAccessWhereTheStoreIsForAll(String helpers, boolean survives) {
    machine
        .config("{" + helpers + "}")
        .helper("pass", "keeper")
        .entry("https://ghcr.io/team", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertTrue(machine.holds("https://ghcr.io/team"));
    assertEquals(List.of("other-path"), Told.warnings(report.warnings()));
    assertEquals(survives, report.warnings().get(0).accessMaySurvive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"secretservice", "pass", "osxkeychain", "x"})
  void aLockedItemIsAFailureForAllThatIsNotListed(String name) {
    machine
        .config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"" + name + "\"}")
        .helper(name, "lists-locked");

    LogoutReport report = logout("ghcr.io");

    assertEquals(
        List.of("kept ghcr.io in config.json", "failed ghcr.io in docker-credential-" + name),
        Told.steps(report.registries()));
    assertEquals("keyring-locked-item", report.remaining().get(0).outcome().reason());
    assertEquals(List.of(), machine.erased(name));
  }

  @Test
  void aListedKeyWithControlCharactersIsNeverSentAndTheOthersAre() {
    machine
        .config("{\"credsStore\": \"pass\"}")
        .helper("pass", "keeper")
        .entry("ghcr.io\u001b[2J", "ci", "s3cret")
        .entry("ghcr.io", "ci", "s3cret")
        .entry("gh\ncr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertEquals(List.of("ghcr.io"), machine.erased("pass"));
    assertEquals(
        List.of(
            "absent ghcr.io in config.json",
            "failed gh\ncr.io in docker-credential-pass",
            "erased ghcr.io in docker-credential-pass"),
        Told.steps(report.registries()));
  }

  @Test
  void aSecretserviceThatListsLabelsIsSentTheKeysInsideThem() {
    machine
        .config("{\"credsStore\": \"secretservice\"}")
        .helper("secretservice", "lists-labels")
        .entry("https://ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertEquals(List.of("https://ghcr.io"), machine.erased("secretservice"));
    assertFalse(machine.holds("https://ghcr.io"));
    assertTrue(report.loggedOut());
  }

  @Test
  void theConfigurationOfHelpersIsKept() {
    String json = "{\"credHelpers\": {\"ghcr.io\": \"keeper\"}, \"credsStore\": \"keeper\"}";
    machine.config(json).helper("keeper", "keeper").entry("ghcr.io", "ci", "s3cret");

    logout("ghcr.io");

    assertEquals(json, machine.configText());
  }

  private LogoutReport logout(String... servers) {
    Logout logout = Logout.in(machine.environment());
    return logout.execute(logout.plan(List.of(servers).stream().map(Registry::parse).toList()));
  }
}
