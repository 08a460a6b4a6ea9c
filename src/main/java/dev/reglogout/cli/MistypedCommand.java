package dev.reglogout.cli;

import dev.reglogout.internal.EditDistance;
import java.util.Locale;

/** A first word that was taken for a registry and looks like a command. */
final class MistypedCommand {
  private final String word;

  MistypedCommand(String word) {
    this.word = word;
  }

  /** Says how the command is written, if there is one like it. */
  void tell(Context context) {
    String command = meant();
    if (command != null) {
      TextReport.complain(
          context.err(),
          "'%s' was taken for a registry; for the command write `reglogout %s`"
              .formatted(word, command),
          context.coloursOnStderr());
      context.err().flush();
    }
  }

  private String meant() {
    for (String command : CommandModel.words()) {
      if (isLike(command)) {
        return command;
      }
    }
    return isLike("help") ? "help" : null;
  }

  /** Two slips are believed only behind the right letter: `lsit` is `list`, and `test` is not. */
  private boolean isLike(String command) {
    String lower = word.toLowerCase(Locale.ROOT);
    int slips = EditDistance.of(lower, command);
    return slips <= 1 || (slips == 2 && lower.charAt(0) == command.charAt(0));
  }
}
