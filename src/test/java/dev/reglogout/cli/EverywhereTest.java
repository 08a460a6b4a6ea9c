package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --everywhere}: also out of what podman and Helm keep in files of their own. */
class EverywhereTest {
  /** As podman login writes it. */
  private static final String PODMANS =
      "{\n\t\"auths\": {\n\t\t\"ghcr.io\": {\n\t\t\t\"auth\": \"Y2k6czNjcmV0\"\n\t\t},\n"
          + "\t\t\"quay.io/team\": {\n\t\t\t\"auth\": \"Y2k6czNjcmV0\"\n\t\t}\n\t}\n}";

  private static final String PODMANS_AFTER =
      "{\n\t\"auths\": {\n\t\t\"quay.io/team\": {\n\t\t\t\"auth\": \"Y2k6czNjcmV0\"\n\t\t}\n\t}\n}";

  /** As helm registry login writes it where a helper is there to be found. */
  private static final String HELMS =
      "{\n\t\"auths\": {\n\t\t\"ghcr.io\": {}\n\t},\n\t\"credsStore\": \"helms\"\n}";

  private static final String HELMS_AFTER = "{\n\t\"auths\": {},\n\t\"credsStore\": \"helms\"\n}";
  private static final String DOCKERS = "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}";

  @TempDir Path directory;
  private Machine machine;
  private Path podmans;
  private Path helms;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config(DOCKERS);
    podmans = machine.home().resolve(".config/containers/auth.json");
    helms = machine.home().resolve(".config/helm/registry/config.json");
  }

  @Test
  void aRegistryIsGoneFromDockersPodmansAndHelmsFilesAndTheirHelpers() {
    Path runtime = directory.resolve("run/containers/auth.json");
    machine
        .write(podmans, PODMANS)
        .write(runtime, PODMANS)
        .write(helms, HELMS)
        .variable("XDG_RUNTIME_DIR", directory.resolve("run").toString())
        .keeper("helms", "ghcr.io", "quay.io");

    Machine.Result result = machine.run("--everywhere", "ghcr.io");

    assertEquals(
        new Machine.Result(
            0,
            """
            Removing login credentials for ghcr.io
              removed ghcr.io from %s
              removed ghcr.io from %s
              removed ghcr.io from %s
              removed ghcr.io (no secret) from %s
              erased ghcr.io from docker-credential-helms
            """
                .formatted(machine.config(), runtime, podmans, helms),
            ""),
        result);
    assertEquals("{\"auths\": {}}", machine.configText());
    assertEquals(PODMANS_AFTER, Machine.read(podmans));
    assertEquals(PODMANS_AFTER, Machine.read(runtime));
    assertEquals(HELMS_AFTER, Machine.read(helms));
    assertEquals(List.of("quay.io"), machine.keysOf("helms"));
  }

  @Test
  void allFindsTheRegistriesOfPodmansAndHelmsFiles() {
    machine.write(podmans, PODMANS).write(helms, HELMS).keeper("helms", "https://only-helms.io");

    Machine.Result result = machine.run("--all", "--everywhere");

    assertEquals(0, result.exit(), result.err());
    assertEquals("{\"auths\": {}}", machine.configText());
    assertEquals("{\n\t\"auths\": {}\n}", Machine.read(podmans));
    assertEquals(HELMS_AFTER, Machine.read(helms));
    assertEquals(List.of(), machine.keysOf("helms"));
  }

  @Test
  void linksModesAndOwnersAreKept() throws IOException {
    Path target = machine.home().resolve("dotfiles/logins");
    machine.write(target, PODMANS).write(helms, HELMS).keeper("helms");
    Files.createDirectories(podmans.getParent());
    Files.createSymbolicLink(podmans, target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    Files.setPosixFilePermissions(helms, PosixFilePermissions.fromString("rw-rw-r--"));
    Snapshot before = Snapshot.of(machine.home());

    machine.run("--everywhere", "ghcr.io");

    assertEquals(
        before
            .with(DOCKERS, "{\"auths\": {}}")
            .with(PODMANS, PODMANS_AFTER)
            .with(HELMS, HELMS_AFTER)
            .toString(),
        Snapshot.of(machine.home()).toString());
  }

  @Test
  void filesThatAreNotThereHoldNothingAndNothingIsCreated() {
    Snapshot before = Snapshot.of(directory);

    Machine.Result result = machine.run("--everywhere", "-v", "a.io");

    assertEquals(
        "Not logged in to a.io\n  nothing in "
            + machine.config()
            + "\n  nothing in "
            + helms
            + "\n",
        result.out());
    assertEquals("", result.err());
    assertEquals(before.toString(), Snapshot.of(directory).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--config FILE", "--config LINK", "--config FILE --config LINK", ""})
  void oneFileUnderSeveralNamesIsWorkedOnOnce(String configs) throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link.json"), machine.config());
    machine.variable("REGISTRY_AUTH_FILE", machine.config().toString());
    machine.variable("HELM_REGISTRY_CONFIG", link.toString());
    String arguments =
        (configs + " --everywhere ghcr.io")
            .strip()
            .replace("FILE", machine.config().toString())
            .replace("LINK", link.toString());

    Machine.Result result = machine.run(arguments.split(" "));

    assertEquals(0, result.exit(), result.err());
    assertEquals(2, result.out().lines().count(), result.out());
    assertEquals("{\"auths\": {}}", machine.configText());
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void aNamespaceThatAFileHasIsThatKeyAloneInEachOfThem() {
    String both =
        "{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}, \"quay.io/team\": {\"auth\": \"dTpw\"}}}";
    machine.config(both).write(podmans, both);

    Machine.Result result = machine.run("--everywhere", "quay.io/team");

    assertEquals(0, result.exit());
    String whole = "{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}}}";
    assertEquals(whole, machine.configText());
    assertEquals(whole, Machine.read(podmans));
    String remains =
        "reglogout: quay.io is still logged in as a whole in %s: to end that too, log out of quay.io\n";
    assertEquals(remains.formatted(machine.config()) + remains.formatted(podmans), result.err());
    assertEquals(3, machine.run("--strict", "--everywhere", "quay.io/team").exit());
  }

  @Test
  void aNamespaceIsDroppedInAFileOfDockersThatHasNone() {
    machine.config("{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("quay.io/team");

    assertEquals(0, result.exit());
    assertEquals("{\"auths\": {}}", machine.configText());
    assertEquals(
        "reglogout: quay.io/team is taken for quay.io, as docker understands it\n", result.err());
  }

  @Test
  void aFileThatIsMalformedIsAFailureAndTheOthersAreCleaned() {
    machine.write(podmans, "{\"auths\": {").write(helms, HELMS).keeper("helms", "ghcr.io");

    Machine.Result result = machine.run("--everywhere", "ghcr.io");

    assertEquals(1, result.exit());
    assertTrue(
        result.err().startsWith("reglogout: ghcr.io may remain in " + podmans + ":1:"),
        result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals("{\"auths\": {}}", machine.configText());
    assertEquals("{\"auths\": {", Machine.read(podmans));
    assertEquals(List.of(), machine.keysOf("helms"));
  }

  @Test
  void withoutItARegistryThatIsAlsoStoredThereIsNotedInOneLineForEachFile() {
    machine.write(podmans, PODMANS).write(helms, DOCKERS);

    Machine.Result result = machine.run("--strict", "ghcr.io", "a.io");

    assertEquals(3, result.exit());
    assertEquals(
        """
        reglogout: ghcr.io is also stored in %s: --everywhere removes it there, too
        reglogout: ghcr.io is also stored in %s: --everywhere removes it there, too
        """
            .formatted(podmans, helms),
        result.err());
    assertEquals(PODMANS, Machine.read(podmans));
    assertEquals(DOCKERS, Machine.read(helms));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"auths\": {", "[]", "", "{}", "{\"auths\": {\"ghcr.io\": {}}}"})
  void withoutItAFileThatCannotBeReadOrHoldsNoSecretIsPassedOver(String text) {
    machine.write(podmans, text);

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(0, result.exit());
    assertEquals("", result.err());
  }

  @Test
  void withoutItADirectoryInTheFilesPlaceIsPassedOver() throws IOException {
    Files.createDirectories(podmans);

    assertEquals("", machine.run("ghcr.io").err());
    assertEquals(1, machine.run("--everywhere", "ghcr.io").exit());
  }

  @Test
  void underSudoOneLineSaysWhoseFileIsWorkedOn() {
    machine.variable("SUDO_USER", "alice");

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(0, result.exit());
    assertEquals(
        "reglogout: under sudo, worked on %s; what alice has elsewhere is not touched: run it without sudo for that\n"
            .formatted(machine.config()),
        result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "root"})
  void whoIsNotUnderSudoOfSomebodyElseIsToldNothing(String user) {
    machine.variable("SUDO_USER", user);

    assertEquals("", machine.run("ghcr.io").err());
  }

  @Test
  void whoNamesTheFileKnowsWhoseItIs() {
    machine.variable("SUDO_USER", "alice");

    assertEquals("", machine.run("--config", machine.config().toString(), "ghcr.io").err());
    machine.variable("DOCKER_CONFIG", machine.configDirectory().toString());
    assertEquals("", machine.run("ghcr.io").err());
  }

  @Test
  void aConfigPathThatDoesNotExistIsAFailureAndNothingIsCreated() {
    Path missing = directory.resolve("missing/config.json");

    Machine.Result result = machine.run("--config", missing.toString(), "--all");

    assertEquals(1, result.exit());
    assertEquals(
        "reglogout: other registries may remain in %1$s: --config %1$s does not exist. check the path\n"
            .formatted(missing),
        result.err());
    assertEquals("", result.out());
    assertFalse(Files.exists(missing.getParent()));
    assertEquals(DOCKERS, machine.configText());
  }
}
