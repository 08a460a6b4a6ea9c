package dev.reglogout.helper;

import static dev.reglogout.helper.Fixtures.LONG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.helper.EraseReply.Kind;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelperStoreTest {
  @TempDir Path directory;
  private Fixtures fixtures;

  @BeforeEach
  void setUp() {
    fixtures = new Fixtures(directory);
  }

  @Test
  void labelsAreTakenOffAndNothingElse() throws Exception {
    HelperStore store =
        answering(
            "secretservice",
            "{\"Registry credentials for https://ghcr.io\":\"ci\", \" ghcr.io \":\"a\","
                + " \"registry credentials for x.io\":\"b\","
                + " \"x Registry credentials for y.io\":\"c\","
                + " \"https://GHCR.io:443/v2/\":\"d\"}");

    assertEquals(
        List.of(
            "https://ghcr.io",
            " ghcr.io ",
            "registry credentials for x.io",
            "x Registry credentials for y.io",
            "https://GHCR.io:443/v2/"),
        keys(store.listing().entries()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ghcr.io\":\"first\",\"ghcr.io\":\"last\"}",
        "{\"Registry credentials for ghcr.io\":\"first\",\"ghcr.io\":\"last\"}"
      })
  void aKeyThatStandsTwiceIsOneEntryAndNobodyCanTellWhoseItIs(String answer) throws Exception {
    List<Entry> entries = answering("secretservice", answer).listing().entries();

    assertEquals(List.of(Entry.ofSecret(RegistryKey.of("ghcr.io"), null)), entries);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "refuses, helper-failed, it says: boom went wrong",
    "stderr-only, helper-failed, it says: boom on stderr",
    "mute, helper-failed, it ended with exit code 3 and said nothing",
    "dies-by-signal, helper-failed, it ended with exit code 137 and said nothing",
    "cannot-list, list-not-implemented, it says: list is unimplemented",
    "not-implemented, not-implemented, it says: not implemented",
    "lists-garbage, list-not-json, its list is not a JSON object",
    "lists-array, list-not-json, its list is not a JSON object",
    "floods, output-too-long, it answers more than can be kept",
  })
  void aListThatFailsSaysWhy(String fixture, String reason, String message) {
    StoreException problem = store("x", fixture).listing().problem();

    assertEquals(reason, problem.reason());
    assertEquals(message, problem.getMessage());
    assertFalse(problem.advice().isBlank());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "absent-silent, YES",
    "deaf, YES",
    "floods-stderr, YES",
    "holds-stdout, YES",
    "absent-osxkeychain, NOT_FOUND",
    "absent-pass, NOT_FOUND",
    "absent-nolist, NOT_FOUND",
    "not-implemented, UNSUPPORTED",
    "refuses, NO",
    "deaf-refuses, NO",
    "mute, NO",
    "stderr-only, NO",
    "dies-by-signal, NO",
    "floods, NO",
    "control-characters, NO",
  })
  void anAnswerToAnEraseIsTakenAtItsWord(String fixture, Kind kind) {
    assertEquals(kind, store("x", fixture).eraseKeys(keys("ghcr.io")).get(0).kind());
  }

  @Test
  void aSecretIsToldAsItIs() throws Exception {
    String answer = "{\"ServerURL\":\"x\",\"Username\":\"u\",\"Secret\":\"a\\u0026\\\\b..c \"}";

    assertEquals("a&\\b..c ", answering("x", answer).secret(RegistryKey.of("x")));
    assertEquals("", answering("x", "{\"secret\":\"\"}").secret(RegistryKey.of("x")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "refuses, it refuses with exit code 1",
    "mute, it refuses with exit code 3",
    "absent-osxkeychain, it refuses with exit code 1",
    "floods, it answers more than can be kept",
    "absent-silent, it refuses with exit code 1",
  })
  void aSecretThatIsNotToldIsNoWordOfTheHelpers(String fixture, String message) {
    StoreException thrown =
        assertThrows(
            StoreException.class, () -> store("x", fixture).secret(RegistryKey.of("ghcr.io")));

    assertEquals(message, thrown.getMessage());
  }

  @Test
  void aHelpersWordsAreOneLineAndNoLongerThanASentence() {
    HelperStore store =
        store("x", fixtures.script("printf '\\n  %01000d\\nmore\\n' 7; exit 1", LONG));

    assertEquals("it says: " + "0".repeat(300) + "…", wordsOfErase(store, "ghcr.io"));
  }

  @Test
  void aTraceOfPythonsIsToldByTheLineThatSaysWhatIsWrong() {
    String trace =
        "Traceback (most recent call last):\n  File \"x.py\", line 1, in <module>\n"
            + "KeyError: 'ghcr.io'\n\n";
    HelperStore store = store("x", (verb, stdin) -> new Reply(1, "", trace, false));

    assertEquals("it says: KeyError: 'ghcr.io'", wordsOfErase(store, "ghcr.io"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "https://me:s3cret@ghcr.io",
        "https://me:s3cret pw@ghcr.io",
        "https://me@corp.com:s3cret@ghcr.io",
        " https://me:s3cret@ghcr.io "
      })
  void theKeyThatWasSentIsMaskedInTheHelpersWordsAlsoAsAFolderOfPass(String key) {
    String folder = Base64.getUrlEncoder().encodeToString(key.getBytes(UTF_8));
    for (String words : List.of("no " + key + "!", "no " + key.strip() + "!", "no " + folder)) {
      HelperStore store = store("x", (verb, stdin) -> new Reply(1, words, "", false));

      String cause = wordsOfErase(store, key);

      assertFalse(cause.contains("s3cret"), cause);
      assertFalse(cause.contains(folder), cause);
      assertTrue(cause.startsWith("it says: no "), cause);
    }
  }

  @ParameterizedTest(name = "{0} is shown as {1}")
  @CsvSource({
    "u:PW@x, docker-credential-u:***@x",
    "u:P@W@x, docker-credential-u:***@x",
    "https://u:PW@x, docker-credential-https:***@x",
    "pass, docker-credential-pass",
    "a@b, docker-credential-a@b",
    "a@b:c, docker-credential-a@b:c",
  })
  void aPasswordInANameIsHidden(String name, String shown) {
    assertEquals(shown, store(name, (verb, stdin) -> null).name());
  }

  @Test
  void theSecretIsNeverAskedFor() throws Exception {
    HelperStore store = store("x", "keeper");

    store.listing();
    store.eraseKeys(keys("ghcr.io"));

    assertEquals(
        List.of("keeper list 756e75736564", "keeper erase 676863722e696f"), fixtures.calls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gh\ncr.io", "ghcr.io\n", "ghcr.io\u0000", "\u001b[31mghcr.io", "a\u009b"})
  void aKeyWithControlCharactersIsNeverSent(String key) {
    List<EraseReply> replies = store("x", "keeper").eraseKeys(keys(key, "ghcr.io"));

    assertEquals(Kind.NOT_SENT, replies.get(0).kind());
    assertEquals("key-not-sendable", replies.get(0).problem().reason());
    assertEquals(List.of("keeper erase 676863722e696f"), fixtures.calls());
  }

  @Test
  void aKeyThatWouldArriveChangedIsNotAskedForEither() {
    StoreException thrown =
        assertThrows(
            StoreException.class,
            () -> store("x", "keeper").secret(RegistryKey.of("caf\ufffd.io")));

    assertEquals("key-not-sendable", thrown.reason());
    assertEquals(List.of(), fixtures.calls());
  }

  @Test
  void aHelperThatHungIsNotCalledAgain() {
    HelperStore store = store("x", fixtures.process("hangs-on-erase", Duration.ofMillis(500)));

    List<EraseReply> replies = store.eraseKeys(keys("a.io", "b.io", "c.io"));

    assertEquals(List.of("hangs-on-erase erase 612e696f"), fixtures.calls());
    for (EraseReply reply : replies) {
      assertEquals("helper-timed-out", reply.problem().reason());
    }
    assertEquals("helper-timed-out", store.listing().problem().reason());
    assertEquals(1, fixtures.calls().size());
  }

  @Test
  void oneFailedEraseDoesNotKeepTheNextFromBeingTried() {
    HelperStore store = store("x", "refuses");

    store.eraseKeys(keys("a.io", "b.io"));

    assertEquals(List.of("refuses erase 612e696f", "refuses erase 622e696f"), fixtures.calls());
  }

  @ParameterizedTest(name = "{0}: {1} at a time")
  @CsvSource({"pass, 8", "pass.exe, 8", "secretservice, 1", "osxkeychain, 1", "x, 1"})
  void onlyPassIsSentSeveralErasesAtATime(String name, int most) {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    long deadline = System.nanoTime() + LONG.toNanos();
    HelperStore store =
        store(
            name,
            (verb, stdin) -> {
              seen.accumulateAndGet(running.incrementAndGet(), Math::max);
              do {
                pause(); // also for one more than there should be
              } while (seen.get() < most && System.nanoTime() < deadline);
              running.decrementAndGet();
              return new Reply(0, "", "", false);
            });

    store.eraseKeys(IntStream.range(0, 10).mapToObj(i -> RegistryKey.of("r" + i + ".io")).toList());

    assertEquals(most, seen.get());
  }

  @Test
  void answersStandInTheOrderOfTheKeysHoweverLongEachTook() {
    HelperStore store =
        store(
            "pass",
            (verb, stdin) -> {
              if (stdin.equals("a.io")) {
                pause();
              }
              return new Reply(stdin.equals("b.io") ? 1 : 0, "boom", "", false);
            });

    List<EraseReply> replies = store.eraseKeys(keys("a.io", "b.io", "c.io"));

    assertEquals(
        List.of(Kind.YES, Kind.NO, Kind.YES), replies.stream().map(EraseReply::kind).toList());
  }

  @Test
  void anObserverIsToldOfEachCallWithThePasswordInAKeyHidden() throws Exception {
    List<String> told = new ArrayList<>();
    Observer observer =
        (program, verb, key) -> {
          told.add("%s %s %s".formatted(program, verb, key));
          return () -> told.add("done");
        };
    HelperStore store =
        new HelperStore(new HelperName("x"), fixtures.process("keeper", LONG), observer);

    store.listing();
    store.eraseKeys(keys("https://u:pw@ghcr.io"));

    assertEquals(
        List.of(
            "docker-credential-x list null",
            "done",
            "docker-credential-x erase https://u:***@ghcr.io",
            "done"),
        told);
    assertTrue(
        fixtures.calls().get(1).endsWith("68747470733a2f2f753a707740676863722e696f"), "as listed");
  }

  private static HelperStore answering(String name, String list) {
    return store(name, (verb, stdin) -> new Reply(0, list, "", false));
  }

  private HelperStore store(String name, String fixture) {
    return store(name, fixtures.process(fixture, LONG));
  }

  private static HelperStore store(String name, HelperProgram program) {
    return new HelperStore(new HelperName(name), program, Observer.NONE);
  }

  private static String wordsOfErase(HelperStore store, String key) {
    return store.eraseKeys(keys(key)).get(0).problem().getMessage();
  }

  private static List<RegistryKey> keys(String... keys) {
    return List.of(keys).stream().map(RegistryKey::of).toList();
  }

  private static List<String> keys(List<Entry> entries) {
    return entries.stream().map(entry -> entry.key().text()).toList();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
