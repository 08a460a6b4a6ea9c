package dev.reglogout.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The options of {@code completion}, and the text of its {@code --help}. */
final class CompletionHelp {
  /** The shells there are scripts for. */
  static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private CompletionHelp() {}

  static CommandLine commandLine() {
    return SharedArguments.commandLine(
        "reglogout completion",
        List.of(SharedOptions.help(), SharedOptions.version()),
        "SHELL",
        "bash, zsh or fish");
  }

  /** Returns the text of {@code --help}. */
  static String text() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "printed");
    codes.put("2", "wrong usage");
    return SharedOptions.helpText(
        commandLine(),
        "reglogout completion [OPTIONS] SHELL",
        "Prints the completion script of a shell: options, commands, and the registries that"
            + " something is stored for. For bash: source <(reglogout completion bash)",
        codes);
  }
}
