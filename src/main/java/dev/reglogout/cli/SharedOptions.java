package dev.reglogout.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** The options that several commands have, and the form of their {@code --help}. */
final class SharedOptions {
  private SharedOptions() {}

  static OptionSpec config() {
    return OptionSpec.builder("--config")
        .paramLabel("PATH")
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(
            "a config directory or file; may be repeated (default: $DOCKER_CONFIG, else"
                + " $HOME/.docker)")
        .build();
  }

  static OptionSpec everywhere() {
    return flag("also podman's and Helm's files", "--everywhere");
  }

  static OptionSpec timeout() {
    return OptionSpec.builder("--timeout")
        .paramLabel("SECONDS")
        .arity("1")
        .type(String.class)
        .description("limit of one helper call, at most 3600 (default: 30)")
        .build();
  }

  static OptionSpec json() {
    return flag("one JSON document on stdout (docs/json.md)", "--json");
  }

  static OptionSpec help() {
    return flag("show this help", "-h", "--help");
  }

  static OptionSpec version() {
    return flag("show the version", "-V", "--version");
  }

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .arity("0")
        .type(boolean.class)
        .description(description)
        .build();
  }

  /** Returns the text of {@code --help}. */
  static String helpText(
      CommandLine commandLine, String synopsis, String description, Map<String, String> exitCodes) {
    commandLine
        .getCommandSpec()
        .usageMessage()
        .customSynopsis(synopsis)
        .description("", description, "")
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .width(88)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes);
    return commandLine.getUsageMessage(Ansi.OFF);
  }
}
