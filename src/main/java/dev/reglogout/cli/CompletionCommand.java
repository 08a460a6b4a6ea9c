package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Prints the script that a shell completes our arguments with. */
final class CompletionCommand {
  private final Context context;

  CompletionCommand(Context context) {
    this.context = context;
  }

  /**
   * Prints the script of the shell that the arguments name, or what they ask for.
   *
   * @param arguments those behind the word {@code completion}
   * @return the exit code
   * @throws UsageException if they name no shell, or several
   */
  int run(List<String> arguments) throws UsageException {
    ParseResult parsed = SharedArguments.read(CompletionHelp.commandLine(), arguments);
    if (parsed.hasMatchedOption("--help")) {
      context.out().print(CompletionHelp.text());
    } else if (parsed.hasMatchedOption("--version")) {
      context.out().println("reglogout " + Cli.version());
    } else {
      context.out().print(script(shell(parsed.matchedPositionalValue(0, List.of()))));
    }
    return ExitCode.DONE;
  }

  private static String shell(List<String> named) throws UsageException {
    String known = String.join(", ", CompletionHelp.SHELLS);
    if (named.size() != 1) {
      throw new UsageException("completion needs the name of one shell: " + known);
    }
    if (!CompletionHelp.SHELLS.contains(named.get(0))) {
      throw new UsageException(
          "there is no completion for '%s': name one of %s".formatted(named.get(0), known));
    }
    return named.get(0);
  }

  private static String script(String shell) {
    try (InputStream in =
        CompletionCommand.class.getResourceAsStream("completion/reglogout." + shell)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
