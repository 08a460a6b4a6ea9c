package dev.reglogout.helper;

import static dev.reglogout.helper.Fixtures.LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.helper.EraseReply.Kind;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Observer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A helper that is sent an erase: what sort of answer it gave. */
class EraseReplyTest {
  private static final RegistryKey KEY = RegistryKey.of("ghcr.io");

  @TempDir Path directory;
  private Fixtures fixtures;

  @BeforeEach
  void setUp() {
    fixtures = new Fixtures(directory);
  }

  @ParameterizedTest(name = "{1} under the name {0}: {2}, {3}")
  @CsvSource({
    "x, absent-silent, YES,",
    "x, deaf, YES,",
    "x, floods-stderr, YES,",
    "x, holds-stdout, YES,",
    "x, absent-osxkeychain, NOT_FOUND,",
    "x, absent-nolist, NOT_FOUND,",
    "x, absent-pass, NOT_FOUND,",
    "osxkeychain, absent-osxkeychain-old, NOT_FOUND,",
    "x, absent-osxkeychain-old, NO, helper-failed",
    "x, not-implemented, UNSUPPORTED, not-implemented",
    "x, not-supported, UNSUPPORTED, not-implemented",
    "x, names-verb, UNSUPPORTED, not-implemented",
    "x, os-error, NO, helper-failed",
    "x, locked-vault, YES,",
    "x, only-get, YES,",
    "x, refuses, NO, helper-failed",
    "x, deaf-refuses, NO, helper-failed",
    "x, mute, NO, helper-failed",
    "x, stderr-only, NO, helper-failed",
    "x, dies-by-signal, NO, helper-failed",
    "x, floods, NO, output-too-long",
    "x, control-characters, NO, helper-failed",
    "x, not-executable, NOT_SENT, helper-not-started",
  })
  void everyFixtureGivesAnAnswerOfOneSort(String name, String fixture, Kind kind, String reason) {
    EraseReply reply = erase(store(name, fixtures.process(fixture, LONG)));

    assertEquals(kind, reply.kind());
    assertEquals(reason, reply.problem() == null ? null : reply.problem().reason());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cannot unlock: credentials not found in native keychain (master key) | NO",
        "request 7f-25300 failed | NO",
        "cannot lock creds.db: function not implemented | NO",
        "error: 501 Not Implemented | NO",
        "delete: not supported | UNSUPPORTED",
        "unsupported operation | UNSUPPORTED",
        "credentials not found in native keychain | NOT_FOUND",
      })
  void theWholeAnswerDecides(String answer, Kind kind) {
    assertEquals(kind, erase(store("acme", (verb, stdin) -> no(answer))).kind());
  }

  @Test
  void anErrorBeforeAUsageTextIsAFailure() {
    String answer = "error: the vault is sealed\n\nUsage: docker-credential-vaultx <COMMAND>\n";

    assertEquals(Kind.NO, erase(store("vaultx", (verb, stdin) -> no(answer))).kind());
  }

  @Test
  void aVerbNobodyKnowsAnsweredAlikeButForItsNameTellsThatThereIsNoErase() {
    List<String> verbs = new ArrayList<>();
    HelperStore store =
        store(
            "acme",
            (verb, stdin) -> {
              verbs.add(verb);
              return no("what is " + verb + "?");
            });

    EraseReply reply = erase(store);
    erase(store);

    assertEquals(Kind.UNSUPPORTED, reply.kind());
    assertEquals("not-implemented", reply.problem().reason());
    assertEquals(List.of("erase", "no-such-verb", "erase"), verbs);
  }

  @Test
  void aCallThatRanIntoItsLimitWasSentAndTheNextIsNot() {
    HelperStore store = store("x", fixtures.process("hangs-on-erase", Duration.ofMillis(500)));

    List<EraseReply> replies = store.eraseKeys(List.of(KEY, RegistryKey.of("quay.io")));

    assertEquals(List.of(Kind.NO, Kind.NOT_SENT), replies.stream().map(EraseReply::kind).toList());
    assertEquals("helper-timed-out", replies.get(0).problem().reason());
    assertEquals("helper-timed-out", replies.get(1).problem().reason());
    assertEquals(1, fixtures.calls().size());
  }

  @Test
  void theKeyIsSentAsItIsAndNothingElse() {
    List<String> sent = new ArrayList<>();
    HelperStore store =
        store(
            "x",
            (verb, stdin) -> {
              sent.add(verb + ":" + stdin);
              return new Reply(0, "", "", false);
            });

    store.eraseKeys(List.of(RegistryKey.of(" https://GHCR.io:443/ü ")));

    assertEquals(List.of("erase: https://GHCR.io:443/ü "), sent);
  }

  private static EraseReply erase(HelperStore store) {
    return store.eraseKeys(List.of(KEY)).get(0);
  }

  private static Reply no(String words) {
    return new Reply(1, words, "", false);
  }

  private static HelperStore store(String name, HelperProgram program) {
    return new HelperStore(new HelperName(name), program, Observer.NONE);
  }
}
