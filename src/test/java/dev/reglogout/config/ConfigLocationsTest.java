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

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "caf\ufffd"})
  void aPathThatNoFileCanHaveIsRefused(String text) {
    StoreException thrown = assertThrows(StoreException.class, () -> ConfigLocations.named(text));

    assertEquals("path-invalid", thrown.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOCKER_CONFIG", "HOME"})
  void aVariableWhoseBytesAreNoTextIsNotTakenForAFileThatIsNotThere(String variable) {
    Environment environment = Environment.of(Map.of(variable, "/caf\ufffd"), Os.LINUX);

    StoreException thrown =
        assertThrows(StoreException.class, () -> ConfigLocations.ofDocker(environment));

    assertEquals("path-invalid", thrown.reason());
    assertEquals(
        "the path in " + variable + " cannot be used: it holds bytes that are not UTF-8",
        thrown.getMessage());
  }

  @Test
  void aDockerConfigThatNamesAFileIsNotTakenForAnEmptyDirectory() throws Exception {
    Path file = Files.writeString(directory.resolve("config.json"), "{}");
    Environment environment = Environment.of(Map.of("DOCKER_CONFIG", file.toString()), Os.LINUX);

    StoreException thrown =
        assertThrows(StoreException.class, () -> ConfigLocations.ofDocker(environment));

    assertEquals("docker-config-not-directory", thrown.reason());
    assertEquals(
        "DOCKER_CONFIG names a file, " + file + ", and docker wants its directory",
        thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          config.json auth.json .dockercfg | config.json | DOCKER     | docker
          auth.json .dockercfg             | auth.json   | PODMAN     | docker
          .dockercfg                       | .dockercfg  | OLD_DOCKER | dockercfg
          .dockerconfigjson                | config.json | DOCKER     | docker
          ''                               | config.json | DOCKER     | docker
          """)
  void inANamedDirectoryTheFirstThatIsThereIsMeant(
      String names, String meant, Tool tool, String form) throws Exception {
    for (String name : names.split(" ")) {
      if (!name.isEmpty()) {
        Files.writeString(directory.resolve(name), "{}");
      }
    }

    LoginFile file = ConfigLocations.named(directory.toString());

    assertEquals(directory.resolve(meant), file.path());
    assertEquals(tool, file.tool());
    assertEquals(form, file.format().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"quay.io": {"auth": "dTpw"}}                     | OLD_DOCKER | dockercfg
          {"https://index.docker.io/v1/": {"auth": "dTpw"}} | OLD_DOCKER | dockercfg
          {"version": 1, "hosts": {"a.io": {"user": "u"}}}  | REGCTL     | regctl
          {"Registries": {}, "Version": "1.0"}              | ECR_LOGIN  | ecr-cache
          {"gcrCreds": {"access_token": "t"}}               | GCR        | gcr-store
          {"hosts": ["a"], "auths": {}}                     | DOCKER     | docker
          {"quay.io": {}, "auths": {}}                      | DOCKER     | docker
          {"HttpHeaders": {"a.io": "b"}}                    | DOCKER     | docker
          {"registry": {"auth": "dTpw"}}                    | DOCKER     | docker
          {}                                                | DOCKER     | docker
          ``                                                | DOCKER     | docker
          not JSON                                          | DOCKER     | docker
          """)
  void theFormOfANamedFileIsToldByItsContent(String json, Tool tool, String form) throws Exception {
    Path path = Files.writeString(directory.resolve("creds.json"), json);

    LoginFile file = ConfigLocations.named(path.toString());

    assertEquals(tool, file.tool());
    assertEquals(form, file.format().id());
  }

  private LoginFile option(String name) {
    return new LoginFile(
        directory.resolve(name), Tool.DOCKER, Origin.OPTION, DockerFormat.INSTANCE);
  }
}
