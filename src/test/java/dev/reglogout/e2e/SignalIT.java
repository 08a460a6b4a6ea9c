package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and TERM while a helper hangs. */
class SignalIT extends EndToEnd {
  private static final long LIMIT_MILLIS = 3000;
  private static final String SECRET = "c2VjcmV0OnMzY3JldA==";
  private static final String CONFIG =
      """
      {"auths": {"ghcr.io": {"auth": "%s"}, "a.io": {"auth": "YTph"}}, "credsStore": "stuck"}"""
          .formatted(SECRET);

  // a test run in the background may have been told to ignore Ctrl-C, and would hand that down
  private final Program interruptible = program.behind("/usr/bin/env", "--default-signal=INT,TERM");

  @ParameterizedTest
  @CsvSource({"INT, 130, hangs", "TERM, 143, hangs", "INT, 130, ignores-term"})
  void aSignalEndsTheProgramAndItsHelperAtOnceAndTheFileIsAsItWas(
      String signal, int exit, String fixture) throws Exception {
    machine.config(CONFIG).helper("stuck", fixture);
    List<Object> before = identity(machine.config());
    Program.Running running = interruptible.start(variables(), "ghcr.io");
    await("the helper is asked to list", () -> machine.calls().contains("stuck list unused"));
    assertTrue(processes().size() > 1, "program and helper can be seen");

    long start = System.nanoTime();
    running.signal(signal);
    Program.Result result = running.result();

    assertSoon(start);
    assertEquals(exit, result.exit());
    assertEquals("", result.out());
    assertTrue(result.err().contains("interrupted"), result.err());
    assertTrue(result.err().contains("may remain"), result.err());
    assertAllProcessesHaveEnded();
    assertEquals(CONFIG, machine.configText());
    assertEquals(before, identity(machine.config()));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aCommandThatChangesNothingSaysNoMoreThanThatItWasInterrupted(String signal, int exit)
      throws Exception {
    machine.config(CONFIG).helper("stuck", "hangs");
    Program.Running running = interruptible.start(variables(), "list");
    await("the helper is asked to list", () -> machine.calls().contains("stuck list unused"));

    running.signal(signal);
    Program.Result result = running.result();

    assertEquals(exit, result.exit());
    assertEquals("", result.out());
    assertEquals("reglogout: interrupted\n", result.err());
    assertAllProcessesHaveEnded();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whatWasDoneBeforeTheSignalStaysDoneAndNothingIsClaimedAboutTheRest(String signal, int exit)
      throws Exception {
    machine.config(CONFIG).helper("stuck", "hangs-on-erase").entry("ghcr.io", "ci", "s3cret");
    Program.Running running = interruptible.start(variables(), "ghcr.io");
    await("the helper is asked to erase", () -> machine.calls().contains("stuck erase ghcr.io"));

    long start = System.nanoTime();
    running.signal(signal);
    Program.Result result = running.result();

    assertSoon(start);
    assertEquals(exit, result.exit());
    assertFalse(result.out().contains("erased"), result.out());
    assertFalse(result.out().contains("Not logged in"), result.out());
    assertTrue(result.err().contains("interrupted"), result.err());
    assertAllProcessesHaveEnded();
    assertTrue(machine.holds("ghcr.io"));
    assertEquals(
        "{\"auths\":{\"a.io\":{\"auth\":\"YTph\"}},\"credsStore\":\"stuck\"}",
        JsonParser.parseString(machine.configText()).toString());
  }

  /** A terminal sends Ctrl-C to the helper too, which then seems to have failed. */
  @RepeatedTest(3)
  void ctrlCInATerminalEndsHelperAndProgramAlike() throws Exception {
    machine.config(CONFIG).helper("stuck", "hangs");
    Program leader = interruptible.behind("setsid");
    Program.Running running = leader.start(variables(), "ghcr.io");
    await("the helper is asked to list", () -> machine.calls().contains("stuck list unused"));

    long start = System.nanoTime();
    running.signalGroup("INT");
    Program.Result result = running.result();

    assertSoon(start);
    assertEquals(130, result.exit());
    assertFalse(result.out().contains("Not logged in"), result.out());
    assertAllProcessesHaveEnded();
    assertTrue(machine.configText().contains("\"a.io\": {\"auth\": \"YTph\"}"));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void manyHelpersThatIgnoreTermAreEndedAtOnceWithAllTheirChildren(String signal, int exit)
      throws Exception {
    String[] registries = new String[16];
    StringBuilder bindings = new StringBuilder();
    for (int i = 0; i < registries.length; i++) {
      registries[i] = "r" + i + ".io";
      machine.helper("stuck" + i, "ignores-term");
      bindings.append(i == 0 ? "" : ",").append("\"r%d.io\":\"stuck%d\"".formatted(i, i));
    }
    machine.config("{\"credHelpers\":{" + bindings + "}}");
    Program.Running running = interruptible.start(variables(), registries);
    await("all are asked to list", () -> machine.calls().size() == registries.length);

    long start = System.nanoTime();
    running.signal(signal);
    Program.Result result = running.result();

    assertSoon(start);
    assertEquals(exit, result.exit());
    assertAllProcessesHaveEnded();
  }

  @Test
  void aSignalEndsTheProgramAlsoWhereNobodyReadsWhatItSays() throws Exception {
    machine.config(CONFIG).helper("stuck", "hangs");
    Path full = directory.resolve("full");
    assertEquals(0, OrdinaryUser.exit("mkfifo", full.toString()));
    // a pipe that is open for reading, full, and never read
    String filled =
        "exec 3<>'%1$s'; dd if=/dev/zero of='%1$s' bs=4096 oflag=nonblock 2>/dev/null; exec \"$@\" 2>'%1$s'"
            .formatted(full);
    Program unread = interruptible.behind("/bin/sh", "-c", filled, "sh");
    Program.Running running = unread.start(variables(), "ghcr.io");
    await("the helper is asked to list", () -> machine.calls().contains("stuck list unused"));

    long start = System.nanoTime();
    running.signal("TERM");
    Program.Result result = running.result();

    assertSoon(start);
    assertEquals(143, result.exit());
    assertAllProcessesHaveEnded();
  }

  @Test
  void afterAnInterruptTheSameCommandFinishesTheWork() throws Exception {
    machine.config(CONFIG).helper("stuck", "hangs-on-erase").entry("ghcr.io", "ci", "s3cret");
    Program.Running running = interruptible.start(variables(), "ghcr.io");
    await("the helper is asked to erase", () -> machine.calls().contains("stuck erase ghcr.io"));
    running.signal("INT");
    running.result();
    Files.delete(machine.bin().resolve("docker-credential-stuck"));
    machine.helper("stuck", "keeper");

    Program.Result result = run("ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertFalse(machine.holds("ghcr.io"));
    assertFalse(machine.configText().contains("ghcr.io"), machine.configText());
  }

  private static void assertSoon(long start) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertTrue(millis < LIMIT_MILLIS, millis + " ms after the signal");
  }
}
