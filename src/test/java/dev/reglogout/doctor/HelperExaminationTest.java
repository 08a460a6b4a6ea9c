package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.doctor.ExaminedHelper.Nature;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelperExaminationTest {
  private static final Duration SHORT = Duration.ofMillis(600);

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUpMachine() {
    machine = new Machine(directory);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "keeper, ''",
    "absent-osxkeychain, ''",
    "absent-silent, ''",
    "deaf, ''",
    "holds-stdout, ''",
    "floods-stderr, ''",
    "lists-null, ''",
    "lists-labels, ''",
    "lists-others, ''",
    "cannot-list, warning helper-cannot-list",
    "not-implemented, warning helper-cannot-list",
    "absent-nolist, warning helper-cannot-list",
    "refuses, problem helper-failed",
    "stderr-only, problem helper-failed",
    "deaf-refuses, problem helper-failed",
    "control-characters, problem helper-failed",
    "mute, problem helper-said-nothing",
    "dies-by-signal, problem helper-said-nothing",
    "floods, problem output-too-long",
    "lists-garbage, problem list-not-json",
    "lists-array, problem list-not-json",
    "lists-locked, problem keyring-locked-item",
    "bad-interpreter, problem helper-bad-interpreter",
    "not-executable, problem helper-not-executable",
  })
  void eachWayAHelperBehavesIsFound(String fixture, String findings) {
    machine.helper("acme", fixture).entry("ghcr.io", "ci", "s3cret");

    assertEquals(findings, found(examine("acme")));
  }

  @ParameterizedTest
  @CsvSource({"hangs", "ignores-term"})
  void oneThatHangsIsAskedOnceAndEnded(String fixture) {
    machine.helper("acme", fixture);

    ExaminedHelper helper = examination(SHORT).examine("acme");

    assertEquals("problem helper-timed-out", found(helper));
    assertEquals(List.of("acme list unused"), machine.calls());
    assertNull(helper.entries());
    assertNull(helper.version());
  }

  @Test
  void whatIsKnownOfAWorkingHelperIsTold() throws IOException {
    machine.keeper("acme", "ghcr.io", "https://quay.io");
    Files.move(program("acme"), directory.resolve("elsewhere"));
    Files.createSymbolicLink(program("acme"), directory.resolve("elsewhere"));

    ExaminedHelper helper = examine("acme");

    assertEquals("", found(helper));
    assertEquals("docker-credential-acme", helper.name());
    assertEquals(List.of("credsStore in a test"), helper.namedBy());
    assertEquals(program("acme").toString(), helper.path());
    assertEquals(directory.toRealPath().resolve("elsewhere").toString(), helper.realPath());
    assertEquals("docker-credential-acme (reglogout fixture) v1.0.0", helper.version());
    assertEquals(2, helper.entries());
    assertNotNull(helper.listMillis());
    assertNull(helper.roundTrip());
    assertEquals(List.of("acme list unused", "acme version "), machine.calls());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 0",
        "echo 'unknown action: version'; exit 1",
        "echo ignored >&2",
        "echo; exit 7",
      })
  void sayingNoVersionIsNoFault(String version) {
    machine.script("acme", "case $1 in list) echo '{}';; *) " + version + ";; esac");

    ExaminedHelper helper = examine("acme");

    assertEquals("", found(helper));
    assertNull(helper.version());
  }

  @Test
  void hangingForAVersionIsAWarningAndNotOnTheList() {
    machine.script("acme", "case $1 in list) echo '{}';; *) sleep 600;; esac");

    ExaminedHelper helper = examination(SHORT).examine("acme");

    assertEquals("warning helper-timed-out", found(helper));
    assertEquals(0, helper.entries());
  }

  @ParameterizedTest
  @CsvSource({"3_000, ''", "3_001, warning helper-slow"})
  void oneThatTakesLongToListIsSlow(String millis, String findings) {
    machine.lister("acme", "{}");
    AtomicLong now = new AtomicLong();
    long step = Long.parseLong(millis.replace("_", "")) * 1_000_000;

    ExaminedHelper helper =
        Examinations.on(machine, Duration.ofSeconds(20), () -> now.getAndAdd(step)).examine("acme");

    assertEquals(findings, found(helper));
    assertEquals(step / 1_000_000, helper.listMillis());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "desktop, missing-desktop",
    "desktop.exe, missing-desktop-exe",
    "osxkeychain, missing-osxkeychain",
    "wincred.exe, missing-wincred",
    "pass, missing-pass",
    "secretservice, missing-secretservice",
    "ecr-login, missing-ecr-login",
    "gcloud, missing-gcloud",
    "dev-containers-1234, missing-dev-containers",
    "file, missing-file",
    "acme, helper-not-installed",
    "../acme, helper-name-invalid",
    "-x, helper-name-invalid",
    "'', helper-name-invalid",
  })
  void oneThatIsNotThereIsAProblemWithTheAdviceForIt(String name, String id) {
    ExaminedHelper helper = examine(name);

    assertEquals("problem " + id, found(helper));
    assertNull(helper.path());
    assertFalse(helper.findings().get(0).advice().isBlank());
  }

  @Test
  void aTextWithoutAnInterpreterIsNoProgram() {
    machine.write(program("acme"), "echo yes\n");
    assertTrue(program("acme").toFile().setExecutable(true));

    assertEquals("problem helper-bad-format", found(examine("acme")));
  }

  @ParameterizedTest
  @CsvSource({
    "desktop.exe, 4D5A00000102030400000000000000000000000000000000, wsl-exec-format, for Windows",
    "acme, CFFAEDFE0000000000000000000000000000000000000000, helper-bad-format, for macOS",
    "acme, 7F454C460201010000000000000000000300FFFF00000000, helper-bad-format, processor",
  })
  void aProgramOfAnotherSystemIsToldByItsFirstBytes(
      String name, String bytes, String id, String words) throws IOException {
    Files.write(program(name), HexFormat.of().parseHex(bytes));
    assertTrue(program(name).toFile().setExecutable(true));

    ExaminedHelper helper = examine(name);

    assertEquals("problem " + id, found(helper));
    assertTrue(helper.findings().get(0).text().contains(words), helper.toString());
  }

  @Test
  void oneInARelativeDirectoryOnlyDoesNotCount() {
    machine.variable("PATH", "helpers-fixtures");

    ExaminedHelper helper = examine("keeper");

    assertEquals("problem helper-only-in-relative-path", found(helper));
    assertTrue(helper.findings().get(0).text().contains("'helpers-fixtures'"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "helpers-fixtures:BIN, problem helper-refused-by-docker",
    "BIN:helpers-fixtures, ''",
    "target:BIN, ''",
  })
  void dockerRefusesWhatARelativeDirectoryHoldsFirst(String path, String findings) {
    machine.helper("keeper", "keeper").entry("ghcr.io", "ci", "s3cret");
    machine.variable("PATH", path.replace("BIN", machine.bin().toString()));

    assertEquals(findings, found(examine("keeper")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "osxkeychain | MACOS | keychain cannot be accessed because the current session does not"
            + " allow user interaction. The keychain may be locked; unlock it by running \"security"
            + " -v unlock-keychain ~/Library/Keychains/login.keychain-db\" and try again |"
            + " keychain-locked",
        "osxkeychain | MACOS | User interaction is not allowed. (-25308) | keychain-locked",
        "wincred | WINDOWS | A specified logon session does not exist. It may already have been"
            + " terminated. | no-logon-session",
        "desktop | MACOS | error listing credentials - err: exit status 1, out: `User interaction"
            + " is not allowed.` | keychain-locked",
        "desktop.exe | LINUX | credentials store is configured to `desktop.exe` but Docker Desktop"
            + " seems not running | desktop-not-running",
        "desktop.exe | LINUX | /usr/bin/docker-credential-desktop.exe: Invalid argument |"
            + " wsl-desktop-invalid-argument",
        "secretservice | LINUX | The name org.freedesktop.secrets was not provided by any .service"
            + " files | secret-service-missing",
        "secretservice | LINUX | Cannot autolaunch D-Bus without X11 $DISPLAY | no-dbus",
      })
  void theWordsOfHelpersThatCannotRunHereAreUnderstood(
      String name, Os os, String words, String id) {
    machine.os(os).variable("PATHEXT", ".SH");
    machine.script(os == Os.WINDOWS ? name + ".sh" : name, "cat <<'E'\n" + words + "\nE\nexit 1");

    ExaminedHelper helper = examine(name);

    assertEquals("problem " + id, found(helper));
    assertEquals(advice(id, helper.name()), helper.findings().get(0).advice());
  }

  @ParameterizedTest
  @CsvSource({
    "pass, KEEPS",
    "secretservice, KEEPS",
    "osxkeychain, KEEPS",
    "wincred.exe, KEEPS",
    "ecr-login, MINTS",
    "gcloud.cmd, MINTS",
    "desktop, BRIDGE",
    "desktop.exe, BRIDGE",
    "dev-containers-12ab, BRIDGE",
    "acme, UNKNOWN",
  })
  void theNatureIsToldByTheName(String name, Nature nature) {
    assertEquals(nature, examine(name).nature());
  }

  @Test
  void aBridgeToTheHostIsNotAskedForAListWhichMayHang() {
    machine.script("dev-containers-12", "[ $1 = list ] && sleep 60; echo v1.0.0");

    ExaminedHelper helper = examine("dev-containers-12");

    assertEquals("v1.0.0", helper.version());
    assertNull(helper.entries());
    assertEquals(List.of(), helper.findings());
  }

  @ParameterizedTest
  @CsvSource({"gcloud", "ecr-login"})
  void oneThatMintsIsNotStarted(String name) {
    machine.helper(name, "keeper").entry("ghcr.io", "ci", "s3cret");

    ExaminedHelper helper =
        Examinations.withRoundTrip(machine, Duration.ofSeconds(20)).examine(name);

    assertEquals("warning minting-for-all", found(helper));
    assertEquals(List.of(), machine.calls());
    assertEquals(machine.bin().resolve(helper.name()).toString(), helper.path());
    assertNull(helper.version());
    assertNull(helper.entries());
    assertNull(helper.roundTrip());
  }

  @Test
  void oneThatMintsForItsOwnRegistriesIsAsItShouldBe() {
    machine.helper("gcloud", "keeper");

    ExaminedHelper helper = examination(SHORT).examine("gcloud", "credHelpers", false);

    assertEquals("", found(helper));
  }

  @Test
  void whatAnEarlierRoundTripLeftIsFound() {
    String left = "https://1-1-0123456789abcdef.reglogout-check.invalid";
    machine.keeper("acme", "ghcr.io", left);

    ExaminedHelper helper = examine("acme");

    assertEquals("warning round-trip-leftover", found(helper));
    assertTrue(helper.findings().get(0).text().contains(left));
    assertEquals(List.of("ghcr.io", left), machine.keysOf("acme"));
  }

  private Path program(String name) {
    return machine.bin().resolve("docker-credential-" + name);
  }

  private ExaminedHelper examine(String name) {
    return examination(Duration.ofSeconds(20)).examine(name);
  }

  private Examinations examination(Duration limit) {
    return Examinations.on(machine, limit, System::nanoTime);
  }

  private static String found(ExaminedHelper helper) {
    return Examinations.found(helper);
  }

  private static String advice(String id, String program) {
    return KnownMessages.byId(id).advice().replace("docker-credential-NAME", program);
  }
}
