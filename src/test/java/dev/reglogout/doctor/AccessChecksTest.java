package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.config.DockerFormat;
import dev.reglogout.config.FileFacts;
import dev.reglogout.config.FileFacts.Item;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.Origin;
import dev.reglogout.config.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read and write a config file. */
class AccessChecksTest {
  private static final int ME = 1000;

  @TempDir Path directory;

  @ParameterizedTest(name = "file {0} of group {1} in {2}, secrets {3} -> {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "600 | 1000 | 700 | true  | -",
        "600 | 1000 | 755 | true  | -",
        "644 | 1000 | 755 | false | -",
        "644 | 1000 | 755 | true  | problem config-open-to-others `chmod 600 /d/config.json`",
        "640 | 1000 | 755 | true  | -",
        "640 | 50   | 755 | true  | warning config-open-to-others `chmod 600 /d/config.json`",
        "644 | 1000 | 700 | true  | warning config-open-to-others `chmod 600 /d/config.json`",
        "640 | 50   | 700 | true  | -",
        "666 | 1000 | 755 | false | problem config-open-to-change `chmod go-w /d/config.json`",
        "660 | 1000 | 755 | false | -",
        "660 | 50   | 755 | false | warning config-open-to-change `chmod go-w /d/config.json`",
        "666 | 1000 | 700 | false | -",
        "600 | 1000 | 777 | true  | problem config-open-to-change `chmod go-w /d`",
        "600 | 50   | 775 | true  | warning config-open-to-change `chmod go-w /d`",
        "600 | 1000 | 775 | true  | -",
        "600 | 1000 | 1777 | true | -",
      })
  void modesAreJudgedByWhoCanReallyGetThere(
      String mode, int group, String above, boolean secrets, String told) {
    int directoryMode = Integer.parseInt(above, 8);
    FileFacts facts =
        new FileFacts(
            null,
            new Item(Path.of("/d/config.json"), ME, "me", group, Integer.parseInt(mode, 8), true),
            new Item(Path.of("/d"), ME, "me", group, directoryMode, true),
            (directoryMode & 011) != 0,
            (directoryMode & 01) != 0);

    assertEquals(
        told == null ? List.of() : List.of(told),
        new AccessChecks(at("/d/config.json", Origin.OPTION), facts, ME)
            .check(secrets).stream().map(AccessChecksTest::line).toList());
  }

  @ParameterizedTest(name = "user {0}, owner {1}, link {2}, writable {3} {4} -> {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1000 | 1000 | false | true  | true  | -",
        "1000 | 0    | false | true  | true  | problem config-foreign-owner",
        "1000 | 0    | true  | false | false | warning config-foreign-owner",
        "0    | 1000 | false | true  | true  | warning config-foreign-owner",
        "-    | 0    | false | true  | true  | -",
        "1000 | 1000 | false | true  | false | warning config-not-writable",
        "1000 | 1000 | false | false | false | warning config-not-writable",
        "1000 | 1000 | false | false | true  | -",
      })
  void whoOwnsItAndWhoMayWriteItIsTold(
      Integer user, int owner, boolean link, boolean file, boolean above, String told) {
    FileFacts facts =
        new FileFacts(
            link ? Path.of("/d/config.json") : null,
            new Item(Path.of("/d/config.json"), owner, "root", 0, 0600, file),
            new Item(Path.of("/d"), owner, "root", 0, 0700, above),
            false,
            false);

    List<Finding> findings =
        new AccessChecks(at("/d/config.json", Origin.OPTION), facts, user).check(true);

    assertEquals(
        told == null ? List.of() : List.of(told),
        findings.stream().map(f -> f.severity().id() + " " + f.id()).toList());
  }

  @ParameterizedTest(name = "user {0}: {1}, found by {2}, really in {3}, link {4} -> {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1000 | /h/.docker | DEFAULT  | /h/.docker | false | `sudo chown -R \"$(id -un)\""
            + " /h/.docker`",
        "1000 | /h/.docker | DEFAULT  | /tmp       | false"
            + " | `sudo chown \"$(id -un)\" /tmp/config.json`",
        "1000 | /tmp       | OPTION   | /tmp       | false"
            + " | `sudo chown \"$(id -un)\" /tmp/config.json`",
        "1000 | /tmp       | VARIABLE | /tmp       | false"
            + " | `sudo chown \"$(id -un)\" /tmp/config.json`",
        "1000 | /my files  | OPTION   | /my files  | false"
            + " | `sudo chown \"$(id -un)\" '/my files/config.json'`",
        "1000 | /h/.docker | DEFAULT  | /shared    | true"
            + " | if it is meant to be yours: `sudo chown \"$(id -un)\" /shared/config.json`",
        "0    | /h/.docker | DEFAULT  | /h/.docker | false"
            + " | if it is meant to be yours: `sudo chown \"$(id -un)\" /h/.docker/config.json`",
      },
      quoteCharacter = '\u0000')
  void onlyDockersOwnDirectoryIsEverGivenToTheUserAsAWhole(
      int user, String named, Origin origin, Path real, boolean link, String advice) {
    FileFacts facts =
        new FileFacts(
            link ? real.resolve("config.json") : null,
            new Item(real.resolve("config.json"), 7, "somebody", 7, 0600, false),
            new Item(real, 7, "somebody", 7, 0755, false),
            true,
            true);

    List<Finding> findings =
        new AccessChecks(at(named + "/config.json", origin), facts, user).check(true);

    assertEquals(List.of(advice), findings.stream().map(Finding::advice).toList());
  }

  @Test
  void aPathWithBlanksIsOneWordOfTheCommand() {
    FileFacts facts =
        new FileFacts(
            null,
            new Item(Path.of("/my files/a;b"), ME, "me", ME, 0644, true),
            new Item(Path.of("/my files"), ME, "me", ME, 0777, true),
            true,
            true);

    List<Finding> findings =
        new AccessChecks(at("/my files/a;b", Origin.OPTION), facts, ME).check(true);

    assertEquals(
        List.of("`chmod 600 '/my files/a;b'`", "`chmod go-w '/my files'`"),
        findings.stream().map(Finding::advice).toList());
  }

  @Test
  void aRealFileForAllToReadIsAProblemOnceItsDirectoriesAreOpen() throws Exception {
    Machine machine = new Machine(directory.toRealPath());
    machine.config("{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}}}");
    Checkup.mode(machine.config(), "rw-r--r--");
    Checkup.mode(machine.home(), "rwx------");
    assertEquals("warning config-open-to-others", Checkup.told(Checkup.ofFile(machine)).get(0));

    for (Path above : List.of(machine.configDirectory(), machine.home(), directory.toRealPath())) {
      Checkup.mode(above, "rwxr-xr-x");
    }
    assertEquals("problem config-open-to-others", Checkup.told(Checkup.ofFile(machine)).get(0));

    Checkup.mode(machine.config(), "rw-------");
    assertEquals(List.of("warning stored-in-plain-text"), Checkup.told(Checkup.ofFile(machine)));
  }

  @Test
  void aRealFileOfAnotherUsersIsToldWithItsOwner() throws Exception {
    Machine machine = new Machine(directory.toRealPath()).config("{}");
    int owner = (Integer) Files.getAttribute(machine.config(), "unix:uid");
    machine.user(owner + 1);

    Finding finding = Checkup.ofFile(machine).findings().get(0);

    assertEquals("config-foreign-owner", finding.id());
    assertTrue(finding.text().contains(Files.getOwner(machine.config()).getName()), finding.text());
  }

  private static LoginFile at(String path, Origin origin) {
    return new LoginFile(Path.of(path), Tool.DOCKER, origin, DockerFormat.INSTANCE);
  }

  private static String line(Finding finding) {
    return finding.severity().id() + " " + finding.id() + " " + finding.advice();
  }
}
