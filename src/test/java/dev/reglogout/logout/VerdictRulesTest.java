package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.reglogout.helper.EraseReply;
import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.ScriptedHelper;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of an entry that was listed before. */
class VerdictRulesTest {
  private static final RegistryKey KEY = RegistryKey.of("ghcr.io");

  @ParameterizedTest(name = "{0}, answer {1}, afterwards {2} -> {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // listed afterwards: it remains, whatever was answered
        "pass          | yes             | {\"ghcr.io\":\"ci\"} | remains true",
        "secretservice | yes             | {\"ghcr.io\":\"ci\"} | remains true",
        "osxkeychain   | not found       | {\"ghcr.io\":\"ci\"} | remains true",
        "x             | yes             | {\"ghcr.io\":\"ci\"} | remains true",
        "x             | not implemented | {\"ghcr.io\":\"ci\"} | remains true",
        "x             | boom            | {\"ghcr.io\":\"ci\"} | remains true",
        "x             | hangs           | {\"ghcr.io\":\"ci\"} | remains true",
        // gone afterwards: it was erased, whatever was answered
        "pass          | yes             | {}                   | erased true",
        "pass          | boom            | {}                   | erased true",
        "secretservice | yes             | null                 | erased true",
        "osxkeychain   | boom            | {}                   | erased true",
        "osxkeychain   | boom            | not found            | erased true",
        "wincred       | not found       | {}                   | erased true",
        "x             | not implemented | {}                   | erased true",
        "x             | yes             | {\"a.io\":\"ci\"}    | erased true",
        // something is locked: what is not listed may be behind the lock
        "secretservice | yes             | {\"\":\"locked\"}    | failed false",
        "x             | yes             | {\"\":\"locked\"}    | failed false",
        // nobody could look afterwards: no answer makes up for that
        "pass          | yes             | boom                 | failed false",
        "x             | yes             | boom                 | failed false",
        "x             | not found       | hangs                | failed false",
        "x             | yes             | not implemented      | failed false",
        "x             | yes             | {                    | failed false",
        "secretservice | yes             | missing              | failed false",
        "osxkeychain   | yes             | boom                 | failed false",
        "wincred       | yes             | boom                 | failed false",
        "desktop.exe   | yes             | boom                 | failed false",
      })
  void verdictsComeFromTheSecondListAlone(
      String helper, String answer, String after, String expected) {
    Outcome outcome = outcome(helper, answer, after);

    assertEquals(expected, outcome.verdict().id() + " " + outcome.verified());
  }

  @Test
  void whatRemainsIsExplainedByTheHelpersOwnWordsIfItHadAny() {
    Outcome outcome = outcome("x", "boom", "{\"ghcr.io\":\"ci\"}");

    assertEquals("it says: boom", outcome.cause());
    assertEquals("helper-failed", outcome.reason());
  }

  @Test
  void aYesThatDidNothingPointsAtTheKeyringWhereThatIsTheUsualCause() {
    String after = "{\"ghcr.io\":\"ci\"}";

    assertEquals("the keyring may be locked", outcome("secretservice", "yes", after).cause());
    assertEquals("it said yes and did nothing", outcome("x", "yes", after).cause());
  }

  @Test
  void whatMayHaveFailedSaysWhatToDo() {
    for (String after : List.of("{\"ghcr.io\":\"ci\"}", "{\"\":\"locked\"}", "boom")) {
      assertFalse(outcome("secretservice", "yes", after).advice().isBlank(), after);
    }
  }

  private static Outcome outcome(String name, String answer, String after) {
    HelperStore store = new ScriptedHelper(name).erases(answer).store();
    EraseReply reply = store.eraseKeys(List.of(KEY)).get(0);
    HelperListing second = new ScriptedHelper(name).lists(after).store().listing();
    boolean listed = second.entries().stream().anyMatch(entry -> entry.key().equals(KEY));
    return VerdictRules.ofListed(reply, second, listed, store.known());
  }
}
