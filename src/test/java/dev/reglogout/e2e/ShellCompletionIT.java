package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.reglogout.cli.Machine;
import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts of {@code reglogout completion} in the real shells, at a terminal. */
class ShellCompletionIT extends ImageTest {
  private static final String HOSTILE =
      """
      {"auths": {
        "ghcr.io": {"auth": "dTpw"},
        "localhost:5000": {"auth": "dTpw"},
        "[::1]:5001": {"auth": "dTpw"},
        "$(touch${IFS}ran).evil.io": {"auth": "dTpw"},
        "`touch${IFS}ran`.evil.io": {"auth": "dTpw"},
        "evil$(touch ran).io": {"auth": "dTpw"},
        "evil.io;touch ran": {"auth": "dTpw"},
        "evil.io\\ntouch ran\\n": {"auth": "dTpw"},
        "evil\\u001b[31m.io": {"auth": "dTpw"},
        "evil.io'touch ran'": {"auth": "dTpw"}
      }}
      """;

  /** A shell, how it is started, and what it reads at its start. */
  enum Shell {
    BASH(
        "bash --noprofile --rcfile \"$HOME/rc\" -i",
        """
        PS1='$ '
        bind 'set enable-bracketed-paste off'
        written() { printf '%s\\n--\\n' "$READLINE_LINE" >>"$HOME/lines"; }
        bind -x '"\\C-o": written'
        bind '"\\C-u": kill-whole-line'
        source <(reglogout completion bash)
        PROMPT_COMMAND='touch "$HOME/ready"'
        """),
    ZSH(
        "ZDOTDIR=$HOME exec zsh -d -i",
        """
        autoload -U compinit && compinit -u -D
        written() { printf '%s\\n--\\n' "$BUFFER" >>"$HOME/lines" }
        zle -N written
        bindkey '^O' written
        source <(reglogout completion zsh)
        precmd() { touch "$HOME/ready" }
        """),
    FISH(
        "fish --no-config --private -C 'source \"$HOME/rc\"' -i",
        """
        function fish_prompt
            touch $HOME/ready
            echo '> '
        end
        function written
            commandline >>$HOME/lines
            echo -- -- >>$HOME/lines
        end
        bind \\co written
        bind \\cu 'commandline ""'
        reglogout completion fish | source
        """);

    private final String command;
    private final String startUp;

    Shell(String command, String startUp) {
      this.command = command;
      this.startUp = startUp;
    }
  }

  @BeforeEach
  void install() throws IOException {
    machine.config(HOSTILE);
    machine.write(here.resolve("config.json"), "{\"auths\": {\"typed.io\": {\"auth\": \"dTpw\"}}}");
    Files.createSymbolicLink(
        machine.bin().resolve("reglogout"), Image.underTest().launcher().toAbsolutePath());
  }

  @ParameterizedTest
  @EnumSource
  void completesWordsOptionsPathsAndRegistriesAndRunsNothing(Shell shell) throws Exception {
    RealHelpers.require(shell.name().toLowerCase());
    Map<String, String> expected = new HashMap<>();
    expected.put("reglogout li", "reglogout list");
    expected.put("reglogout gh", "reglogout ghcr.io");
    expected.put("reglogout \"gh", "reglogout \"ghcr.io\"");
    expected.put("reglogout localhost", "reglogout localhost:5000");
    expected.put("reglogout localhost:", "reglogout localhost:5000");
    expected.put("reglogout localhost:50", "reglogout localhost:5000");
    expected.put("reglogout ghcr.io lo", "reglogout ghcr.io localhost:5000");
    expected.put("reglogout -- gh", "reglogout -- ghcr.io");
    expected.put("reglogout --dry", "reglogout --dry-run");
    expected.put("reglogout list --ev", "reglogout list --everywhere");
    expected.put("reglogout completion fi", "reglogout completion fish");
    expected.put("reglogout --config " + here + "/con", "reglogout --config " + file());
    expected.put("reglogout --config=" + here + "/con", "reglogout --config=" + file());
    expected.put(
        "reglogout --config " + file() + " ty", "reglogout --config " + file() + " typed.io");
    expected.put(
        "reglogout --config='" + file() + "' ty", "reglogout --config='" + file() + "' typed.io");
    expected.put("reglogout evil$", "reglogout evil$");
    expected.put("reglogout '$", "reglogout '$");
    expected.put("reglogout \"`", "reglogout \"`");

    Map<String, String> actual = new HashMap<>();
    try (ShellAtATerminal terminal = start(shell)) {
      for (String typed : expected.keySet()) {
        actual.put(typed, terminal.completed(typed));
      }
    }

    assertEquals(expected, actual);
    assertNothingRan();
  }

  @ParameterizedTest
  @EnumSource
  void isSilentWhereNothingCanBeRead(Shell shell) throws Exception {
    RealHelpers.require(shell.name().toLowerCase());
    machine.config("{\"auths\":");

    try (ShellAtATerminal terminal = start(shell)) {
      assertEquals("reglogout gh", terminal.completed("reglogout gh"));
      assertEquals("reglogout --strict", terminal.completed("reglogout --stri"));
    }

    assertFalse(
        Machine.read(machine.home().resolve("screen")).contains("reglogout: "),
        "a message at the prompt");
  }

  private ShellAtATerminal start(Shell shell) throws Exception {
    String name = shell == Shell.ZSH ? ".zshrc" : "rc";
    machine.write(machine.home().resolve(name), shell.startUp);
    Map<String, String> variables = variables();
    variables.put("PATH", machine.bin() + ":" + System.getenv("PATH"));
    variables.put("TERM", "xterm");
    variables.put("SHELL", "/bin/sh");
    return new ShellAtATerminal("cd '" + here + "' && " + shell.command, machine.home(), variables);
  }

  private String file() {
    return here + "/config.json";
  }

  private void assertNothingRan() {
    List<String> ran = new ArrayList<>(names(here));
    ran.addAll(names(machine.home()));
    assertFalse(ran.contains("ran"), ran.toString());
    assertEquals(HOSTILE, machine.configText());
  }
}
