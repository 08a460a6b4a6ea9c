package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration of helpers has changed since the login, or differs from file to file. */
class DisagreementTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"credsStore\": \"pass\"", "\"credHelpers\": {\"ghcr.io\": \"pass\"}"})
  void aLoginInTheFileFromBeforeAHelperWasConfiguredGoesToo(String configured) {
    machine
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, " + configured + "}")
        .keeper("pass", "ghcr.io");

    LogoutReport report = logout(List.of(), "ghcr.io");

    assertTrue(report.loggedOut());
    assertEquals("{\"auths\": {}, " + configured + "}", machine.configText());
    assertEquals(List.of(), machine.keysOf("pass"));
  }

  @ParameterizedTest(name = "credHelpers: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} ",
        "{\"a.io\": \"new\"} ",
        "{\"ghcr.io\": \"new\"} ",
        "{\"ghcr.io\": \"\"} ",
        "{\"https://GHCR.io/\": \"\"} "
      })
  void aLoginInTheStoreFromBeforeOrAfterTheRegistryHadAHelperOfItsOwnGoesToo(String credHelpers) {
    machine
        .config("{\"credHelpers\": %s, \"credsStore\": \"pass\"}".formatted(credHelpers))
        .keeper("new", "ghcr.io", "a.io")
        .keeper("pass", "https://ghcr.io", "a.io");

    LogoutReport report = logout(List.of(), "ghcr.io");

    assertTrue(report.loggedOut());
    assertEquals(List.of("a.io"), machine.keysOf("pass"));
    boolean asked = credHelpers.contains("\"ghcr.io\": \"new\"");
    assertEquals(asked ? List.of("a.io") : List.of("a.io", "ghcr.io"), machine.keysOf("new"));
  }

  @Test
  void aLoginBehindAHelperThatIsBoundToOtherRegistriesNowGoesWhenAllAreMeant() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {}}, \"credHelpers\": {\"a.io\": \"old\"}}")
        .keeper("old", "ghcr.io", "a.io", "https://b.io");
    Logout logout = Logout.in(machine.environment());

    LogoutReport report = logout.execute(logout.planAll());

    assertTrue(report.loggedOut());
    assertEquals(List.of(), machine.keysOf("old"));
  }

  @Test
  void oneHelperNamedBySeveralFilesIsAskedOnceAndSentEachKeyOnce() {
    machine.helper("pass", "keeper").entry("ghcr.io", "ci", "s3cret");
    List<String> files =
        files(
            "{\"credsStore\": \"pass\"}",
            "{\"credHelpers\": {\"ghcr.io\": \"pass\"}}",
            "{\"credHelpers\": {\"ghcr.io\": \"\"}, \"credsStore\": \"pass\"}");

    LogoutReport report = logout(files, "ghcr.io");

    assertTrue(report.loggedOut());
    assertEquals(
        List.of("pass list unused", "pass erase ghcr.io", "pass list unused"), machine.calls());
  }

  @ParameterizedTest(name = "other way round: {0}")
  @ValueSource(booleans = {false, true})
  void whatIsPrimaryInOneFileIsNotSecondInAnother(boolean otherWayRound) {
    machine.helper("broken", "refuses").helper("other", "absent-silent");
    List<String> files =
        files(
            "{\"credHelpers\": {\"ghcr.io\": \"other\"}, \"credsStore\": \"broken\"}",
            "{\"credsStore\": \"broken\"}");
    if (otherWayRound) {
      Collections.reverse(files);
    }

    LogoutReport report = logout(files, "ghcr.io");

    assertEquals(
        List.of("failed ghcr.io in docker-credential-broken"),
        Told.steps(report.registries()).stream().filter(s -> s.contains("broken")).toList());
    assertEquals(List.of(), report.warnings());
  }

  @ParameterizedTest(name = "other way round: {0}")
  @ValueSource(booleans = {false, true})
  void aTraceInOneFileIsDoubtAboutAHelperThatIsPrimaryInAnother(boolean otherWayRound) {
    machine.helper("x", "absent-silent").helper("other", "absent-silent");
    List<String> files =
        files(
            "{\"auths\": {\"ghcr.io\": {}}, \"credHelpers\": {\"ghcr.io\": \"other\"},"
                + " \"credsStore\": \"x\"}",
            "{\"credsStore\": \"x\"}");
    if (otherWayRound) {
      Collections.reverse(files);
    }

    logout(files, "ghcr.io");

    assertEquals(List.of("ghcr.io"), machine.erased("x"));
  }

  @Test
  void whatIsPrimaryForOneRegistryMayBeSecondForAnother() {
    machine
        .config("{\"credHelpers\": {\"a.io\": \"other\"}, \"credsStore\": \"broken\"}")
        .helper("other", "absent-silent")
        .helper("broken", "refuses");

    LogoutReport report = logout(List.of(), "a.io", "b.io");

    assertEquals(List.of("second-store"), Told.warnings(report.warnings()));
    assertTrue(Told.steps(report.registries()).contains("failed b.io in docker-credential-broken"));
  }

  private List<String> files(String... texts) {
    List<String> files = new ArrayList<>();
    for (String text : texts) {
      Path file = directory.resolve("config" + files.size() + ".json");
      machine.write(file, text);
      files.add(file.toString());
    }
    return files;
  }

  private LogoutReport logout(List<String> configs, String... servers) {
    LogoutSettings settings = LogoutSettings.defaults().withConfigs(configs);
    Logout logout = Logout.in(machine.environment(), settings);
    return logout.execute(logout.plan(List.of(servers).stream().map(Registry::parse).toList()));
  }
}
