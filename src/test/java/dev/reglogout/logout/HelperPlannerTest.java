package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.ScriptedHelper;
import dev.reglogout.helper.StoreHealth.State;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Outcome;
import dev.reglogout.survey.HelperPlace;
import dev.reglogout.survey.HelperPlace.Lookup;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import dev.reglogout.survey.Surveys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned in one helper, by what it lists. */
class HelperPlannerTest {
  private static final String NAMED_BY = "credsStore in config.json";

  @TempDir Path home;
  private final PlanWarnings warnings = new PlanWarnings();
  private Environment environment;
  private Os os = Os.LINUX;
  private String onlyUser;
  private Lookup lookup = Lookup.CREDS_STORE;

  @BeforeEach
  void setUp() {
    environment = Environment.of(Map.of("HOME", home.toString()), Os.LINUX);
  }

  @ParameterizedTest(name = "{0} that lists {1}: {2}, beside a placeholder {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what is listed is erased, byte for byte as listed
        "x | {\"ghcr.io\":\"ci\"} | erase ghcr.io | erase ghcr.io",
        "x | {\"ghcr.io\":1,\"http://ghcr.io/v1/\":null} | erase ghcr.io, erase http://ghcr.io/v1/"
            + " | erase ghcr.io, erase http://ghcr.io/v1/",
        "pass | {\"https://GHCR.io:443/v2/\":\"ci\"}"
            + " | erase https://GHCR.io:443/v2/ | erase https://GHCR.io:443/v2/",
        "osxkeychain | {\"https://ghcr.io\":\"ci\"} | erase https://ghcr.io | erase"
            + " https://ghcr.io",
        "secretservice | {\"Registry credentials for https://ghcr.io\":\"ci\"}"
            + " | erase https://ghcr.io | erase https://ghcr.io",
        // not listed: absent, and only a trace of it makes a list doubtful
        "x | {} | absent ghcr.io | probe ghcr.io",
        "x | null | absent ghcr.io | probe ghcr.io",
        "x | {\"a.io\":\"ci\"} | absent ghcr.io | probe ghcr.io",
        "pass | {} | absent ghcr.io | probe ghcr.io",
        "pass | {\"a.io\":\"ci\"} | absent ghcr.io | probe ghcr.io",
        "secretservice | null | absent ghcr.io | probe ghcr.io",
        "osxkeychain | {} | absent ghcr.io | absent ghcr.io",
        "wincred | {} | absent ghcr.io | absent ghcr.io",
        "desktop.exe | {} | absent ghcr.io | absent ghcr.io",
        // a label that is no key may stand for any
        "secretservice | {\"work account\":\"ci\"} | probe ghcr.io | probe ghcr.io",
        "secretservice | {\"work account\":\"ci\",\"ghcr.io\":\"ci\"}"
            + " | erase ghcr.io, probe ghcr.io | erase ghcr.io, probe ghcr.io",
        // another port or path of the host: nothing is sent that could take it
        "x | {\"https://ghcr.io/login/oauth\":\"u\"} | absent ghcr.io | absent ghcr.io",
        "x | {\"ghcr.io:5000\":\"u\"} | absent ghcr.io | absent ghcr.io",
        "pass | {\"ghcr.io:5000\":\"u\",\"ghcr.io.\":\"u\",\"xghcr.io\":\"u\"}"
            + " | absent ghcr.io | probe ghcr.io",
        "osxkeychain | {\"ghcr.io:5000\":\"u\"} | absent ghcr.io | absent ghcr.io",
        // whose get answers for the host with it
        "osxkeychain | {\"https://ghcr.io/team\":\"u\"}"
            + " | remains https://ghcr.io/team | remains https://ghcr.io/team",
        "wincred | {\"https://ghcr.io/team\":\"u\",\"ghcr.io\":\"u\"}"
            + " | remains https://ghcr.io/team, erase ghcr.io"
            + " | remains https://ghcr.io/team, erase ghcr.io",
        "desktop.exe | {\"https://ghcr.io/team\":\"u\"}"
            + " | remains https://ghcr.io/team | remains https://ghcr.io/team",
        "desktop | {\"https://ghcr.io/team\":\"u\"} | absent ghcr.io | absent ghcr.io",
        // a locked item may be the one that is wanted
        "secretservice | {\"\":\"account not defined\"} | failed ghcr.io | failed ghcr.io",
        "pass | {\"\":\"account not defined\"} | failed ghcr.io | failed ghcr.io",
        "x | {\"\":\"account not defined\"} | failed ghcr.io | failed ghcr.io",
        "secretservice | {\"\":\"account not defined\",\"ghcr.io\":\"ci\"}"
            + " | erase ghcr.io | erase ghcr.io",
      })
  void aHelperThatListsIsPlannedByItsList(
      String name, String list, String expected, String besidePlaceholder) {
    ScriptedHelper helper = new ScriptedHelper(name).lists(list).health(State.OPEN);

    assertEquals(expected, plan(helper, "ghcr.io", false));
    assertEquals(besidePlaceholder, plan(helper, "ghcr.io", true));
  }

  @Test
  void aListedKeyThatWouldReachTheHelperChangedHasFailedBeforeAnythingIsDone() {
    ScriptedHelper helper = new ScriptedHelper("pass").lists("{\"ghcr.io\\n\":\"ci\"}");

    List<Step> steps = steps(helper, true, "ghcr.io");

    assertEquals(
        List.of("key-not-sendable"), steps.stream().map(s -> s.outcome().reason()).toList());
    assertEquals("failed ghcr.io\n", shown(steps));
  }

  @ParameterizedTest(name = "{0}, whose list answers {1}: {2}")
  @CsvSource({
    // it has no list: what it answers to an erase is all that can be known
    "x, not implemented, probe ghcr.io",
    "x, yes, probe ghcr.io",
    "pass, not implemented, probe ghcr.io",
    "dev-containers-1, hangs, probe ghcr.io",
    // its list failed: the answers of pass are true all the same, and those of no other
    "pass, boom, probe ghcr.io",
    "x, boom, probe ghcr.io failed",
    "x, [], probe ghcr.io failed",
    "secretservice, boom, probe ghcr.io failed",
    "secretservice, not implemented, probe ghcr.io failed",
    // whose store is other programs', too
    "osxkeychain, boom, failed -",
    "osxkeychain, not implemented, failed -",
    "wincred, boom, failed -",
    "wincred.exe, boom, failed -",
    "desktop, boom, failed -",
    "desktop.exe, boom, failed -",
    // it says that it holds nothing
    "osxkeychain, not found, absent ghcr.io",
    "x, not found, absent ghcr.io",
    // it does not answer
    "x, hangs, failed -",
    "x, missing, failed -",
    "pass, missing, failed -",
    "desktop, missing, failed -",
  })
  void aHelperWithoutAListIsProbedUnlessItsStoreIsShared(
      String name, String list, String expected) {
    assertEquals(expected, plan(new ScriptedHelper(name).lists(list), "ghcr.io", false));
    assertEquals(List.of(), warnings.all());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://index.docker.io/v1/",
        "docker.io",
        "https://index.docker.io/v1/access-token",
        "https://index.docker.io/v1//refresh-token",
        "registry-1.docker.io"
      })
  void everyKeyOfDockerHubIsItsOwn(String key) {
    ScriptedHelper helper = new ScriptedHelper("pass").lists("{\"" + key + "\":\"u\"}");

    assertEquals("erase " + key, plan(helper, "docker.io", false));
  }

  @Test
  void aTokenInDockerDesktopsStoreIsErasedOnlyIfItIsNotDesktopsOwn() {
    String token = "https://index.docker.io/v1/refresh-token";
    ScriptedHelper helper = new ScriptedHelper("desktop").lists("{\"" + token + "\":\"u\"}");

    Outcome outcome = steps(helper, false, "docker.io").get(0).outcome();

    assertEquals("desktop-sign-in", outcome.reason());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "gcloud | gcr.io | access comes from your gcloud session. To end it: gcloud auth revoke",
        "gcr | gcr.io | access comes from your Google session."
            + " To end it: docker-credential-gcr gcr-logout",
      })
  void aMintingHelperStoresNothingInstalledOrNot(String name, String server, String detail) {
    Step step = steps(new ScriptedHelper(name).lists("missing"), false, server).get(0);

    assertEquals("minted -", shown(step));
    assertEquals(
        "docker-credential-" + name + " stores nothing; " + detail, step.outcome().detail());
  }

  @ParameterizedTest(name = "{0} for {2} by {1}: {3}")
  @CsvSource({
    "ecr-login, CREDS_STORE, quay.io, absent quay.io",
    "gcloud, CREDS_STORE, docker.io, absent https://index.docker.io/v1/",
    "gcloud, PLATFORM_DEFAULT, ghcr.io, absent ghcr.io",
    "gcloud, CREDS_STORE, europe-docker.pkg.dev, minted -",
    "ecr-login, CREDS_STORE, 123456789012.dkr.ecr.eu-west-1.amazonaws.com, minted -",
    "ecr-login, EXACT_KEY, quay.io, minted -",
    "ecr-login, OTHER_SPELLING, quay.io, minted -",
    "ecr-login, SHADOWED, quay.io, absent quay.io",
  })
  void aMintingHelperServesItsOwnHostsAndThoseThatAreBoundToIt(
      String name, Lookup by, String server, String expected) {
    lookup = by;

    assertEquals(expected, plan(new ScriptedHelper(name), server, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "hangs"})
  void aHelperOutOfReachIsOneFailedStepThatSaysWhatNamesIt(String list) {
    List<Step> steps = steps(new ScriptedHelper("x").lists(list), true, "ghcr.io");

    assertEquals(1, steps.size());
    assertTrue(steps.get(0).outcome().advice().startsWith(NAMED_BY + " names it; "));
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SHADOWED | {\"ghcr.io\":\"ci\"} | erase ghcr.io | []",
        "OTHER_SPELLING | {\"ghcr.io\":\"ci\"} | erase ghcr.io | []",
        "SHADOWED | {} | absent ghcr.io | []",
        "SHADOWED | {\"\":\"account not defined\"} | failed ghcr.io | []",
        // that it cannot be asked is no more than a warning
        "SHADOWED | boom | `` | [second-store]",
        "OTHER_SPELLING | missing | `` | [second-store]",
        "OTHER_SPELLING | not implemented | `` | [second-store]",
      })
  void aHelperThatNoClientAsksIsSentOnlyWhatItLists(
      Lookup by, String list, String expected, String warned) {
    lookup = by;

    assertEquals(expected, plan(new ScriptedHelper("x").lists(list), "ghcr.io", false));
    assertEquals(warned, Told.warnings(warnings.all()).toString());
  }

  @Test
  void suchAHelperIsSentTheKeyWhereAPlaceholderCanBeOfNoOther() {
    lookup = Lookup.OTHER_SPELLING;

    assertEquals("probe ghcr.io", plan(new ScriptedHelper("x").lists("{}"), "ghcr.io", true));
  }

  @ParameterizedTest
  @EnumSource(
      value = Lookup.class,
      names = {"SHADOWED", "OTHER_SPELLING"})
  void aBridgeThatNoClientAsksIsSentNothing(Lookup by) {
    lookup = by;

    assertEquals("", plan(new ScriptedHelper("dev-containers-1"), "ghcr.io", true));
  }

  @Test
  void aDefaultWhoseStoreCannotBeOpenedIsNoUseToDockerEither() {
    lookup = Lookup.PLATFORM_DEFAULT;
    HelperStore store = new ScriptedHelper("secretservice").health(State.NO_STORE).store();
    HelperSurvey notAsked = Surveys.unlisted(store, environment);

    assertEquals("absent ghcr.io", shown(steps(notAsked, false, "ghcr.io")));
    assertEquals("absent ghcr.io", shown(steps(notAsked, true, "ghcr.io")));
  }

  @ParameterizedTest(name = "{0}: {1}, beside a placeholder {2}")
  @CsvSource({
    "OPEN, absent, probe",
    "NOT_KNOWN, absent, probe",
    "NO_STORE, absent, probe",
    "LOCKED, failed, probe",
  })
  void whatAKeyringDoesNotListIsAbsentUnlessItIsLocked(
      State health, String expected, String besidePlaceholder) {
    ScriptedHelper helper = new ScriptedHelper("secretservice").health(health);

    assertEquals(expected + " ghcr.io", plan(helper, "ghcr.io", false));
    assertEquals(besidePlaceholder + " ghcr.io", plan(helper, "ghcr.io", true));
  }

  @Test
  void whatPassHasAndDoesNotListIsProbed() throws Exception {
    String folder = Base64.getUrlEncoder().encodeToString("https://ghcr.io".getBytes());
    Path hidden = home.resolve(".password-store/docker-credential-helpers").resolve(folder);
    Files.createDirectories(hidden);

    assertEquals("probe ghcr.io", plan(new ScriptedHelper("pass"), "ghcr.io", false));
    assertEquals("absent a.io", plan(new ScriptedHelper("pass"), "a.io", false));
  }

  @ParameterizedTest(name = "{0} that lists {1}, only ci: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x | {\"ghcr.io\":\"ci\"} | erase ghcr.io",
        "x | {\"ghcr.io\":\"ann\",\"https://ghcr.io\":\"ci\"} | kept ghcr.io, erase"
            + " https://ghcr.io",
        // nobody can tell whose it is
        "x | {\"ghcr.io\":1} | failed ghcr.io",
        "x | {\"ghcr.io\":\"<token>\"} | failed ghcr.io",
        "x | {\"ghcr.io\":\"ci\",\"ghcr.io\":\"ann\"} | failed ghcr.io",
        "secretservice | {\"ghcr.io\":\"ci\"} | failed ghcr.io",
        "pass | {\"ghcr.io\":\"ci\"} | failed ghcr.io",
        // and nothing is sent blindly
        "x | {} | failed ghcr.io",
        "pass | {} | failed ghcr.io",
        "x | boom | failed -",
        "x | not implemented | failed -",
        "pass | boom | failed -",
        "dev-containers-1 | {} | failed -",
        "osxkeychain | {\"ghcr.io\":\"ci\"} | erase ghcr.io",
      })
  void ofOneUserOnlyWhatIsKnownToBeHisIsErased(String name, String list, String expected) {
    onlyUser = "ci";

    assertEquals(expected, plan(new ScriptedHelper(name).lists(list), "ghcr.io", true));
  }

  @ParameterizedTest(name = "{0} of {1} that lists {2}, asked for {3}: {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // an erase without a port takes every port of the host
        "osxkeychain | MACOS | https://a.io https://a.io:5000 | a.io | remains https://a.io",
        "desktop | MACOS | https://a.io https://a.io:5000 | a.io | remains https://a.io",
        "osxkeychain | MACOS | https://a.io https://a.io:5000 | a.io:5000 | erase"
            + " https://a.io:5000",
        "osxkeychain | MACOS | https://a.io:5000 https://a.io:6000 | a.io:5000"
            + " | erase https://a.io:5000",
        "osxkeychain | MACOS | https://a.io https://a.io:5000 | a.io a.io:5000 | erase"
            + " https://a.io",
        "osxkeychain | MACOS | https://a.io https://a.io/team | a.io"
            + " | remains https://a.io, remains https://a.io/team",
        // these match exactly
        "wincred | WINDOWS | https://a.io https://a.io:5000 | a.io | erase https://a.io",
        "desktop | LINUX | https://a.io https://a.io:5000 | a.io | erase https://a.io",
        "x | MACOS | https://a.io https://a.io:5000 | a.io | erase https://a.io",
      })
  void noEraseIsSentThatWouldHitAnEntryThatWasNotAskedFor(
      String name, Os system, String listed, String servers, String expected) {
    os = system;
    String list = "{\"" + listed.replace(" ", "\":\"u\",\"") + "\":\"u\"}";
    ScriptedHelper helper = new ScriptedHelper(name).lists(list);

    assertEquals(expected, shown(steps(helper, false, servers.split(" "))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "osxkeychain, [other-port]",
    "wincred, [other-port]",
    "desktop.exe, [other-port]",
    "desktop, []",
    "pass, []",
    "x, []"
  })
  void anotherPortOfTheHostIsWarnedOfWhereItIsAnsweredWith(String name, String expected) {
    plan(new ScriptedHelper(name).lists("{\"ghcr.io:5000\":\"u\"}"), "ghcr.io", false);

    assertEquals(expected, Told.warnings(warnings.all()).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pass", "secretservice", "x", "desktop"})
  void anotherPathOfTheHostIsLeftAndSaid(String name) {
    plan(new ScriptedHelper(name).lists("{\"https://ghcr.io/team\":\"u\"}"), "ghcr.io", false);

    assertEquals(List.of("other-path"), Told.warnings(warnings.all()));
    assertTrue(warnings.all().get(0).text().endsWith("reglogout https://ghcr.io/team"));
  }

  private String plan(ScriptedHelper helper, String server, boolean placeholder) {
    return shown(steps(helper, placeholder, server));
  }

  private List<Step> steps(ScriptedHelper helper, boolean placeholder, String... servers) {
    HelperSurvey survey = Surveys.unlisted(helper.store(), environment);
    switch (survey.store().known().kind()) {
      case MINTS, BRIDGE -> {} // a survey does not ask these
      default -> survey = Surveys.listed(survey.store(), environment);
    }
    return steps(survey, placeholder, servers);
  }

  /** Plans several requests, and returns the steps of the first. */
  private List<Step> steps(HelperSurvey helper, boolean placeholder, String... servers) {
    List<RequestKeys> all = new ArrayList<>();
    for (String server : servers) {
      all.add(Surveys.keys(server, environment));
    }
    return new HelperPlanner(
            new Requested(all, false), new Selection(onlyUser), warnings, os, Set.of())
        .plan(all.get(0), new HelperPlace(helper, lookup, NAMED_BY), placeholder);
  }

  private static String shown(List<Step> steps) {
    return String.join(", ", steps.stream().map(HelperPlannerTest::shown).toList());
  }

  private static String shown(Step step) {
    String key = step.entry() == null ? "-" : step.entry().key().text();
    String verdict = step.outcome().verdict().id();
    return switch (step.intent()) {
      case ERASE_LISTED -> "erase " + key;
      case PROBE -> "probe " + key + (verdict.equals("planned") ? "" : " " + verdict);
      default -> verdict + " " + key;
    };
  }
}
