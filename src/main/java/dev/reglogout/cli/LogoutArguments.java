package dev.reglogout.cli;

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

/**
 * The arguments of a logout, checked.
 *
 * @param registries none means Docker Hub
 * @param all whether every registry that is found is meant
 * @param yes whether not to ask
 * @param everywhere whether podman's and Helm's files are meant, too
 * @param configs paths given by {@code --config}
 * @param limit of one call of a helper
 */
record LogoutArguments(
    List<Registry> registries,
    boolean all,
    boolean yes,
    boolean everywhere,
    List<String> configs,
    Duration limit,
    boolean dryRun,
    boolean noRevoke,
    boolean strict,
    boolean json,
    boolean quiet,
    boolean verbose,
    boolean help,
    boolean version) {

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);
  private static final String SECONDS = "[0-9]{1,6}(\\.[0-9]{1,9})?";

  /**
   * Reads the arguments.
   *
   * @param commands the words that name commands, and no registries
   * @throws UsageException if anything is wrong with them
   */
  static LogoutArguments parse(List<String> arguments, Set<String> commands) throws UsageException {
    int end = arguments.indexOf("--");
    ParseResult parsed;
    try {
      parsed = commandLine().parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UsageException(firstLower(e.getMessage()));
    }
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
      try {
        registries.add(Registry.parse(server));
      } catch (InvalidRegistryException e) {
        throw new UsageException(e.getMessage());
      }
    }
    List<String> configs = parsed.matchedOptionValue("--config", List.of());
    if (configs.contains("")) {
      throw new UsageException("--config is empty (an unset variable?)");
    }
    boolean all = parsed.hasMatchedOption("--all");
    if (all && !registries.isEmpty()) {
      throw new UsageException("--all and a SERVER exclude each other");
    }
    if (parsed.hasMatchedOption("--yes") && !all) {
      throw new UsageException("--yes goes with --all");
    }
    boolean quiet = parsed.hasMatchedOption("--quiet");
    boolean verbose = parsed.hasMatchedOption("--verbose");
    if (quiet && verbose) {
      throw new UsageException("--quiet and --verbose exclude each other");
    }
    return new LogoutArguments(
        List.copyOf(registries),
        all,
        parsed.hasMatchedOption("--yes"),
        parsed.hasMatchedOption("--everywhere"),
        configs,
        limit(parsed),
        parsed.hasMatchedOption("--dry-run"),
        parsed.hasMatchedOption("--no-revoke"),
        parsed.hasMatchedOption("--strict"),
        parsed.hasMatchedOption("--json"),
        quiet,
        verbose,
        parsed.hasMatchedOption("--help"),
        parsed.hasMatchedOption("--version"));
  }

  /** Returns the parser, with the habits of picocli turned off that would surprise. */
  static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.create().name("reglogout");
    for (OptionSpec option : LogoutHelp.options()) {
      spec.addOption(option);
    }
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .paramLabel("SERVER")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(LogoutHelp.SERVER)
            .build());
    spec.parser()
        .collectErrors(false)
        .allowOptionsAsOptionParameters(false)
        .unmatchedOptionsArePositionalParams(false);
    CommandLine commandLine = new CommandLine(spec);
    commandLine.setExpandAtFiles(false);
    return commandLine;
  }

  private static Duration limit(ParseResult parsed) throws UsageException {
    if (!parsed.hasMatchedOption("--timeout")) {
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
