package dev.reglogout.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a logout, and the text of {@code --help}. */
final class LogoutHelp {
  static final String SERVER =
      "a registry: ghcr.io, localhost:5000, https://host/v2/; none means Docker Hub";

  private LogoutHelp() {}

  /** Returns new options, in the order they are shown. */
  static List<OptionSpec> options() {
    return List.of(
        SharedOptions.flag("every registry that is found; asks first on a terminal", "-a", "--all"),
        SharedOptions.flag("with --all: do not ask", "-y", "--yes"),
        SharedOptions.flag("say what would be done, and change nothing", "-n", "--dry-run"),
        SharedOptions.config(),
        SharedOptions.everywhere(),
        OptionSpec.builder("--only-user")
            .paramLabel("NAME")
            .arity("1")
            .type(String.class)
            .description("only where the stored user name is NAME; others' entries are left")
            .build(),
        SharedOptions.flag(
            "do not revoke Docker Hub's sign-in at Docker: no network at all", "--no-revoke"),
        SharedOptions.timeout(),
        SharedOptions.flag("exit 3 where 0 would be, but access may survive", "--strict"),
        SharedOptions.json(),
        SharedOptions.flag("say only what remains or failed", "-q", "--quiet"),
        SharedOptions.flag(
            "say also where nothing was found, and how long calls took", "-v", "--verbose"),
        SharedOptions.help(),
        SharedOptions.version());
  }

  /** Returns the text of {@code --help}. */
  static String text() {
    return SharedOptions.helpText(
        LogoutArguments.commandLine(),
        "reglogout [OPTIONS] [SERVER...]" + otherCommands(),
        "Logs out of container registries: erases their credentials from docker's config file"
            + " and from every credential helper it names, looks again, and exits 0 only if"
            + " nothing is left. `reglogout explain` says what an error message means.",
        exitCodes());
  }

  private static String otherCommands() {
    StringBuilder lines = new StringBuilder();
    for (CommandModel command : CommandModel.ALL) {
      if (command != CommandModel.LOGOUT) {
        lines.append("%%n       reglogout %-14s%s".formatted(command.name(), command.summary()));
      }
    }
    return lines + "%n       reglogout help COMMAND  more about one of these";
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
}
