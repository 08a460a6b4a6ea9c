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

/** What is found about where a file is, and what lies beside it. */
class FilePlaceTest {
  private static final String LOGIN = "{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}}}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() throws Exception {
    machine =
        new Machine(directory.toRealPath())
            .variable("XDG_RUNTIME_DIR", directory.resolve("run").toString());
  }

  @Test
  void aLinkIsShownWithItsTarget() throws Exception {
    Path target = machine.home().resolve("dotfiles/docker.json");
    machine.write(target, "{}");
    Files.createSymbolicLink(machine.config(), Path.of("../dotfiles/docker.json"));

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(machine.config().toString(), file.name());
    assertEquals(target.toString(), file.target());
    assertEquals(List.of(), file.findings());
  }

  @Test
  void aLinkThatLeadsNowhereIsTold() throws Exception {
    Files.createSymbolicLink(machine.config(), machine.home().resolve("gone.json"));

    ExaminedFile file = Checkup.ofFile(machine);

    assertFalse(file.exists());
    assertEquals(machine.home().resolve("gone.json").toString(), file.target());
    assertEquals(List.of("warning config-dangling-link"), Checkup.told(file));
  }

  @Test
  void aLinkThatLeadsToItselfIsAProblem() throws Exception {
    Files.createSymbolicLink(machine.config(), machine.config());

    assertEquals(List.of("problem config-link-loop"), Checkup.told(Checkup.ofFile(machine)));
  }

  @Test
  void aDirectoryInTheFilesPlaceIsAProblem() throws Exception {
    Files.createDirectory(machine.config());

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(List.of("problem config-not-file"), Checkup.told(file));
    assertNull(file.entries());
  }

  @Test
  void whatDockerPodmanAndALogoutLeftBesideItIsTold() throws Exception {
    machine
        .config("{}")
        .write(machine.configDirectory().resolve("config.json1904362571"), LOGIN)
        .write(machine.configDirectory().resolve(".tmp-config.json77"), LOGIN.substring(0, 20))
        .write(machine.configDirectory().resolve(".config.json.reglogout-1-2.tmp"), LOGIN)
        .write(
            machine.configDirectory().resolve("config.json200001"), "{\"auths\": {\"a.io\": {}}}")
        .write(machine.configDirectory().resolve("config.json300001"), "")
        .write(machine.configDirectory().resolve("config.json2"), LOGIN)
        .write(machine.configDirectory().resolve(".config.json.reglogout-mine.tmp"), LOGIN)
        .write(machine.configDirectory().resolve("config.json.bak"), LOGIN)
        .write(machine.configDirectory().resolve("config.json400001x"), LOGIN);

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(
        List.of("warning config-leftover", "warning config-leftover", "warning config-leftover"),
        Checkup.told(file));
    assertEquals(
        List.of(".config.json.reglogout-1-2.tmp", ".tmp-config.json77", "config.json1904362571"),
        file.findings().stream()
            .map(f -> f.advice().substring(f.advice().lastIndexOf('/') + 1).replace("`", ""))
            .toList());
  }

  @Test
  void theCommandThatRemovesALeftoverCanBeCopiedWhateverTheDirectoryIsCalled() {
    Path file = machine.home().resolve("my files; and more/config.json");
    machine.write(file, "{}").write(file.resolveSibling("config.json1904362571"), LOGIN);
    LogoutSettings named = LogoutSettings.defaults().withConfigs(List.of(file.toString()));

    Finding finding = Checkup.of(machine, named).subjects().get(0).findings().get(0);

    assertEquals(
        "see that no docker or podman is at work, and that it is no copy of yours, then: `rm '%s'`"
            .formatted(file.resolveSibling("config.json1904362571")),
        finding.advice());
  }

  @Test
  void ofALinkThatIsCalledLikeALeftoverOnlyTheLinkIsToBeRemoved() throws Exception {
    Path link = machine.configDirectory().resolve("config.json1904362571");
    machine.config(LOGIN);
    Checkup.mode(machine.config(), "rw-------");
    Files.createSymbolicLink(link, machine.config());

    Finding finding = Checkup.ofFile(machine).findings().get(1);

    assertEquals("config-leftover", finding.id());
    assertTrue(finding.advice().endsWith("`rm " + link + "`"), finding.advice());
  }

  @Test
  void whatIsLeftBesideALinkAndBesideItsTargetIsTold() throws Exception {
    Path target = machine.home().resolve("dotfiles/docker.json");
    machine
        .write(target, "{}")
        .write(target.resolveSibling("docker.json123456"), LOGIN)
        .write(machine.configDirectory().resolve("config.json345678"), LOGIN);
    Files.createSymbolicLink(machine.config(), target);

    assertEquals(2, Checkup.ofFile(machine).findings().size());
  }

  @Test
  void theSameRegistryInAnotherToolsFileIsTold() {
    Path podmans = machine.home().resolve(".config/containers/auth.json");
    machine
        .config("{\"auths\": {\"https://A.io/v2/\": {\"auth\": \"dTpw\"}, \"b.io\": {}}}")
        .write(podmans, "{\"auths\": {\"a.io/team\": {\"auth\": \"dTpw\"}, \"b.io\": {}}}");
    Checkup.mode(machine.config(), "rw-------");

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(
        List.of("warning stored-in-plain-text", "warning also-stored"), Checkup.told(file));
    assertEquals("https://A.io/v2/ is also stored in " + podmans, file.findings().get(1).text());
    assertEquals(
        "to log out of all: `reglogout --everywhere a.io`", file.findings().get(1).advice());
    assertEquals(1, Checkup.of(machine).subjects().size());
  }

  @Test
  void theAdvisedLogoutLooksAtAllFilesThatAreMeant() {
    Path first = machine.home().resolve("first one/config.json");
    Path second = machine.home().resolve("second/config.json");
    Path podmans = machine.home().resolve(".config/containers/auth.json");
    for (Path file : List.of(first, second, podmans)) {
      machine.write(file, LOGIN);
      Checkup.mode(file, "rw-------");
    }
    LogoutSettings both =
        LogoutSettings.defaults()
            .withConfigs(List.of(first.getParent().toString(), second.toString()));

    List<Finding> findings = Checkup.of(machine, both).subjects().get(0).findings();

    assertEquals(
        List.of(
            "to log out of all: `reglogout --config '%s' --config %s a.io`"
                .formatted(first, second),
            "to log out of all: `reglogout --config '%s' --everywhere a.io`".formatted(first)),
        findings.stream()
            .filter(finding -> finding.id().equals("also-stored"))
            .map(Finding::advice)
            .toList());
  }

  @Test
  void aFileNamedByAnOptionThatIsNotThereIsAProblemAndKeepsNothingElseFromBeingChecked() {
    machine.config("{\"credStore\": \"x\"}");
    String gone = directory.resolve("gone").toString();
    LogoutSettings both =
        LogoutSettings.defaults().withConfigs(List.of(gone, machine.config().toString()));

    List<Subject> subjects = Checkup.of(machine, both).subjects();

    assertEquals(List.of("problem config-missing"), Checkup.told(subjects.get(0)));
    assertEquals(gone, subjects.get(0).name());
    assertEquals(List.of("warning config-key-misspelt"), Checkup.told(subjects.get(1)));
  }

  @Test
  void withoutAHomeThatIsTheProblem() {
    machine.variable("HOME", "");

    assertEquals(List.of("problem no-home"), Checkup.told(Checkup.ofFile(machine)));
  }

  @Test
  void aVariableThatNamesNoDirectoryIsTold() {
    machine.variable("DOCKER_CONFIG", directory.resolve("gone").toString());

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(List.of("warning docker-config-missing"), Checkup.told(file));
    assertEquals(
        "correct or unset DOCKER_CONFIG, or name the directory with --config",
        file.findings().get(0).advice());
  }

  @Test
  void underSudoItIsToldWhoseFileWasNotLookedAt() {
    machine.config("{}").variable("SUDO_USER", "ann");

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(List.of("warning sudo"), Checkup.told(file));
    assertTrue(file.findings().get(0).text().endsWith("the file of ann was not looked at"));
  }

  @Test
  void withoutAFileItIsToldWhereDockerWouldKeepLogins() {
    assertNull(Checkup.ofFile(machine).newLogins());

    machine.helper("secretservice", "lists-null");

    ExaminedFile file = Checkup.ofFile(machine);
    assertEquals("docker-credential-secretservice", file.newLogins());
    assertFalse(file.exists());
    assertEquals(List.of(), file.findings());
    ExaminedHelper helper = (ExaminedHelper) Checkup.of(machine).subjects().get(1);
    assertEquals(List.of("platform default"), helper.namedBy());

    machine.config("{\"auths\": {\"a.io\": {}}}");
    assertNull(Checkup.ofFile(machine).newLogins());
  }
}
