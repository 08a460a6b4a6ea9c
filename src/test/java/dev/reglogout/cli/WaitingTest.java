package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Observer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of the calls, told by a clock of the test's own. */
class WaitingTest {
  private static final String PASS = "docker-credential-pass";
  private static final String SLOW = "docker-credential-slow";

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final LiveLine line = new LiveLine(terminal);
  private final List<Thread> timers = new ArrayList<>();
  private long millis;

  @ParameterizedTest(name = "{0} ms")
  @ValueSource(longs = {0, 500, 999})
  void aCallIsNotShownBeforeASecondHasPassed(long later) {
    Waiting waiting = waiting(80);

    waiting.calling(PASS, "list", null);
    wait(waiting, later);

    assertEquals("", shown());
  }

  @ParameterizedTest(name = "{0} {1} {2} after {3} ms: {4}")
  @CsvSource({
    "docker-credential-pass, list,   ,        1000,  1 s: docker-credential-pass list (Ctrl-C stops)",
    "docker-credential-pass, erase,  ghcr.io, 61999, 61 s: docker-credential-pass erase ghcr.io (Ctrl-C stops)",
    "Docker Hub,             revoke, ,        4000,  4 s: Docker Hub revoke (Ctrl-C stops)",
  })
  void helperVerbRegistryAndTimeAreShown(
      String program, String verb, String key, long later, String text) {
    Waiting waiting = waiting(80);

    waiting.calling(program, verb, key);
    wait(waiting, later);

    assertEquals(text, shown());
  }

  @Test
  void ofSeveralTheOneBegunFirstIsShownAndHowManyMore() {
    Waiting waiting = waiting(80);

    Runnable first = waiting.calling(PASS, "list", null);
    wait(waiting, 500);
    Runnable second = waiting.calling(SLOW, "list", null);
    waiting.calling("docker-credential-third", "list", null);
    wait(waiting, 700);
    assertEquals("1 s: docker-credential-pass list (+2 helpers, Ctrl-C stops)", shown());

    first.run();
    wait(waiting, 0);
    assertEquals("", shown(), "the next has not taken a second yet");

    wait(waiting, 300);
    assertEquals("1 s: docker-credential-slow list (+1 helper, Ctrl-C stops)", shown());

    second.run();
    wait(waiting, 0);
    assertEquals("1 s: docker-credential-third list (Ctrl-C stops)", shown());
  }

  @Test
  void aSeriesOfQuickCallsIsOneWaitThatTellsHowManyAreDone() {
    Waiting waiting = waiting(80);
    Runnable series = waiting.series(PASS, "erase", 12);

    for (int i = 1; i <= 4; i++) {
      Runnable call = waiting.calling(PASS, "erase", "r" + i + ".io");
      wait(waiting, 400);
      assertEquals(
          i < 3
              ? ""
              : "1 s: docker-credential-pass erase r%d.io (%d of 12, Ctrl-C stops)"
                  .formatted(i, i - 1),
          shown());
      call.run();
    }
    series.run();
    wait(waiting, 0);

    assertEquals("", shown());
  }

  @Test
  void aHelperThatHangsAmidASeriesLeavesNothingBehind() {
    Waiting waiting = waiting(80);
    Runnable series = waiting.series(PASS, "erase", 12);
    waiting.calling(PASS, "erase", "ghcr.io").run();
    wait(waiting, 30_000);

    series.run();
    wait(waiting, 1000);

    assertEquals("", shown());
  }

  @ParameterizedTest(name = "{0} columns: {1}")
  @CsvSource({
    "90, 2 s: docker-credential-slow erase https://registry.example.com (0 of 3; Ctrl-C stops)",
    "80, 2 s: docker-credential-slow erase https://registry.exam… (0 of 3; Ctrl-C stops)",
    "60, 2 s: docker-credential-slow erase https:/… (0 of 3; Ctrl-C…",
    "40, 2 s: docker-credential-slow erase http…",
    "10, 2 s: doc…",
  })
  void itNeverTakesMoreThanTheColumnsButOne(int columns, String text) {
    Waiting waiting = waiting(columns);

    waiting.series(SLOW, "erase", 3);
    waiting.calling(SLOW, "erase", "https://registry.example.com");
    wait(waiting, 2000);

    assertEquals(text.replace(';', ','), shown());
    assertTrue(TextWidth.of(shown()) < columns, shown());
  }

  @Test
  void wideCharactersAreCountedAsTwoColumnsAndWhatActsIsWrittenOut() {
    Waiting waiting = waiting(60);

    waiting.calling(PASS, "erase", "レジストリ\u001b[2J\u202e.example.com");
    wait(waiting, 2000);

    assertEquals("2 s: docker-credential-pass erase レジスト… (Ctrl-C stops)", shown());
    assertTrue(TextWidth.of(shown()) < 60, shown());
  }

  @Test
  void aHelperThatWritesToTheTerminalIsLeftAloneUntilAllHasEnded() {
    Waiting waiting = waiting(80);
    EscapingStream stderr =
        new EscapingStream(new PrintStream(line.above(terminal), true, UTF_8), waiting);
    Runnable asking = waiting.calling(PASS, "erase", "ghcr.io");
    Runnable other = waiting.calling(SLOW, "list", null);
    wait(waiting, 2000);
    String before = terminal.toString(UTF_8);

    stderr.write("touch your key\n".getBytes(UTF_8), 0, 15);
    wait(waiting, 2000);
    asking.run();
    wait(waiting, 2000);
    assertEquals(before + "\r\u001b[Ktouch your key\n", terminal.toString(UTF_8));

    other.run();
    waiting.calling(SLOW, "list", null);
    wait(waiting, 3000);
    assertEquals("3 s: docker-credential-slow list (Ctrl-C stops)", shown());
  }

  @Test
  void whileASecretIsAskedForTheTerminalIsPinentrys() {
    Waiting waiting = waiting(80);
    waiting.calling(SLOW, "list", null);
    wait(waiting, 2000);

    Runnable get = waiting.calling(PASS, "get", "https://index.docker.io/v1/refresh-token");
    wait(waiting, 2000);
    assertEquals("", shown());

    get.run();
    wait(waiting, 0);
    assertEquals("4 s: docker-credential-slow list (Ctrl-C stops)", shown());
  }

  @Test
  void oneThreadServesAllCalls() {
    Waiting waiting = waiting(80);
    assertEquals(List.of(), timers);

    waiting.calling(PASS, "list", null);
    waiting.calling(SLOW, "list", null).run();

    assertEquals(1, timers.size());
    assertTrue(timers.get(0).isDaemon(), "it keeps no program from ending");
  }

  @Test
  void timingsAreToldOnceTheLineKnowsTheCallHasEnded() {
    Waiting waiting = waiting(80);
    PrintStream err = new PrintStream(line.above(terminal), true, UTF_8);
    Observer timings = new VerboseObserver(waiting, err, () -> millis * 1_000_000);

    Runnable series = timings.series(PASS, "erase", 2);
    Runnable call = timings.calling(PASS, "erase", "ghcr.io");
    wait(waiting, 1500);
    assertEquals("1 s: docker-credential-pass erase ghcr.io (0 of 2, Ctrl-C stops)", shown());
    call.run();
    series.run();

    String all = terminal.toString(UTF_8);
    assertTrue(all.endsWith("\r\u001b[K  docker-credential-pass erase ghcr.io: 1500 ms\n"), all);
  }

  /** Returns an observer whose line is painted by the test, and by no thread. */
  private Waiting waiting(int columns) {
    Environment environment = Environment.of(Map.of("COLUMNS", String.valueOf(columns)), Os.LINUX);
    return new Waiting(line, () -> millis * 1_000_000, environment) {
      @Override
      void start(Thread thread) {
        timers.add(thread);
      }
    };
  }

  private void wait(Waiting waiting, long later) {
    millis += later;
    waiting.paint();
  }

  /** Returns what the terminal shows in its last line. */
  private String shown() {
    String all = terminal.toString(UTF_8);
    int start = all.lastIndexOf("\u001b[?7l");
    int end = all.lastIndexOf("\u001b[K\u001b[?7h\r");
    boolean removed = end < 0 || all.length() > end + "\u001b[K\u001b[?7h\r".length();
    return removed ? "" : all.substring(start + "\u001b[?7l".length(), end);
  }
}
