package dev.reglogout.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Chooses the command by the first word alone, and turns what goes wrong into an exit code. */
final class Cli {
  /** Words that name commands; those that are still to come are kept free for them. */
  static final Set<String> COMMANDS = Set.of("list", "doctor", "explain", "completion", "help");

  private final Context context;

  Cli(Context context) {
    this.context = context;
  }

  /** Returns the exit code. */
  int run(List<String> arguments) {
    if (!arguments.isEmpty() && arguments.get(0).equals(DockerPlugin.CALL)) {
      return new DockerPlugin(context).run(arguments.subList(1, arguments.size()));
    }
    int exitCode;
    try {
      exitCode = choose(arguments);
    } catch (UsageException e) {
      exitCode = complain(e, arguments);
    } catch (RuntimeException | Error e) {
      exitCode = complain(e, arguments);
    }
    context.out().flush();
    if (context.out().checkError() && exitCode == ExitCode.DONE) {
      boolean list = isList(arguments);
      String done = command(arguments).isEmpty() ? "; the work is done" : "";
      TextReport.complain(context.err(), "the output could not be written" + done, false);
      exitCode = list ? ExitCode.CANNOT_TELL : ExitCode.REMAINS;
    }
    context.err().flush();
    return exitCode;
  }

  private int choose(List<String> arguments) throws UsageException {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    if (first.equals("help")) {
      return help(rest.isEmpty() ? "" : rest.get(0));
    }
    if (first.equals("list")) {
      return list(rest);
    }
    if (first.equals("completion")) {
      return new CompletionCommand(context).run(rest);
    }
    if (first.equals(Completion.QUESTION) || first.equals(Completion.QUESTION_FOR_NAMES)) {
      return new Completion(context, first.equals(Completion.QUESTION)).answer(rest);
    }
    if (COMMANDS.contains(first)) {
      throw new UsageException(
          "`%s` is not in this version; for a registry of that name write `-- %s`"
              .formatted(first, first));
    }
    LogoutArguments parsed = LogoutArguments.parse(arguments, COMMANDS);
    if (parsed.help()) {
      return help("");
    }
    if (parsed.version()) {
      return showVersion();
    }
    return new LogoutCommand(context, parsed).run();
  }

  private int list(List<String> arguments) throws UsageException {
    ListArguments parsed = ListArguments.parse(arguments, COMMANDS);
    if (parsed.help()) {
      return help("list");
    }
    if (parsed.version()) {
      return showVersion();
    }
    return new ListCommand(context, parsed).run();
  }

  private int help(String command) {
    context
        .out()
        .print(
            switch (command) {
              case "list" -> ListHelp.text();
              case "completion" -> CompletionHelp.text();
              default -> LogoutHelp.text();
            });
    return ExitCode.DONE;
  }

  private int showVersion() {
    context.out().println("reglogout " + version());
    return ExitCode.DONE;
  }

  private static boolean isList(List<String> arguments) {
    return !arguments.isEmpty() && arguments.get(0).equals("list");
  }

  /** Returns the word of the command and a blank; nothing for a logout. */
  private static String command(List<String> arguments) {
    boolean completion = !arguments.isEmpty() && arguments.get(0).equals("completion");
    return isList(arguments) ? "list " : completion ? "completion " : "";
  }

  private int complain(UsageException e, List<String> arguments) {
    TextReport.complain(context.err(), e.getMessage(), context.coloursOnStderr());
    TextReport.complain(
        context.err(),
        "nothing was done; try `reglogout %s--help`".formatted(command(arguments)),
        context.coloursOnStderr());
    if (before(arguments, "--").contains("--json")) {
      JsonReport.printError(context.out(), e.getMessage());
    }
    return ExitCode.USAGE;
  }

  private int complain(Throwable e, List<String> arguments) {
    TextReport.complain(
        context.err(),
        "this should not have happened: %s; %s. run it with -v and report it"
            .formatted(e, isList(arguments) ? "nothing was changed" : "a credential may remain"),
        context.coloursOnStderr());
    List<String> options = before(arguments, "--");
    if (options.contains("-v") || options.contains("--verbose")) {
      for (StackTraceElement element : e.getStackTrace()) {
        context.err().println("  at " + element);
      }
    }
    return isList(arguments) ? ExitCode.CANNOT_TELL : ExitCode.REMAINS;
  }

  private static List<String> before(List<String> arguments, String word) {
    int end = arguments.indexOf(word);
    return end < 0 ? arguments : arguments.subList(0, end);
  }

  static String version() {
    try (InputStream in = Cli.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
