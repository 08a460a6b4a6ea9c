package dev.reglogout.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The arguments of {@code explain}, checked.
 *
 * @param text null if it is to be read from stdin
 * @param list whether all messages are to be shown
 */
record ExplainArguments(String text, boolean list, boolean json, boolean help, boolean version) {
  /** What is an option also behind the text; other words there belong to the message. */
  private static final Set<String> ALSO_BEHIND = Set.of("--json", "--list");

  /**
   * Reads the arguments behind the word {@code explain}.
   *
   * <p>A message is often pasted without quotes, with words like {@code -} and {@code --autolaunch}
   * in it: what stands behind its first word is text.
   *
   * @throws UsageException if anything is wrong with them; quotes nothing that may be a secret
   */
  static ExplainArguments parse(List<String> arguments) throws UsageException {
    List<String> options = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean ended = false;
    for (String argument : arguments) {
      if (!ended && argument.equals("--")) {
        ended = true;
      } else if (!ended
          && (words.isEmpty() ? isOption(argument) : ALSO_BEHIND.contains(argument))) {
        options.add(argument);
      } else {
        words.add(argument);
      }
    }
    ParseResult parsed = parsed(options);
    boolean list = parsed.hasMatchedOption("--list");
    if (list && !words.isEmpty()) {
      throw new UsageException("--list and a TEXT exclude each other");
    }
    String text = String.join(" ", words);
    if (!words.isEmpty() && text.isBlank()) {
      throw new UsageException("TEXT is empty (an unset variable?)");
    }
    return new ExplainArguments(
        words.isEmpty() ? null : text,
        list,
        parsed.hasMatchedOption("--json"),
        parsed.hasMatchedOption("--help"),
        parsed.hasMatchedOption("--version"));
  }

  /** A message that begins with a minus sign, or with a number below zero, is none. */
  private static boolean isOption(String argument) {
    return argument.length() > 1
        && argument.startsWith("-")
        && !Character.isDigit(argument.charAt(1))
        && argument.chars().noneMatch(Character::isWhitespace);
  }

  private static ParseResult parsed(List<String> options) throws UsageException {
    for (String option : options) {
      try {
        ExplainHelp.commandLine().parseArgs(option);
      } catch (ParameterException e) {
        throw new UsageException(
            "unknown option: '%s'; for a text that begins with '-' write `-- TEXT`"
                .formatted(SharedArguments.withoutValue(option)));
      }
    }
    return ExplainHelp.commandLine().parseArgs(options.toArray(String[]::new));
  }
}
