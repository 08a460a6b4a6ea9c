package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLocationsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LINUX   | /h | /p |    | /h/.docker/config.json | DEFAULT
          MACOS   | /h | /p |    | /h/.docker/config.json | DEFAULT
          WINDOWS | /h | /p |    | /p/.docker/config.json | DEFAULT
          LINUX   | /h | /p | '' | /h/.docker/config.json | DEFAULT
          LINUX   | /h | /p | /d | /d/config.json         | VARIABLE
          WINDOWS | /h | /p | /d | /d/config.json         | VARIABLE
          LINUX   | '' | /p | /d | /d/config.json         | VARIABLE
          LINUX   | /h | /p | d  | d/config.json          | VARIABLE
          """)
  void dockersFileIsInTheNamedDirectoryElseInTheHome(
      Os os, String home, String profile, String named, Path path, Origin origin) throws Exception {
    Map<String, String> variables =
        named == null
            ? Map.of("HOME", home, "USERPROFILE", profile)
            : Map.of("HOME", home, "USERPROFILE", profile, "DOCKER_CONFIG", named);

    LoginFile location = ConfigLocations.ofDocker(Environment.of(variables, os));

    assertEquals(new LoginFile(path, Tool.DOCKER, origin, DockerFormat.INSTANCE), location);
  }

  @Test
  void withoutAHomeItIsToldWhatToDo() {
    StoreException thrown =
        assertThrows(
            StoreException.class,
            () -> ConfigLocations.ofDocker(Environment.of(Map.of(), Os.LINUX)));

    assertEquals("no-home", thrown.reason());
    assertEquals("name the file or its directory with --config", thrown.advice());
  }

  @Test
  void aNamedDirectoryMeansTheConfigFileInItEvenIfThatIsNotThere() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory);

    assertEquals(option("config.json"), ConfigLocations.named(directory.toString()));
    assertEquals(
        new LoginFile(
            link.resolve("config.json"), Tool.DOCKER, Origin.OPTION, DockerFormat.INSTANCE),
        ConfigLocations.named(link.toString()));
  }

  @Test
  void aNamedFileIsThatFile() throws Exception {
    Files.writeString(directory.resolve("other.json"), "{}");

    assertEquals(
        option("other.json"), ConfigLocations.named(directory.resolve("other.json").toString()));
  }

  @Test
  void aFileNamedAuthJsonIsPodmans() throws Exception {
    Files.writeString(directory.resolve("auth.json"), "{}");

    assertEquals(
        new LoginFile(
            directory.resolve("auth.json"), Tool.PODMAN, Origin.OPTION, DockerFormat.INSTANCE),
        ConfigLocations.named(directory.resolve("auth.json").toString()));
  }

  @Test
  void aNamedLinkThatPointsNowhereIsAFileThatIsNotThereYet() throws Exception {
    Files.createSymbolicLink(directory.resolve("link.json"), Path.of("nowhere"));

    assertEquals(
        option("link.json"), ConfigLocations.named(directory.resolve("link.json").toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "missing/config.json"})
  void aNamedPathThatIsNotThereIsRefused(String path) {
    StoreException thrown =
        assertThrows(
            StoreException.class, () -> ConfigLocations.named(directory.resolve(path).toString()));

    assertEquals("config-missing", thrown.reason());
  }

  @Test
  void aNamedPathThatCannotBeLookedAtIsRefusedWithTheCause() throws Exception {
    Files.writeString(directory.resolve("file"), "{}");
    String through = directory.resolve("file").resolve("config.json").toString();

    StoreException thrown =
        assertThrows(StoreException.class, () -> ConfigLocations.named(through));

    assertEquals(
        "--config " + through + " cannot be looked at: not a directory", thrown.getMessage());
  }

  @Test
  void aPathThatIsNoneIsRefused() {
    StoreException thrown = assertThrows(StoreException.class, () -> ConfigLocations.named("a\0b"));

    assertEquals("path-invalid", thrown.reason());
  }

  private LoginFile option(String name) {
    return new LoginFile(
        directory.resolve(name), Tool.DOCKER, Origin.OPTION, DockerFormat.INSTANCE);
  }
}
