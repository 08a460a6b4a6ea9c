package dev.reglogout.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The arguments of {@code explain}, checked.
 *
 * @param text null if it is to be read from stdin
 * @param helper which helper said it, without {@code docker-credential-}; null if that is not known
 * @param list whether all messages are to be shown
 */
record ExplainArguments(
    String text, String helper, boolean list, boolean json, boolean help, boolean version) {
  private static final String HELPER = "--helper";
  private static final String PROGRAM = "docker-credential-";

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
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!ended && argument.equals("--")) {
        ended = true;
      } else if (!ended && words.isEmpty() && argument.equals(HELPER)) {
        if (++i == arguments.size()) {
          throw new UsageException(HELPER + " needs the name of a helper");
        }
        options.add(HELPER + "=" + arguments.get(i));
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
    String helper = helper(parsed);
    if (list && helper != null) {
      throw new UsageException("--list and --helper exclude each other");
    }
    return new ExplainArguments(
        words.isEmpty() ? null : text,
        helper,
        list,
        parsed.hasMatchedOption("--json"),
        parsed.hasMatchedOption("--help"),
        parsed.hasMatchedOption("--version"));
  }

  /** Returns the bare name of a helper that may be given as config files or shells name it. */
  private static String helper(ParseResult parsed) throws UsageException {
    String given = parsed.matchedOptionValue(HELPER, null);
    if (given == null) {
      return null;
    }
    String name = given.toLowerCase(Locale.ROOT);
    name = name.startsWith(PROGRAM) ? name.substring(PROGRAM.length()) : name;
    name = name.replaceFirst("\\.(exe|cmd|bat)$", "");
    if (!name.matches("[a-z0-9][a-z0-9._-]{0,80}")) {
      throw new UsageException(
          HELPER + " wants the name of a helper, such as pass or docker-credential-pass");
    }
    return name;
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
