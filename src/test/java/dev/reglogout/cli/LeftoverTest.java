package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a killed run has left beside a file, where the next one has nothing to cut. */
class LeftoverTest {
  private static final String KEPT = "{\"auths\": {\"kept.example.com\": {\"auth\": \"dTpw\"}}}";
  private static final String LEFT =
      "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"kept.example.com\": {\"auth\": \"dTpw\"}}}";

  @TempDir Path directory;
  private Machine machine;
  private Path leftover;

  @BeforeEach
  void setUp() throws IOException {
    machine = new Machine(directory).config(KEPT);
    leftover = machine.configDirectory().resolve(".config.json.reglogout-12-3456.tmp");
    Files.writeString(leftover, LEFT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghcr.io", "docker.io", "nothing.example.com"})
  void isClearedByALogoutOfWhatIsNotLoggedIn(String server) throws IOException {
    Object before = identity();

    Machine.Result result = machine.run(server);

    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().startsWith("Not logged in"), result.out());
    assertEquals(List.of("config.json"), names());
    assertEquals(before, identity());
  }

  @Test
  void isClearedThroughALinkBesideTheFileItself() throws IOException {
    Path linked = directory.resolve("linked");
    Files.createDirectory(linked);
    Files.createSymbolicLink(linked.resolve("config.json"), machine.config());

    machine.run("--config", linked.toString(), "ghcr.io");

    assertEquals(List.of("config.json"), names());
    assertTrue(Files.isSymbolicLink(linked.resolve("config.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dry-run ghcr.io", "list", "doctor"})
  void staysWhereNothingMayBeChanged(String arguments) throws IOException {
    machine.run(arguments.split(" "));

    assertTrue(Files.exists(leftover));
  }

  @Test
  void besideAFileThatIsNoJsonStaysToo() throws IOException {
    machine.config("{\"auths\": {");

    machine.run("ghcr.io");

    assertEquals(List.of(leftover.getFileName().toString(), "config.json"), names());
  }

  @Test
  void whereNoneIsNoFileIsEvenOpenedToBeChanged() throws IOException {
    Files.delete(leftover);
    Object directoryBefore = Files.getLastModifiedTime(machine.configDirectory());

    machine.run("ghcr.io");

    assertEquals(directoryBefore, Files.getLastModifiedTime(machine.configDirectory()));
    assertFalse(Files.exists(leftover));
  }

  private Object identity() throws IOException {
    return List.of(
        Files.getAttribute(machine.config(), "unix:ino"),
        Files.getLastModifiedTime(machine.config()));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(machine.configDirectory())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
