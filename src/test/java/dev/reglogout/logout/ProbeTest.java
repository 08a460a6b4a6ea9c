package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.ScriptedHelper;
import dev.reglogout.helper.StoreHealth.State;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.survey.HelperPlace;
import dev.reglogout.survey.HelperPlace.Lookup;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import dev.reglogout.survey.Surveys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A helper is told to erase what it does not list: what is sent, and what its answers mean. */
class ProbeTest {
  private static final Environment NOTHING = Environment.of(Map.of(), Os.LINUX);
  private static final List<String> CANDIDATES =
      List.of("ghcr.io", "ghcr.io:443", "http://ghcr.io", "https://ghcr.io");

  private final List<RegistryKey> stored = new ArrayList<>();
  private String server = "ghcr.io";

  @ParameterizedTest(name = "{0} lists {1}, then {4}; answers {2} and {3}: {5}, placeholder {6}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        // kind     | first list      | canonical     | other keys    | second list | expected
        // | beside a placeholder
        // it has no list: the canonical key's answer decides
        "x          | not implemented | yes           | yes           | {}          | erased false "
            + " | erased false",
        "x          | not implemented | yes           | boom          | {}          | erased false "
            + " | erased false",
        "x          | not implemented | not found     | yes           | {}          | erased false "
            + " | erased false",
        "x          | not implemented | not found     | not found     | {}          | absent false "
            + " | absent false",
        "x          | not implemented | not found     | boom          | {}          | failed false "
            + " | failed false",
        "x          | not implemented | boom          | yes           | {}          | failed false "
            + " | failed false",
        "x          | not implemented | hangs         | yes           | {}          | failed false "
            + " | failed false",
        "x          | yes             | yes           | yes           | {}          | erased false "
            + " | erased false",
        // it has no erase either, so nothing that could be erased; a trace contradicts that
        "x          | not implemented | not implemented | not implemented | {}      | minted null  "
            + " | failed false",
        // its list failed, so whatever it answers nobody knows what it holds
        "x          | boom            | yes           | yes           | {}          | failed false "
            + " | failed false",
        "x          | boom            | not found     | not found     | {}          | failed false "
            + " | failed false",
        "x          | boom            | boom          | boom          | {}          | failed false "
            + " | failed false",
        "x          | boom            | not implemented | yes         | {}          | failed false "
            + " | failed false",
        "x          | [1]             | yes           | yes           | {}          | failed false "
            + " | failed false",
        // it lists, and does not list what the placeholder stands for
        "x          | {}              | yes           | yes           | {}          | -            "
            + " | absent true",
        "x          | {}              | not found     | yes           | boom        | -            "
            + " | absent true",
        "x          | {}              | boom          | yes           | {}          | -            "
            + " | failed false",
        "x          | {}              | not implemented | yes         | {}          | -            "
            + " | failed false",
        "x          | {}              | yes           | yes           | boom        | -            "
            + " | failed false",
        "x          | {}              | yes           | yes           | {\"\":\"\"} | -            "
            + " | failed false",
        // pass's answers are true
        "pass       | boom            | yes           | not found     | {}          | erased true  "
            + " | erased true",
        "pass       | boom            | not found     | yes           | {}          | erased true  "
            + " | erased true",
        "pass       | boom            | not found     | not found     | {}          | absent false "
            + " | absent false",
        "pass       | boom            | yes           | not found     | boom        | failed false "
            + " | failed false",
        "pass       | boom            | boom          | yes           | {}          | failed false "
            + " | failed false",
        "pass       | boom            | not found     | boom          | {}          | failed false "
            + " | failed false",
        "pass       | boom            | yes           | boom          | {}          | erased true  "
            + " | erased true",
        "pass       | {}              | yes           | not found     | {}          | -            "
            + " | erased false",
        "pass       | {}              | not found     | not found     | boom        | -            "
            + " | absent true",
        "pass       | {}              | boom          | not found     | {}          | -            "
            + " | failed false",
        "pass       | {}              | yes           | not found     | boom        | -            "
            + " | failed false",
        // the host of a dev container does not tell what it has
        "dev-containers-1 | hangs     | yes           | boom          | hangs       | erased false "
            + " | erased false",
        "dev-containers-1 | hangs     | not found     | boom          | hangs       | absent false "
            + " | absent false",
        "dev-containers-1 | hangs     | boom          | yes           | hangs       | failed false "
            + " | failed false",
        "dev-containers-1 | hangs     | not implemented | yes         | hangs       | failed false "
            + " | failed false",
      })
  void whatTheAnswersMeanDependsOnWhatIsKnownOfTheHelper(
      String name,
      String list,
      String canonical,
      String others,
      String after,
      String expected,
      String besidePlaceholder) {
    for (boolean placeholder : new boolean[] {false, true}) {
      ScriptedHelper helper =
          new ScriptedHelper(name)
              .lists(list, after)
              .erases("ghcr.io", canonical)
              .erases(others)
              .health(State.OPEN);

      String outcome = outcome(helper, placeholder);

      assertEquals(placeholder ? besidePlaceholder : expected, outcome);
    }
  }

  @ParameterizedTest(name = "lists {0}, then {1}, {2}: {3}, beside a placeholder {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        // a yes proves nothing: the state of the keyring decides
        "{} | {} | OPEN | - | absent true",
        "{} | {} | LOCKED | - | failed false",
        "{} | {} | NO_STORE | - | failed false",
        "{} | {} | NOT_KNOWN | - | failed false",
        "{} | {\"\":\"locked\"} | OPEN | - | failed false",
        "{} | boom | OPEN | - | failed false",
        // a label that is no key, and gone afterwards, was the one
        "{\"work\":\"u\"} | {} | OPEN | erased true | erased true",
        "{\"work\":\"u\"} | {} | LOCKED | erased true | erased true",
        "{\"work\":\"u\"} | {\"work\":\"u\"} | OPEN | absent true | absent true",
        "{\"work\":\"u\"} | {\"work\":\"u\"} | NOT_KNOWN | absent true | failed false",
        "{\"work\":\"u\"} | {\"work\":\"u\"} | NO_STORE | absent true | failed false",
        "{\"work\":\"u\"} | {\"work\":\"u\"} | LOCKED | failed false | failed false",
        "{\"work\":\"u\"} | boom | OPEN | failed false | failed false",
        // without a list
        "boom | {} | OPEN | failed false | failed false",
        "boom | boom | OPEN | failed false | failed false",
        "not implemented | not implemented | OPEN | failed false | failed false",
      })
  void theWordOfSecretserviceProvesNothing(
      String list, String after, State health, String expected, String besidePlaceholder) {
    for (boolean placeholder : new boolean[] {false, true}) {
      ScriptedHelper helper =
          new ScriptedHelper("secretservice").lists(list, after).erases("yes").health(health);

      assertEquals(placeholder ? besidePlaceholder : expected, outcome(helper, placeholder));
    }
  }

  @Test
  void aRefusalOfSecretserviceIsAFailure() {
    ScriptedHelper helper =
        new ScriptedHelper("secretservice").lists("{}").erases("boom").health(State.OPEN);

    assertEquals("failed false", outcome(helper, true));
  }

  @ParameterizedTest(name = "{0} that lists {1}: {2}")
  @CsvSource({
    "x, not implemented, all",
    "x, yes, all",
    "x, boom, one",
    "x, {}, one",
    "pass, boom, all",
    "pass, {}, all",
    "secretservice, boom, all",
    "secretservice, {}, all",
    "dev-containers-1, hangs, one",
  })
  void everyCandidateIsSentWhereThatDoesNoHarm(String name, String list, String sent) {
    ScriptedHelper helper = new ScriptedHelper(name).lists(list).erases("not found");

    outcome(helper, true);

    List<String> expected = sent.equals("all") ? CANDIDATES : CANDIDATES.subList(0, 1);
    assertEquals(expected, helper.erased().stream().sorted().toList());
  }

  @Test
  void theCanonicalKeyIsSentFirstAndEveryKeyOnce() {
    server = "https://GHCR.io/v2/";
    stored.add(RegistryKey.of("ghcr.io"));
    stored.add(RegistryKey.of("http://ghcr.io/v1/"));
    stored.add(RegistryKey.of("a.io"));
    ScriptedHelper helper = new ScriptedHelper("x").lists("not implemented").erases("not found");

    outcome(helper, false);

    assertEquals(
        List.of(
            "ghcr.io",
            "https://GHCR.io/v2/",
            "http://ghcr.io/v1/",
            "ghcr.io:443",
            "http://ghcr.io",
            "https://ghcr.io"),
        helper.erased());
  }

  @Test
  void theStepShowsTheKeyThatWasThere() {
    ScriptedHelper helper =
        new ScriptedHelper("x")
            .lists("not implemented")
            .erases("not found")
            .erases("https://ghcr.io", "yes");

    assertEquals("https://ghcr.io", results(helper, false).get(0).entry().key().text());
  }

  @ParameterizedTest(name = "list {0}, erase {1}, any other verb {2}: {3} after {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        // its list is missing, for it says the same to a verb that it cannot know
        "sorry | yes | sorry | erased false | 4",
        "sorry | not found | sorry | absent false | 4",
        "sorry | boom | sorry | failed false | 4",
        // equal answers to everything prove nothing: a sealed vault says so
        "sorry | sorry | sorry | failed false | 1",
        // another answer to a verb that it cannot know: its list has failed
        "sorry | yes | boom | failed false | 1",
        "sorry | yes | yes | failed false | 1",
        "sorry | yes | hangs | failed false | 1",
      })
  void aListIsMissingWhereItAloneIsAnsweredLikeAVerbThatNobodyKnows(
      String list, String erase, String other, String expected, int sent) {
    ScriptedHelper helper = new ScriptedHelper("x").lists(list).erases(erase).otherVerbs(other);

    assertEquals(expected, outcome(helper, false));
    assertEquals(sent, helper.erased().size());
  }

  @Test
  void aHelperThatHungIsSentNothingMore() {
    ScriptedHelper helper = new ScriptedHelper("x").lists("not implemented").erases("hangs");

    assertEquals("failed false", outcome(helper, false));
    assertEquals(List.of("ghcr.io"), helper.erased());
  }

  @ParameterizedTest
  @EnumSource(
      value = KnownHelper.class,
      names = {"OSXKEYCHAIN", "WINCRED", "DESKTOP"})
  void aStoreOfOtherProgramsIsNeverProbed(KnownHelper known) {
    for (String list : List.of("{}", "boom", "not implemented", "hangs")) {
      ScriptedHelper helper = new ScriptedHelper(known.name().toLowerCase()).lists(list);

      results(helper, true);

      assertEquals(List.of(), helper.erased());
    }
  }

  /** Returns what came of the probe, or null if none was planned. */
  private String outcome(ScriptedHelper helper, boolean placeholder) {
    List<Step> results = results(helper, placeholder);
    assertEquals(1, results.size(), results.toString());
    Step step = results.get(0);
    return step.intent() == Step.Intent.PROBE
        ? step.outcome().verdict().id() + " " + step.outcome().verified()
        : null;
  }

  /** Plans for one helper, and does what is planned. */
  private List<Step> results(ScriptedHelper scripted, boolean placeholder) {
    HelperSurvey helper = Surveys.unlisted(scripted.store(), NOTHING);
    if (helper.store().known().kind() != KnownHelper.Kind.BRIDGE) {
      helper = Surveys.listed(helper.store(), NOTHING);
    }
    RequestKeys keys = Surveys.keys(server, NOTHING);
    Requested requested = new Requested(List.of(keys), false);
    HelperPlanner planner =
        new HelperPlanner(requested, new Selection(null), new PlanWarnings(), Os.LINUX, Set.of());
    HelperPlace place = new HelperPlace(helper, Lookup.CREDS_STORE, "credsStore");
    List<Step> planned = planner.plan(keys, place, placeholder);
    List<Probe> probes = new ArrayList<>();
    for (Step step : planned) {
      if (step.intent() == Step.Intent.PROBE) {
        probes.add(new Probe(step, keys.request(), helper, stored, placeholder));
      }
    }
    assertTrue(probes.size() <= 1, "probes are one step");
    HelperRun run = new HelperRun(helper, planned, probes, requested);
    run.erase();
    run.lookAgain(Set.of());
    return run.results();
  }
}
