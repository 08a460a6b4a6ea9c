package dev.reglogout.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code doctor}, and the text of its {@code --help}. */
final class DoctorHelp {
  private DoctorHelp() {}

  static CommandLine commandLine() {
    // a SERVER is read, so that it can be refused with a word that helps; the help does not name it
    return SharedArguments.commandLine("reglogout doctor", options(), null);
  }

  private static List<OptionSpec> options() {
    return List.of(
        SharedOptions.config(),
        SharedOptions.everywhere(),
        SharedOptions.timeout(),
        SharedOptions.flag(
            "have each helper store, tell and erase a throw-away entry", "--round-trip"),
        SharedOptions.json(),
        SharedOptions.flag(
            "say also where helpers are, how long calls took, and the id of each finding",
            "-v",
            "--verbose"),
        SharedOptions.help(),
        SharedOptions.version());
  }

  /** Returns the text of {@code --help}. */
  static String text() {
    return SharedOptions.helpText(
        commandLine(),
        "reglogout doctor [OPTIONS]",
        "Checks docker's config file and every credential helper it names: what does not work, what"
            + " gives a secret away, what docker does not take as it was meant, and what to do about"
            + " it. Changes nothing and reads no secret from a helper; --round-trip alone stores an"
            + " entry of its own and erases it again.",
        exitCodes());
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "no problem; there may be warnings");
    codes.put("1", "at least one problem");
    codes.put("2", "wrong usage; nothing was done");
    codes.put("130, 143", "interrupted, terminated");
    return codes;
  }
}
