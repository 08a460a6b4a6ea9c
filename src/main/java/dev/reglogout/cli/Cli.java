package dev.reglogout.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Chooses the command by the first word alone, and turns what goes wrong into an exit code. */
final class Cli {
  /**
   * The words that name commands, and no registries.
   *
   * <p>{@link CommandModel} knows more of them, and is not loaded for a logout; a test holds that
   * both name the same.
   */
  static final Set<String> COMMANDS = Set.of("list", "doctor", "explain", "completion", "help");

  /** What may stand behind the word {@code help} and means all of the program. */
  private static final Set<String> HELP = Set.of("help", "--help", "-h");

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
      String done = changes(arguments) ? "; the work is done" : "";
      TextReport.complain(context.err(), "the output could not be written" + done, false);
      exitCode = is("list", arguments) ? ExitCode.CANNOT_TELL : ExitCode.REMAINS;
    }
    context.err().flush();
    return exitCode;
  }

  private int choose(List<String> arguments) throws UsageException {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    if (first.equals("help")) {
      return help(rest);
    }
    if (first.equals("list")) {
      return list(rest);
    }
    if (first.equals("doctor")) {
      return doctor(rest);
    }
    if (first.equals("completion")) {
      return new CompletionCommand(context).run(rest);
    }
    if (first.equals(Completion.QUESTION) || first.equals(Completion.QUESTION_FOR_NAMES)) {
      return new Completion(context, first.equals(Completion.QUESTION)).answer(rest);
    }
    if (first.equals("explain")) {
      return explain(rest);
    }
    if (first.equals("logout")) { // as in `docker logout`
      throw new UsageException(
          "`reglogout` itself logs out: leave `logout` out, or write `-- logout` for a registry of"
              + " that name");
    }
    if (first.equals("login")) {
      throw new UsageException(
          "reglogout does not log in: use `docker login`; for a registry of that name write"
              + " `-- login`");
    }
    LogoutArguments parsed = LogoutArguments.parse(arguments, COMMANDS);
    if (parsed.help()) {
      return show(CommandModel.LOGOUT);
    }
    if (parsed.version()) {
      return showVersion();
    }
    return new LogoutCommand(context, parsed, first).run();
  }

  private int list(List<String> arguments) throws UsageException {
    ListArguments parsed = ListArguments.parse(arguments, COMMANDS);
    if (parsed.help()) {
      return show(CommandModel.named("list"));
    }
    if (parsed.version()) {
      return showVersion();
    }
    return new ListCommand(context, parsed).run();
  }

  private int doctor(List<String> arguments) throws UsageException {
    DoctorArguments parsed = DoctorArguments.parse(arguments, COMMANDS);
    if (parsed.help()) {
      return show(CommandModel.named("doctor"));
    }
    if (parsed.version()) {
      return showVersion();
    }
    return new DoctorCommand(context, parsed).run();
  }

  private int explain(List<String> arguments) throws UsageException {
    ExplainArguments parsed = ExplainArguments.parse(arguments);
    if (parsed.help()) {
      return show(CommandModel.named("explain"));
    }
    if (parsed.version()) {
      return showVersion();
    }
    return new ExplainCommand(context, parsed).run();
  }

  private int help(List<String> words) throws UsageException {
    if (words.size() > 1) {
      throw new UsageException("help is of one command: leave '%s' out".formatted(words.get(1)));
    }
    String word = words.isEmpty() ? "help" : words.get(0);
    CommandModel command = CommandModel.named(word);
    boolean known = command != CommandModel.LOGOUT || HELP.contains(word);
    if (!known) {
      throw new UsageException(
          "there is no command '%s'; commands: %s"
              .formatted(word, String.join(", ", CommandModel.words())));
    }
    return show(command);
  }

  private int show(CommandModel command) {
    context.out().print(command.help().get());
    return ExitCode.DONE;
  }

  private int showVersion() {
    context.out().println("reglogout " + version());
    return ExitCode.DONE;
  }

  private static boolean is(String command, List<String> arguments) {
    return !arguments.isEmpty() && arguments.get(0).equals(command);
  }

  /** Returns whether the command changes what is stored. */
  static boolean changes(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    return !COMMANDS.contains(first)
        && !first.equals(Completion.QUESTION)
        && !first.equals(Completion.QUESTION_FOR_NAMES);
  }

  private int complain(UsageException e, List<String> arguments) {
    TextReport.complain(context.err(), e.getMessage(), context.coloursOnStderr());
    boolean ofTheWhole = changes(arguments) || is("help", arguments);
    TextReport.complain(
        context.err(),
        "nothing was done; try `reglogout %s--help`"
            .formatted(ofTheWhole ? "" : arguments.get(0) + " "),
        context.coloursOnStderr());
    if (before(arguments, "--").contains("--json")) {
      JsonReport.printError(context.out(), e.getMessage());
    }
    return ExitCode.USAGE;
  }

  private int complain(Throwable e, List<String> arguments) {
    boolean tooMuch = e instanceof OutOfMemoryError;
    String unexpected = "this should not have happened: " + e;
    TextReport.complain(
        context.err(),
        "%s; %s. %s"
            .formatted(
                tooMuch ? "a file or a helper holds more than there is memory for" : unexpected,
                changes(arguments) ? "a credential may remain" : "nothing was changed",
                tooMuch ? "see what fills it" : "run it with -v and report it"),
        context.coloursOnStderr());
    List<String> options = before(arguments, "--");
    if (options.contains("-v") || options.contains("--verbose")) {
      for (StackTraceElement element : e.getStackTrace()) {
        context.err().println("  at " + element);
      }
    }
    return is("list", arguments) ? ExitCode.CANNOT_TELL : ExitCode.REMAINS;
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
