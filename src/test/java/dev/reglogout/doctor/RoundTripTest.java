package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.store.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a throw-away entry goes through, with real processes in front of a store of files. */
class RoundTripTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(800);
  private static final RoundTrip ALL_WELL = new RoundTrip(true, true, true, true);

  /** What the fixture answers, with the store of the helper {@code acme}. */
  private static final String WORKS = "exec docker-credential-works \"$1\"";

  private static final String LEFT = "https://1-1-0123456789abcdef.reglogout-check.invalid";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUpMachine() {
    machine = new Machine(directory);
    machine.keeper("works", "ghcr.io");
  }

  @Test
  void whatWorksIsSaidAndNothingStays() {
    ExaminedHelper helper = examine("works", LONG);

    assertEquals(ALL_WELL, helper.roundTrip());
    assertTrue(helper.roundTrip().worked());
    assertEquals("", Examinations.found(helper));
    assertEquals(1, helper.entries());
    assertNothingStays();
  }

  @Test
  void theEntryIsStoredAsDockerDoesUnderAKeyThatSaysWhoseItIs() {
    acme(
        "if [ $1 = store ]; then tee -a '%s' | %s; else %s; fi"
            .formatted(file("stored"), WORKS.replace("exec ", ""), WORKS));

    examine("acme", LONG);
    examine("acme", LONG);

    List<String> stored = Machine.read(file("stored")).lines().toList();
    String form =
        "\\{\"ServerURL\":\"https://%d-\\d+-[0-9a-f]{16}\\.reglogout-check\\.invalid\","
                .formatted(ProcessHandle.current().pid())
            + "\"Username\":\"reglogout-check\",\"Secret\":\"[0-9a-f]{32}\"}";
    assertEquals(2, stored.stream().filter(line -> line.matches(form)).distinct().count());
    assertNothingStays();
  }

  @Test
  void theSecretIsInNoArgumentNoVariableAndNoFinding() {
    acme(
        """
        { echo "$@"; env; } >> '%1$s'
        if [ $1 = store ]; then tee -a '%2$s'; exit 1; else %3$s; fi\
        """
            .formatted(file("seen"), file("stored"), WORKS));

    ExaminedHelper helper = examine("acme", LONG);

    String stored = Machine.read(file("stored"));
    String secret = stored.replaceFirst("(?s).*\"Secret\":\"([0-9a-f]{32})\".*", "$1");
    assertEquals(32, secret.length(), stored);
    assertFalse(Machine.read(file("seen")).contains(secret));
    assertEquals("problem helper-failed", Examinations.found(helper));
    assertFalse(helper.toString().contains(secret), helper.toString());
    assertTrue(helper.toString().contains("***"), helper.toString());
  }

  @Test
  void twoAtATimeDoNotMeet() throws Exception {
    CompletableFuture<ExaminedHelper> other =
        CompletableFuture.supplyAsync(() -> examine("works", LONG));
    ExaminedHelper helper = examine("works", LONG);

    assertEquals(ALL_WELL, helper.roundTrip());
    assertEquals(ALL_WELL, other.get(20, TimeUnit.SECONDS).roundTrip());
    assertNothingStays();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '~',
      value = {
        "store) echo boom; exit 1 ~ problem helper-failed ~ false false false true",
        "store) echo not implemented; exit 1 ~ warning helper-cannot-store ~ false false false"
            + " true",
        "store) WORKS; echo boom; exit 1 ~ problem helper-failed ~ false false false true",
        "store) exit 0 ~ problem round-trip-not-listed, problem helper-failed ~"
            + " true false false true",
        "store) kill -9 $$ ~ problem helper-said-nothing ~ false false false true",
        "get) echo boom; exit 1 ~ problem helper-failed ~ true true false true",
        "get) echo '{\"Secret\":\"other\"}' ~ problem round-trip-other-secret ~"
            + " true true false true",
        "get) echo garbage ~ problem get-not-understood ~ true true false true",
        "get) echo 'gpg: decryption failed: No secret key'; exit 2 ~ problem gpg-no-secret-key ~"
            + " true true false true",
        "erase) echo boom; exit 1 ~ problem round-trip-remains ~ true true true false",
        "erase) exit 0 ~ problem round-trip-remains ~ true true true false",
        "list) echo list is unimplemented; exit 1 ~ warning helper-cannot-list ~"
            + " true false true true",
        "list|erase) echo not implemented; exit 1 ~ warning helper-cannot-list, problem"
            + " round-trip-remains ~ true false true false",
        "list) echo list is unimplemented; exit 1;;"
            + " get) echo credentials not found in native keychain; exit 1;; erase) exit 0 ~"
            + " warning helper-cannot-list, problem helper-failed, problem round-trip-remains ~"
            + " true false false false",
      })
  void eachStepThatFailsIsNamedAndTheEntryIsErasedAllTheSame(
      String fault, String findings, String steps) {
    acme(
        "case $1 in %s;; *) %s;; esac"
            .formatted(fault.replace("WORKS", WORKS.substring(5)), WORKS));

    ExaminedHelper helper = examine("acme", LONG);

    assertEquals(findings.replace(", ", "\n"), Examinations.found(helper));
    RoundTrip trip = helper.roundTrip();
    assertEquals(
        steps, "%s %s %s %s".formatted(trip.stored(), trip.listed(), trip.got(), trip.erased()));
    if (trip.erased()) {
      assertNothingStays();
    } else {
      assertRemainsAndIsNamed(helper);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "store, false false false true, problem helper-timed-out",
    "get, true true false true, problem helper-timed-out",
  })
  void aStepThatHangsIsEndedAndTheEntryIsErased(String verb, String steps, String findings) {
    acme("[ $1 != %s ] || { %s; sleep 600; }; %s".formatted(verb, WORKS.substring(5), WORKS));

    ExaminedHelper helper = examine("acme", SHORT);

    RoundTrip trip = helper.roundTrip();
    assertEquals(findings, Examinations.found(helper));
    assertEquals(
        steps, "%s %s %s %s".formatted(trip.stored(), trip.listed(), trip.got(), trip.erased()));
    assertNothingStays();
  }

  @Test
  void anEraseThatHangsIsAProblemThatSaysWhatRemains() {
    acme("[ $1 != erase ] || sleep 600; " + WORKS);

    ExaminedHelper helper = examine("acme", SHORT);

    assertEquals("problem round-trip-remains", Examinations.found(helper));
    assertRemainsAndIsNamed(helper);
  }

  @Test
  void oneThatBeginsToHangAtTheSecondListIsStillToldToErase() {
    acme(
        "[ $1 != list ] || [ ! -e '%1$s' ] || sleep 600; [ $1 != store ] || : > '%1$s'; %2$s"
            .formatted(file("stored"), WORKS));

    ExaminedHelper helper = examine("acme", SHORT);

    assertEquals("problem helper-timed-out", Examinations.found(helper));
    assertEquals(new RoundTrip(true, false, false, true), helper.roundTrip());
    assertNothingStays();
  }

  @ParameterizedTest
  @CsvSource({"hangs", "refuses", "lists-locked", "lists-garbage"})
  void nothingIsStoredWhereThereIsAProblemAlready(String fixture) {
    machine.helper("acme", fixture);

    ExaminedHelper helper = examine("acme", SHORT);

    assertNull(helper.roundTrip());
    assertFalse(machine.calls().stream().anyMatch(call -> call.startsWith("acme store")));
  }

  @Test
  void whatAKilledRoundTripLeftIsErasedAndSaid() {
    machine.keeper("acme", "ghcr.io", LEFT);

    ExaminedHelper helper = examine("acme", LONG);

    assertEquals("warning round-trip-leftover", Examinations.found(helper));
    assertTrue(helper.findings().get(0).text().contains(LEFT));
    assertEquals(ALL_WELL, helper.roundTrip());
    assertEquals(List.of("ghcr.io"), machine.keysOf("acme"));
  }

  @Test
  void theEntryOfARoundTripUnderWayElsewhereIsLeftAlone() {
    String theirs = RoundTripKey.fresh().text();
    machine.keeper("acme", theirs);

    ExaminedHelper helper = examine("acme", LONG);

    assertEquals("", Examinations.found(helper));
    assertEquals(List.of(theirs), machine.keysOf("acme"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://reglogout-check.invalid",
    "https://1-1-0123456789abcdef.reglogout-check.invalid.example.com",
    "https://1-1-0123456789abcdef.reglogout-check.invalid/v1",
    "1-1-0123456789abcdef.reglogout-check.invalid",
  })
  void noKeyThatIsNotOursIsTakenForALeftover(String key) {
    machine.keeper("acme", key);

    assertEquals("", Examinations.found(examine("acme", LONG)));
    assertEquals(List.of(key), machine.keysOf("acme"));
  }

  @Test
  void aPasswordStoreInGitIsLeftAloneBecauseItsHistoryForgetsNothing() {
    machine.keeper("pass");
    machine.variable("PASSWORD_STORE_DIR", directory.resolve("store").toString());
    machine.write(directory.resolve("store/.gpg-id"), "t\n");
    machine.write(directory.resolve("store/.git/HEAD"), "ref: refs/heads/main\n");
    machine.write(directory.resolve("gnupg/pubring.kbx"), "");
    machine.write(directory.resolve("gnupg/private-keys-v1.d/GRIP.key"), "");
    machine.variable("GNUPGHOME", directory.resolve("gnupg").toString());
    program("pass", "exit 0");
    program("gpg", "echo 'pub:u:255:22:ID:1:::u:::scESC:::'; echo grp:::::::::GRIP:");

    ExaminedHelper helper = examine("pass", LONG);

    assertEquals("warning round-trip-not-tried", Examinations.found(helper));
    assertNull(helper.roundTrip());
    assertEquals(List.of(), machine.keysOf("pass"));
  }

  @ParameterizedTest(name = "while it is asked to {0}, {1}")
  @CsvSource({
    "store, before it has stored",
    "store, after it has stored",
    "list, before",
    "get, before",
    "erase, before",
  })
  void aStopAtAnyStepLeavesNothing(String verb, String when) throws Exception {
    String first = when.startsWith("after") ? WORKS.substring(5) + "; " : "";
    String then = verb.equals("erase") ? "sleep 0.1" : "exec sleep 600";
    // the second list is that of the trial; once the step was reached, all is well
    acme(
        """
        if [ $1 = %1$s ] && [ ! -e '%2$s' ] && { [ $1 != list ] || [ -e '%3$s' ]; }; then
          %4$s: > '%2$s'; %5$s
        fi
        [ $1 != store ] || : > '%3$s'
        %6$s\
        """
            .formatted(verb, file("reached"), file("stored"), first, then, WORKS));
    StopSignal stop = new StopSignal();
    List<String> lastWords = new ArrayList<>();

    CompletableFuture<ExaminedHelper> examined =
        CompletableFuture.supplyAsync(
            () ->
                Examinations.withRoundTrip(machine.environment(), LONG, stop, lastWords::add)
                    .examine("acme"));
    awaitFile(file("reached"));
    long start = System.nanoTime();
    stop.request(950);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    assertTrue(millis < 3000, millis + " ms");
    assertEquals(List.of(), lastWords);
    assertNothingStays();
    examined.get(20, TimeUnit.SECONDS);
  }

  @Test
  void afterAStopItIsSaidWhatCouldNotBeErasedInTime() throws Exception {
    acme(
        """
        case $1 in
          get) : > '%s'; exec sleep 600 ;;
          erase) exec sleep 600 ;;
        esac
        %s\
        """
            .formatted(file("reached"), WORKS));
    StopSignal stop = new StopSignal();
    List<String> lastWords = new ArrayList<>();

    CompletableFuture<ExaminedHelper> examined =
        CompletableFuture.supplyAsync(
            () ->
                Examinations.withRoundTrip(machine.environment(), LONG, stop, lastWords::add)
                    .examine("acme"));
    awaitFile(file("reached"));
    stop.request(5000);
    examined.get(20, TimeUnit.SECONDS);

    List<String> remaining =
        machine.keysOf("works").stream().filter(key -> !key.equals("ghcr.io")).toList();
    assertEquals(1, remaining.size());
    assertEquals(1, lastWords.size());
    assertTrue(
        lastWords.get(0).startsWith(remaining.get(0) + " may remain in docker-credential-acme: "),
        lastWords.get(0));
  }

  @Test
  void afterAStopNothingIsBegun() {
    StopSignal stop = new StopSignal();
    stop.request(0);

    ExaminedHelper helper =
        Examinations.withRoundTrip(machine.environment(), LONG, stop, words -> {}).examine("works");

    assertNull(helper.roundTrip());
    assertEquals(List.of(), machine.calls());
  }

  private ExaminedHelper examine(String helper, Duration limit) {
    return Examinations.withRoundTrip(machine, limit).examine(helper);
  }

  /** Installs a helper that can fall back on one that works. */
  private void acme(String body) {
    machine.script("acme", "PATH=%s:$PATH\n%s".formatted(machine.bin(), body));
  }

  private void program(String name, String body) {
    Path program = machine.bin().resolve(name);
    machine.write(program, "#!/bin/sh\n" + body + "\n");
    assertTrue(program.toFile().setExecutable(true));
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private void assertNothingStays() {
    assertEquals(List.of("ghcr.io"), machine.keysOf("works"));
  }

  private void assertRemainsAndIsNamed(ExaminedHelper helper) {
    List<String> remaining =
        machine.keysOf("works").stream().filter(key -> !key.equals("ghcr.io")).toList();
    assertEquals(1, remaining.size());
    Finding finding = helper.findings().get(helper.findings().size() - 1);
    assertTrue(finding.text().contains(remaining.get(0)), finding.toString());
    assertTrue(
        finding.advice().contains(remaining.get(0) + "' | docker-credential-acme erase"),
        finding.toString());
  }

  private static void awaitFile(Path file) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Files.exists(file)) {
      assertTrue(System.nanoTime() < deadline, "not within 20 s: " + file);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
