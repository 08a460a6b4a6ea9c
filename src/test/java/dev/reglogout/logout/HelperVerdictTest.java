package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelperVerdictTest {
  private static final Registry GHCR = Registry.parse("ghcr.io");
  private static final Entry ENTRY = Entry.ofSecret(RegistryKey.of("ghcr.io"), "ci");
  private static final StoreException BOOM = new StoreException("helper-failed", "boom", "look");

  @ParameterizedTest(name = "{0}, {1}, answer {2}, afterwards {3} -> {4}")
  @CsvSource({
    // listed afterwards: it remains, whatever was answered
    "pass,          LISTED,     erased, shown,  remains true",
    "secretservice, LISTED,     erased, shown,  remains true",
    "osxkeychain,   LISTED,     absent, shown,  remains true",
    "x,             LISTED,     erased, shown,  remains true",
    "x,             LISTED,     minted, shown,  remains true",
    "x,             LISTED,     failed, shown,  remains true",
    "x,             NOT_LISTED, erased, shown,  remains true",
    "pass,          UNKNOWN,    absent, shown,  remains true",
    // listed before and gone afterwards: it was erased, whatever was answered
    "pass,          LISTED,     erased, gone,   erased true",
    "pass,          LISTED,     failed, gone,   erased true",
    "secretservice, LISTED,     erased, gone,   erased true",
    "osxkeychain,   LISTED,     failed, gone,   erased true",
    "wincred,       LISTED,     absent, gone,   erased true",
    "x,             LISTED,     minted, gone,   erased true",
    // never listed: it is absent
    "x,             NOT_LISTED, erased, gone,   absent true",
    "x,             NOT_LISTED, absent, gone,   absent true",
    "x,             NOT_LISTED, failed, gone,   absent true",
    "pass,          UNKNOWN,    absent, gone,   absent true",
    "secretservice, UNKNOWN,    absent, gone,   absent true",
    // no list before, but one afterwards: a yes is confirmed
    "pass,          UNKNOWN,    erased, gone,   erased true",
    "secretservice, UNKNOWN,    erased, gone,   erased true",
    // it knows no erase: nothing to worry about unless it is listed
    "x,             NOT_LISTED, minted, gone,   minted null",
    "x,             NOT_LISTED, minted, none,   minted null",
    "x,             UNKNOWN,    minted, none,   minted null",
    "x,             LISTED,     minted, fails,  remains true",
    // something is locked: what is not listed may be behind the lock
    "secretservice, LISTED,     erased, locked, failed false",
    "secretservice, UNKNOWN,    erased, locked, failed false",
    "x,             NOT_LISTED, absent, locked, failed false",
    // nobody could look afterwards: the answer decides, where it can be believed
    "pass,          LISTED,     erased, fails,  erased false",
    "pass,          UNKNOWN,    erased, fails,  erased false",
    "pass,          UNKNOWN,    absent, fails,  absent false",
    "pass,          UNKNOWN,    failed, fails,  failed false",
    "x,             LISTED,     erased, fails,  erased false",
    "x,             UNKNOWN,    erased, none,   erased false",
    "x,             UNKNOWN,    absent, none,   absent false",
    "x,             UNKNOWN,    failed, none,   failed false",
    "x,             NOT_LISTED, absent, none,   absent true",
    "x,             NOT_LISTED, erased, fails,  absent true",
    "secretservice, LISTED,     erased, fails,  failed false",
    "secretservice, UNKNOWN,    erased, fails,  failed false",
    "secretservice, UNKNOWN,    failed, fails,  failed false",
    "osxkeychain,   LISTED,     erased, fails,  failed false",
    "wincred,       LISTED,     erased, fails,  failed false",
    "desktop.exe,   LISTED,     erased, fails,  failed false",
  })
  void verdictsComeFromTheListsAndOnlyWithoutThemFromTheAnswer(
      String helper, Seen seen, String answer, String after, String expected) {
    Step step = new Step(GHCR, store(helper), ENTRY, seen, answer(answer));

    Outcome outcome = HelperVerdict.of(step, after(after));

    assertEquals(expected, outcome.verdict().id() + " " + outcome.verified());
  }

  @Test
  void whatRemainsIsExplainedByTheHelpersOwnWordsIfItHadAny() {
    Step step = new Step(GHCR, store("x"), ENTRY, Seen.LISTED, answer("failed"));

    Outcome outcome = HelperVerdict.of(step, after("shown"));

    assertEquals("it says: boom", outcome.cause());
    assertEquals("helper-failed", outcome.reason());
  }

  @Test
  void aYesThatDidNothingPointsAtTheKeyringWhereThatIsTheUsualCause() {
    Step keyring = new Step(GHCR, store("secretservice"), ENTRY, Seen.LISTED, answer("erased"));
    Step other = new Step(GHCR, store("x"), ENTRY, Seen.LISTED, answer("erased"));

    assertEquals("the keyring may be locked", HelperVerdict.of(keyring, after("shown")).cause());
    assertEquals("it said yes and did nothing", HelperVerdict.of(other, after("shown")).cause());
  }

  @Test
  void whatMayHaveFailedSaysWhatToDo() {
    for (String after : List.of("shown", "locked", "fails")) {
      Step step = new Step(GHCR, store("secretservice"), ENTRY, Seen.LISTED, answer("erased"));

      assertFalse(HelperVerdict.of(step, after(after)).advice().isBlank(), after);
    }
  }

  private static HelperStore store(String name) {
    return Told.helpers().named(name);
  }

  private static Outcome answer(String answer) {
    return switch (answer) {
      case "erased" -> Outcome.erased(false);
      case "absent" -> Outcome.absent(false);
      case "minted" -> Outcome.minted("not-implemented", "it says: not implemented", "look");
      default -> Outcome.failed("helper-failed", "it says: boom", "look");
    };
  }

  private static Listing after(String after) {
    return switch (after) {
      case "none" -> null;
      case "fails" -> new Listing(Map.of(), false, List.of(), BOOM);
      case "shown" -> new Listing(Map.of("ghcr.io", List.of(ENTRY)), false, List.of(), null);
      case "locked" -> new Listing(Map.of(), true, List.of(), null);
      default -> new Listing(Map.of(), false, List.of(), null);
    };
  }
}
