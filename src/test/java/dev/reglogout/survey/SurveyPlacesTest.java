package dev.reglogout.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Environment.Os;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which helpers a registry's credential may be, and how a client comes to them. */
class SurveyPlacesTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"auths\":{\"a.io\":{}}} | -",
        "{\"credsStore\":\"a\"} | a CREDS_STORE",
        "{\"credsstore\":\"a\"} | a CREDS_STORE",
        "{\"credsStore\":\"a\",\"CredsStore\":\"b\"} | b CREDS_STORE",
        "{\"credsStore\":\"\"} | -",
        "{\"credsStore\":null} | -",
        "{\"credHelpers\":{\"ghcr.io\":\"a\"}} | a EXACT_KEY",
        "{\"CREDHELPERS\":{\"ghcr.io\":\"a\"}} | a EXACT_KEY",
        "{\"credHelpers\":{\"other.io\":\"a\"}} | -",
        "{\"credHelpers\":{\"other.io\":\"a\"},\"credsStore\":\"b\"} | b CREDS_STORE",
        "{\"credHelpers\":{\"ghcr.io\":\"a\"},\"credHelpers\":null,\"credsStore\":\"b\"}"
            + " | b CREDS_STORE",
        // docker's own key names another helper, so that docker does not come to credsStore
        "{\"credHelpers\":{\"ghcr.io\":\"a\"},\"credsStore\":\"b\"} | a EXACT_KEY, b SHADOWED",
        "{\"credHelpers\":{\"ghcr.io\":\"a\"},\"credsStore\":\"a\"} | a EXACT_KEY",
        // an empty text names none: oras and Helm fall through to credsStore
        "{\"credHelpers\":{\"ghcr.io\":\"\"},\"credsStore\":\"b\"} | b CREDS_STORE",
        "{\"credHelpers\":{\"ghcr.io\":null},\"credsStore\":\"b\"} | b CREDS_STORE",
        "{\"credHelpers\":{\"https://ghcr.io\":\"\"},\"credsStore\":\"b\"} | b CREDS_STORE",
        "{\"credHelpers\":{\"ghcr.io\":\"\"}} | -",
        // another spelling does not demote credsStore, whoever types it comes to its helper
        "{\"credHelpers\":{\"GHCR.IO\":\"a\"},\"credsStore\":\"b\"} | a EXACT_KEY, b CREDS_STORE",
        "{\"credHelpers\":{\"ghcr.io:443\":\"a\"},\"credsStore\":\"b\"} | a EXACT_KEY, b"
            + " CREDS_STORE",
        "{\"credHelpers\":{\"https://ghcr.io\":\"a\"},\"credsStore\":\"b\"}"
            + " | b CREDS_STORE, a OTHER_SPELLING",
        "{\"credHelpers\":{\"https://ghcr.io\":\"a\"},\"credsStore\":\"a\"} | a CREDS_STORE",
        "{\"credHelpers\":{\"ghcr.io\":\"a\",\"https://ghcr.io\":\"b\"}}"
            + " | a EXACT_KEY, b OTHER_SPELLING",
        "{\"credHelpers\":{\"https://ghcr.io\":\"b\",\"ghcr.io\":\"a\"},\"credsStore\":\"c\"}"
            + " | a EXACT_KEY, b OTHER_SPELLING, c SHADOWED",
        "{\"credHelpers\":{\"ghcr.io/team\":\"a\"}} | a OTHER_SPELLING",
        "{\"credsStore\":\"file\"} | file CREDS_STORE",
        "{\"credsStore\":\"none\"} | none CREDS_STORE",
      })
  void theHelpersAreThoseThatClientsAskAndThenTheOthers(String json, String expected) {
    assertEquals(expected, places(json, "ghcr.io"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ghcr.io, EXACT_KEY",
    "GHCR.IO, EXACT_KEY",
    "ghcr.io:443, EXACT_KEY",
    "https://ghcr.io, OTHER_SPELLING",
    "http://ghcr.io/, OTHER_SPELLING",
    "https://ghcr.io/v2/, OTHER_SPELLING",
    "//ghcr.io, OTHER_SPELLING",
    "ghcr.io/v1/, OTHER_SPELLING",
    "https://[ghcr.io], OTHER_SPELLING",
    "http://https://ghcr.io, OTHER_SPELLING",
  })
  void credHelpersBindARegistryUnderAnySpelling(String spelling, String expected) {
    Survey survey = survey("{\"credHelpers\":{\"" + spelling + "\":\"a\"}}", "ghcr.io");

    assertEquals("a " + expected, names(survey, "ghcr.io"));
    HelperPlace place = survey.placesOf(Registry.parse("ghcr.io")).get(0);
    assertTrue(
        place.namedBy().startsWith("credHelpers[\"" + spelling + "\"] in "), place.namedBy());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "https://index.docker.io/v1/ | a EXACT_KEY, b SHADOWED",
        "docker.io | a EXACT_KEY, b CREDS_STORE",
        "index.docker.io | a EXACT_KEY, b CREDS_STORE",
        "registry-1.docker.io | a EXACT_KEY, b CREDS_STORE",
        "https://index.docker.io/v1/access-token | b CREDS_STORE, a OTHER_SPELLING",
        "https://docker.io | b CREDS_STORE, a OTHER_SPELLING",
        "hub.docker.com | b CREDS_STORE",
      })
  void dockerHubIsBoundUnderAllItsNamesAndLookedUpUnderOne(String spelling, String expected) {
    String json = "{\"credHelpers\":{\"" + spelling + "\":\"a\"},\"credsStore\":\"b\"}";

    assertEquals(expected, places(json, "docker.io"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghcr.io:5000", "ghcr.io.", "xghcr.io", "hub.docker.com", "", "*.io"})
  void anotherHostIsNotBound(String key) {
    assertEquals("-", places("{\"credHelpers\":{\"" + key + "\":\"a\"}}", "ghcr.io"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "[]", "{}"})
  void aBindingToSomethingThatIsNoTextCannotBeRead(String value) {
    String json = "{\"credHelpers\":{\"ghcr.io\":" + value + "},\"credsStore\":\"b\"}";

    Survey survey = survey(json, "ghcr.io", "a.io");

    FileSurvey file = survey.files().get(0);
    assertNotNull(survey.unreadableBinding(file, Registry.parse("ghcr.io")));
    assertNull(survey.unreadableBinding(file, Registry.parse("a.io")));
    assertEquals("b CREDS_STORE", names(survey, "ghcr.io"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "MACOS, docker-credential-osxkeychain, osxkeychain",
    "WINDOWS, docker-credential-wincred.exe, wincred",
    "LINUX, docker-credential-secretservice, secretservice",
  })
  void whereNothingIsNamedDockerAsksThePlatformsDefault(Os os, String program, String name) {
    install(program);
    machine.os(os).variable("USERPROFILE", machine.home().toString());

    assertEquals(name + " PLATFORM_DEFAULT", places("{\"auths\":{}}", "ghcr.io"));
  }

  @Test
  void onLinuxTheDefaultIsPassWhereTheProgramPassIs() {
    install("docker-credential-secretservice");
    install("docker-credential-pass");
    install("pass");

    assertEquals("pass PLATFORM_DEFAULT", places("{}", "ghcr.io"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "",
        "{\"auths\":{}}",
        "{\"auths\":{\"a.io\":{}},\"auths\":null}",
        "{\"credsStore\":\"\"}",
        "{\"credsStore\":\"\",\"auths\":{},\"credHelpers\":{}}",
        "{\"credHelpers\":{\"a.io\":\"x\"},\"credHelpers\":null}",
        // empty after this logout
        "{\"auths\":{\"ghcr.io\":{\"auth\":\"dTpw\"},\"https://ghcr.io/team\":{}}}",
        // what docker cannot decode counts as empty
        "{\"auths\":",
      })
  void aFileWithoutAnyAuthHasTheDefault(String json) {
    install("docker-credential-secretservice");

    assertEquals("secretservice PLATFORM_DEFAULT", places(json, "ghcr.io"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"credHelpers\":{\"other.io\":\"a\"}}",
        "{\"credHelpers\":{\"ghcr.io\":\"\"}}",
        "{\"credsStore\":1}",
        "{\"credHelpers\":[]}",
        "{\"auths\":{\"a.io\":{\"auth\":\"dTpw\"}}}",
        "{\"auths\":{\"ghcr.io\":{\"auth\":\"dTpw\"},\"a.io\":{}}}",
      })
  void whereTheFileNamesAStoreOrKeepsALoginThereIsNoDefault(String json) {
    install("docker-credential-secretservice");

    assertEquals("-", places(json, "ghcr.io"));
  }

  @Test
  void aMissingFileHasTheDefault() {
    install("docker-credential-secretservice");

    assertEquals(
        "secretservice PLATFORM_DEFAULT", names(Surveys.of(machine, "ghcr.io"), "ghcr.io"));
  }

  @Test
  void aFileIsEmptyAfterALogoutOfAllItsRegistries() {
    install("docker-credential-secretservice");

    Survey survey = survey("{\"auths\":{\"a.io\":{},\"b.io\":{}}}", "a.io", "b.io", "c.io");

    assertEquals("secretservice PLATFORM_DEFAULT", names(survey, "a.io"));
    assertEquals("secretservice PLATFORM_DEFAULT", names(survey, "c.io"));
  }

  @Test
  void podmansFileHasNoDefault() {
    install("docker-credential-secretservice");
    Path podmans = machine.home().resolve("auth.json");
    machine.write(podmans, "{}");

    assertEquals("-", names(Surveys.of(machine, List.of(podmans), "ghcr.io"), "ghcr.io"));
  }

  @Test
  void aPathInPodmansFileIsNoReasonToAskAHelper() {
    Path podmans = machine.home().resolve("auth.json");
    machine.write(podmans, "{\"credHelpers\":{\"quay.io\":\"a\"}}");
    Survey survey = Surveys.of(machine, List.of(podmans), "quay.io/team", "quay.io");

    assertEquals("-", names(survey, "quay.io/team"));
    assertEquals("a EXACT_KEY", names(survey, "quay.io"));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a helper is one place, by the first way that a client comes to it
        "{\"credsStore\":\"a\"} | {\"credHelpers\":{\"ghcr.io\":\"a\"}} | a EXACT_KEY",
        "{\"credHelpers\":{\"ghcr.io\":\"a\"},\"credsStore\":\"b\"} | {\"credsStore\":\"b\"}"
            + " | a EXACT_KEY, b CREDS_STORE",
        "{\"credHelpers\":{\"https://ghcr.io\":\"a\"}} | {\"credsStore\":\"a\"} | a CREDS_STORE",
        "{\"credHelpers\":{\"ghcr.io\":\"a\"},\"credsStore\":\"b\"}"
            + " | {\"credHelpers\":{\"https://ghcr.io\":\"c\"},\"credsStore\":\"d\"}"
            + " | a EXACT_KEY, d CREDS_STORE, b SHADOWED, c OTHER_SPELLING",
        "{\"credsStore\":\"secretservice\"} | {} | secretservice CREDS_STORE",
        "{\"credsStore\":\"a\"} | {} | a CREDS_STORE, secretservice PLATFORM_DEFAULT",
      })
  void ofTwoFilesEachHasItsPlacesAndWhatIsPrimaryInOneIsPrimary(
      String one, String other, String expected) {
    install("docker-credential-secretservice");
    Path first = directory.resolve("one/config.json");
    Path second = directory.resolve("two/config.json");
    machine.write(first, one).write(second, other);

    Survey survey = Surveys.of(machine, List.of(first, second), "ghcr.io");
    Survey turned = Surveys.of(machine, List.of(second, first), "ghcr.io");

    assertEquals(expected, names(survey, "ghcr.io"));
    assertEquals(sorted(expected), sorted(names(turned, "ghcr.io")));
  }

  private static List<String> sorted(String names) {
    return List.of(names.split(", ")).stream().sorted().toList();
  }

  @Test
  void aHelperIsFoundForTheRegistryOfAKeyWhateverItsSpelling() {
    Survey survey =
        survey(
            "{\"auths\":{\"https://GHCR.io/v1/\":{}},\"credHelpers\":{\"ghcr.io\":\"\",\"b.io\":\"a\"}}",
            "ghcr.io");
    FileSurvey file = survey.files().get(0);

    assertEquals(false, survey.hasHelperFor(file, file.document().entries().get(0).key()));
    assertEquals(true, survey.hasHelperFor(file, file.document().bindings().get(1).key()));
  }

  private String places(String json, String server) {
    return names(survey(json, server), server);
  }

  private Survey survey(String json, String... servers) {
    machine.config(json);
    return Surveys.of(machine, servers);
  }

  private void install(String program) {
    Path file = machine.bin().resolve(program);
    machine.write(file, "#!/bin/sh\necho null\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private static String names(Survey survey, String server) {
    List<HelperPlace> places = survey.placesOf(Registry.parse(server));
    return places.isEmpty()
        ? "-"
        : places.stream()
            .map(place -> place.helper().store().configuredName() + " " + place.lookup())
            .collect(Collectors.joining(", "));
  }
}
