package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.logout.LogoutSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and helpers are found and read as a logout finds and reads them. */
class SurveyedTest {
  private static final String LOGIN = "{\"auth\": \"dTpw\"}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() throws Exception {
    machine =
        new Machine(directory.toRealPath())
            .variable("XDG_RUNTIME_DIR", directory.resolve("run").toString());
  }

  @Test
  void dockerConfigThatNamesAFileIsAProblem() {
    machine.config("{}").variable("DOCKER_CONFIG", machine.config().toString());

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(List.of("problem docker-config-not-directory"), Checkup.told(file));
    assertFalse(file.findings().get(0).advice().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOME", "DOCKER_CONFIG"})
  void aPathThatCannotBeNamedIsAProblem(String variable) {
    machine.variable(variable, directory + "/caf\ufffd");

    assertEquals(List.of("problem path-invalid"), Checkup.told(Checkup.ofFile(machine)));
  }

  @Test
  void ofADirectoryWithPodmansFileThatFileIsMeant() {
    Path file = login(".config/containers/auth.json", "{\"auths\": {\"a.io\": " + LOGIN + "}}");

    ExaminedFile examined = named(file.getParent());

    assertEquals(file.toString(), examined.name());
    assertEquals("podman", examined.reader());
    assertEquals(1, examined.secrets());
  }

  @Test
  void theFormBefore2015IsReadWhetherNamedOrFound() {
    Path file = login(".dockercfg", "{\"a.io\": " + LOGIN + "}");

    for (ExaminedFile examined : List.of(named(file), everywhere(file))) {
      assertEquals(1, examined.entries());
      assertEquals(List.of("warning stored-in-plain-text"), Checkup.told(examined));
      assertEquals("in plain text: a.io", examined.findings().get(0).text());
    }
  }

  @Test
  void whatKeepsAnotherToolsFileFromBeingReadIsAProblem() {
    Path file = login(".regctl/config.json", "{\"hosts\": ");

    assertEquals(List.of("problem config-cut-short"), Checkup.told(everywhere(file)));
  }

  @Test
  void theVariableUidIsNotTheUser() throws Exception {
    int user = (Integer) Files.getAttribute(directory, "unix:uid");
    machine.user(user).variable("UID", String.valueOf(user + 1)).config("{}");

    assertEquals(List.of(), Checkup.ofFile(machine).findings());
  }

  @Test
  void whatOnlyOtherToolsHoldIsSaidInOneLineForEachFile() {
    String three = "{\"auths\": {\"a.io\": %1$s, \"b.io\": %1$s, \"c.io\": {}}}".formatted(LOGIN);
    Path podmans = login(".config/containers/auth.json", three);
    Path old = login(".dockercfg", "{\"d.io\": " + LOGIN + "}");
    machine.config("{}");

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(List.of("warning also-stored", "warning also-stored"), Checkup.told(file));
    assertEquals(
        List.of("a.io and b.io are also stored in " + podmans, "d.io is also stored in " + old),
        file.findings().stream().map(Finding::text).toList());
    assertEquals(
        "to log out there: `reglogout --everywhere a.io b.io`", file.findings().get(0).advice());
  }

  @Test
  void whatIsLookedAtAnywayIsNotSaidAgain() {
    login(".config/containers/auth.json", "{\"auths\": {\"a.io\": " + LOGIN + "}}");
    machine.config("{}");

    Diagnosis diagnosis = Checkup.of(machine, LogoutSettings.defaults().withEverywhere());

    assertTrue(
        diagnosis.subjects().stream()
            .flatMap(subject -> Checkup.told(subject).stream())
            .noneMatch(told -> told.endsWith("also-stored")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"auths\": {}}",
        "{\"credsStore\": \"\"}",
        "{\"auths\": {\"a.io\": {}}, \"auths\": null}",
        "{\"credHelpers\": {\"a.io\": \"keeper\"}, \"credHelpers\": null}",
      })
  void whereAFileHoldsNothingThePlatformsHelperIsExamined(String json) {
    machine.config(json).helper("secretservice", "lists-null");

    ExaminedHelper helper = helper(Checkup.of(machine));

    assertEquals("docker-credential-secretservice", helper.name());
    assertEquals(List.of("platform default"), helper.namedBy());
    assertEquals("docker-credential-secretservice", Checkup.ofFile(machine).newLogins());
  }

  @Test
  void alsoWhereDockerCannotReadTheFile() {
    machine.config("{\"auths\": ").helper("secretservice", "lists-null");

    assertEquals(List.of("platform default"), helper(Checkup.of(machine)).namedBy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\": {\"a.io\": {}}}",
        "{\"credHelpers\": {\"a.io\": \"\"}}",
        "{\"credHelpers\": []}",
      })
  void whereItHoldsAnythingThePlatformsHelperIsNot(String json) {
    machine.config(json).helper("secretservice", "lists-null");

    assertNull(helper(Checkup.of(machine)));
    assertNull(Checkup.ofFile(machine).newLogins());
  }

  @Test
  void helmTurnsToThePlatformsHelperWhateverDockersFileHolds() {
    machine.config("{\"auths\": {\"a.io\": {}}}").helper("secretservice", "lists-null");

    Diagnosis diagnosis = Checkup.of(machine, LogoutSettings.defaults().withEverywhere());

    assertEquals(List.of("platform default"), helper(diagnosis).namedBy());
  }

  @Test
  void aDefaultWhoseStoreCannotBeOpenedIsNotAskedForItsListAndSaysWhy() {
    machine.config("{}").helper("pass", "keeper").write(machine.bin().resolve("pass"), "#!/bin/sh");
    assertTrue(machine.bin().resolve("pass").toFile().setExecutable(true));

    ExaminedHelper helper = helper(Checkup.of(machine));

    assertEquals(List.of("problem pass-not-initialized"), Checkup.told(helper));
    assertNull(helper.entries());
    assertFalse(machine.calls().contains("pass list unused"), machine.calls().toString());
  }

  @Test
  void aHelperIsAskedOnceHoweverManyFilesNameIt() {
    Path other = machine.home().resolve("other.json");
    machine
        .config("{\"credsStore\": \"keeper\", \"credHelpers\": {\"a.io\": \"keeper\"}}")
        .write(other, "{\"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper");
    LogoutSettings both =
        LogoutSettings.defaults()
            .withConfigs(List.of(machine.config().toString(), other.toString()));

    ExaminedHelper helper = helper(Checkup.of(machine, both));

    assertEquals(List.of("keeper list unused", "keeper version "), machine.calls());
    assertEquals(
        List.of(
            "credsStore in " + machine.config(),
            "credHelpers[\"a.io\"] in " + machine.config(),
            "credsStore in " + other),
        helper.namedBy());
  }

  @Test
  void theHelpersThatPodmanAsksForEveryRegistryAreExamined() {
    machine
        .config("{\"auths\": {\"a.io\": {}}}")
        .write(
            machine.home().resolve(".config/containers/registries.conf"),
            "credential-helpers = [\"keeper\"]\n")
        .lister("keeper", "{}");

    ExaminedHelper helper = helper(Checkup.of(machine, LogoutSettings.defaults().withEverywhere()));

    assertEquals("docker-credential-keeper", helper.name());
    assertEquals(1, helper.namedBy().size());
    assertTrue(helper.namedBy().get(0).startsWith("credential-helpers in "), helper.toString());
  }

  private Path login(String name, String json) {
    Path file = machine.home().resolve(name);
    machine.write(file, json);
    Checkup.mode(file, "rw-------");
    return file;
  }

  private ExaminedFile named(Path path) {
    LogoutSettings settings = LogoutSettings.defaults().withConfigs(List.of(path.toString()));
    return (ExaminedFile) Checkup.of(machine, settings).subjects().get(0);
  }

  private ExaminedFile everywhere(Path file) {
    Diagnosis diagnosis = Checkup.of(machine, LogoutSettings.defaults().withEverywhere());
    return (ExaminedFile)
        diagnosis.subjects().stream()
            .filter(subject -> subject.name().equals(file.toString()))
            .findFirst()
            .orElseThrow();
  }

  /** Returns the first helper, or null. */
  private static ExaminedHelper helper(Diagnosis diagnosis) {
    return (ExaminedHelper)
        diagnosis.subjects().stream()
            .filter(ExaminedHelper.class::isInstance)
            .findFirst()
            .orElse(null);
  }
}
