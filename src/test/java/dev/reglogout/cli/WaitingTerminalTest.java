package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a real terminal, made by {@code script}, with a helper that takes its time. */
class WaitingTerminalTest {
  private static final String SHOWN =
      "\r\u001b\\[\\?7l\\d+ s: docker-credential-seen list \\(Ctrl-C stops\\)\u001b\\[K\u001b\\[\\?7h\r";
  private static final String REMOVED = "\r\u001b[K";
  private static final String ANSWER = "Not logged in to ghcr.io\n";

  @TempDir Path directory;
  private Machine machine;
  private Map<String, String> variables;

  @BeforeEach
  void setUp() {
    machine =
        new Machine(directory)
            .config("{\"credsStore\": \"pass\"}")
            .helper("pass", "absent-silent")
            .variable("REGLOGOUT_FIXTURE_DELAY", "1.7")
            .variable("TERM", "xterm");
    variables = new HashMap<>(machine.variables());
    variables.put("PATH", machine.bin() + ":/usr/bin:/bin");
    variables.put("SHELL", "/bin/sh");
  }

  @Test
  void aSlowHelperIsShownAndNothingOfItStays() throws IOException {
    variables.put("REGLOGOUT_FIXTURE_DELAY", "");
    machine.script(
        "seen", // is asked until its being slow has been seen
        "n=0; until grep -q Ctrl-C '%s' || [ $((n += 1)) -gt 200 ]; do sleep 0.1; done; echo '{}'"
            .formatted(directory.resolve("seen")));
    machine.config("{\"credsStore\": \"seen\"}");

    String seen = onTerminal("\"$@\" ghcr.io");

    assertTrue(seen.startsWith("\r\u001b[?7l"), seen);
    assertTrue(seen.endsWith("\u001b[?7h\r" + REMOVED + ANSWER), seen);
    assertTrue(
        seen.substring(0, seen.length() - (REMOVED + ANSWER).length())
            .replaceAll(SHOWN, "")
            .isEmpty(),
        seen);
  }

  @Test
  void aPipeACiAndWhoeverWantsItQuietOrPlainSeeNothingOfIt() throws IOException {
    String seen =
        onTerminal(
            "\"$@\" --json ghcr.io >json & \"$@\" -q ghcr.io & CI=true \"$@\" ghcr.io >ci &"
                + " TERM=dumb \"$@\" ghcr.io >dumb & TERM= \"$@\" ghcr.io >noterm &"
                + " { \"$@\" list 2>&3 | cat >list; } 3>err; wait");

    assertEquals("", seen);
    for (String file : List.of("ci", "dumb", "noterm")) {
      assertEquals(ANSWER, Files.readString(directory.resolve(file)), file);
    }
    assertEquals("Nothing is stored.\n", Files.readString(directory.resolve("list")));
    assertEquals("", Files.readString(directory.resolve("err")));
    assertTrue(Files.readString(directory.resolve("json")).startsWith("{\n"));
  }

  @Test
  void ctrlCRemovesTheLineBeforeItSaysAnything() throws IOException {
    variables.put("REGLOGOUT_FIXTURE_DELAY", "60");

    String typed = "(until grep -q Ctrl seen; do sleep 0.1; done; printf '\\003') | ";
    String seen = onTerminal(typed, "\"$@\" ghcr.io");

    String last = seen.substring(seen.lastIndexOf("\u001b[?7h\r"));
    assertTrue(seen.contains(" s: docker-credential-pass list (Ctrl-C stops)"), seen);
    assertEquals(
        "\u001b[?7h\r^C"
            + REMOVED
            + "reglogout: interrupted; a credential may remain: run it again\n",
        last);
  }

  @Test
  void aQuickRunLoadsNothingOfIt() throws IOException {
    variables.put("REGLOGOUT_FIXTURE_DELAY", "");
    variables.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=%p.loaded");

    onTerminal("\"$@\" ghcr.io; mv *.loaded terminal; \"$@\" ghcr.io 2>&1 | cat; mv *.loaded pipe");

    List<String> terminal = ours("terminal");
    List<String> pipe = ours("pipe");
    assertTrue(terminal.contains("dev.reglogout.cli.Waiting"), terminal.toString());
    assertFalse(terminal.contains("dev.reglogout.cli.WaitingText"), terminal.toString());
    assertFalse(terminal.contains("dev.reglogout.cli.TextWidth"), terminal.toString());
    assertTrue(pipe.contains("dev.reglogout.cli.Cli"), pipe.toString());
    assertEquals(
        List.of(),
        pipe.stream().filter(c -> c.contains(".Waiting") || c.contains(".LiveLine")).toList());
  }

  private List<String> ours(String log) throws IOException {
    return Files.readAllLines(directory.resolve(log)).stream()
        .map(line -> line.replaceFirst("^\\S* *(\\[.*\\])? *", "").split(" ")[0])
        .filter(name -> name.startsWith("dev.reglogout."))
        .toList();
  }

  private String onTerminal(String command) throws IOException {
    return onTerminal("", command);
  }

  /**
   * Returns what a command shows on a terminal; in it {@code "$@"} is the program.
   *
   * @param typing a pipe into the terminal, or nothing
   */
  private String onTerminal(String typing, String command) throws IOException {
    Path script = directory.resolve("command");
    Files.writeString(script, command + "\n");
    String start =
        "cd '%s'; program=; for word; do program=\"$program '$word'\"; done; %sscript -qfec \"sh command$program\" seen >/dev/null"
            .formatted(directory, typing);
    ProgramProcess.run(
        List.of("/usr/bin/env", "--default-signal=INT", "/bin/sh", "-c", start, "sh"),
        List.of(),
        variables,
        directory.resolve("classes"));
    String seen = Files.readString(directory.resolve("seen")).replace("\r\n", "\n");
    return seen.replaceFirst("^Script started[^\n]*\n", "")
        .replaceFirst("\n?Script done[^\n]*\n$", "");
  }
}
