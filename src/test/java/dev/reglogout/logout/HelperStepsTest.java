package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned in one helper, by what it lists. */
class HelperStepsTest {
  private static final String NAMED_BY = "credsStore in config.json";

  @TempDir Path directory;

  @ParameterizedTest(name = "{0} that lists {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what is listed is erased, byte for byte as listed
        "x | {\"ghcr.io\":\"ci\"} | planned ghcr.io",
        "pass | {\"https://GHCR.io:443/v2/\":\"ci\"} | planned https://GHCR.io:443/v2/",
        "osxkeychain | {\"https://ghcr.io\":\"ci\"} | planned https://ghcr.io",
        "secretservice | {\"Registry credentials for https://ghcr.io\":\"ci\"}"
            + " | planned https://ghcr.io",
        "x | {\"ghcr.io\":1,\"http://ghcr.io/v1/\":null}"
            + " | planned ghcr.io, planned http://ghcr.io/v1/",
        // not listed: absent, and only a helper nobody knows is sent the usual key
        "x | {} | planned ghcr.io",
        "x | null | planned ghcr.io",
        "x | {\"a.io\":\"ci\"} | planned ghcr.io",
        "pass | {} | absent ghcr.io",
        "pass | {\"a.io\":\"ci\"} | absent ghcr.io",
        "secretservice | null | absent ghcr.io",
        "osxkeychain | {} | absent ghcr.io",
        "wincred | {} | absent ghcr.io",
        "desktop.exe | {} | absent ghcr.io",
        // other programs' entries under the same host
        "x | {\"https://ghcr.io/login/oauth/authorize/x\":\"u\"} | planned ghcr.io",
        "pass | {\"https://ghcr.io/team\":\"u\",\"https://ghcr.io/v2/?a\":\"u\"} | absent ghcr.io",
        "pass | {\"ghcr.io:5000\":\"u\",\"ghcr.io.\":\"u\",\"xghcr.io\":\"u\"} | absent ghcr.io",
        // a locked item may be the one that is wanted
        "secretservice | {\"\":\"account not defined\"} | failed ghcr.io",
        "pass | {\"\":\"account not defined\"} | failed ghcr.io",
        "x | {\"\":\"account not defined\"} | failed ghcr.io",
        "secretservice | {\"\":\"account not defined\",\"ghcr.io\":\"ci\"} | planned ghcr.io",
      })
  void aHelperThatListsIsPlannedByItsList(String name, String list, String expected) {
    Machine machine = new Machine(directory).lister(name, list);

    assertEquals(expected, told(machine, name, "ghcr.io"));
  }

  @ParameterizedTest(name = "{0}, asked for {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "x | ghcr.io | planned ghcr.io, planned ghcr.io:443, planned http://ghcr.io,"
            + " planned https://ghcr.io",
        "pass | GHCR.io | planned ghcr.io, planned GHCR.io, planned ghcr.io:443, planned http://ghcr.io,"
            + " planned https://ghcr.io",
        "secretservice | ghcr.io:5000 | planned ghcr.io:5000, planned http://ghcr.io:5000,"
            + " planned https://ghcr.io:5000",
        "osxkeychain | ghcr.io | failed -",
        "wincred | ghcr.io | failed -",
        "wincred.exe | ghcr.io | failed -",
        "desktop | ghcr.io | failed -",
        "desktop.exe | ghcr.io | failed -",
      })
  void aHelperThatCannotListIsSentTheCandidatesUnlessItIsASharedKeychain(
      String name, String server, String expected) {
    Machine machine = new Machine(directory).helper(name, "refuses");

    assertEquals(expected, told(machine, name, server));
  }

  @Test
  void theCandidatesOfDockerHubAreItsThreeKeysAndAllItsNames() {
    Machine machine = new Machine(directory).helper("x", "refuses");

    assertEquals(
        "planned https://index.docker.io/v1/, planned docker.io,"
            + " planned https://index.docker.io/v1/access-token,"
            + " planned https://index.docker.io/v1/refresh-token, planned index.docker.io,"
            + " planned registry-1.docker.io, planned registry.hub.docker.com",
        told(machine, "x", "docker.io"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"https://index.docker.io/v1/\":\"u\"}",
        "{\"docker.io\":\"u\"}",
        "{\"https://index.docker.io/v1/access-token\":\"u\"}",
        "{\"https://index.docker.io/v1//refresh-token\":\"u\"}",
        "{\"registry-1.docker.io\":\"u\"}"
      })
  void everyKeyOfDockerHubIsItsOwn(String list) {
    Machine machine = new Machine(directory).lister("pass", list);

    assertTrue(told(machine, "pass", "docker.io").startsWith("planned "));
  }

  @Test
  void aListedKeyWithControlCharactersHasFailedBeforeAnythingIsDone() {
    Machine machine = new Machine(directory).lister("pass", "{\"ghcr.io\\n\":\"ci\"}");

    List<Step> steps = primary(machine, "pass", "ghcr.io");

    assertEquals(1, steps.size());
    assertEquals("key-not-sendable", steps.get(0).outcome().reason());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "gcloud | access comes from your gcloud session. To end it: gcloud auth revoke",
        "gcr | access comes from your Google session. To end it: docker-credential-gcr gcr-logout",
      })
  void aMintingHelperStoresNothingInstalledOrNot(String name, String detail) {
    List<Step> steps =
        new HelperSteps(new UserFilter(null))
            .primary(Registry.parse("gcr.io"), helper(name), NAMED_BY, null);

    Outcome outcome = steps.get(0).outcome();
    assertEquals("docker-credential-" + name + " stores nothing; " + detail, outcome.detail());
    assertEquals(List.of("minted - in docker-credential-" + name), shown(steps));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "pass", "../x", "desktop"})
  void aHelperOutOfReachIsOneFailedStepThatNamesWhoWantsIt(String name) {
    List<Step> steps = primary(new Machine(directory), name, "ghcr.io");

    assertEquals(1, steps.size());
    assertTrue(steps.get(0).outcome().advice().startsWith(NAMED_BY + " names it; "));
  }

  @ParameterizedTest(name = "second store that lists {0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"ghcr.io\":\"ci\"} | planned ghcr.io",
        "{} | absent ghcr.io",
        "{\"\":\"account not defined\"} | failed ghcr.io"
      })
  void aSecondStoreIsSentOnlyWhatItLists(String list, String expected) {
    Machine machine = new Machine(directory).lister("x", list);
    HelperStore store = Told.helpers(machine.environment()).named("x");

    List<Step> steps =
        new HelperSteps(new UserFilter(null))
            .second(Registry.parse("ghcr.io"), store, Listing.of(store));

    assertEquals(expected + " in docker-credential-x", String.join(", ", shown(steps)));
  }

  private static String told(Machine machine, String name, String server) {
    String suffix = " in docker-credential-" + name;
    return String.join(", ", shown(primary(machine, name, server))).replace(suffix, "");
  }

  private static List<Step> primary(Machine machine, String name, String server) {
    HelperStore store = Told.helpers(machine.environment()).named(name);
    return new HelperSteps(new UserFilter(null))
        .primary(Registry.parse(server), store, NAMED_BY, Listing.of(store));
  }

  private static HelperStore helper(String name) {
    return Told.helpers().named(name);
  }

  private static List<String> shown(List<Step> steps) {
    return steps.stream().map(Told::step).toList();
  }
}
