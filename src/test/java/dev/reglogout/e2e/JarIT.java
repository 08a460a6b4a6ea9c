package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  private Program.Result java(String from, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String there = directory.resolve(from).toString();
    return new Program(List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", there, java))
        .run(variables(), arguments);
  }
}
