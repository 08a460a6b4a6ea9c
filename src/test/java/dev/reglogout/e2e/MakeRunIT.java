package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code make run} once all is built: the program's words, and none of make's. */
class MakeRunIT {
  @TempDir Path directory;
  private Path tree;
  private final Map<String, String> variables =
      new HashMap<>(Map.of("PATH", "/usr/bin:/bin", "REGLOGOUT_JDK_FOLDERS", "", "CODE", "0"));

  /** The program here prints its arguments and the folder it is in. */
  @BeforeEach
  void setUpABuiltTree() throws IOException {
    tree = Files.createDirectory(directory.resolve("Mein Projekt ü"));
    ImageTest.succeeds(
        "cp", "-a", "--parents", "Makefile", "pom.xml", "src/build", "src/image", tree.toString());
    Files.createDirectories(tree.resolve("src/main"));
    Files.createDirectories(tree.resolve("helpers-fixtures"));
    Path program = tree.resolve("target/image/bin/reglogout");
    Files.createDirectories(program.getParent());
    Files.createFile(tree.resolve("target/reglogout.jar"));
    Files.writeString(
        program,
        """
        #!/bin/sh
        printf '<%s>' "$@"
        pwd
        echo words of its own >&2
        exit "$CODE"
        """);
    assertTrue(program.toFile().setExecutable(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2", "3", "130"})
  void itEndsWithNothingButTheProgramsWordsAndSaysWhetherAllWentWell(String code) {
    variables.put("CODE", code);

    Program.Result result = make("run", "ARGS=-n 'a b' \"c\"");

    assertEquals("<-n><a b><c>" + tree + "\n", result.out());
    assertEquals("words of its own\n", result.err());
    assertEquals(code.equals("0") ? 0 : 1, result.exit());
    assertEquals(2, ImageTest.names(tree.resolve("target")).size(), "no file is left");
  }

  @Test
  void withoutArgumentsItShowsTheHelp() {
    assertEquals("<--help>" + tree + "\n", make("run").out());
    assertEquals("<--help>" + tree + "\n", make("run", "ARGS=").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghcr.io", "list"})
  void argumentsInTheWrongPlaceAreToldTheirPlace(String word) {
    Program.Result result = make("run", word);

    assertEquals(2, result.exit());
    assertEquals("", result.out());
    assertTrue(result.err().contains("in ARGS: make run ARGS='" + word + "'"), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void makesOwnDryRunRunsNothing() {
    Program.Result result = make("-n", "run", "ARGS=ghcr.io");

    assertEquals(0, result.exit());
    assertFalse(result.out().contains("<ghcr.io>"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void theScriptBehindItWorksFromAnyFolderAndHandsTheCodeOn() {
    variables.put("CODE", "3");
    Path script = tree.resolve("src/build/run.sh");

    Program.Result result =
        ImageTest.inside(directory, new Program(List.of("sh", script.toString())))
            .run(variables, "--strict", "ghcr.io");

    assertEquals(3, result.exit());
    assertEquals("<--strict><ghcr.io>" + directory + "\n", result.out());
    assertEquals("words of its own\n", result.err());
  }

  private Program.Result make(String... arguments) {
    List<String> words = new ArrayList<>(List.of("make"));
    words.addAll(List.of(arguments));
    return ImageTest.inside(tree, new Program(words)).run(variables);
  }
}
