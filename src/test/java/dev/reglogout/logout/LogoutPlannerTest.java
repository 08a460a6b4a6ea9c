package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planned for all that is found, and for files that are not understood. */
class LogoutPlannerTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config("{}");
  }

  @Test
  void everyRegistryThatIsFoundIsPlannedOnce() {
    machine
        .config(
            """
            {"auths": {"a.io": {"auth": "dTpw"}, "": {"auth": "dTpw"}, "*.io": {"auth": "dTpw"}},
             "credHelpers": {"b.io": "x"}, "credsStore": "pass"}
            """)
        .lister("x", "{\"https://b.io\":\"u\",\"c.io\":\"u\"}")
        .lister("pass", "{\"https://A.io/v2/\":\"u\",\"plainword\":\"u\",\"x.mcp-dcr\":\"u\"}");

    LogoutReport report = planAll();

    assertEquals(
        List.of(
            "planned  in config.json",
            "planned *.io in config.json",
            "planned a.io in config.json",
            "planned c.io in docker-credential-x",
            "planned https://A.io/v2/ in docker-credential-pass",
            "planned https://b.io in docker-credential-x"),
        Told.steps(report.registries()).stream()
            .filter(s -> s.startsWith("planned"))
            .sorted()
            .toList());
    assertEquals(List.of("left-alone"), Told.warnings(report.warnings()));
    assertTrue(report.warnings().get(0).text().contains("2 entries"));
    assertEquals(List.of(), report.unsearched());
  }

  @ParameterizedTest(name = "{0}, {1} lists {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"credsStore\": \"x\"} | x | [] | docker-credential-x list-not-json",
        "{\"credsStore\": \"x\"} | x | {\"\":\"locked\"} | docker-credential-x keyring-locked-item",
        "{\"credsStore\": \"secretservice\"} | secretservice | {} | docker-credential-secretservice"
            + " keyring-locked",
        "{\"credsStore\": \"x\"} | y | {} | docker-credential-x helper-not-installed",
        // what is bound to some registries alone can be told of these
        "{\"credHelpers\": {\"a.io\": \"x\"}} | x | [] | ``",
        "{\"auths\": []} | x | {} | config.json auths-not-object",
        "{\"auths\": | x | {} | config.json config-malformed",
      })
  void whatMayHoldRegistriesThatNobodyKnowsOfIsUnsearched(
      String json, String name, String list, String expected) {
    machine.config(json).variable("DISPLAY", ":0").lister(name, list);
    Path locked = machine.bin().resolve("dbus-send");
    machine.write(locked, "#!/bin/sh\necho '   variant       boolean true'\n");
    assertTrue(locked.toFile().setExecutable(true));

    LogoutReport report = planAll();

    List<String> unsearched =
        report.unsearched().stream()
            .map(problem -> Path.of(problem.store()).getFileName() + " " + problem.reason())
            .toList();
    assertEquals(expected, String.join(", ", unsearched));
    assertFalse(report.loggedOut() && !expected.isEmpty());
  }

  @Test
  void aMintingHelperForAllIsSaidOfAllRegistries() {
    machine.config("{\"credsStore\": \"ecr-login\"}");

    LogoutReport report = planAll();

    assertEquals(List.of("minted"), Told.warnings(report.warnings()));
    assertTrue(report.accessMaySurvive());
    assertTrue(report.loggedOut());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"auths\": [], \"credsStore\": \"x\"} | failed -, planned a.io",
        "{\"auths\": {\"a.io\": {}}, \"credHelpers\": \"foo\"} | failed -, planned a.io",
        "{\"auths\": {\"a.io\": {}}, \"credHelpers\": {\"a.io\": 1}, \"credsStore\": \"x\"}"
            + " | failed -, planned a.io, planned a.io",
        "{\"auths\": {\"a.io\": {}}, \"credHelpers\": {\"b.io\": 1}, \"credsStore\": \"x\"}"
            + " | planned a.io, planned a.io",
      })
  void whatIsNotUnderstoodOfAFileHasFailedAndTheRestIsPlanned(String json, String expected) {
    machine.config(json).lister("x", "{\"a.io\":\"u\"}");

    LogoutReport report = Logout.in(machine.environment()).plan(Registry.parse("a.io")).asReport();

    List<String> shown =
        Told.steps(report.registries()).stream()
            .flatMap(step -> Stream.of(step.substring(0, step.indexOf(" in "))))
            .toList();
    assertEquals(expected, String.join(", ", shown));
  }

  private LogoutReport planAll() {
    return Logout.in(machine.environment()).planAll().asReport();
  }
}
