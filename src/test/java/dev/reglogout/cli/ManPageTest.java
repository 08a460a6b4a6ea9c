package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;

/** The manual says what the program's own help says: all of it, and nothing else. */
class ManPageTest {
  private static final Path PAGE = Path.of("src/man/reglogout.1");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[A-Za-z][A-Za-z-]*");

  private final String page = Machine.read(PAGE);

  @Test
  void eachCommandHasASectionOfExactlyItsOptions() {
    for (CommandModel command : CommandModel.ALL) {
      Set<String> expected = new TreeSet<>();
      for (OptionSpec option : command.parser().get().getCommandSpec().options()) {
        expected.addAll(List.of(option.names()));
      }

      assertEquals(expected, described(command), command.name());
    }
  }

  @Test
  void optionsThatTakeAValueAreShownWithIt() {
    for (CommandModel command : CommandModel.ALL) {
      for (OptionSpec option : command.parser().get().getCommandSpec().options()) {
        if (option.arity().max() > 0) {
          String shown = option.longestName().replace("-", "\\-") + "= " + option.paramLabel();
          assertTrue(section(command).contains("\n.BI " + shown + "\n"), shown);
        }
      }
    }
  }

  @Test
  void theSynopsisShowsEveryCommand() {
    String synopsis = page.split("\\.SH SYNOPSIS\n")[1].split("\n\\.SH ")[0];
    Set<String> shown = new TreeSet<>();
    Matcher matcher = Pattern.compile("(?m)^\\.B reglogout ?(\\w*)$").matcher(synopsis);
    while (matcher.find()) {
      shown.add(matcher.group(1));
    }
    Set<String> expected = new TreeSet<>(Set.of("help"));
    CommandModel.ALL.forEach(command -> expected.add(command.name()));

    assertEquals(expected, shown);
  }

  @Test
  void noOptionIsMentionedAnywhereThatNoCommandHas() {
    Set<String> known = new TreeSet<>();
    for (CommandModel command : CommandModel.ALL) {
      command.parser().get().getCommandSpec().options().stream()
          .flatMap(option -> Arrays.stream(option.names()))
          .forEach(known::add);
    }

    Set<String> mentioned = options(page);
    mentioned.removeAll(known);

    assertEquals(Set.of(), mentioned);
  }

  @Test
  void everyExitCodeOfTheHelpIsExplained() {
    String codes = page.split("\\.SH EXIT STATUS\n")[1].split("\n\\.SH ")[0];

    for (String code : List.of("0", "1", "2", "3", "130", "143")) {
      assertTrue(Pattern.compile("(?m)^\\.BR? .*\\b" + code + "\\b").matcher(codes).find(), code);
    }
  }

  @ParameterizedTest
  @CsvSource({"mandoc, mandoc -T lint", "groff, groff -man -Tutf8 -ww -z"})
  void theReadersOfManualsHaveNothingToSayAgainstIt(String program, String command) {
    RealHelpers.require(program);
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add(PAGE.toAbsolutePath().toString());

    RealHelpers.Result result =
        RealHelpers.run(
            Map.of("PATH", System.getenv("PATH"), "LC_ALL", "C.UTF-8"),
            "",
            words.toArray(String[]::new));

    assertEquals(new RealHelpers.Result(0, "", ""), result);
  }

  private String section(CommandModel command) {
    String title = command == CommandModel.LOGOUT ? "A LOGOUT" : command.name().toUpperCase();
    return page.split("\\.SH OPTIONS OF " + title + "\n")[1].split("\n\\.SH ")[0];
  }

  /** Returns the options that have an entry of their own in a section. */
  private Set<String> described(CommandModel command) {
    Set<String> options = new TreeSet<>();
    for (String entry : section(command).split("(?m)^\\.TP\n")) {
      String first = entry.lines().findFirst().orElse("");
      options.addAll(options(first));
    }
    return options;
  }

  private static Set<String> options(String troff) {
    Set<String> options = new TreeSet<>();
    Matcher matcher = OPTION.matcher(troff.replace("\\-", "-"));
    while (matcher.find()) {
      options.add(matcher.group());
    }
    return options;
  }
}
