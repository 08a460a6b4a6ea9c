package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored, and where, as one look shows it. */
class InventoryTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config("{}");
  }

  @Test
  void everyStoreIsLookedIntoAndTheRegistriesAreInOrder() {
    machine
        .config(
            """
            {"auths": {"b.io": {"auth": "YW5uOnB3"}, "a.io": {"identitytoken": "t"}, "d.io": {}},
             "credHelpers": {"b.io": "x"}, "credsStore": "pass"}
            """)
        .lister("x", "{\"https://b.io\":\"bob\"}")
        .lister("pass", "{\"c.io\":\"<token>\",\"https://d.io/v2/\":\"dan\"}")
        .variable("DOCKER_AUTH_CONFIG", "{\"auths\":{\"e.io\":{\"auth\":\"ZXZlOnB3\"}}}");

    Inventory inventory = inventory();

    assertEquals(
        List.of(
            "a.io inline-token a.io null plain shadowed",
            "b.io inline-secret b.io ann plain shadowed",
            "b.io helper-entry https://b.io bob",
            "c.io helper-token c.io <token>",
            "d.io placeholder d.io null",
            "d.io helper-entry https://d.io/v2/ dan",
            "e.io environment e.io eve plain"),
        shown(inventory));
    assertEquals(List.of(), inventory.problems());
  }

  @Test
  void ofTheRegistriesAskedForThoseThatAreNotStoredAreMissing() {
    machine.config("{\"auths\": {\"a.io\": {\"auth\": \"YW5uOnB3\"}, \"b.io\": {}}}");

    Inventory inventory = inventory("a.io", "c.io");

    assertEquals(List.of("a.io inline-secret a.io ann plain"), shown(inventory));
    assertEquals(List.of("c.io"), inventory.missing().stream().map(Registry::identity).toList());
  }

  @Test
  void entriesOfOtherProgramsAreCountedUnlessTheyAreAskedFor() {
    machine
        .config("{\"credsStore\": \"pass\"}")
        .lister("pass", "{\"a.io\":\"u\",\"plainword\":\"u\",\"https://a.io/tool\":\"u\"}");

    assertEquals(Map.of("docker-credential-pass", 2), inventory().leftOut());
    assertEquals(List.of("plainword helper-entry plainword u"), shown(inventory("plainword")));
    assertEquals(Map.of(), inventory("plainword").leftOut());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"credHelpers\": {\"gcr.io\": \"gcloud\"}} | gcr.io minted gcr.io null",
        "{\"credHelpers\": {\"gcr.io\": \"gcloud\"}, \"credsStore\": \"gcloud\"}"
            + " | null minted null null, gcr.io minted gcr.io null",
        "{\"credsStore\": \"ecr-login\"} | null minted null null",
      })
  void whatIsMintedIsNotStored(String json, String expected) {
    machine.config(json);

    Inventory inventory = inventory();

    assertEquals(
        Stream.of(expected.split(", ")).sorted().toList(),
        shown(inventory).stream().sorted().toList());
    assertEquals(List.of(), machine.calls());
  }

  @ParameterizedTest(name = "{0} by ecr-login for all: {1}")
  @CsvSource({
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com, 1",
    "quay.io, 0",
  })
  void whatIsMintedForAllIsShownForTheHostsThatAreServed(String server, int expected) {
    machine.config("{\"credsStore\": \"ecr-login\"}");

    Inventory inventory = inventory(server);

    assertEquals(expected, inventory.credentials().size());
    assertEquals(1, inventory.missing().size());
  }

  @ParameterizedTest(name = "{0} that lists {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pass | {\"\":\"locked\"} | keyring-locked-item",
        "secretservice | {} | keyring-locked",
        "secretservice | {\"a.io\":\"u\"} | `` ",
        "pass | [] | list-not-json",
      })
  void whyAHelperDoesNotShowAllIsAProblem(String name, String list, String expected) {
    machine
        .config("{\"credsStore\": \"" + name + "\"}")
        .variable("DISPLAY", ":0")
        .lister(name, list);
    Path locked = machine.bin().resolve("dbus-send");
    machine.write(locked, "#!/bin/sh\necho '   variant       boolean true'\n");
    assertTrue(locked.toFile().setExecutable(true));

    List<String> reasons = inventory().problems().stream().map(StoreProblem::reason).toList();

    assertEquals(expected, String.join(", ", reasons));
  }

  @Test
  void whatCannotBeReadIsAProblemOfItsStore() {
    machine
        .config("{\"auths\": [], \"credHelpers\": {\"a.io\": 1}}")
        .variable("DOCKER_AUTH_CONFIG", "no JSON");

    Inventory inventory = inventory();

    assertEquals(
        List.of("config.json", "config.json", "DOCKER_AUTH_CONFIG"),
        inventory.problems().stream()
            .map(problem -> Path.of(problem.store()).getFileName().toString())
            .toList());
    assertEquals(List.of(), inventory.credentials());
  }

  @Test
  void theDefaultOfThePlatformIsLookedIntoWhereDockerWouldAskItNow() {
    machine.variable("DISPLAY", ":0").lister("secretservice", "{\"a.io\":\"u\"}");

    assertEquals(List.of("a.io helper-entry a.io u"), shown(inventory()));
    machine.config("{\"auths\": {\"b.io\": {}}}");
    assertEquals(List.of("b.io placeholder b.io null"), shown(inventory()));
  }

  private Inventory inventory(String... servers) {
    return Logout.in(machine.environment())
        .inventory(Stream.of(servers).map(Registry::parse).toList());
  }

  private static List<String> shown(Inventory inventory) {
    return inventory.credentials().stream()
        .map(
            credential ->
                credential.registry()
                    + " "
                    + credential.kind().id()
                    + " "
                    + (credential.key() == null ? null : credential.key().text())
                    + " "
                    + credential.user()
                    + (credential.plainText() ? " plain" : "")
                    + (credential.shadowed() ? " shadowed" : ""))
        .toList();
  }
}
