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
 * @param all whether every registry that is found is meant
 * @param yes whether not to ask
 * @param everywhere whether podman's and Helm's files are meant, too
 * @param onlyUser whose entries alone are meant, or null
 * @param configs paths given by {@code --config}
 * @param limit of one call of a helper
 */
record LogoutArguments(
    List<Registry> registries,
    boolean all,
    boolean yes,
    boolean everywhere,
    String onlyUser,
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

  /**
   * Reads the arguments.
   *
   * @param commands the words that name commands, and no registries
   * @throws UsageException if anything is wrong with them
   */
  static LogoutArguments parse(List<String> arguments, Set<String> commands) throws UsageException {
    SharedArguments shared = SharedArguments.parse(commandLine(), arguments, commands);
    boolean all = shared.has("--all");
    if (all && !shared.registries().isEmpty()) {
      throw new UsageException("--all and a SERVER exclude each other");
    }
    if (shared.has("--yes") && !all) {
      throw new UsageException("--yes goes with --all");
    }
    String onlyUser = shared.value("--only-user");
    if (onlyUser != null && onlyUser.isBlank()) {
      throw new UsageException("--only-user is empty (an unset variable?)");
    }
    return new LogoutArguments(
        shared.registries(),
        all,
        shared.has("--yes"),
        shared.has("--everywhere"),
        onlyUser,
        shared.configs(),
        shared.limit(),
        shared.has("--dry-run"),
        shared.has("--no-revoke"),
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
