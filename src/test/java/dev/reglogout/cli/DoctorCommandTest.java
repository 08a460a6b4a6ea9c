package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.reglogout.messages.KnownMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {
  private static final String BAD =
      """
      {
        "auths": {
          "ghcr.io": {"auth": "dTpw"},
          "bad.example.com": {"auth": "!!!"}
        },
        "credStore": "pass",
        "credHelpers": {"https://quay.io": "gone", "ghcr.io": "keeper"}
      }
      """;

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() throws Exception {
    machine = new Machine(directory.toRealPath());
  }

  @Test
  void aSoundSetupIsALineForEachSubjectAndASummary() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {}, \"quay.io\": {}}, \"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", "s");

    assertEquals(
        new Machine.Result(
            0,
            """
            ok       %1$s: 2 entries, none in plain text
            ok       docker-credential-keeper: 1 entry (credsStore in %1$s)
            nothing wrong; checked 1 file and 1 helper
            """
                .formatted(machine.config()),
            ""),
        machine.run("doctor"));
  }

  @Test
  void withoutAnythingConfiguredAllIsWell() {
    assertEquals(
        new Machine.Result(
            0,
            """
            ok       %s: not there; docker keeps logins in the file
            nothing wrong; checked 1 file and 0 helpers
            """
                .formatted(machine.config()),
            ""),
        machine.run("doctor"));
  }

  @Test
  void aBrokenSetupIsToldTheWorstFirstAndWithWhatToDo() throws Exception {
    bad();
    machine.variable("DOCKER_AUTH_CONFIG", "{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("doctor");

    assertEquals(
        """
        problem  %1$s: 2 entries, 2 in plain text
          problem  the auth of bad.example.com is not Base64 of user:password: the next docker login or logout empties other logins
                   -> before docker login or logout: `reglogout bad.example.com`
          warning  line 6: nobody reads "credStore"; credsStore is meant?
                   -> rename it to credsStore, or remove it
          warning  credHelpers["https://quay.io"] fits no registry: it is a URL, and docker looks the bare host up
                   -> write quay.io
          warning  in plain text although a helper is configured: ghcr.io
                   -> `reglogout ghcr.io`, and log in again: the helper then keeps it
          warning  in plain text: bad.example.com
                   -> %3$s
        problem  docker-credential-gone (credHelpers["https://quay.io"] in %1$s)
          problem  it is not installed
                   -> %2$s
        warning  DOCKER_AUTH_CONFIG
          warning  it is a login to a.io, which docker 28.3 and newer prefers to all that is stored
                   -> %4$s
        ok       docker-credential-keeper: 1 entry (credHelpers["ghcr.io"] in %1$s)
        2 problems, 5 warnings; checked 1 file, DOCKER_AUTH_CONFIG and 2 helpers
        """
            .formatted(
                machine.config(),
                KnownMessages.byId("helper-not-installed").advice(),
                KnownMessages.byId("stored-in-plain-text").advice(),
                KnownMessages.byId("docker-auth-config").advice()),
        result.out());
    assertEquals("", result.err());
    assertEquals(1, result.exit());
  }

  @Test
  void verboseTellsAlsoIdsPathsAndTimings() throws Exception {
    bad();

    Machine.Result result = machine.run("doctor", "-v");

    assertTrue(result.out().contains("other logins [config-undecodable-auth]\n"), result.out());
    assertTrue(
        result
            .out()
            .contains(
                "\n         named by credHelpers[\"ghcr.io\"] in %s\n         found as %s -> %s\n"
                    .formatted(
                        machine.config(),
                        machine.bin().resolve("docker-credential-keeper"),
                        Path.of("helpers-fixtures/docker-credential-keeper").toRealPath())),
        result.out());
    assertTrue(
        result.out().contains("\n         version: docker-credential-keeper (reglogout fixture)"),
        result.out());
    assertTrue(result.err().matches("(?s).*  docker-credential-keeper list: \\d+ ms\n.*"));
  }

  @Test
  void onATerminalWordsHaveColoursAndNoLineIsWiderThanIt() throws Exception {
    bad();
    machine.terminals(new Terminals(true, true, true)).variable("TERM", "xterm");
    machine.variable("COLUMNS", "60");

    String out = machine.run("doctor").out();

    assertTrue(out.startsWith("\u001b[1;31mproblem\u001b[0m  "), out);
    assertTrue(out.contains("  \u001b[33mwarning\u001b[0m  line 6: "), out);
    assertTrue(out.contains("\u001b[32mok\u001b[0m       docker-"), out);
    String file = machine.config().toString();
    for (String line : out.replaceAll("\u001b\\[[0-9;]*m", "").lines().toList()) {
      assertTrue(line.length() <= 60 || line.contains(file), line);
    }
    assertFalse(machine.variable("NO_COLOR", "1").run("doctor").out().contains("\u001b"));
  }

  @Test
  void aCommandIsNotBrokenWhereItFitsOnALine() {
    machine.config("{\"auths\": {\"a.example.com\": {\"auth\": \"!\"}}}");
    machine.terminals(new Terminals(true, true, true)).variable("COLUMNS", "60");

    String out = machine.run("doctor").out();

    assertTrue(
        out.contains(
            "-> before docker login or logout:\n" + " ".repeat(14) + "`reglogout a.example.com`\n"),
        out);
  }

  @Test
  void podmansFileIsToldWithPodmansName() throws Exception {
    Path file = machine.home().resolve("podman/auth.json");
    machine.write(file, "{\"credsStore\": \"gone\"}");

    String empty = machine.run("doctor", "--config", file.toString()).out();

    assertTrue(empty.startsWith("warning  " + file + ": no entries\n"), empty);
    assertTrue(empty.endsWith("\n1 warning, no problem; checked 1 file and 0 helpers\n"), empty);

    Files.move(file, Files.createDirectory(directory.resolve("elsewhere")).resolve("auth.json"));
    Files.createSymbolicLink(file, directory.resolve("gone"));

    String gone = machine.run("doctor", "--config", file.toString()).out();
    assertTrue(gone.contains(": not there; podman keeps logins in the file\n"), gone);
  }

  @Test
  void nothingIsChangedAndHelpersAreOnlyAskedForListAndVersionAndMintingOnesNotStarted()
      throws Exception {
    bad();
    machine
        .write(
            machine.home().resolve(".config/containers/auth.json"),
            "{\"credHelpers\": {\"gcr.io\": \"gcloud\", \"1.dkr.ecr.us-east-1.amazonaws.com\":"
                + " \"ecr-login\"}}")
        .helper("gcloud", "keeper")
        .helper("ecr-login", "keeper");
    Snapshot before = Snapshot.of(machine.home());

    machine.run("doctor", "--everywhere");

    assertEquals(before.toString(), Snapshot.of(machine.home()).toString());
    assertTrue(machine.holds("ghcr.io"));
    assertEquals(
        List.of("keeper list", "keeper version"),
        machine.calls().stream()
            .map(call -> call.substring(0, call.lastIndexOf(' ')))
            .sorted()
            .toList());
  }

  @Test
  void noSecretAndNoControlCharacterOfAFileIsShown() {
    machine.config(
        "{\"auths\": {\"https://u:S3CR3T@a\\u001b[31m.io\": {\"auth\": \"UzNDUjNUOlMzQ1IzVA==\"},"
            + " \"b.io\": {\"password\": \"S3CR3T\", \"auth\": 1}}, \"cred\\u001b[31mStore\": 1}");

    for (String option : List.of("-v", "--json")) {
      Machine.Result result = machine.run("doctor", option);

      String shown = result.out() + result.err();
      assertEquals(1, result.exit());
      assertFalse(shown.contains("S3CR3T"), shown);
      assertFalse(shown.contains("UzND"), shown);
      assertFalse(shown.contains("\u001b"), shown);
    }
  }

  @Test
  void jsonSaysTheSame() throws Exception {
    machine
        .config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"keeper\", \"credStore\": 1}")
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", "s");

    Machine.Result result = machine.run("doctor", "--json");

    JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
    json.getAsJsonArray("subjects").get(1).getAsJsonObject().addProperty("listMillis", 7);
    assertEquals(
        JsonParser.parseString(
            """
            {
              "version": 1, "exitCode": 0, "problems": 0, "warnings": 1,
              "subjects": [
                {
                  "kind": "file", "name": "%1$s", "severity": "warning", "target": null,
                  "exists": true, "entries": 1, "plainText": 0,
                  "newLogins": "docker-credential-keeper",
                  "findings": [
                    {
                      "severity": "warning", "id": "config-key-misspelt",
                      "text": "line 1: nobody reads \\"credStore\\"; credsStore is meant?",
                      "advice": "rename it to credsStore, or remove it"
                    }
                  ]
                },
                {
                  "kind": "helper", "name": "docker-credential-keeper", "severity": "ok",
                  "namedBy": ["credsStore in %1$s"],
                  "path": "%2$s", "realPath": "%3$s", "nature": "unknown",
                  "helperVersion": "docker-credential-keeper (reglogout fixture) v1.0.0",
                  "entries": 1, "listMillis": 7, "roundTrip": null, "findings": []
                }
              ]
            }
            """
                .formatted(
                    machine.config(),
                    machine.bin().resolve("docker-credential-keeper"),
                    Path.of("helpers-fixtures/docker-credential-keeper").toRealPath())),
        json);
    assertEquals("", result.err());
    assertEquals(0, result.exit());
  }

  @Test
  void aRoundTripIsMadeOnlyWhereItIsAskedFor() {
    machine.config("{\"credsStore\": \"keeper\"}").keeper("keeper", "ghcr.io");

    assertFalse(machine.run("doctor").out().contains("round trip"));
    assertTrue(
        machine.run("doctor", "--round-trip").out().contains(": 1 entry, round trip worked"));
    assertEquals(List.of("ghcr.io"), machine.keysOf("keeper"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ghcr.io       | doctor takes no SERVER: it checks all that is configured; for what is"
            + " stored for ghcr.io use `reglogout list ghcr.io`",
        "--quiet       | unknown option: '--quiet'",
        "--timeout 0   | --timeout '0' is not a number of seconds above 0 and at most 3600",
        "--config=     | --config is empty (an unset variable?)",
        "-v list       | 'list' is a command: put `list` first, or write `-- list` for a registry of"
            + " that name",
      })
  void wrongUsageIsToldAndNothingIsDone(String arguments, String message) {
    machine.config("{\"credsStore\": \"keeper\"}").helper("keeper", "keeper");

    assertEquals(
        new Machine.Result(
            2,
            "",
            "reglogout: %s\nreglogout: nothing was done; try `reglogout doctor --help`\n"
                .formatted(message)),
        machine.run(("doctor " + arguments).split(" ")));
    assertEquals(List.of(), machine.calls());
    assertTrue(
        machine.run("doctor", "--json", "a b").out().contains("\"exitCode\": 2"), "as JSON, too");
  }

  @Test
  void helpIsOfTheCommand() {
    Machine.Result result = machine.run("doctor", "--help");

    assertEquals(0, result.exit());
    assertTrue(result.out().startsWith("Usage: reglogout doctor [OPTIONS]\n"), result.out());
    assertFalse(result.out().contains("SERVER"), result.out());
    assertTrue(result.out().lines().allMatch(line -> line.length() <= 88));
    assertEquals(result, machine.run("help", "doctor"));
    assertEquals(result, machine.run("doctor", "-h"));
    assertTrue(machine.run("--help").out().contains("\n       reglogout doctor "));
    assertEquals(machine.run("--version"), machine.run("doctor", "-V"));
  }

  private void bad() throws Exception {
    machine.config(BAD).helper("keeper", "keeper").entry("ghcr.io", "ci", "s");
    Files.setPosixFilePermissions(machine.config(), PosixFilePermissions.fromString("rw-------"));
  }
}
