package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that helpers, keys or files say acts on a terminal; colours are ours alone. */
class TerminalTest {
  private static final String RED = "\u001b[1;31mreglogout:\u001b[0m ";
  private static final Terminals STDERR = new Terminals(false, false, true);

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).variable("TERM", "xterm");
  }

  @ParameterizedTest(name = "stderr a terminal: {0}, NO_COLOR={1}, TERM={2}: {3}")
  @CsvSource({
    "true,  ,  xterm, true",
    "true,  '', xterm, true",
    "true,  1, xterm, false",
    "true,  0, xterm, false",
    "true,  ,  dumb,  false",
    "true,  ,  '',    false",
    "false, ,  xterm, false",
  })
  void thereAreColoursOnlyOnATerminalThatWantsThem(
      boolean terminal, String noColor, String term, boolean coloured) {
    machine
        .config("{\"credsStore\": \"nowhere\"}")
        .terminals(new Terminals(true, true, terminal))
        .variable("TERM", term);
    if (noColor != null) {
      machine.variable("NO_COLOR", noColor);
    }

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(coloured, result.err().startsWith(RED), result.err());
    assertEquals(coloured, result.err().contains("\u001b"));
    assertFalse(result.out().contains("\u001b"));
  }

  @Test
  void aHelpersStderrIsPassedOnToATerminal() {
    machine
        .config("{\"credsStore\": \"osxkeychain\"}")
        .helper("osxkeychain", "stderr-only")
        .terminals(STDERR);

    Machine.Result result = machine.run("ghcr.io");

    assertTrue(result.err().startsWith("boom on stderr\n" + RED), result.err());
  }

  @Test
  void aHelpersStderrIsOnlyQuotedWhereStderrIsNoTerminal() {
    machine.config("{\"credsStore\": \"osxkeychain\"}").helper("osxkeychain", "stderr-only");

    Machine.Result result = machine.run("ghcr.io");

    assertTrue(
        result
            .err()
            .startsWith(
                "reglogout: ghcr.io may remain in docker-credential-osxkeychain: it says: boom on"
                    + " stderr. "),
        result.err());
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void whatAHelperPrintsOnATerminalIsWrittenOutIfItActs() {
    machine
        .config("{\"credsStore\": \"pass\"}")
        .script(
            "pass",
            "printf 'PIN:\\a \\033]0;evil\\007 b\\303\\274cher \\342\\200\\256 \\233 x\\ry\\n' >&2;"
                + " echo '{}'")
        .terminals(STDERR);

    Machine.Result result = machine.run("ghcr.io");

    assertEquals("PIN:\\u0007 \\u001b]0;evil\\u0007 bücher \\u202e \uFFFD x\\ry\n", result.err());
  }

  @Test
  void aHelpersWordsAreWrittenOutOnOneLine() {
    machine.config("{\"credsStore\": \"x\"}").helper("x", "control-characters");

    Machine.Result result = machine.run("ghcr.io");

    assertTrue(
        result.err().contains("it says: boom \\u001b]0;evil\\u0007title \\u001b[31mred"),
        result.err());
    assertHarmless(result);
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void aKeyOfTheFileIsWrittenOut() {
    machine.config(
        "{\"auths\": {\"https://ghcr.io/\\u202egpj\\n\\u001b[2J\\u009b\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(
        "Removing login credentials for ghcr.io\n"
            + "  removed https://ghcr.io/\\u202egpj\\n\\u001b[2J\\u009b from %s\n"
                .formatted(machine.config()),
        result.out());
    assertEquals(0, result.exit());
  }

  @Test
  void aKeyOfAHelperThatCannotBeSentIsToldOfWithoutActing() {
    machine
        .config("{\"credsStore\": \"pass\"}")
        .helper("pass", "keeper")
        .entry("gh\u0007cr.io/\u001b", "ci", "s3cret");

    Machine.Result result = machine.run("-v", "ghcr.io");

    assertEquals(1, result.exit());
    assertTrue(
        result.err().contains("its key has control characters in it, so it was not sent"),
        result.err());
    assertHarmless(result);
    assertTrue(machine.erased("pass").isEmpty());
  }

  @Test
  void aHelpersNameAndAPathAreWrittenOutToo() {
    machine.config("{\"credsStore\": \"x\\u001b[31m\"}");

    Machine.Result result = machine.run("ghcr.io");

    assertTrue(result.err().contains("docker-credential-x\\u001b[31m: "), result.err());
    assertHarmless(result);
  }

  @Test
  void aPasswordInAKeyOrInAHelpersWordsIsHidden() {
    machine
        .config(
            "{\"auths\": {\"https://u:S3CRET@ghcr.io/\": {\"auth\": \"dTpw\"}},"
                + " \"credsStore\": \"x\"}")
        .script("x", "echo 'cannot reach https://u:S3CRET@ghcr.io/'; exit 1");

    Machine.Result result = machine.run("-v", "ghcr.io");

    assertTrue(result.out().contains("removed https://u:***@ghcr.io/ from"), result.out());
    assertTrue(result.err().contains("cannot reach https://u:***@ghcr.io/"), result.err());
    assertFalse((result.out() + result.err()).contains("S3CRET"));
  }

  private static void assertHarmless(Machine.Result result) {
    String all = result.out() + result.err();
    assertTrue(
        all.codePoints()
            .noneMatch(
                c ->
                    (c != '\n' && Character.isISOControl(c))
                        || Character.getType(c) == Character.FORMAT),
        all);
  }
}
