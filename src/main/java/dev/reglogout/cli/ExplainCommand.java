package dev.reglogout.cli;

import dev.reglogout.messages.FoundMessage;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Says what a message means that somebody pasted; never shows the text, which may hold a secret.
 */
final class ExplainCommand {
  private final Context context;
  private final ExplainArguments arguments;

  ExplainCommand(Context context, ExplainArguments arguments) {
    this.context = context;
    this.arguments = arguments;
  }

  /**
   * Returns the exit code.
   *
   * @throws UsageException if there is no text
   */
  int run() throws UsageException {
    if (arguments.list()) {
      return list();
    }
    PastedInput input = arguments.text() == null ? asked() : PastedInput.of(arguments.text());
    List<FoundMessage> messages = KnownMessages.allIn(input.text(), arguments.helper());
    int exitCode = messages.isEmpty() ? ExitCode.NOT_KNOWN : ExitCode.DONE;
    if (context.stop().requested()) {
      return exitCode; // the signal decides how the program ends, and has been told of
    }
    if (arguments.json()) {
      new ExplainJson(context).print(messages, input.cutOff(), exitCode);
      return exitCode;
    }
    if (input.cutOff()) {
      complain("the text is longer than 1 MiB, and only the first 1 MiB was looked at");
    }
    if (messages.isEmpty()) {
      tellWhatToTry();
    } else {
      new ExplainText(context).print(messages);
    }
    return exitCode;
  }

  private int list() {
    List<FoundMessage> all =
        KnownMessages.all().stream()
            .map(message -> new FoundMessage(message, true, Map.of()))
            .toList();
    if (arguments.json()) {
      new ExplainJson(context).print(all, false, ExitCode.DONE);
    } else {
      new ExplainText(context).printTable(all);
    }
    return ExitCode.DONE;
  }

  private PastedInput asked() throws UsageException {
    if (context.terminals().in()) {
      boolean windows = context.environment().os() == Os.WINDOWS;
      String end = windows ? "Enter, Ctrl-Z and Enter" : "Enter and Ctrl-D";
      context.err().println("Paste the message, then press " + end + ":");
      context.err().flush();
    }
    PastedInput input;
    try {
      input = PastedInput.read(context.in());
    } catch (IOException e) {
      throw new UsageException("stdin cannot be read; give the message as TEXT");
    }
    if (input.text().isBlank()) {
      throw new UsageException("there is no text on stdin; give the message as TEXT or pipe it in");
    }
    return input;
  }

  private void tellWhatToTry() {
    complain("this text is not known: no message of docker, podman or a helper was found in it");
    context
        .err()
        .print(
            """
              Give all of its lines; `reglogout explain --list` shows what is known.
              To see what a helper itself says, run it by hand:
                %s list
              To check the config file and every helper it names: reglogout doctor
            """
                .formatted(
                    "docker-credential-"
                        + (arguments.helper() == null ? "NAME" : arguments.helper())));
  }

  private void complain(String text) {
    TextReport.complain(context.err(), text, context.coloursOnStderr());
  }
}
