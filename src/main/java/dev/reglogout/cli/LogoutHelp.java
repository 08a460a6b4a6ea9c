package dev.reglogout.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The options of a logout, and the text of {@code --help}. */
final class LogoutHelp {
  static final String SERVER =
      "a registry: ghcr.io, localhost:5000, https://host/v2/; none means Docker Hub";

  private LogoutHelp() {}

  /** Returns new options, in the order they are shown. */
  static List<OptionSpec> options() {
    return List.of(
        flag("every registry that is found; asks first on a terminal", "-a", "--all"),
        flag("with --all: do not ask", "-y", "--yes"),
        flag("say what would be done, and change nothing", "-n", "--dry-run"),
        OptionSpec.builder("--config")
            .paramLabel("PATH")
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "a config directory or file; may be repeated (default: $DOCKER_CONFIG, else"
                    + " $HOME/.docker)")
            .build(),
        flag("also podman's and Helm's files", "--everywhere"),
        flag("do not revoke Docker Hub's sign-in at Docker: no network at all", "--no-revoke"),
        OptionSpec.builder("--timeout")
            .paramLabel("SECONDS")
            .arity("1")
            .type(String.class)
            .description("limit of one helper call, at most 3600 (default: 30)")
            .build(),
        flag("exit 3 where 0 would be, but access may survive", "--strict"),
        flag("one JSON document on stdout (docs/json.md)", "--json"),
        flag("say only what remains or failed", "-q", "--quiet"),
        flag("say also where nothing was found, and how long calls took", "-v", "--verbose"),
        flag("show this help", "-h", "--help"),
        flag("show the version", "-V", "--version"));
  }

  /** Returns the text of {@code --help}. */
  static String text() {
    CommandLine commandLine = LogoutArguments.commandLine();
    UsageMessageSpec usage = commandLine.getCommandSpec().usageMessage();
    usage
        .customSynopsis("reglogout [OPTIONS] [SERVER...]")
        .description(
            "",
            "Logs out of container registries: erases their credentials from docker's config file"
                + " and from every credential helper it names, looks again, and exits 0 only if"
                + " nothing is left.",
            "")
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .width(88)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
    return commandLine.getUsageMessage(Ansi.OFF);
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "gone, or nothing was stored (dry run: it could be done)");
    codes.put("1", "a credential remains or may remain (dry run: a step would fail already)");
    codes.put("2", "wrong usage; nothing was done");
    codes.put("3", "with --strict: nothing remains, but access may survive");
    codes.put("130, 143", "interrupted, terminated");
    return codes;
  }

  private static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .arity("0")
        .type(boolean.class)
        .description(description)
        .build();
  }
}
