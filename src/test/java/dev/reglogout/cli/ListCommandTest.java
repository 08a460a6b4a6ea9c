package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void aRowOfEveryKindIsShownWithItsMark() {
    machine
        .config(
            "{\"auths\": {\"b.example.com\": {\"auth\": \"dXNlcjpwdw==\"}, \"c.example.com\":"
                + " {\"auth\": \"dXNlcjo=\", \"identitytoken\": \"t\"}, \"d.example.com\": {},"
                + " \"bound.example.com\": {\"password\": \"p\", \"username\": \"ann\"}},"
                + " \"credHelpers\": {\"gcr.io\": \"gcloud\", \"bound.example.com\": \"keeper\"}}")
        .helper("keeper", "keeper")
        .entry("https://e.example.com/v2/", "ci", "s")
        .entry("https://index.docker.io/v1/refresh-token", "ci", "s")
        .entry("f.example.com", "<token>", "s")
        .variable("DOCKER_AUTH_CONFIG", "{\"auths\":{\"z.example.com\":{\"auth\":\"emVkOnB3\"}}}");

    Machine.Result result = machine.run("list");

    String file = machine.config().toString();
    String pad = " ".repeat(file.length());
    assertEquals(
        List.of(
            "    REGISTRY           USER     KIND           WHERE" + pad.substring(5) + "  KEY",
            "!   b.example.com      user     inline-secret  " + file,
            "!!  bound.example.com  ann      inline-secret  " + file,
            "!   c.example.com      user     inline-token   " + file,
            "    d.example.com      -        placeholder    " + file,
            "    docker.io          ci       helper-token   docker-credential-keeper"
                + pad.substring(24)
                + "  https://index.docker.io/v1/refresh-token",
            "    e.example.com      ci       helper-entry   docker-credential-keeper"
                + pad.substring(24)
                + "  https://e.example.com/v2/",
            "    f.example.com      <token>  helper-token   docker-credential-keeper",
            "    gcr.io             -        minted         docker-credential-gcloud",
            "!   z.example.com      zed      environment    DOCKER_AUTH_CONFIG",
            "",
            "!  in plain text",
            "!! in plain text despite a helper"),
        result.out().lines().toList());
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    assertEquals(List.of("keeper list unused"), machine.calls());
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    machine.config(
        "{\"auths\": {\"b.example.com\": {\"auth\": \"dXNlcjpwdw==\"}}, \"credsStore\": \"gone\"}");
    Files.setPosixFilePermissions(machine.config(), PosixFilePermissions.fromString("rw-------"));
    Files.setLastModifiedTime(
        machine.config(), FileTime.from(Instant.parse("2026-03-01T08:15:00.75Z")));

    Machine.Result result = machine.run("list", "--json");

    assertEquals(
        """
        {
          "version": 1,
          "exitCode": 0,
          "credentials": [
            {
              "registry": "b.example.com",
              "kind": "inline-secret",
              "store": "%s",
              "key": "b.example.com",
              "user": "user",
              "plainText": true,
              "shadowed": true,
              "form": "docker",
              "tool": "docker",
              "mode": "0600",
              "openToOthers": false,
              "modified": "2026-03-01T08:15:00Z",
              "expires": null
            }
          ],
          "leftOut": [],
          "problems": [
            {
              "store": "docker-credential-gone",
              "reason": "helper-not-installed",
        """
            .formatted(machine.config()),
        result.out().substring(0, result.out().indexOf("      \"detail\"")));
    assertEquals("", result.err());
    assertEquals(0, result.exit());
  }

  @Test
  void entriesOfOtherProgramsAreCountedAndNotShown() {
    machine
        .config("{\"credsStore\": \"shared\"}")
        .helper("shared", "lists-others")
        .entry("ghcr.io", "ci", "s");

    Machine.Result result = machine.run("list");

    assertEquals(
        "REGISTRY  USER  KIND          WHERE\n"
            + "ghcr.io   ci    helper-entry  docker-credential-shared\n"
            + "left out in docker-credential-shared: 4 entries that are no registry logins\n",
        result.out());
    assertTrue(machine.run("list", "--json").out().contains("\"entries\": 4"));
  }

  @Test
  void aRegistryThatIsNamedIsShownWhateverItsNameLooksLike() {
    machine.config("{\"credsStore\": \"keeper\"}").lister("keeper", "{\"myhost\": \"ci\"}");

    assertEquals(0, machine.run("list", "myhost").exit());
    assertEquals(
        "Nothing is stored.\n"
            + "left out in docker-credential-keeper: 1 entry that is no registry login\n",
        machine.run("list").out());
  }

  @Test
  void onlyRowsOfTheRegistriesAreShownUnderEverySpelling() {
    machine
        .config(
            "{\"auths\": {\"https://GHCR.io/v2/\": {\"auth\": \"dTpw\"}, \"quay.io\": {\"auth\":"
                + " \"dTpw\"}}}")
        .variable(
            "DOCKER_AUTH_CONFIG",
            "{\"auths\":{\"ghcr.io\":{\"auth\":\"dTpw\"},\"quay.io\":{\"auth\":\"dTpw\"}}}");

    Machine.Result result = machine.run("list", "ghcr.io:443", "nowhere.example.com");

    String file = machine.config().toString();
    assertEquals(
        List.of(
            "   REGISTRY  USER  KIND           WHERE" + " ".repeat(file.length() - 5) + "  KEY",
            "!  ghcr.io   u     inline-secret  " + file + "  https://GHCR.io/v2/",
            "!  ghcr.io   u     environment    DOCKER_AUTH_CONFIG",
            "",
            "!  in plain text",
            "Nothing is stored for nowhere.example.com."),
        result.out().lines().toList());
    assertEquals(0, result.exit());
  }

  @Test
  void aNamespaceMeansItsOwnKeyInPodmansFileAlone() {
    Path podmans = directory.resolve("auth.json");
    machine.write(
        podmans,
        "{\"auths\": {\"quay.io/team\": {\"auth\": \"dTpw\"}, \"quay.io\": {\"auth\":"
            + " \"dTpw\"}}}");

    String config = podmans.toString();
    assertEquals(1, rows(machine.run("list", "--config", config, "quay.io/team")));
    assertEquals(2, rows(machine.run("list", "--config", config, "quay.io")));
    assertEquals(1, machine.run("list", "--config", config, "quay.io/other").exit());
    assertEquals("quay.io\n", machine.run("list", "-q", "--config", config).out());
  }

  private static long rows(Machine.Result result) {
    return result.out().lines().filter(line -> line.startsWith("! ")).count() - 1;
  }

  @Test
  void severalFilesAreShownEachOnceAndAHelperOfBothIsAskedOnce() {
    Path other = directory.resolve("other/config.json");
    machine
        .config("{\"auths\": {\"a.example.com\": {}}, \"credsStore\": \"keeper\"}")
        .write(other, "{\"auths\": {\"a.example.com\": {}}, \"credHelpers\": {\"x\": \"keeper\"}}")
        .lister("keeper", "{\"a.example.com\": \"ci\"}")
        .helper("counted", "keeper");

    String file = machine.config().toString();
    Machine.Result result =
        machine.run("list", "-v", "--config", file, "--config", other.toString(), "--config", file);

    assertEquals(3, result.out().lines().count() - 1, result.out());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void theNamesOfAQuietListEmptyTheFile() throws IOException {
    machine
        .config(
            "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"https://index.docker.io/v1/\":"
                + " {\"auth\": \"dTpw\"}, \"https://[::1]:5000/v2/\": {\"auth\": \"dTpw\"},"
                + " \"localhost:5000\": {}, \"https://GHCR.IO\": {\"auth\": \"dTpw\"}},"
                + " \"other\": 1}")
        .variable("PATH", machine.bin() + ":/usr/bin:/bin");
    Path program = machine.bin().resolve("reglogout");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s' -cp '%s' %s \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path"), Main.class.getName()));
    assertTrue(program.toFile().setExecutable(true));

    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "reglogout list -q | xargs -r reglogout -q --");
    builder.environment().clear();
    builder.environment().putAll(machine.variables());
    Process process = builder.inheritIO().start();

    assertEquals(0, process.onExit().join().exitValue());
    assertEquals(
        "{\"auths\": {}, \"other\": 1}", machine.configText().replaceAll("\\{\\s+}", "{}"));
    assertEquals("", machine.run("list", "-q").out());
  }

  @Test
  void namesThatCannotBeGivenAsAServerAreLeftOutOfAQuietListAndCounted() {
    machine.config(
        "{\"auths\": {\"it's.example.com\": {\"auth\": \"dTpw\"}, \"\": {\"auth\": \"dTpw\"},"
            + " \"-o.example.com\": {\"auth\": \"dTpw\"}, \"a b.example.com\": {\"auth\":"
            + " \"dTpw\"}, \"x\\u202e.example.com\": {\"auth\": \"dTpw\"}, \"a\\\\b.example.com\":"
            + " {\"auth\": \"dTpw\"}, \"ok.example.com\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("list", "-q");

    assertEquals("ok.example.com\n", result.out());
    assertEquals(
        "reglogout: left out: 6 entries whose registry cannot be given as a SERVER; `reglogout"
            + " list` shows what it is\n",
        result.err());
    assertEquals(0, result.exit());
  }

  @Test
  void mintingHelpersAreNeverStarted() {
    machine
        .config(
            "{\"credsStore\": \"ecr-login\", \"credHelpers\": {\"gcr.io\": \"gcloud\","
                + " \"eu.gcr.io\": \"gcr\", \"x.azurecr.io\": \"acr-env\"}}")
        .helper("gcloud", "keeper")
        .helper("gcr", "keeper")
        .helper("acr-env", "keeper")
        .helper("ecr-login", "keeper");

    Machine.Result result = machine.run("list");

    assertEquals(
        """
        REGISTRY      USER  KIND    WHERE
        eu.gcr.io     -     minted  docker-credential-gcr
        gcr.io        -     minted  docker-credential-gcloud
        x.azurecr.io  -     minted  docker-credential-acr-env
        (any)         -     minted  docker-credential-ecr-login
        """,
        result.out());
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    assertEquals(List.of(), machine.calls());
    assertEquals("", machine.run("list", "-q").out());
    assertEquals(1, machine.run("list", "gcr.io").exit());
    String ecr = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
    assertTrue(machine.run("list", ecr).out().contains("(any)"));
    assertEquals("", machine.run("list", "-q", "ghcr.io").out());
    assertEquals(2, machine.run("list", "gcr.io").out().lines().count() - 1);
  }

  @Test
  void thePlatformsDefaultIsAskedWhereDockerWould() {
    machine.sessionBus().helper("secretservice", "keeper").entry("ghcr.io", "ci", "s");

    assertEquals(
        "REGISTRY  USER  KIND          WHERE\n"
            + "ghcr.io   ci    helper-entry  docker-credential-secretservice\n",
        machine.run("list").out());

    machine.config("{\"auths\": {\"x.example.com\": {}}}");
    assertEquals("x.example.com\n", machine.run("list", "-q").out());
  }

  @Test
  void whatTheFileIsToKeepIsNotShadowed() {
    machine
        .config(
            "{\"auths\": {\"a.example.com\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"keeper\","
                + " \"credHelpers\": {\"https://a.example.com\": \"\"}}")
        .helper("keeper", "lists-null");

    assertTrue(machine.run("list").out().endsWith("\n!  in plain text\n"));
  }
}
