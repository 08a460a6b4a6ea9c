package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the work, and that no step keeps another from being done. */
class PlanExecutorTest {
  private static final String SECRET = "{\"auth\": \"dTpw\"}";

  @TempDir Path directory;
  private Machine machine;
  private Duration limit = Duration.ofSeconds(30);

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void secretsAreCutBeforeHelpersAreCalledAndPlaceholdersAfterwards() {
    Path during = directory.resolve("during.json");
    machine
        .config(
            "{\"auths\": {\"ghcr.io\": %s, \"https://ghcr.io\": {}}, \"credsStore\": \"x\"}"
                .formatted(SECRET))
        .script(
            "x",
            "case $1 in list) [ -e '%1$s' ] && echo '{}' || echo '{\"ghcr.io\":\"ci\"}' ;;"
                    .formatted(during)
                + " erase) cat '%s' >'%s' ;; esac".formatted(machine.config(), during));

    LogoutReport report = logout("ghcr.io");

    assertEquals(
        "{\"auths\": {\"https://ghcr.io\": {}}, \"credsStore\": \"x\"}", Machine.read(during));
    assertEquals("{\"auths\": {}, \"credsStore\": \"x\"}", machine.configText());
    assertEquals(
        List.of(
            "erased ghcr.io in config.json",
            "erased https://ghcr.io in config.json",
            "erased ghcr.io in docker-credential-x"),
        Told.steps(report.registries()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"refuses", "yes-man", "mute", "bad-interpreter", "not-executable", "hangs"})
  void aPlaceholderStaysWhereAHelperMayStillHoldTheSecret(String fixture) {
    limit = fixture.equals("hangs") ? Duration.ofSeconds(1) : limit;
    machine
        .config(
            "{\"auths\": {\"ghcr.io\": {}, \"a.io\": {}}, \"credHelpers\": {\"ghcr.io\": \"x\"}}")
        .helper("x", fixture)
        .entry("ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io", "a.io");

    assertFalse(report.loggedOut());
    assertEquals(
        "{\"auths\": {\"ghcr.io\": {}}, \"credHelpers\": {\"ghcr.io\": \"x\"}}",
        machine.configText());
    List<String> told = Told.steps(report.registries());
    assertEquals("kept ghcr.io in config.json", told.get(0));
    assertTrue(told.contains("erased a.io in config.json"), told.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuses", "yes-man", "mute", "bad-interpreter", "floods", "hangs"})
  void anInlineSecretGoesWhateverTheHelperDoes(String fixture) {
    limit = fixture.equals("hangs") ? Duration.ofSeconds(1) : limit;
    machine
        .config("{\"auths\": {\"ghcr.io\": %s}, \"credsStore\": \"x\"}".formatted(SECRET))
        .helper("x", fixture)
        .entry("ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertFalse(report.loggedOut());
    assertEquals("{\"auths\": {}, \"credsStore\": \"x\"}", machine.configText());
    assertEquals("erased ghcr.io in config.json", Told.steps(report.registries()).get(0));
  }

  @Test
  void oneBrokenHelperDoesNotKeepAnotherFromBeingCleaned() {
    machine
        .config("{\"credHelpers\": {\"a.io\": \"nowhere\", \"b.io\": \"keeper\"}}")
        .helper("keeper", "keeper")
        .entry("b.io", "ci", "s3cret");

    LogoutReport report = logout("a.io", "b.io");

    assertFalse(machine.holds("b.io"));
    assertEquals(
        List.of(
            "absent a.io in config.json",
            "failed - in docker-credential-nowhere",
            "absent b.io in config.json",
            "erased b.io in docker-credential-keeper"),
        Told.steps(report.registries()));
  }

  @Test
  void severalServersShareTwoListsAndEachKeyIsSentOnce() {
    machine.config("{\"credsStore\": \"keeper\"}").helper("keeper", "keeper");
    for (String key : List.of("a.io", "https://a.io", "b.io")) {
      machine.entry(key, "ci", "s3cret");
    }

    LogoutReport report = logout("b.io", "a.io", "https://b.io");

    assertTrue(report.loggedOut());
    assertEquals(
        List.of(
            "keeper list unused",
            "keeper erase b.io",
            "keeper erase a.io",
            "keeper erase https://a.io",
            "keeper list unused"),
        machine.calls());
  }

  @Test
  void withNothingErasedThereIsNoSecondList() {
    machine.config("{\"credsStore\": \"pass\"}").helper("pass", "keeper").entry("a.io", "u", "p");

    logout("ghcr.io");

    assertEquals(List.of("pass list unused"), machine.calls());
  }

  @Test
  void anUnknownHelperIsSentNothingThatItDoesNotList() {
    machine.config("{\"credsStore\": \"x\"}").helper("x", "absent-osxkeychain");

    LogoutReport report = logout("GHCR.io/v2/", "docker.io");

    assertEquals(List.of("x list unused"), machine.calls());
    assertTrue(report.loggedOut());
    assertFalse(report.changed());
  }

  @Test
  void anUnknownHelperIsSentTheUsualKeyOnceWhereThereIsATraceOfIt() {
    machine
        .config("{\"auths\": {\"https://ghcr.io/v1/\": {}}, \"credsStore\": \"x\"}")
        .helper("x", "absent-osxkeychain");

    LogoutReport report = logout("GHCR.io/v2/", "docker.io");

    assertEquals(List.of("x list unused", "x erase ghcr.io"), machine.calls());
    assertTrue(report.loggedOut());
    assertEquals("{\"auths\": {}, \"credsStore\": \"x\"}", machine.configText());
  }

  @Test
  void aHelperThatCannotListIsTriedWithEveryCandidateAndNotAskedAgain() {
    machine
        .config("{\"credsStore\": \"x\"}")
        .helper("x", "cannot-list")
        .entry("https://ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertFalse(machine.holds("https://ghcr.io"));
    assertEquals(
        List.of(
            "x list unused",
            "x erase ghcr.io",
            "x erase ghcr.io:443",
            "x erase http://ghcr.io",
            "x erase https://ghcr.io"),
        machine.calls());
    assertEquals(
        List.of("absent ghcr.io in config.json", "erased https://ghcr.io in docker-credential-x"),
        Told.steps(report.registries()));
    assertEquals(false, report.registries().get(0).steps().get(1).outcome().verified());
  }

  @Test
  void aHelperThatHungIsNotCalledAgainAndNobodyWaitsTwice() {
    limit = Duration.ofSeconds(1);
    machine
        .config("{\"credHelpers\": {\"a.io\": \"x\", \"b.io\": \"x\"}}")
        .helper("x", "hangs-on-erase")
        .entry("a.io", "ci", "s3cret")
        .entry("b.io", "ci", "s3cret");

    LogoutReport report = logout("a.io", "b.io");

    assertEquals(List.of("x list unused", "x erase a.io"), machine.calls());
    assertEquals(
        List.of("helper-timed-out", "helper-timed-out"),
        report.remaining().stream().map(step -> step.outcome().reason()).toList());
  }

  @Test
  void whatAHelperListsOnlyAfterwardsRemains() {
    Path marker = directory.resolve("erased");
    machine
        .config("{\"credsStore\": \"pass\"}")
        .script(
            "pass",
            "case $1 in list) [ -e '%1$s' ] && echo '{\"https://ghcr.io\":\"ci\"}'"
                    .formatted(marker)
                + " || echo '{\"ghcr.io\":\"ci\"}' ;; erase) : >'%s' ;; esac".formatted(marker));

    LogoutReport report = logout("ghcr.io");

    assertEquals(
        List.of(
            "absent ghcr.io in config.json",
            "erased ghcr.io in docker-credential-pass",
            "remains https://ghcr.io in docker-credential-pass"),
        Told.steps(report.registries()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"credHelpers\": \"foo\"",
        "\"credsStore\": {}",
        "\"credHelpers\": {\"ghcr.io\": 1}",
        "\"credHelpers\": {\"https://GHCR.io/v2/\": null, \"ghcr.io\": []}"
      })
  void aPlaceholderStaysWhereNobodyCanTellWhichHelperHoldsTheSecret(String helpers) {
    String json = "{\"auths\": {%s\"ghcr.io\": {}}, " + helpers + "}";
    machine.config(json.formatted("\"https://ghcr.io\": " + SECRET + ", "));

    LogoutReport report = logout("ghcr.io");

    assertFalse(report.loggedOut());
    assertEquals(json.formatted(""), machine.configText());
    assertTrue(Told.steps(report.registries()).contains("kept ghcr.io in config.json"));
  }

  @ParameterizedTest(name = "the helper writes {0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what the last look finds of any requested registry is a result, planned or not
        "{\"auths\": {\"b.io\": SECRET}} | erased b.io",
        "{\"auths\": {\"https://B.io/v2/\": SECRET, \"a.io\": SECRET}} | erased https://B.io/v2/",
        "{\"auths\": {\"b.io\": {}}} | erased b.io",
        // and what cannot be read any more may hold it
        "{\"auths\": {\"b.io\": SECRET}} text | failed b.io",
        "{\"auths\": {\"b.io\": | failed b.io",
      })
  void whatAHelperWritesIntoTheFileIsFoundAlsoForARegistryThatWasAbsent(
      String written, String expected) {
    machine
        .config("{\"auths\": {\"a.io\": %s}, \"credsStore\": \"x\"}".formatted(SECRET))
        .write(machine.home().resolve("new"), written.replace("SECRET", SECRET))
        .script(
            "x",
            "case $1 in erase) cp \"$HOME/new\" \"$HOME/.docker/config.json\"; : >\"$HOME/gone\" ;;"
                + " list) [ -e \"$HOME/gone\" ] && echo '{}' || echo '{\"a.io\":\"u\"}' ;; esac");

    LogoutReport report = logout("a.io", "b.io");

    List<String> told = Told.steps(List.of(report.registries().get(1)));
    assertEquals(expected + " in config.json", told.get(0));
    assertEquals("absent b.io in docker-credential-x", told.get(1));
    assertEquals(expected.startsWith("erased"), report.loggedOut());
  }

  @ParameterizedTest(name = "listed {0}, then {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a.io\":\"u\"} | {\"b.io\":\"u\"} | erased a.io, remains b.io",
        "{\"a.io\":\"u\"} | {\"https://b.io\":\"u\",\"c.io\":\"u\"} | erased a.io, remains"
            + " https://b.io",
        "{\"a.io\":\"u\",\"c.io\":\"u\"} | {\"c.io\":\"u\"} | erased a.io, absent b.io",
        "{\"a.io\":\"u\"} | {\"a.io\":\"u\",\"b.io\":\"u\"} | remains a.io, remains b.io",
        // what is not shown to be absent is not
        "{\"a.io\":\"u\"} | {\"\":\"locked\"} | failed a.io, failed b.io",
        "{\"a.io\":\"u\"} | no list | failed a.io, failed b.io",
      })
  void theSecondListIsBelievedAlsoOfARegistryThatWasAbsent(
      String before, String after, String expected) {
    machine
        .config("{\"credsStore\": \"pass\"}")
        .script(
            "pass",
            "case $1 in erase) : >\"$HOME/gone\" ;; list) [ -e \"$HOME/gone\" ] && echo '"
                + after
                + "' || echo '"
                + before
                + "' ;; esac");

    LogoutReport report = logout("a.io", "b.io");

    List<String> told =
        Told.steps(report.registries()).stream()
            .filter(step -> step.endsWith(" in docker-credential-pass"))
            .map(step -> step.replace(" in docker-credential-pass", ""))
            .toList();
    assertEquals(expected, String.join(", ", told));
  }

  @ParameterizedTest(name = "then it lists {0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"c.io\":\"u\"} | []",
        "{} | [neighbour-gone]",
        "{\"c.io\":\"other\"} | []",
      })
  void anEntryThatAHelperTookAlongIsToldLoudly(String after, String expected) {
    machine
        .config("{\"credsStore\": \"x\"}")
        .script(
            "x",
            "case $1 in erase) : >\"$HOME/gone\" ;; list) [ -e \"$HOME/gone\" ] && echo '"
                + after
                + "' || echo '{\"a.io\":\"u\",\"c.io\":\"u\"}' ;; esac");

    assertEquals(expected, Told.warnings(logout("a.io").warnings()).toString());
  }

  @Test
  void aPlainHostTakesItsNamespacedKeysAlong() {
    machine.config(
        "{\"auths\": {\"quay.io\": %1$s, \"quay.io/team\": %1$s, \"a.io\": %1$s}}"
            .formatted(SECRET));

    LogoutReport report = logout("quay.io");

    assertEquals(
        List.of("erased quay.io in config.json", "erased quay.io/team in config.json"),
        Told.steps(report.registries()));
    assertEquals("{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}}}", machine.configText());
  }

  private LogoutReport logout(String... servers) {
    LogoutSettings settings = LogoutSettings.defaults().withLimit(limit);
    Logout logout = Logout.in(machine.environment(), settings);
    return logout.execute(logout.plan(List.of(servers).stream().map(Registry::parse).toList()));
  }
}
