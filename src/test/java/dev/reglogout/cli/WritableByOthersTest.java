package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -v} tells of helpers beside the results. */
class WritableByOthersTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void aHelperOutOfADirectoryThatEveryoneMayWriteToIsNamedOnceAndWithVerboseAlone()
      throws IOException {
    machine.config("{\"credsStore\": \"keeper\"}").keeper("keeper", "ghcr.io");
    mode(machine.bin(), "rwxrwxrwx");

    List<String> verbose = machine.run("-v", "ghcr.io").err().lines().toList();
    String plain = machine.run("ghcr.io").err();

    Path program = machine.bin().resolve("docker-credential-keeper");
    String told =
        "  docker-credential-keeper is %s, and everyone may write to %s: anybody could have put it there"
            .formatted(program, machine.bin());
    assertEquals(1, verbose.stream().filter(told::equals).count(), verbose::toString);
    assertEquals("", plain);
  }

  @Test
  void soIsAFileOrALinksTargetOrAnUpperDirectoryThatEveryoneMayWriteTo() throws IOException {
    machine.config("{\"credsStore\": \"x\"}");
    Path program = Files.createDirectories(directory.resolve("a/b")).resolve("target");
    Files.writeString(program, "#!/bin/sh\necho '{}'\n");
    Files.createSymbolicLink(machine.bin().resolve("docker-credential-x"), program);

    mode(program, "rwxrwxrwx");
    assertTold(program);
    mode(program, "rwxr-xr-x");
    mode(directory.resolve("a"), "rwxrwxrwx");
    assertTold(directory.resolve("a"));
    mode(directory.resolve("a"), "rwxr-xr-x");
    assertFalse(machine.run("-v", "ghcr.io").err().contains("everyone"));
  }

  private void assertTold(Path open) throws IOException {
    String err = machine.run("-v", "ghcr.io").err();
    assertTrue(err.contains(", and everyone may write to " + open.toRealPath() + ":"), err);
  }

  @Test
  void aHelpersNameThatActsOnATerminalIsWrittenOut() {
    machine.config("{\"credsStore\": \"a\\u001b[31m\\u0007\"}");

    Machine.Result result = machine.run("-v", "ghcr.io");

    assertTrue(result.err().contains("  docker-credential-a\\u001b[31m\\u0007 list: "));
    assertFalse(result.err().contains("\u001b"), result::toString);
  }

  private static void mode(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
