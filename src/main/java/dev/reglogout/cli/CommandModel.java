package dev.reglogout.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * A command as it is typed: what {@code help} and completion offer, and the man page describes, is
 * made of these.
 *
 * @param name its word, empty for the logout
 * @param summary what it does, in a few words
 * @param parser makes its parser, whose model knows the options
 * @param help makes the text of its {@code --help}
 */
record CommandModel(
    String name, String summary, Supplier<CommandLine> parser, Supplier<String> help) {
  /** The logout, which has no word. */
  static final CommandModel LOGOUT =
      new CommandModel("", "log out", LogoutArguments::commandLine, LogoutHelp::text);

  /** All commands in the order they are shown, without {@code help}. */
  static final List<CommandModel> ALL =
      List.of(
          LOGOUT,
          new CommandModel(
              "list", "what is stored, and where", ListHelp::commandLine, ListHelp::text),
          new CommandModel(
              "doctor", "what is wrong with the setup", DoctorHelp::commandLine, DoctorHelp::text),
          new CommandModel(
              "explain",
              "what an error message means",
              ExplainHelp::commandLine,
              ExplainHelp::text),
          new CommandModel(
              "completion",
              "print a shell's completion script",
              CompletionHelp::commandLine,
              CompletionHelp::text));

  /** Returns the words that name commands, in the order they are shown, without {@code help}. */
  static List<String> words() {
    return ALL.stream().filter(command -> command != LOGOUT).map(CommandModel::name).toList();
  }

  /** Returns the command of that word, or the logout. */
  static CommandModel named(String word) {
    return ALL.stream().filter(command -> command.name.equals(word)).findFirst().orElse(LOGOUT);
  }
}
