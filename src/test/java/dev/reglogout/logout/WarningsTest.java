package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Warning;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user should know beside the steps: other ways to be logged in. */
class WarningsTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config("{}");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"auths\":{\"ghcr.io\":{\"auth\":\"dTpw\"}}} | [docker-auth-config]",
        "{\"auths\":{\"https://GHCR.io/v2/\":{\"auth\":\"dTpw\"}}} | [docker-auth-config]",
        "{\"AUTHS\":{\"ghcr.io\":{\"Auth\":\"dTpw\"}}} | [docker-auth-config]",
        "{\"a\":1,\"auths\":{\"ghcr.io\":{\"auth\":\"dTpw\"}}}"
            + " | [docker-auth-config-unusable]",
        "{\"auths\":{\"ghcr.io\":{}}} | [docker-auth-config-unusable]",
        "{\"auths\":{\"a.io\":{\"auth\":\"dTpw\"}}} | []",
        "{\"auths\":{}} | []",
        "{\"auths\":[]} | [docker-auth-config-unusable]",
        "{\"ghcr.io\":{}} | [docker-auth-config-unusable]",
        "[] | [docker-auth-config-unusable]",
        "no JSON | [docker-auth-config-unusable]",
      })
  void aLoginInTheVariableIsWarnedOf(String value, String expected) {
    machine.variable("DOCKER_AUTH_CONFIG", value);

    LogoutReport report = logout("ghcr.io");

    assertEquals(expected, Told.warnings(report.warnings()).toString());
    assertTrue(report.loggedOut());
    assertEquals(expected.equals("[docker-auth-config]"), report.accessMaySurvive());
  }

  @Test
  void eachRegistryInTheVariableIsWarnedOfByName() {
    machine.variable(
        "DOCKER_AUTH_CONFIG",
        "{\"auths\":{\"docker.io\":{\"auth\":\"dTpw\"},\"ghcr.io\":{\"auth\":\"dTpw\"}}}");

    LogoutReport report = logout("ghcr.io", "a.io", "index.docker.io");

    assertEquals(
        List.of(
            "docker.io is still logged in by the variable DOCKER_AUTH_CONFIG: unset it",
            "ghcr.io is still logged in by the variable DOCKER_AUTH_CONFIG: unset it"),
        report.warnings().stream().map(Warning::text).toList());
  }

  @Test
  void aSecondStoreThatCannotBeAskedIsAWarningAndNotAFailure() {
    machine
        .config("{\"credHelpers\": {\"ghcr.io\": \"x\"}, \"credsStore\": \"nowhere\"}")
        .helper("x", "absent-silent");

    LogoutReport report = logout("ghcr.io");

    assertTrue(report.loggedOut());
    assertEquals(List.of("second-store"), Told.warnings(report.warnings()));
    assertTrue(
        report
            .warnings()
            .get(0)
            .text()
            .startsWith(
                "docker-credential-nowhere may hold an older login: it is not installed. "));
    assertTrue(report.accessMaySurvive());
  }

  @Test
  void aSecondStoreIsWarnedOfOnceHoweverManyRegistriesMayBeInIt() {
    machine
        .config("{\"credHelpers\": {\"a.io\": \"y\", \"b.io\": \"y\"}, \"credsStore\": \"x\"}")
        .helper("x", "refuses")
        .helper("y", "absent-silent");

    LogoutReport report = logout("a.io", "b.io");

    assertEquals(List.of("second-store"), Told.warnings(report.warnings()));
    assertEquals(
        List.of("x list unused", "y list unused"), machine.calls().stream().sorted().toList());
  }

  @Test
  void aSecondStoreIsCleanedOfWhatItLists() {
    machine
        .config("{\"credHelpers\": {\"ghcr.io\": \"x\"}, \"credsStore\": \"keeper\"}")
        .helper("x", "absent-silent")
        .helper("keeper", "keeper")
        .entry("https://ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertEquals(List.of("https://ghcr.io"), machine.erased("keeper"));
    assertFalse(machine.holds("https://ghcr.io"));
    assertEquals(List.of(), report.warnings());
  }

  @Test
  void anUnknownSecondStoreIsSentNothingThatItDoesNotList() {
    machine
        .config(
            "{\"auths\": {\"ghcr.io\": {}}, \"credHelpers\": {\"ghcr.io\": \"gcloud\"},"
                + " \"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper")
        .entry("a.io", "ci", "s3cret");

    logout("ghcr.io");

    assertEquals(List.of("keeper list unused"), machine.calls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "",
        "{\"auths\": null, \"credsStore\": \"\", \"credHelpers\": {}}",
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}"
      })
  void theHelperDockerTurnsToWithoutConfigurationIsAskedAsDockerAsksIt(String json) {
    machine
        .config(json)
        .variable("DISPLAY", ":0") // a bus may be started
        .helper("secretservice", "keeper")
        .entry("https://ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertFalse(machine.holds("https://ghcr.io"));
    assertTrue(
        Told.steps(report.registries())
            .contains("erased https://ghcr.io in docker-credential-secretservice"));
  }

  @Test
  void thatHelperIsNotStartedWhereItsStoreCannotBeOpenedByDockerEither() {
    machine.helper("secretservice", "keeper").entry("https://ghcr.io", "ci", "s3cret");

    LogoutReport report = logout("ghcr.io");

    assertEquals(List.of(), machine.calls());
    assertTrue(report.loggedOut());
  }

  @Test
  void thatHelperIsPrimarySoThatItsFailureIsOne() {
    machine.variable("DISPLAY", ":0").helper("secretservice", "refuses");

    LogoutReport report = logout("ghcr.io");

    assertFalse(report.loggedOut());
    assertEquals(List.of(), report.warnings());
  }

  @Test
  void thatHelperIsLeftAloneWhileOtherLoginsStayInTheFile() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {}, \"a.io\": {}}}")
        .helper("secretservice", "keeper")
        .entry("https://ghcr.io", "ci", "s3cret");

    logout("ghcr.io");

    assertEquals(List.of(), machine.calls());
  }

  @ParameterizedTest(name = "podman''s file has {0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"ghcr.io\": {\"auth\": \"dTpw\"} | ghcr.io is also stored in ",
        "\"ghcr.io\": {\"auth\": \"dTpw\"}, \"ghcr.io/team\": {\"auth\": \"dTpw\"}"
            + " | 2 more logins are also stored in ",
        "\"ghcr.io\": {} | ``",
        "\"a.io\": {\"auth\": \"dTpw\"} | ``",
      })
  void whatAnotherToolStoresOfTheRegistryIsSaid(String member, String expected) {
    machine.write(
        machine.home().resolve(".config/containers/auth.json"), "{\"auths\": {" + member + "}}");

    LogoutReport report = logout("ghcr.io");

    assertEquals(
        expected.isEmpty() ? List.of() : List.of("also-stored"), Told.warnings(report.warnings()));
    assertEquals(!expected.isEmpty(), report.accessMaySurvive());
    assertTrue(expected.isEmpty() || report.warnings().get(0).text().startsWith(expected));
  }

  @Test
  void aMissingDirectoryNamedByTheVariableIsOneLineAndCalm() {
    machine.variable("DOCKER_CONFIG", directory.resolve("missing").toString());

    LogoutReport report = logout("ghcr.io");

    assertEquals(
        List.of("DOCKER_CONFIG names " + directory.resolve("missing") + ", which does not exist"),
        report.warnings().stream().map(Warning::text).toList());
    assertTrue(report.loggedOut());
    assertFalse(report.accessMaySurvive());
  }

  private LogoutReport logout(String... servers) {
    Logout logout = Logout.in(machine.environment());
    return logout.execute(logout.plan(List.of(servers).stream().map(Registry::parse).toList()));
  }
}
