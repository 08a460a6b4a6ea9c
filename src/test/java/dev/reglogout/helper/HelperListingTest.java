package dev.reglogout.helper;

import static dev.reglogout.helper.Fixtures.LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.helper.EraseReply.Kind;
import dev.reglogout.helper.HelperListing.State;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A helper that is asked for its list: what sort of answer it gave. */
class HelperListingTest {
  private static final String USAGE = "usage of the helper";

  @TempDir Path directory;
  private Fixtures fixtures;
  private final List<String> verbs = new ArrayList<>();

  @BeforeEach
  void setUp() {
    fixtures = new Fixtures(directory);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "keeper, LISTED",
    "lists-null, LISTED",
    "lists-locked, LISTED",
    "lists-others, LISTED",
    "deaf, LISTED",
    "holds-stdout, LISTED",
    "cannot-list, UNSUPPORTED",
    "not-implemented, UNSUPPORTED",
    "refuses, FAILED",
    "deaf-refuses, FAILED",
    "mute, FAILED",
    "stderr-only, FAILED",
    "dies-by-signal, FAILED",
    "floods, FAILED",
    "lists-garbage, FAILED",
    "lists-array, FAILED",
    "control-characters, FAILED",
    "locked-vault, FAILED",
    "os-error, FAILED",
    "list-missing, FAILED",
    "not-supported, UNSUPPORTED",
    "only-get, UNSUPPORTED",
    "names-verb, UNSUPPORTED",
    "drops-port, LISTED",
    "lists-not-utf8, LISTED",
    "bad-interpreter, NOT_STARTED",
    "not-executable, NOT_STARTED",
  })
  void everyFixtureGivesAnAnswerOfOneSort(String fixture, State state) {
    HelperListing listing = store("x", fixtures.process(fixture, LONG)).listing();

    assertEquals(state, listing.state());
    assertEquals(state == State.LISTED, listing.problem() == null);
    assertEquals(state == State.LISTED, listing.works());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "", "-x", "a b", "u:PW@x"})
  void aNameThatIsNoneIsNotStarted(String name) {
    HelperStore store =
        store(
            name,
            (verb, stdin) -> {
              new HelperName(name).check();
              throw new AssertionError("started");
            });

    assertEquals(State.NOT_STARTED, store.listing().state());
    assertEquals("helper-name-invalid", store.listing().problem().reason());
  }

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource({
    "pass, LISTED",
    "secretservice, LISTED",
    "osxkeychain, LISTED",
    "wincred.exe, LISTED",
    "desktop, LISTED",
    "acme, UNSUPPORTED",
  })
  void noByteAtAllIsAnEmptyListOnlyFromAKnownHelper(String name, State state) {
    HelperListing listing = answering(name, 0, "", "").listing();

    assertEquals(state, listing.state());
    assertEquals(List.of(), listing.entries());
  }

  @ParameterizedTest
  @CsvSource({"pass, '', boom", "acme, '', boom", "pass, ' ', ''", "acme, '\n', ''"})
  void wordsOrBlanksWhereAListShouldBeAreAFailure(String name, String stdout, String stderr) {
    assertEquals(State.FAILED, answering(name, 0, stdout, stderr).listing().state());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "acme        | credentials not found in native keychain               | LISTED",
        "osxkeychain | The specified item could not be found in the keychain. | LISTED",
        "wincred     | Element not found.                                     | LISTED",
        "desktop     | Element not found.                                     | LISTED",
        "acme        | Element not found.                                     | FAILED",
        "pass        | The specified item could not be found in the keychain. | FAILED",
        "acme        | failed to unlock database                              | FAILED",
        "acme        | cannot lock creds.db: function not implemented         | FAILED",
        "acme        | list: not supported                                    | UNSUPPORTED",
        "acme        | unsupported operation                                  | UNSUPPORTED",
        "pass        | pass: the list cannot be read                          | FAILED",
      })
  void theWholeAnswerDecides(String name, String answer, State state) {
    assertEquals(state, answering(name, 1, answer, "").listing().state());
    assertEquals(state, answering(name, 1, "", answer + "\n").listing().state(), "on stderr");
  }

  @Test
  void whatFailedHasNoReasonThatSoundsAsIfNothingWereThere() {
    for (String words :
        List.of(
            "cannot lock creds.db: function not implemented",
            "cannot unlock: credentials not found in native keychain (master key)",
            "error: 501 Not Implemented")) {
      StoreException problem = answering("acme", 1, words, "").listing().problem();

      assertEquals("helper-failed", problem.reason(), words);
      assertEquals("it says: " + words, problem.getMessage());
    }
  }

  @Test
  void aVerbNobodyKnowsAnsweredAlikeButForItsNameTellsThatThereIsNoList() {
    HelperStore store = scripted(Map.of(), "%s is a verb I do not have");

    HelperListing listing = store.listing();

    assertEquals(State.UNSUPPORTED, listing.state());
    assertEquals("helper-cannot-list", listing.problem().reason());
    assertEquals(List.of("list", "no-such-verb"), verbs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the vault is sealed", "listing needs the vault", ""})
  void aNoThatDoesNotNameItsVerbIsAFailureAndNothingElseIsAsked(String words) {
    HelperStore store = scripted(Map.of(), words);

    assertEquals(State.FAILED, store.listing().state());
    assertEquals(List.of("list"), verbs);
  }

  @Test
  void aNoThatNamesItsVerbWhereAnotherVerbGetsOtherWordsIsAFailure() {
    HelperStore store = scripted(Map.of("list", "cannot list: sealed"), "no verb %s");

    assertEquals(State.FAILED, store.listing().state());
    assertEquals(List.of("list", "no-such-verb"), verbs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pass", "secretservice", "osxkeychain", "desktop"})
  void aKnownHelperHasAListAndIsNotAskedForAVerbItCannotKnow(String name) {
    HelperStore store = scripted(name, Map.of(), "no verb %s");

    assertEquals(State.FAILED, store.listing().state());
    assertEquals(List.of("list"), verbs);
  }

  @Test
  void aHelperThatHangsOnAVerbItCannotKnowIsStillSentItsErases() {
    HelperStore store =
        store(
            "acme",
            (verb, stdin) -> {
              verbs.add(verb);
              if (verb.equals("no-such-verb")) {
                throw new StoreException("helper-timed-out", "it did not answer", null);
              }
              return new Reply(verb.equals("erase") ? 0 : 1, "cannot list", "", false);
            });

    State state = store.listing().state();
    EraseReply reply = erase(store);

    assertEquals(State.FAILED, state);
    assertEquals(Kind.YES, reply.kind());
    assertEquals(List.of("list", "no-such-verb", "erase"), verbs);
  }

  @Test
  void aBridgeIsNotAskedAtAll() {
    HelperListing listing = scripted("dev-containers-1", Map.of(), "boom").listing();

    assertEquals(State.UNSUPPORTED, listing.state());
    assertEquals(List.of(), verbs);
  }

  @Test
  void theListAloneIsMissingWhereAnUnknownVerbGetsTheSameAnswerAndEraseAnother() {
    HelperStore store = scripted(Map.of("erase", ""), USAGE);
    HelperListing listing = store.listing();

    EraseReply reply = erase(store);

    assertEquals(State.FAILED, listing.state());
    assertEquals(Kind.YES, reply.kind());
    assertTrue(store.listIsMissing(reply));
    assertTrue(store.listIsMissing(reply));
    assertEquals(List.of("list", "erase", "no-such-verb"), verbs, "asked once");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"list-missing, true", "locked-vault, false", "os-error, false", "refuses, false"})
  void ofTheFixturesOnlyOneHasNoListWithoutSayingSo(String fixture, boolean missing) {
    HelperStore store = store("x", fixtures.process(fixture, LONG));
    store.listing();

    assertEquals(missing, store.listIsMissing(erase(store)));
  }

  @Test
  void theListIsNotMissingWhereAllVerbsAreAnsweredAlike() {
    HelperStore store = scripted(Map.of(), "the vault is sealed");
    store.listing();

    EraseReply reply = erase(store);

    assertEquals(Kind.NO, reply.kind());
    assertFalse(store.listIsMissing(reply));
  }

  @Test
  void theListIsNotMissingWhereItHasWordsOfItsOwn() {
    HelperStore store = scripted(Map.of("list", "failed to unlock database", "erase", ""), USAGE);
    store.listing();

    assertFalse(store.listIsMissing(erase(store)));
  }

  @Test
  void theListIsNotMissingWhereItWorksOrTheEraseWasNotAnswered() {
    HelperStore works = answering("acme", 0, "{}", "");
    works.listing();
    HelperStore fails = scripted(Map.of(), USAGE);
    fails.listing();

    assertFalse(works.listIsMissing(erase(works)));
    assertFalse(fails.listIsMissing(new EraseReply(Kind.NOT_SENT, null, null)));
  }

  @Test
  void aLockedItemIsToldAndIsNoEntry() {
    HelperListing listing =
        answering("secretservice", 0, "{\"\":\"account not defined\",\"a.io\":\"u\"}", "")
            .listing();

    assertTrue(listing.lockedItem());
    assertEquals(List.of(Entry.ofSecret(RegistryKey.of("a.io"), "u")), listing.entries());
    assertFalse(answering("secretservice", 0, "{\"a.io\":\"u\"}", "").listing().lockedItem());
  }

  @ParameterizedTest(name = "{0} lists {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "secretservice | {\"GHCR work account\":\"u\"}                                 | true",
        "secretservice | {\"work\":\"u\"}                                              | true",
        "secretservice | {\"Registry credentials for \":\"u\"}                         | true",
        "secretservice | {\"Registry credentials for a.io\":\"u\",\"b.io\":\"u\"}      | true",
        "secretservice | {\"Registry credentials for a.io\":\"u\"}                     | false",
        "secretservice | {\"a.io\":\"u\",\"https://b.io/v2/\":\"u\"}                   | false",
        "secretservice | {\"https://docker-mcp.x.mcp-dcr\":\"u\",\"localhost\":\"u\"}  | false",
        "secretservice | {\"\":\"account not defined\"}                                | false",
        "secretservice | {}                                                            | false",
        "pass          | {\"GHCR work account\":\"u\"}                                 | false",
      })
  void aNameThatIsNoKeyIsAChangedLabelOfSecretserviceAlone(
      String name, String list, boolean renamed) {
    assertEquals(renamed, answering(name, 0, list, "").listing().hasRenamedLabel());
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "pass", "desktop", "osxkeychain"})
  void aLabelIsTakenOffForSecretserviceAlone(String name) {
    String listed = "Registry credentials for https://ghcr.io";
    HelperListing listing = answering(name, 0, "{\"" + listed + "\":\"u\"}", "").listing();

    assertEquals(listed, listing.entries().get(0).key().text());
  }

  @Test
  void aKeyThatStandsTwiceForOneUserIsHis() {
    HelperListing listing = answering("acme", 0, "{\"a.io\":\"u\",\"a.io\":\"u\"}", "").listing();

    assertEquals(List.of(Entry.ofSecret(RegistryKey.of("a.io"), "u")), listing.entries());
  }

  @Test
  void whatIsNotUtf8IsListedAndNeverSentBack() {
    HelperStore store =
        store("x", fixtures.script("printf '{\"caf\\351.io\":\"\\351\",\"a.io\":\"u\"}'", LONG));

    HelperListing listing = store.listing();
    RegistryKey garbled = listing.entries().get(0).key();
    EraseReply reply = store.eraseKeys(List.of(garbled)).get(0);

    assertEquals(2, listing.entries().size());
    assertNull(listing.entries().get(0).user(), "a user nobody can tell");
    assertFalse(HelperStore.canBeSent(garbled));
    assertEquals(Kind.NOT_SENT, reply.kind());
    assertEquals("key-not-sendable", reply.problem().reason());
    assertEquals(
        "its key is not UTF-8, so it was not sent to the helper", reply.problem().getMessage());
  }

  private static EraseReply erase(HelperStore store) {
    return store.eraseKeys(List.of(RegistryKey.of("ghcr.io"))).get(0);
  }

  private HelperStore scripted(Map<String, String> answers, String otherwise) {
    return scripted("acme", answers, otherwise);
  }

  /** Returns a helper that refuses each verb with words, and says yes to one without any. */
  private HelperStore scripted(String name, Map<String, String> answers, String otherwise) {
    return store(
        name,
        (verb, stdin) -> {
          verbs.add(verb);
          String words = answers.getOrDefault(verb, otherwise).replace("%s", verb);
          boolean yes = answers.containsKey(verb) && words.isEmpty();
          return new Reply(yes ? 0 : 1, words, "", false);
        });
  }

  private static HelperStore answering(String name, int exitCode, String stdout, String stderr) {
    return store(name, (verb, stdin) -> new Reply(exitCode, stdout, stderr, false));
  }

  private static HelperStore store(String name, HelperProgram program) {
    return new HelperStore(new HelperName(name), program, Observer.NONE);
  }
}
