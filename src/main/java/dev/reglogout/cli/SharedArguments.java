package dev.reglogout.cli;

import dev.reglogout.logout.Logout;
import dev.reglogout.registry.InvalidRegistryException;
import dev.reglogout.registry.Registry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What the arguments of the commands have in common: the parser's habits, and the checks.
 *
 * @param parsed what the parser made of them
 * @param registries the SERVERs
 */
record SharedArguments(ParseResult parsed, List<Registry> registries) {
  /** How a registry is called where usage is shown. */
  static final String SERVER = "SERVER";

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);
  private static final String SECONDS = "[0-9]{1,6}(\\.[0-9]{1,9})?";

  /**
   * Reads the arguments, and checks the SERVERs.
   *
   * @param commands the words that name commands, and no registries
   * @throws UsageException if anything is wrong with them
   */
  static SharedArguments parse(
      CommandLine commandLine, List<String> arguments, Set<String> commands) throws UsageException {
    int end = arguments.indexOf("--");
    ParseResult parsed = read(commandLine, arguments);
    List<String> servers = parsed.matchedPositionalValue(0, List.of());
    int afterEnd = end < 0 ? 0 : arguments.size() - end - 1;
    List<Registry> registries = new ArrayList<>();
    for (String server : servers) {
      boolean beforeEnd = registries.size() < servers.size() - afterEnd;
      if (beforeEnd && commands.contains(server)) {
        throw new UsageException(
            "'%s' is a command: put `%s` first, or write `-- %s` for a registry of that name"
                .formatted(server, server, server));
      }
      registries.add(registry(server));
    }
    SharedArguments shared = new SharedArguments(parsed, List.copyOf(registries));
    if (shared.configs().contains("")) {
      throw new UsageException("--config is empty (an unset variable?)");
    }
    if (shared.has("--quiet") && shared.has("--verbose")) {
      throw new UsageException("--quiet and --verbose exclude each other");
    }
    return shared;
  }

  /**
   * Reads a SERVER; what is none may still be a key of a file, which {@link #check} finds out.
   *
   * @throws UsageException if it is blank
   */
  private static Registry registry(String server) throws UsageException {
    try {
      return Registry.parse(server);
    } catch (InvalidRegistryException e) {
      if (server.isBlank()) {
        throw new UsageException(e.getMessage());
      }
      return Registry.exactKey(server);
    }
  }

  /**
   * Checks that what names no registry stands exactly so as a key in a file.
   *
   * @throws UsageException if it does not
   */
  static void check(List<Registry> registries, Logout logout) throws UsageException {
    for (Registry registry : registries) {
      if (registry.isExactKey() && !logout.holdsKey(registry)) {
        throw new UsageException(Registry.problemOf(registry.identity()).orElseThrow());
      }
    }
  }

  /**
   * Reads the arguments, and checks nothing that the parser does not.
   *
   * @throws UsageException if the parser refuses them
   */
  static ParseResult read(CommandLine commandLine, List<String> arguments) throws UsageException {
    try {
      return commandLine.parseArgs(arguments.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      String word = e.getUnmatched().get(0);
      throw new UsageException(
          word.startsWith("-")
              ? "unknown option: '%s'".formatted(withoutValue(word))
              : firstLower(e.getMessage()));
    } catch (ParameterException e) {
      throw new UsageException(
          firstLower(e.getMessage())
              .replaceFirst("(?s) without '.*' parameter$", " without a value"));
    }
  }

  /**
   * Returns the name of an option alone: who types {@code --password=…} or {@code -p…} as for a
   * login must not see the secret again.
   */
  static String withoutValue(String option) {
    if (!option.startsWith("--")) {
      return option.substring(0, Math.min(2, option.length()));
    }
    int end = option.indexOf('=');
    return end < 0 ? option : option.substring(0, end);
  }

  /**
   * Returns a parser of SERVERs.
   *
   * @param server what a SERVER means, or null to leave it out of the help
   */
  static CommandLine commandLine(String name, List<OptionSpec> options, String server) {
    return commandLine(name, options, SERVER, server);
  }

  /** Returns a parser, with the habits of picocli turned off that would surprise. */
  static CommandLine commandLine(
      String name, List<OptionSpec> options, String label, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    for (OptionSpec option : options) {
      spec.addOption(option);
    }
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description == null ? "" : description)
            .hidden(description == null)
            .build());
    spec.parser()
        .collectErrors(false)
        .allowOptionsAsOptionParameters(false)
        .unmatchedOptionsArePositionalParams(false);
    CommandLine commandLine = new CommandLine(spec);
    commandLine.setExpandAtFiles(false);
    commandLine.setInterpolateVariables(false);
    return commandLine;
  }

  boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  /** Returns the value of an option, or null. */
  String value(String option) {
    return parsed.matchedOptionValue(option, null);
  }

  /** Returns the paths given by {@code --config}. */
  List<String> configs() {
    return parsed.matchedOptionValue("--config", List.of());
  }

  /** Returns the limit of one call of a helper. */
  Duration limit() throws UsageException {
    if (!has("--timeout")) {
      return DEFAULT_LIMIT;
    }
    String seconds = parsed.matchedOptionValue("--timeout", "");
    if (seconds.matches(SECONDS)) {
      double value = Double.parseDouble(seconds);
      if (value > 0 && value <= 3600) {
        return Duration.ofMillis(Math.max(1, Math.round(value * 1000)));
      }
    }
    throw new UsageException(
        "--timeout '%s' is not a number of seconds above 0 and at most 3600".formatted(seconds));
  }

  private static String firstLower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
