package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Namespaces have keys of their own in podman's file, and in any other where they stand there. */
class NamespaceTest {
  private static final String LOGINS =
      "{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}, \"quay.io/team\": {\"auth\": \"dTpw\"},"
          + " \"quay.io/team/image\": {\"auth\": \"dTpw\"}}}";

  @TempDir Path directory;
  private Machine machine;
  private Path podmans;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
    podmans = directory.resolve("auth.json");
  }

  @Test
  void inPodmansFileANamespaceIsExactlyThatKeyAndTheWholeRegistryIsNoted() {
    machine.write(podmans, LOGINS);

    LogoutReport report = logout(podmans, "quay.io/team");

    assertEquals(List.of("erased quay.io/team in auth.json"), Told.steps(report.registries()));
    assertEquals(List.of("registry-login-remains"), Told.warnings(report.warnings()));
    assertEquals(
        "{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"},"
            + " \"quay.io/team/image\": {\"auth\": \"dTpw\"}}}",
        Machine.read(podmans));
  }

  @Test
  void inPodmansFileAPlainHostTakesItsNamespacesAlong() {
    machine.write(podmans, LOGINS);

    LogoutReport report = logout(podmans, "quay.io");

    assertEquals("{\"auths\": {}}", Machine.read(podmans));
    assertTrue(report.loggedOut());
    assertEquals(List.of(), report.warnings());
  }

  @Test
  void inAnyOtherFileANamespaceThatStandsThereIsExactlyThatKeyAndEveryOtherIsNoted() {
    machine.config(LOGINS);

    LogoutReport report = logout(machine.config(), "quay.io/team");

    assertEquals(List.of("erased quay.io/team in config.json"), Told.steps(report.registries()));
    assertEquals(
        "{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"},"
            + " \"quay.io/team/image\": {\"auth\": \"dTpw\"}}}",
        machine.configText());
    assertEquals(
        List.of("registry-login-remains", "registry-login-remains"),
        Told.warnings(report.warnings()));
    assertTrue(report.accessMaySurvive());
  }

  @Test
  void inAnyOtherFileThatHasANamespaceAnotherOneIsAbsent() {
    machine.config(LOGINS);

    LogoutReport report = logout(machine.config(), "quay.io/other");

    assertEquals(1, report.registries().get(0).steps().size());
    assertTrue(Told.steps(report.registries()).get(0).startsWith("absent "));
    assertEquals(LOGINS, machine.configText());
  }

  @Test
  void inAFileWithoutNamespacesTheNamespaceIsDroppedAsDockerLoginDoesAndThatIsSaid() {
    machine.config(
        "{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}, \"a.io/team\": {\"auth\": \"dTpw\"}}}");

    LogoutReport report = logout(machine.config(), "quay.io/team");

    assertEquals("{\"auths\": {\"a.io/team\": {\"auth\": \"dTpw\"}}}", machine.configText());
    assertEquals(List.of("erased quay.io in config.json"), Told.steps(report.registries()));
    assertEquals(List.of("path-ignored"), Told.warnings(report.warnings()));
  }

  @Test
  void severalNamespacesThatMeanNothingAreOneRegistry() {
    machine.config("{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}}}");

    LogoutReport report = logout(machine.config(), "quay.io/team", "quay.io/other", "quay.io");

    assertEquals(List.of("erased quay.io in config.json"), Told.steps(report.registries()));
  }

  @Test
  void aUrlNamesItsPathAlsoInPodmansFile() {
    machine.write(podmans, LOGINS);

    logout(podmans, "https://quay.io/team");

    assertEquals(
        "{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}, \"quay.io/team/image\": {\"auth\":"
            + " \"dTpw\"}}}",
        Machine.read(podmans));
  }

  @Test
  void aNamespaceThatIsNotThereIsAbsent() {
    machine.write(podmans, LOGINS);

    LogoutReport report = logout(podmans, "quay.io/other");

    assertEquals(1, report.registries().get(0).steps().size());
    assertTrue(Told.steps(report.registries()).get(0).startsWith("absent "));
    assertEquals(LOGINS, Machine.read(podmans));
  }

  @Test
  void twoNamespacesOfOneRegistryAreTwoRegistriesInPodmansFile() {
    machine.write(podmans, LOGINS);

    LogoutReport report = logout(podmans, "quay.io/team", "quay.io/team/image");

    assertEquals(
        List.of("erased quay.io/team in auth.json", "erased quay.io/team/image in auth.json"),
        Told.steps(report.registries()));
    assertEquals("{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}}}", Machine.read(podmans));
  }

  @Test
  void aHelperIsNotTouchedForANamespaceOfPodmansFile() {
    machine
        .write(podmans, "{\"credHelpers\": {\"quay.io\": \"keeper\"}}")
        .helper("keeper", "keeper")
        .entry("quay.io", "ci", "s3cret");

    logout(podmans, "quay.io/team");

    assertEquals(List.of(), machine.calls());
    assertTrue(machine.holds("quay.io"));
  }

  private LogoutReport logout(Path config, String... servers) {
    LogoutSettings settings = LogoutSettings.defaults().withConfigs(List.of(config.toString()));
    Logout logout = Logout.in(machine.environment(), settings);
    return logout.execute(logout.plan(List.of(servers).stream().map(Registry::parse).toList()));
  }
}
