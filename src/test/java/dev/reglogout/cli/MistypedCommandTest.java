package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command with a slip in it is logged out of as a registry: that is said. */
class MistypedCommandTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");
  }

  @ParameterizedTest
  @CsvSource({
    "lst, list",
    "lsit, list",
    "LIST, list",
    "doctr, doctor",
    "dcotor, doctor",
    "explian, explain",
    "completions, completion",
    "hlp, help",
  })
  void isToldHowTheCommandIsWritten(String word, String command) {
    Machine.Result result = machine.run(word);

    assertEquals(0, result.exit());
    assertTrue(result.out().startsWith("Not logged in to "), result.out());
    assertEquals(
        "reglogout: '%s' was taken for a registry; for the command write `reglogout %s`\n"
            .formatted(word, command),
        result.err());
  }

  @Test
  void alsoWhereARegistryFollowsThatWasLoggedOutOf() {
    Machine.Result result = machine.run("lst", "ghcr.io");

    assertEquals(0, result.exit());
    assertEquals("{\"auths\": {}}", machine.configText());
    assertTrue(result.err().endsWith("`reglogout list`\n"), result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test",
        "localhost",
        "registry",
        "list.io",
        "lst:5000",
        "-- lst",
        "ghcr.io lst",
        "-q lst",
        "lst -q",
        "lst --json",
        ""
      })
  void isNotSuspectedOfWhatIsARegistry(String arguments) {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");

    assertEquals("", machine.run(words).err());
  }

  @Test
  void isNotSuspectedWhereSomethingWasStored() {
    machine.config("{\"auths\": {\"lst\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("lst");

    assertEquals(0, result.exit());
    assertEquals("", result.err());
    assertEquals("{\"auths\": {}}", machine.configText());
  }

  @Test
  void costsAnOrdinaryLogoutNothing() throws IOException {
    String ordinary = loaded("ghcr.io");

    assertFalse(ordinary.contains("MistypedCommand"));
    assertFalse(ordinary.contains("EditDistance"));
    assertFalse(ordinary.contains("CommandModel"));
    assertTrue(loaded("lst").contains("MistypedCommand"));
  }

  /** Runs the program in a JVM of its own, and returns what it loads. */
  private String loaded(String server) throws IOException {
    Path log = directory.resolve("classes.log");
    Map<String, String> variables = new HashMap<>(machine.variables());
    variables.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
    Machine.Result result =
        ProgramProcess.run(List.of(), List.of(server), variables, directory.resolve("classes"));
    assertEquals(0, result.exit(), result.err());
    return Files.readString(log);
  }
}
