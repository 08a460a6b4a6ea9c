package dev.reglogout.helper;

import static dev.reglogout.helper.Fixtures.LONG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a helper is sent, and what is understood of its answer; see {@link ProcessLimitTest}. */
class HelperProcessTest {
  @TempDir Path directory;
  private Fixtures fixtures;

  @BeforeEach
  void setUp() {
    fixtures = new Fixtures(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghcr.io",
        "https://index.docker.io/v1/",
        " blanks around ",
        "it's \"quoted\" $HOME `id` \\ %s",
        "bücher.example",
        "-n",
        ""
      })
  void stdinIsTheKeyAndNotOneByteMore(String key) throws Exception {
    Path seen = fixtures.file("stdin");

    fixtures.script("cat >'" + seen + "'", LONG).run("erase", key);

    assertArrayEquals(key.getBytes(UTF_8), Files.readAllBytes(seen));
  }

  @Test
  void theVerbIsTheOnlyArgument() throws Exception {
    Reply reply = fixtures.script("echo \"$# $1\"", LONG).run("erase", "ghcr.io");

    assertEquals("1 erase\n", reply.stdout());
  }

  @Test
  void theAnswerIsExitCodeStdoutAndStderr() throws Exception {
    Reply reply = fixtures.script("echo out; echo err >&2; exit 7", LONG).run("erase", "ghcr.io");

    assertEquals(new Reply(7, "out\n", "err\n", false), reply);
  }

  @Test
  void theVariablesAreThoseGivenAndNoOthers() throws Exception {
    Reply reply = fixtures.script("env | grep -c '^HOME='; env", LONG).run("list", "unused");

    assertTrue(reply.stdout().startsWith("0\n"), reply.stdout());
    assertTrue(reply.stdout().contains("REGLOGOUT_FIXTURE_STORE="), reply.stdout());
  }

  @Test
  void ourOwnVariablesArePassedOnWhereNoneAreGiven() throws Exception {
    Path program = Path.of("/usr/bin/env");
    HelperProcess env = new HelperProcess(program, null, LONG, null, new StopSignal());

    Reply reply = env.run("printenv", "");

    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      assertTrue(reply.stdout().contains(variable.getKey() + "="), variable.getKey());
    }
  }

  @Test
  void wordsOnStdoutCountAndThoseOnStderrOnlyWhereThereAreNone() throws Exception {
    assertEquals("boom went wrong", fixtures.process("refuses", LONG).run("erase", "x").words());
    assertEquals("boom on stderr", fixtures.process("stderr-only", LONG).run("erase", "x").words());
    assertEquals("", fixtures.process("mute", LONG).run("erase", "x").words());
  }

  @Test
  void aHelperThatNeverReadsStdinHasStillAnswered() throws Exception {
    String long64k = "k".repeat(200_000);

    assertEquals(0, fixtures.process("deaf", LONG).run("erase", long64k).exitCode());
    Reply refused = fixtures.process("deaf-refuses", LONG).run("erase", long64k);
    assertEquals("boom went wrong", refused.words());
  }

  @Test
  void muchOnStderrBeforeStdinIsReadIsDrained() {
    Reply reply =
        assertTimeout(
            Duration.ofSeconds(10),
            () -> fixtures.process("floods-stderr", LONG).run("erase", "k".repeat(100_000)));

    assertEquals(0, reply.exitCode());
    assertEquals(64 << 10, reply.stderr().length());
  }

  @Test
  void anAnswerIsKeptUpTo64KibAndAListUpTo16Mib() throws Exception {
    HelperProcess floods = fixtures.process("floods", LONG);

    Reply erase = floods.run("erase", "ghcr.io");
    Reply list = floods.run("list", "unused");

    assertEquals(64 << 10, erase.stdout().length());
    assertTrue(erase.cutOff());
    assertEquals(16 << 20, list.stdout().length());
    assertTrue(list.cutOff());
  }

  @Test
  void muchOnStderrAloneDoesNotSpoilAnAnswer() throws Exception {
    assertFalse(fixtures.process("floods-stderr", LONG).run("list", "unused").cutOff());
  }

  @Test
  void stderrIsPassedOnByteForByte() throws Exception {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    Reply reply =
        fixtures.process("stderr-only", LONG, terminal, new StopSignal()).run("erase", "ghcr.io");

    assertEquals("boom on stderr\n", terminal.toString(UTF_8));
    assertEquals("boom on stderr", reply.words());
  }

  @Test
  void aHelperThatIsKilledHasNotSaidYes() throws Exception {
    Reply reply = fixtures.process("dies-by-signal", LONG).run("erase", "ghcr.io");

    assertEquals(137, reply.exitCode());
    assertEquals("", reply.words());
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-executable", "bad-interpreter"})
  void whatCannotBeStartedSaysWhy(String fixture) {
    StoreException thrown =
        assertThrows(StoreException.class, () -> fixtures.process(fixture, LONG).run("list", ""));

    assertEquals("helper-not-started", thrown.reason());
    assertTrue(thrown.getMessage().startsWith("it cannot be started: "), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("\n"), thrown.getMessage());
  }

  @Test
  void nothingIsStartedOnceWorkIsToStop() {
    StopSignal stop = new StopSignal();
    stop.request(0);
    HelperProcess keeper = fixtures.process("keeper", LONG, null, stop);

    StoreException thrown = assertThrows(StoreException.class, () -> keeper.run("list", "unused"));

    assertEquals("interrupted", thrown.reason());
    assertEquals(0, fixtures.calls().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sleep 60",
        "trap 'exit 0' TERM; sleep 60",
        "trap 'echo boom; exit 3' TERM; sleep 60",
        "trap '' TERM; sleep 60"
      })
  void whatAStopEndedIsInterruptedWhateverItsExitCodeSays(String waits) throws Exception {
    StopSignal stop = new StopSignal();
    HelperProcess script = fixtures.script(": >\"$0.started\"\n" + waits, LONG, stop);
    Path started = fixtures.file("docker-credential-script.started");
    Thread stopper =
        new Thread(
            () -> {
              while (!Files.exists(started)) {
                Thread.onSpinWait();
              }
              stop.request(0);
            });
    stopper.start();

    StoreException thrown =
        assertThrows(StoreException.class, () -> script.run("erase", "ghcr.io"));
    stopper.join();

    assertEquals("interrupted", thrown.reason());
  }

  @Test
  void anAnswerThatCameBeforeTheStopCounts() throws Exception {
    StopSignal stop = new StopSignal();
    Reply reply = fixtures.process("lists-null", LONG, null, stop).run("list", "unused");

    stop.request(0);

    assertEquals(new Reply(0, "null\n", "", false), reply);
  }

  @Test
  void whatIsPassedOnComesInWholeLinesWithoutThePasswordInTheKey() throws Exception {
    List<String> shown = new ArrayList<>();
    OutputStream terminal =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new AssertionError("a byte");
          }

          @Override
          public void write(byte[] bytes) {
            shown.add(new String(bytes, UTF_8));
          }
        };
    String key = "https://me:p w@ghcr.io";
    Path program =
        Files.writeString(
            fixtures.file("docker-credential-tells"),
            "#!/bin/sh\nprintf 'no https://me:p ' >&2; /bin/sleep 0.2; printf 'w@ghcr.io\\nend' >&2\n");
    assertTrue(program.toFile().setExecutable(true));

    new HelperProcess(program, Map.of(), LONG, terminal, new StopSignal()).run("erase", key);

    assertEquals(List.of("no https://me:***@ghcr.io\n", "end"), shown);
  }

  @Test
  void aHelperGetsWhatTheLauncherTookAway() throws Exception {
    Path program =
        Files.writeString(
            fixtures.file("docker-credential-tells"),
            "#!/bin/sh\necho \"$CLASSPATH,$JAVA_TOOL_OPTIONS,${LC_ALL-none}\"\n"
                + "/usr/bin/env | /bin/grep -c REGLOGOUT_\n");
    assertTrue(program.toFile().setExecutable(true));
    Map<String, String> variables =
        Map.of(
            "REGLOGOUT_OLD_CLASSPATH", "a b",
            "JAVA_TOOL_OPTIONS", "kept",
            "LC_ALL", "C.UTF-8",
            "REGLOGOUT_OLD_LC_ALL", "");

    Reply reply =
        new HelperProcess(program, variables, LONG, null, new StopSignal()).run("list", "");

    assertEquals("a b,kept,none\n0\n", reply.stdout());
  }

  @Test
  void anInterruptOfTheCallingThreadIsKeptForTheCaller() throws Exception {
    Thread.currentThread().interrupt();

    Reply reply = fixtures.process("lists-null", LONG).run("list", "unused");

    assertTrue(Thread.interrupted());
    assertEquals(new Reply(0, "null\n", "", false), reply);
  }
}
