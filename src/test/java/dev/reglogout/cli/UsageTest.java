package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage: exit code 2, and nothing is done. */
class UsageTest {
  private static final String LOGINS =
      "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"keeper\"}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config(LOGINS).helper("keeper", "keeper");
  }

  static Stream<Arguments> wrongUsage() {
    return Stream.of(
        wrong("SERVER is empty (an unset variable?); for Docker Hub give none, or docker.io", ""),
        wrong("SERVER is empty (an unset variable?); for Docker Hub give none, or docker.io", " "),
        wrong("it has a blank in it", "a b"),
        wrong("it has a control character in it", "x\ny"),
        wrong("it has a control character in it", "ghcr.io\n"),
        wrong("it has a control character in it", "gh\u001b[31mcr.io"),
        wrong("it has no host", "/"),
        wrong("it has no host", "https://"),
        wrong("its port is not a number from 1 to 65535", "ghcr.io:0"),
        wrong("its port is not a number from 1 to 65535", "ghcr.io:65536"),
        wrong("its port is not a number from 1 to 65535", "ghcr.io:http"),
        wrong("it has a password in it", "https://u:pw@host"),
        wrong("SERVER is too long: 1,025 characters, at most 1,024", "a".repeat(1025)),
        wrong("it begins with '-'", "--", "-x"),
        wrong("put `list` first, or write `-- list`", "ghcr.io", "list"),
        wrong("put `doctor` first, or write `-- doctor`", "-q", "doctor"),
        wrong("put `explain` first, or write `-- explain`", "ghcr.io", "explain"),
        wrong("put `completion` first, or write `-- completion`", "ghcr.io", "completion"),
        wrong("put `help` first, or write `-- help`", "ghcr.io", "help"),
        wrong("`reglogout` itself logs out: leave `logout` out, or write `-- logout`", "logout"),
        wrong("`reglogout` itself logs out: leave `logout` out", "logout", "ghcr.io"),
        wrong("reglogout does not log in: use `docker login`;", "login", "ghcr.io"),
        wrong("no command 'lst'; commands: list, doctor, explain, completion", "help", "lst"),
        wrong("there is no command ''; commands: list", "help", ""),
        wrong("help is of one command: leave 'extra' out", "help", "list", "extra"),
        wrong("--nope", "--nope"),
        wrong("unknown option: '--password'", "--password=hunter2", "ghcr.io"),
        wrong("unknown option: '-p'", "-phunter2", "ghcr.io"),
        wrong("'--json'", "--json=hunter2", "ghcr.io"),
        wrong("-x", "-x", "ghcr.io"),
        wrong("--config", "--config"),
        wrong("--config", "ghcr.io", "--config"),
        wrong("--config", "--config", "--strict", "ghcr.io"),
        wrong("--config is empty (an unset variable?)", "--config", "", "ghcr.io"),
        wrong("--config is empty (an unset variable?)", "--config=", "ghcr.io"),
        wrong("--timeout", "ghcr.io", "--timeout"),
        wrong("--all and a SERVER exclude each other", "--all", "ghcr.io"),
        wrong("--all and a SERVER exclude each other", "-a", "--", "list"),
        wrong("--yes goes with --all", "--yes"),
        wrong("--yes goes with --all", "-y", "ghcr.io"),
        wrong("--quiet and --verbose", "-q", "-v", "ghcr.io"));
  }

  @ParameterizedTest
  @MethodSource("wrongUsage")
  void isToldOfAndNothingIsDone(String message, List<String> arguments) {
    Machine.Result result = machine.run(arguments.toArray(String[]::new));

    assertEquals(2, result.exit());
    assertTrue(result.err().contains(message), result.err());
    assertTrue(
        result.err().endsWith("\nreglogout: nothing was done; try `reglogout --help`\n"),
        result.err());
    assertEquals("", result.out());
    assertEquals(List.of(), machine.calls());
    assertEquals(LOGINS, machine.configText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "abc",
        "3601",
        "NaN",
        "",
        "0.0",
        "1s",
        "1e3",
        "Infinity",
        "+1",
        " 1",
        "0x10",
        "3600.1",
        "99999999999",
        "1,5",
        ".5",
        "1."
      })
  void aTimeoutIsANumberOfSecondsAboveZeroAndAtMostAnHour(String seconds) {
    Machine.Result result = machine.run("--timeout=" + seconds, "ghcr.io");

    assertEquals(2, result.exit());
    assertTrue(result.err().startsWith("reglogout: --timeout "), result.err());
    assertEquals(List.of(), machine.calls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0.5", "3600", "3600.0", "0.001", "007"})
  void anythingInBetweenIsATimeout(String seconds) {
    machine.config("{}");

    assertEquals(0, machine.run("--timeout", seconds, "ghcr.io").exit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--password=S3CRET",
        "-pS3CRET",
        "--json=S3CRET",
        "--json=S3C\nS3CRET",
        "https://u:S3CRET@host",
        "u:S3CRET@ghcr.io",
        "https://u:S3C/S3CRET@ghcr.io",
        "https://u:S3CRET@ghcr.io/a b",
        "https://u:S3CRET@ghcr.io\n",
        "https://u:S3CRET@:5000",
        "https://:S3CRET@ghcr.io",
        "--nope=https://u:S3CRET@ghcr.io"
      })
  void aPasswordIsNeverEchoed(String server) {
    for (String format : List.of("--json", "--strict")) {
      Machine.Result result = machine.run(format, server);

      assertEquals(2, result.exit());
      assertFalse((result.out() + result.err()).contains("S3CRET"), result.err());
    }
  }

  @Test
  void oneBadServerKeepsAllFromBeingDone() {
    Machine.Result result = machine.run("ghcr.io", "a b");

    assertEquals(2, result.exit());
    assertEquals(LOGINS, machine.configText());
  }

  @Test
  void controlCharactersOfAServerAreWrittenOut() {
    Machine.Result result = machine.run("gh\u001b[31m\ncr.io\u202E");

    assertTrue(result.err().contains("'gh\\u001b[31m\\ncr.io\\u202e'"), result.err());
  }

  @ParameterizedTest
  @CsvSource({
    "-- list, list",
    "-- help, help",
    "ghcr.invalid -- doctor, doctor",
    "-- logout, logout",
    "-- login, login",
    "ghcr.invalid login, login"
  })
  void afterTwoDashesACommandsNameIsARegistry(String arguments, String registry) {
    machine.config("{}");

    Machine.Result result = machine.run(arguments.split(" "));

    assertEquals(0, result.exit());
    assertTrue(result.out().endsWith("Not logged in to " + registry + "\n"), result.out());
  }

  @Test
  void anArgumentThatBeginsWithAnAtSignIsNotReadAsAFile() {
    Path file = directory.resolve("arguments");
    machine.write(file, "--help");

    Machine.Result result = machine.run("@" + file);

    assertEquals(2, result.exit());
    assertEquals("", result.out());
  }

  private static Arguments wrong(String message, String... arguments) {
    return Arguments.of(message, List.of(arguments));
  }
}
