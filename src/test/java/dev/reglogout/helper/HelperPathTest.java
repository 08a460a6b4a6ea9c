package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelperPathTest {
  private static final String SCRIPT = "#!/bin/sh\nexit 0\n";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/b",
        "/bin/sh",
        "a\\b",
        "a b",
        " a",
        "a ",
        " ",
        "-a",
        "--list",
        ".",
        "..",
        ".a",
        "_a",
        "a;b",
        "a$b",
        "a\nb",
        "a\n",
        "a\u0000b",
        "ä",
        "a\u202Eb"
      })
  void aPathOrAnOptionIsNoHelpersName(String name) throws IOException {
    program(directory.resolve("docker-credential-a"), SCRIPT);

    StoreException thrown = refused(path(directory.toString()), name);

    assertEquals("helper-name-invalid", thrown.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pass", "ecr-login", "a", "0", "A.b_c-d", "desktop.exe", "a..b"})
  void aPlainNameIsLookedUp(String name) throws Exception {
    Path program = program(directory.resolve("docker-credential-" + name), SCRIPT);

    assertEquals(program, path(directory.toString()).find(new HelperName(name)));
  }

  @Test
  void theFirstDirectoryThatHasAnExecutableOneWins() throws Exception {
    Files.createDirectories(directory.resolve("a/docker-credential-x"));
    notExecutable(directory.resolve("b/docker-credential-x"));
    Path third = program(directory.resolve("c/docker-credential-x"), SCRIPT);
    program(directory.resolve("d/docker-credential-x"), SCRIPT);

    Path found = path(in("a"), in("nowhere"), in("b"), in("c"), in("d")).find(new HelperName("x"));

    assertEquals(third, found);
  }

  @Test
  void aNameThatBeginsWithThePrefixIsSaidToBeTooLong() throws IOException {
    StoreException thrown = refused(path(directory.toString()), "docker-credential-pass");

    assertEquals("helper-not-installed", thrown.reason());
    assertEquals("write only what follows docker-credential-: \"pass\"", thrown.advice());
  }

  @Test
  void anEmptyPathFindsNothing() {
    HelperPath none = new HelperPath(Environment.of(Map.of(), Os.LINUX));

    assertEquals("helper-not-installed", refused(none, "x").reason());
    assertFalse(none.has("sh"));
  }

  @Test
  void whatIsNowhereIsNotInstalled() {
    StoreException thrown = refused(path(directory.toString()), "x");

    assertEquals("helper-not-installed", thrown.reason());
    assertEquals("it is not installed", thrown.getMessage());
  }

  @Test
  void anEmptyPathEntryDoesNotCount() {
    StoreException thrown = refused(path("", directory.toString()), "x");

    assertEquals("it is not installed", thrown.getMessage());
  }

  @Test
  void aRelativePathEntryDoesNotCountAndTheMessageSaysWhereTheHelperWasSeen() throws IOException {
    // the only directory that is sure to be below the one the tests run in
    Path below = Files.createDirectories(Path.of("target/relative-path-entry"));
    Path program = program(below.resolve("docker-credential-x"), SCRIPT);
    try {
      StoreException thrown = refused(path(below.toString(), directory.toString()), "x");

      assertEquals("helper-not-installed", thrown.reason());
      assertEquals(
          "it is only in 'target/relative-path-entry', and relative PATH entries do not count",
          thrown.getMessage());
      assertFalse(path(below.toString()).has("docker-credential-x"));
    } finally {
      Files.delete(program);
      Files.delete(below);
    }
  }

  @Test
  void oneThatLacksTheRunBitIsNamedWithItsPath() throws IOException {
    Path program = notExecutable(directory.resolve("docker-credential-x"));

    StoreException thrown = refused(path(directory.toString()), "x");

    assertEquals("helper-not-executable", thrown.reason());
    assertEquals(program + " is not executable", thrown.getMessage());
  }

  @Test
  void aDirectoryOfThatNameIsNoProgram() throws IOException {
    Files.createDirectory(directory.resolve("docker-credential-x"));

    assertEquals("helper-not-installed", refused(path(directory.toString()), "x").reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "exit 0\n", "# !/bin/sh\n", " #!/bin/sh\n", "#"})
  void anEmptyOrATextFileIsRefusedBecauseTheShellWouldRunIt(String text) throws IOException {
    Path program = program(directory.resolve("docker-credential-x"), text);

    StoreException thrown = refused(path(directory.toString()), "x");

    assertEquals("helper-bad-format", thrown.reason());
    assertEquals(program + " is no program (exec format error)", thrown.getMessage());
  }

  @Test
  void aBinaryIsAProgram() throws Exception {
    Path program = program(directory.resolve("docker-credential-x"), "\u007fELF\u0002\u0001\u0000");

    assertEquals(program, path(directory.toString()).find(new HelperName("x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/nonexistent/interpreter",
        "#!/nonexistent/interpreter -e\n",
        "#! /nonexistent/interpreter\n",
        "#!/bin/sh\r\n",
        "#!/bin/\u0000sh\n"
      })
  void aMissingInterpreterIsTheCauseAndNotAMissingHelper(String text) throws IOException {
    program(directory.resolve("docker-credential-x"), text);

    StoreException thrown = refused(path(directory.toString()), "x");

    assertEquals("helper-bad-interpreter", thrown.reason());
    assertTrue(thrown.getMessage().startsWith("its interpreter /"), thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/bin/sh", "#! /bin/sh -e\n", "#!\t/usr/bin/env sh\n", "#!/bin/sh  \n"})
  void aScriptWithAnInterpreterIsAProgram(String text) throws Exception {
    Path program = program(directory.resolve("docker-credential-x"), text);

    assertEquals(program, path(directory.toString()).find(new HelperName("x")));
  }

  @Test
  void withoutItsEndingAHelperIsNotFoundWhereEndingsMeanNothing() throws IOException {
    program(directory.resolve("docker-credential-pass.exe"), SCRIPT);

    assertEquals("helper-not-installed", refused(path(directory.toString()), "pass").reason());
  }

  private HelperPath path(String... entries) {
    return new HelperPath(Environment.of(Map.of("PATH", String.join(":", entries)), Os.LINUX));
  }

  private String in(String name) {
    return directory.resolve(name).toString();
  }

  private static StoreException refused(HelperPath path, String name) {
    return assertThrows(StoreException.class, () -> path.find(new HelperName(name)));
  }

  private static Path program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  private static Path notExecutable(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, SCRIPT);
  }
}
