package dev.reglogout.helper;

import static dev.reglogout.helper.Fixtures.LONG;
import static dev.reglogout.helper.Fixtures.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody waits for ever, and what was started is gone afterwards. */
class ProcessLimitTest {
  @TempDir Path directory;
  private Fixtures fixtures;

  @BeforeEach
  void setUp() {
    fixtures = new Fixtures(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hangs", "ignores-term"})
  void aHelperThatHangsIsEnded(String fixture) {
    StoreException thrown =
        assertTimeout(
            Duration.ofSeconds(3),
            () ->
                assertThrows(
                    StoreException.class,
                    () -> fixtures.process(fixture, SHORT).run("list", "unused")));

    assertEquals("helper-timed-out", thrown.reason());
    assertEquals("it did not answer within 0.3 s and was ended", thrown.getMessage());
  }

  @ParameterizedTest(name = "{0} ms -> {1} s")
  @CsvSource({"200, 0.2", "1000, 1", "250, 0.25"})
  void theMessageNamesTheLimitAsItWasGiven(long millis, String seconds) {
    HelperProcess hangs = fixtures.script("sleep 60", Duration.ofMillis(millis));

    StoreException thrown = assertThrows(StoreException.class, () -> hangs.run("list", ""));

    assertEquals("it did not answer within " + seconds + " s and was ended", thrown.getMessage());
  }

  @Test
  void childrenAndTheirChildrenAreEndedTooAlsoThoseThatIgnoreTerm() throws Exception {
    Path pids = fixtures.file("pids");
    String family =
        "trap '' TERM; echo $$ >>'%1$s'; sh -c 'echo $$ >>\"%1$s\"; sleep 60 & echo $! >>\"%1$s\";"
            + " wait' & wait";
    HelperProcess hangs = fixtures.script(family.formatted(pids), SHORT);

    assertThrows(StoreException.class, () -> hangs.run("list", "unused"));

    List<String> started = Files.readAllLines(pids);
    assertEquals(3, started.size());
    for (String pid : started) {
      assertTrue(goneSoon(Long.parseLong(pid)), pid + " lives on");
    }
  }

  @ParameterizedTest(name = "trap on TERM: {0}")
  @ValueSource(booleans = {false, true})
  void aHelperThatStartsChildrenAllTheTimeLeavesNoneBehind(boolean ignoresTerm) throws Exception {
    Path pids = fixtures.file("pids");
    HelperProcess forks =
        fixtures.script(
            (ignoresTerm ? "trap '' TERM; " : "")
                + "while :; do sleep 60 & echo $! >>'%s'; sleep 0.01; done".formatted(pids),
            SHORT);

    StoreException thrown = assertThrows(StoreException.class, () -> forks.run("list", "unused"));

    assertEquals("it did not answer within 0.3 s and was ended", thrown.getMessage());
    List<String> started = Files.readAllLines(pids);
    assertTrue(started.size() > 2, started + " are too few to prove anything");
    for (String pid : started) {
      assertTrue(goneSoon(Long.parseLong(pid)), pid + " lives on");
    }
  }

  @Test
  void aChildThatHasDetachedItselfIsNeitherWaitedForNorEnded() throws Exception {
    Path pid = fixtures.file("pid");
    HelperProcess leavesOne =
        fixtures.script(
            "(setsid sh -c 'echo $$ >\"%1$s\"; exec sleep 20' &); while [ ! -s '%1$s' ]; do :; done;"
                    .formatted(pid)
                + " sleep 60",
            SHORT);

    assertTimeout(
        Duration.ofSeconds(4),
        () -> assertThrows(StoreException.class, () -> leavesOne.run("list", "unused")));

    ProcessHandle detached = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).get();
    assertTrue(detached.isAlive());
    detached.destroyForcibly();
  }

  /** As with a process that cannot be started, or that runs as another user. */
  @Test
  void whoeverWaitsForTheProcessCannotMakeUsWait() throws Exception {
    ProcessLimit limit = new ProcessLimit(SHORT);
    // its own pumps wait for all who hold stdout, also for a child that has detached itself
    DefaultExecutor waiting = DefaultExecutor.builder().get();
    waiting.setProcessDestroyer(limit);
    waiting.setStreamHandler(new PumpStreamHandler(OutputStream.nullOutputStream()));
    Path pid = fixtures.file("pid");
    CommandLine command = new CommandLine("/bin/sh").addArgument("-c");
    command.addArgument(
        "(setsid sh -c 'echo $$ >\"%s\"; exec sleep 20' &) ; sleep 60".formatted(pid), false);

    assertTimeoutPreemptively(
        Duration.ofSeconds(4), () -> limit.run(waiting, command, Map.of("PATH", "/usr/bin:/bin")));

    assertTrue(limit.ranOut());
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void aProcessThatIsStillThereIsNotSaidToHaveEnded() throws Exception {
    ProcessLimit limit = new ProcessLimit(LONG);
    Process process = new ProcessBuilder("sleep", "60").start();

    limit.add(process);
    assertTrue(limit.livesOn());
    limit.end();

    assertTrue(process.waitFor(1, TimeUnit.SECONDS));
    assertFalse(limit.livesOn());
  }

  @Test
  void aBackgroundChildThatKeepsStdoutOpenIsNotWaitedFor() {
    Reply reply =
        assertTimeout(
            Duration.ofSeconds(5),
            () -> fixtures.process("holds-stdout", LONG).run("list", "unused"));

    assertEquals(new Reply(0, "{}\n", "", false), reply);
  }

  @Test
  void anAnswerInTimeIsNoTimeout() throws Exception {
    HelperProcess slow = fixtures.script("sleep 0.1; echo '{}'", Duration.ofSeconds(5));

    assertEquals("{}\n", slow.run("list", "unused").stdout());
  }

  @Test
  void oneCallsLimitDoesNotEndTheNextCall() throws Exception {
    HelperProcess process =
        fixtures.script("[ $1 = list ] || sleep 60; echo '{}'", Duration.ofMillis(800));

    assertThrows(StoreException.class, () -> process.run("erase", "ghcr.io"));

    assertEquals("{}\n", process.run("list", "unused").stdout());
  }

  @Test
  void aStopEndsARunningHelperWithinASecond() throws Exception {
    StopSignal stop = new StopSignal();
    Path started = fixtures.file("started");
    HelperProcess hangs = fixtures.script(": >'" + started + "'; sleep 60", LONG, stop);
    CompletableFuture<Object> answer = CompletableFuture.supplyAsync(() -> outcome(hangs));
    while (!Files.exists(started)) {
      Thread.sleep(5);
    }

    stop.request(0);

    Object outcome = answer.get(1, TimeUnit.SECONDS);
    assertFalse(outcome instanceof Reply reply && reply.exitCode() == 0, outcome.toString());
  }

  @Test
  void aStopWhileAHelperIsBeingStartedEndsItToo() throws Exception {
    ProcessLimit limit = new ProcessLimit(LONG);
    limit.end();

    Process started = new ProcessBuilder("sleep", "60").start();
    limit.add(started);

    assertTrue(started.waitFor(1, TimeUnit.SECONDS));
    limit.remove(started);
    assertFalse(limit.ranOut());
  }

  private static Object outcome(HelperProcess process) {
    try {
      return process.run("list", "unused");
    } catch (StoreException e) {
      return e;
    }
  }

  private static boolean goneSoon(long pid) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      // one that has ended and waits for its parent to notice has no command any more
      if (ProcessHandle.of(pid).flatMap(process -> process.info().command()).isEmpty()) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }
}
