package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListUsageTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine =
        new Machine(directory).config("{\"credsStore\": \"keeper\"}").helper("keeper", "keeper");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--bad             | unknown option: '--bad'",
        "--dry-run         | unknown option: '--dry-run'",
        "-q -v             | --quiet and --verbose exclude each other",
        "--timeout 0       | --timeout '0' is not a number of seconds above 0 and at most 3600",
        "--timeout 3601    | --timeout '3601' is not a number of seconds above 0 and at most 3600",
        "--config=         | --config is empty (an unset variable?)",
        "ghcr.io https://u:p4ss@x | SERVER 'https://u:***@x' is no registry: it has a password in"
            + " it; give a host such as ghcr.io or localhost:5000",
        "list | 'list' is a command: put `list` first, or write `-- list` for a registry of that"
            + " name",
        "ghcr.io doctor | 'doctor' is a command: put `doctor` first, or write `-- doctor` for a"
            + " registry of that name",
      })
  void isToldAndNothingIsDone(String arguments, String message) {
    Machine.Result result = machine.run(("list " + arguments).split(" "));

    assertEquals(
        new Machine.Result(
            2,
            "",
            "reglogout: %s\nreglogout: nothing was done; try `reglogout list --help`\n"
                .formatted(message)),
        result);
    assertTrue(machine.calls().isEmpty());
  }

  @Test
  void isADocumentIfJsonWasAskedFor() {
    assertEquals(
        """
        {
          "version": 1,
          "error": "unknown option: '--bad'",
          "exitCode": 2
        }
        """,
        machine.run("list", "--bad", "--json").out());
    assertEquals("", machine.run("list", "--bad", "--", "--json").out());
  }

  @Test
  void afterTwoDashesACommandsWordIsARegistry() {
    machine.config("{}");
    assertEquals("Nothing is stored for list.\n", machine.run("list", "--", "list").out());
    assertEquals("Not logged in to list\n", machine.run("--", "list").out());
  }

  @Test
  void helpIsOfTheCommand() {
    Machine.Result result = machine.run("list", "--help");

    assertEquals(0, result.exit());
    assertTrue(result.out().startsWith("Usage: reglogout list [OPTIONS] [SERVER...]\n"));
    assertTrue(
        result
            .out()
            .contains(
                "  3          cannot tell: a store could not be asked, and nothing was found\n"));
    assertFalse(result.out().contains("--strict"));
    assertEquals(result, machine.run("help", "list"));
    assertEquals(result, machine.run("list", "-h"));
    assertTrue(machine.run("help").out().startsWith("Usage: reglogout [OPTIONS]"));
    assertTrue(result.out().lines().allMatch(line -> line.length() <= 88));
  }

  @Test
  void theVersionIsTheProgrammes() {
    assertEquals(machine.run("--version"), machine.run("list", "-V"));
  }
}
