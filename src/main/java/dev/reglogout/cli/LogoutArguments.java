package dev.reglogout.cli;

import dev.reglogout.registry.Registry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/**
 * The arguments of a logout, checked.
 *
 * @param registries none means Docker Hub
 * @param configs paths given by {@code --config}
 * @param limit of one call of a helper
 */
record LogoutArguments(
    List<Registry> registries,
    List<String> configs,
    Duration limit,
    boolean dryRun,
    boolean strict,
    boolean json,
    boolean quiet,
    boolean verbose,
    boolean help,
    boolean version) {

  /**
   * Reads the arguments.
   *
   * @param commands the words that name commands, and no registries
   * @throws UsageException if anything is wrong with them
   */
  static LogoutArguments parse(List<String> arguments, Set<String> commands) throws UsageException {
    SharedArguments shared = SharedArguments.parse(commandLine(), arguments, commands);
    return new LogoutArguments(
        shared.registries(),
        shared.configs(),
        shared.limit(),
        shared.has("--dry-run"),
        shared.has("--strict"),
        shared.has("--json"),
        shared.has("--quiet"),
        shared.has("--verbose"),
        shared.has("--help"),
        shared.has("--version"));
  }

  static CommandLine commandLine() {
    return SharedArguments.commandLine("reglogout", LogoutHelp.options(), LogoutHelp.SERVER);
  }
}
