package dev.reglogout.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code list}, and the text of its {@code --help}. */
final class ListHelp {
  private static final String SERVER =
      "show only what is stored for this registry; none means all registries";

  private ListHelp() {}

  static CommandLine commandLine() {
    return SharedArguments.commandLine("reglogout list", options(), SERVER);
  }

  private static List<OptionSpec> options() {
    return List.of(
        SharedOptions.config(),
        SharedOptions.everywhere(),
        SharedOptions.timeout(),
        SharedOptions.json(),
        SharedOptions.flag("only the registries' names, one a line", "-q", "--quiet"),
        SharedOptions.flag("say also how long calls took", "-v", "--verbose"),
        SharedOptions.help(),
        SharedOptions.version());
  }

  /** Returns the text of {@code --help}. */
  static String text() {
    return SharedOptions.helpText(
        commandLine(),
        "reglogout list [OPTIONS] [SERVER...]",
        "Shows which credentials of container registries are stored, and where: in docker's config"
            + " file, behind every credential helper it names, in DOCKER_AUTH_CONFIG. Never shows"
            + " a secret, and asks no helper for one.",
        exitCodes());
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "shown; with SERVER: something is stored");
    codes.put("1", "nothing is stored for SERVER");
    codes.put("2", "wrong usage");
    codes.put("3", "cannot tell: a store could not be asked, and nothing was found");
    codes.put("130, 143", "interrupted, terminated");
    return codes;
  }
}
