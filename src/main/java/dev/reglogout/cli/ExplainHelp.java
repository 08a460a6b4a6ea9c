package dev.reglogout.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code explain}, and the text of its {@code --help}. */
final class ExplainHelp {
  /** The helpers that a shell offers behind {@code --helper}. */
  static final List<String> HELPERS =
      List.of(
          "desktop",
          "osxkeychain",
          "wincred",
          "pass",
          "secretservice",
          "ecr-login",
          "gcloud",
          "gcr",
          "acr-env");

  private static final String TEXT =
      "the message, quoted or not, or an id such as helper-not-installed; none means stdin";

  private ExplainHelp() {}

  static CommandLine commandLine() {
    return SharedArguments.commandLine("reglogout explain", options(), "TEXT", TEXT);
  }

  private static List<OptionSpec> options() {
    return List.of(
        OptionSpec.builder("--helper")
            .paramLabel("NAME")
            .arity("1")
            .type(String.class)
            .description("docker-credential-NAME said it, or was to be called")
            .build(),
        SharedOptions.flag("show every known message, one a line", "--list"),
        SharedOptions.json(),
        SharedOptions.help(),
        SharedOptions.version());
  }

  /** Returns the text of {@code --help}. */
  static String text() {
    return SharedOptions.helpText(
        commandLine(),
        "reglogout explain [OPTIONS] [TEXT...]",
        "Says what an error message of docker, podman, a credential helper or reglogout means: for"
            + " a logout, what to do about it, and what not to do. Paste all of it, with whatever"
            + " is wrapped around it: where other programs say the same words, that tells whether a"
            + " helper said them. Nothing is changed, and nothing of the text is shown.",
        exitCodes());
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "explained, if only with an if");
    codes.put("1", "the text is not known");
    codes.put("2", "wrong usage, or no text");
    codes.put("130, 143", "interrupted, terminated");
    return codes;
  }
}
