package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar alone, with the Java the tests run on. */
class JarIT extends EndToEnd {
  private Path folder;
  private Path jar;

  @BeforeEach
  void copyTheJarAlone() throws IOException {
    folder = Files.createDirectory(directory.resolve("a folder"));
    jar = Files.copy(Path.of("target/reglogout.jar"), folder.resolve("of its own.jar"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a folder", "home"})
  void itWorksWithNothingBesideIt(String from) {
    machine
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", "s3cret");

    Program.Result result = java(from, "-jar", jar.toString(), "ghcr.io");

    assertEquals(
        """
        Removing login credentials for ghcr.io
          removed ghcr.io from %s
          erased ghcr.io from docker-credential-keeper
        """
            .formatted(machine.config()),
        result.out());
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    assertFalse(machine.holds("ghcr.io"));
    assertEquals(List.of("of its own.jar"), List.of(folder.toFile().list()));
  }

  @Test
  void whatItSaysOfFailuresIsInItToo() {
    machine.config("{\"credsStore\": \"nowhere\"}");

    Program.Result result = java("home", "-jar", jar.toString(), "ghcr.io");

    assertEquals(1, result.exit());
    String message =
        "reglogout: ghcr.io may remain in docker-credential-nowhere: it is not installed";
    assertEquals(
        message, result.err().substring(0, Math.min(message.length(), result.err().length())));
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "LANG, C", "LC_ALL, POSIX"})
  void whereJavaCannotReadTheLettersOfAPathItWorksAllTheSame(String locale, String value)
      throws IOException {
    Path home = Files.createDirectories(directory.resolve("Häuser/größer 日本"));
    Path config = home.resolve("config.json");
    machine
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", "s3cret")
        .write(
            config, "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"keeper\"}");
    Map<String, String> variables = variables();
    List.of("LANG", "LC_ALL", "LC_CTYPE").forEach(variables::remove);
    variables.put("HOME", home.toString());
    if (locale != null) {
      variables.put(locale, value);
    }

    Program.Result result =
        inside(home, variables, "-jar", jar.toString(), "--config", "../größer 日本", "ghcr.io");

    assertEquals("", result.err());
    assertEquals(
        """
        Removing login credentials for ghcr.io
          removed ghcr.io from %s
          erased ghcr.io from docker-credential-keeper
        """
            .formatted("../größer 日本/config.json"),
        result.out());
    assertEquals(0, result.exit());
    assertFalse(machine.holds("ghcr.io"));
    assertFalse(Machine.read(config).contains("ghcr.io"));
  }

  @Test
  void anArgumentWithSuchLettersIsReadAndItsExitCodeIsKept() {
    Map<String, String> variables = variables();
    List.of("LANG", "LC_ALL", "LC_CTYPE").forEach(variables::remove);

    Program.Result result =
        inside(folder, variables, "-jar", jar.toString(), "größer.example.com", "a b");

    assertEquals(2, result.exit());
    assertTrue(result.err().contains("a b"), result.err());
    Program.Result none = inside(folder, variables, "-jar", jar.toString(), "größer.example.com");
    assertEquals("Not logged in to größer.example.com\n", none.out());
    assertEquals(0, none.exit());
  }

  private Program.Result inside(Path from, Map<String, String> variables, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Program(List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", from.toString(), java))
        .run(variables, arguments);
  }

  private Program.Result java(String from, String... arguments) {
    return inside(directory.resolve(from), variables(), arguments);
  }
}
