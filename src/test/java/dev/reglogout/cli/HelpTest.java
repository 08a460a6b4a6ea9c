package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help", "help help", "help --help", "help -h"})
  void helpIsPrintedOnStdout(String arguments) {
    Machine.Result result = machine.run(arguments.split(" "));

    assertEquals(0, result.exit());
    assertTrue(result.out().startsWith("Usage: reglogout [OPTIONS] [SERVER...]\n"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void helpShowsEveryOptionWithAllItsNames() {
    String help = machine.run("--help").out();

    for (OptionSpec option : LogoutHelp.options()) {
      for (String name : option.names()) {
        assertTrue(help.contains(name), name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-n, --dry-run", "--config=PATH", "--timeout=SECONDS", "--strict", "--json", "-q, --quiet",
        "-v, --verbose", "-h, --help", "-V, --version", "SERVER", "$DOCKER_CONFIG", "$HOME/.docker"
      })
  void helpNamesWhatAUserLooksFor(String text) {
    String help = machine.run("--help").out();

    assertTrue(help.contains(text), help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2", "3", "130, 143"})
  void helpExplainsEveryExitCode(String code) {
    String codes = machine.run("--help").out().split("Exit codes:\n")[1];

    assertTrue(codes.lines().anyMatch(line -> line.strip().startsWith(code + " ")), codes);
  }

  @Test
  void helpFitsIntoATerminal() {
    assertTrue(machine.run("--help").out().lines().allMatch(line -> line.length() <= 88));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionIsThatOfTheBuild(String argument) {
    Machine.Result result = machine.run(argument);

    assertEquals(0, result.exit());
    assertTrue(
        result.out().matches("reglogout \\d+\\.\\d+\\.\\d+(-[A-Za-z0-9.]+)?\n"), result.out());
  }
}
