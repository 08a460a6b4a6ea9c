package dev.reglogout.cli;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The arguments of {@code doctor}, checked.
 *
 * @param configs paths given by {@code --config}
 * @param everywhere whether podman's and Helm's files are meant, too
 * @param limit of one call of a helper
 * @param roundTrip whether helpers are tried with a throw-away entry
 */
record DoctorArguments(
    List<String> configs,
    boolean everywhere,
    Duration limit,
    boolean roundTrip,
    boolean json,
    boolean verbose,
    boolean help,
    boolean version) {

  /**
   * Reads the arguments behind the word {@code doctor}.
   *
   * @param commands the words that name commands, and no registries
   * @throws UsageException if anything is wrong with them
   */
  static DoctorArguments parse(List<String> arguments, Set<String> commands) throws UsageException {
    SharedArguments shared = SharedArguments.parse(DoctorHelp.commandLine(), arguments, commands);
    if (!shared.registries().isEmpty()) {
      String server = shared.registries().get(0).displayName();
      throw new UsageException(
          "doctor takes no SERVER: it checks all that is configured; for what is stored for %s use"
                  .formatted(server)
              + " `reglogout list %s`".formatted(server));
    }
    return new DoctorArguments(
        shared.configs(),
        shared.has("--everywhere"),
        shared.limit(),
        shared.has("--round-trip"),
        shared.has("--json"),
        shared.has("--verbose"),
        shared.has("--help"),
        shared.has("--version"));
  }
}
