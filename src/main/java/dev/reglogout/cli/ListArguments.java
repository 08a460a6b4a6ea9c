package dev.reglogout.cli;

import dev.reglogout.registry.Registry;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The arguments of {@code list}, checked.
 *
 * @param registries none means all
 * @param configs paths given by {@code --config}
 * @param everywhere whether podman's and Helm's files are meant, too
 * @param limit of one call of a helper
 */
record ListArguments(
    List<Registry> registries,
    List<String> configs,
    boolean everywhere,
    Duration limit,
    boolean json,
    boolean quiet,
    boolean verbose,
    boolean help,
    boolean version) {

  /**
   * Reads the arguments behind the word {@code list}.
   *
   * @param commands the words that name commands, and no registries
   * @throws UsageException if anything is wrong with them
   */
  static ListArguments parse(List<String> arguments, Set<String> commands) throws UsageException {
    SharedArguments shared = SharedArguments.parse(ListHelp.commandLine(), arguments, commands);
    return new ListArguments(
        shared.registries(),
        shared.configs(),
        shared.has("--everywhere"),
        shared.limit(),
        shared.has("--json"),
        shared.has("--quiet"),
        shared.has("--verbose"),
        shared.has("--help"),
        shared.has("--version"));
  }
}
