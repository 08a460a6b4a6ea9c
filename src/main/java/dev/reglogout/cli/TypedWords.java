package dev.reglogout.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the words before the cursor say; unlike a parser's, this reading never fails. */
final class TypedWords {
  private final boolean nothing;
  private final boolean help;
  private final CommandModel command;
  private final CommandSpec spec;
  private final List<String> configs = new ArrayList<>();
  private final List<String> servers = new ArrayList<>();
  private boolean everywhere;
  private boolean onlyServers;
  private String awaiting;

  TypedWords(List<String> words) {
    String first = words.isEmpty() ? "" : words.get(0);
    nothing = words.isEmpty();
    help = first.equals("help");
    command = CommandModel.named(first);
    spec = command.parser().get().getCommandSpec();
    words.stream().skip(command == CommandModel.LOGOUT ? 0 : 1).forEach(this::read);
  }

  private void read(String word) {
    if (awaiting != null) {
      if (awaiting.equals("--config")) {
        configs.add(word);
      }
      awaiting = null;
    } else if (onlyServers || !word.startsWith("-")) {
      servers.add(word);
    } else if (word.equals("--")) {
      onlyServers = true;
    } else if (word.startsWith("--config=")) {
      configs.add(word.substring("--config=".length()));
    } else {
      OptionSpec option = spec.findOption(word);
      if (option != null && option.arity().max() > 0) {
        awaiting = option.longestName();
      }
      everywhere |= word.equals("--everywhere");
    }
  }

  /** Returns whether the cursor is at the first word. */
  boolean isNothing() {
    return nothing;
  }

  boolean isHelp() {
    return help;
  }

  CommandModel command() {
    return command;
  }

  CommandSpec spec() {
    return spec;
  }

  /** Returns whether registries may stand at the cursor. */
  boolean takesServers() {
    return spec.positionalParameters().stream()
        .anyMatch(
            parameter ->
                parameter.paramLabel().equals(SharedArguments.SERVER) && !parameter.hidden());
  }

  /** Returns the option whose value stands at the cursor, or null. */
  String awaiting() {
    return awaiting;
  }

  /** Returns whether options have been ended by {@code --}. */
  boolean onlyServers() {
    return onlyServers;
  }

  boolean everywhere() {
    return everywhere;
  }

  List<String> configs() {
    return configs;
  }

  /** Returns the words that are no options, as typed. */
  List<String> servers() {
    return servers;
  }
}
