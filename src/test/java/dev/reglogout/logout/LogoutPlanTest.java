package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is data: it says what would be erased and where, and changes nothing. */
class LogoutPlanTest {
  private static final Registry GHCR = Registry.parse("ghcr.io");

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void aPlanNamesEveryPlaceAndStartsNoErase() {
    String json =
        """
        {"auths": {"ghcr.io": {"auth": "dTpw"}, "https://ghcr.io/v1/": {}, "a.io": {}},
         "credsStore": "keeper"}
        """;
    machine.config(json).helper("keeper", "keeper").entry("https://ghcr.io", "ci", "s3cret");

    LogoutPlan plan = Logout.in(machine.environment()).plan(GHCR);

    assertEquals(
        List.of(
            "planned ghcr.io in config.json",
            "planned https://ghcr.io/v1/ in config.json",
            "planned https://ghcr.io in docker-credential-keeper"),
        Told.steps(plan.asReport().registries()));
    assertEquals(List.of("keeper list unused"), machine.calls());
    assertEquals(json, machine.configText());
    assertTrue(machine.holds("https://ghcr.io"));
  }

  @Test
  void aStepKnowsTheUserThatTheStoreTells() {
    machine
        .config("{\"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", "s3cret");

    Step step = Logout.in(machine.environment()).plan(GHCR).steps().get(1);

    assertEquals("ci", step.entry().user());
    assertEquals(Step.Intent.ERASE_LISTED, step.intent());
  }

  @Test
  void noRegistryMeansDockerHub() {
    machine.config("{\"auths\": {\"index.docker.io\": {\"auth\": \"dTpw\"}}}");

    LogoutPlan plan = Logout.in(machine.environment()).plan();

    assertEquals(
        List.of("planned index.docker.io in config.json"),
        Told.steps(plan.asReport().registries()));
    assertEquals(
        "https://index.docker.io/v1/",
        plan.asReport().registries().get(0).registry().displayName());
  }

  @Test
  void registriesStandInTheOrderAskedForAndEachOnce() {
    machine.config("{}");

    LogoutPlan plan =
        Logout.in(machine.environment())
            .plan(
                Registry.parse("b.io"),
                Registry.parse("a.io"),
                Registry.parse("https://B.io:443/v2/"));

    assertEquals(
        List.of("absent b.io in config.json", "absent a.io in config.json"),
        Told.steps(plan.asReport().registries()));
  }

  @Test
  void aFileNamedTwiceOrThroughALinkIsWorkedOnOnce() throws IOException {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");
    Path link = Files.createSymbolicLink(directory.resolve("link.json"), machine.config());
    Path linkedDirectory =
        Files.createSymbolicLink(directory.resolve("linked"), machine.configDirectory());

    LogoutPlan plan =
        with(link, machine.config(), machine.configDirectory(), linkedDirectory).plan(GHCR);

    assertEquals(List.of("planned ghcr.io in link.json"), Told.steps(plan.asReport().registries()));
  }

  @Test
  void aHelperNamedBySeveralFilesIsOneStoreAndListedOnce() {
    Path other = directory.resolve("other.json");
    machine
        .config("{\"credsStore\": \"keeper\"}")
        .write(other, "{\"credHelpers\": {\"ghcr.io\": \"keeper\"}}")
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", "s3cret");

    LogoutPlan plan = with(machine.config(), other).plan(GHCR);

    assertEquals(
        List.of(
            "absent ghcr.io in config.json",
            "absent ghcr.io in other.json",
            "planned ghcr.io in docker-credential-keeper"),
        Told.steps(plan.asReport().registries()));
    assertEquals(List.of("keeper list unused"), machine.calls());
  }

  @Test
  void aFileThatCannotBeReadIsAFailedStepOfEachRegistryAndTheOthersArePlanned() {
    Path broken = directory.resolve("broken.json");
    machine
        .write(broken, "{\"auths\": {,}}")
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");

    LogoutPlan plan = with(broken, machine.config()).plan(GHCR, Registry.parse("a.io"));

    assertEquals(
        List.of(
            "failed - in broken.json",
            "planned ghcr.io in config.json",
            "failed - in broken.json",
            "absent a.io in config.json"),
        Told.steps(plan.asReport().registries()));
  }

  @Test
  void aPlanAsAReportIsNotLoggedOutOfYetOnlyWhereSomethingHasFailed() {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");
    LogoutReport fine = Logout.in(machine.environment()).plan(GHCR).asReport();
    machine.config("{\"credsStore\": \"nowhere\"}");
    LogoutReport failing = Logout.in(machine.environment()).plan(GHCR).asReport();

    assertTrue(fine.loggedOut());
    assertTrue(fine.changed());
    assertEquals(List.of(), fine.remaining());
    assertFalse(failing.loggedOut());
    assertFalse(failing.changed());
    assertEquals(1, failing.remaining().size());
  }

  @Test
  void aPlanThatOnlyAsksAHelperToEraseWhatItDoesNotListChangesNothing() {
    machine.config("{\"credsStore\": \"keeper\"}").helper("keeper", "absent-osxkeychain");

    LogoutReport dry = Logout.in(machine.environment()).plan(GHCR).asReport();

    assertFalse(dry.changed());
  }

  @Test
  void whatStandsExactlySoInAFileIsFoundThere() {
    machine.config("{\"auths\": {\"*.io\": {}, \"a.io\": {}}}");
    Logout logout = Logout.in(machine.environment());

    assertTrue(logout.holdsKey(Registry.exactKey("*.io")));
    assertFalse(logout.holdsKey(Registry.exactKey("*.IO")));
    assertEquals(
        List.of("planned *.io in config.json"),
        Told.steps(logout.plan(Registry.exactKey("*.io")).asReport().registries()));
  }

  @Test
  void theExampleOfTheDocumentationReadsAsItIsWritten() {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");

    Logout logout = Logout.in(machine.environment());
    LogoutPlan plan = logout.plan(Registry.parse("ghcr.io"));
    LogoutReport report = logout.execute(plan);

    assertTrue(report.loggedOut());
    assertTrue(report.changed());
    assertEquals(List.of(), report.remaining());
    assertEquals(
        "erased ghcr.io in " + machine.config(),
        report.registries().get(0).steps().get(0).toString());
  }

  private Logout with(Path... configs) {
    List<String> paths = List.of(configs).stream().map(Path::toString).toList();
    return Logout.in(machine.environment(), LogoutSettings.defaults().withConfigs(paths));
  }
}
