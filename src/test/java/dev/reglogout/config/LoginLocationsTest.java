package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where other tools keep their logins, by variable and by default. */
class LoginLocationsTest {
  private static final String PODMANS = "/h/.config/containers/auth.json";
  private static final String HELMS = "/h/.config/helm/registry/config.json";

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          LINUX   | -                                          | PODMANS HELMS
          LINUX   | REGISTRY_AUTH_FILE=/r.json                 | /r.json PODMANS HELMS
          LINUX   | REGISTRY_AUTH_FILE=                        | PODMANS HELMS
          LINUX   | XDG_RUNTIME_DIR=/run/user/7                | /run/user/7/containers/auth.json PODMANS HELMS
          LINUX   | XDG_RUNTIME_DIR=/run/user/7 user=7         | /run/user/7/containers/auth.json PODMANS HELMS
          LINUX   | user=7                                     | /run/containers/7/auth.json PODMANS HELMS
          LINUX   | UID=8                                      | PODMANS HELMS
          LINUX   | UID=8 user=7                               | /run/containers/7/auth.json PODMANS HELMS
          LINUX   | XDG_RUNTIME_DIR= user=7                    | /run/containers/7/auth.json PODMANS HELMS
          LINUX   | XDG_CONFIG_HOME=/x                         | /x/containers/auth.json /x/helm/registry/config.json
          LINUX   | HELM_CONFIG_HOME=/c                        | PODMANS /c/registry/config.json
          LINUX   | HELM_CONFIG_HOME=/c XDG_CONFIG_HOME=/x     | /x/containers/auth.json /c/registry/config.json
          LINUX   | HELM_REGISTRY_CONFIG=/g.json               | PODMANS /g.json
          LINUX   | HELM_REGISTRY_CONFIG=/g HELM_CONFIG_HOME=/c| PODMANS /g
          LINUX   | APPDATA=/data                              | PODMANS HELMS
          LINUX   | HOME=                                      | -
          LINUX   | HOME= XDG_CONFIG_HOME=/x                   | /x/containers/auth.json /x/helm/registry/config.json
          MACOS   | -                                          | PODMANS /h/Library/Preferences/helm/registry/config.json
          MACOS   | user=7                                     | PODMANS /h/Library/Preferences/helm/registry/config.json
          MACOS   | REGISTRY_AUTH_FILE=/r.json                 | /r.json PODMANS /h/Library/Preferences/helm/registry/config.json
          MACOS   | XDG_CONFIG_HOME=/x                         | /x/containers/auth.json /x/helm/registry/config.json
          MACOS   | HELM_CONFIG_HOME=/c                        | PODMANS /c/registry/config.json
          MACOS   | HELM_REGISTRY_CONFIG=/g.json               | PODMANS /g.json
          WINDOWS | -                                          | /p/.config/containers/auth.json
          WINDOWS | APPDATA=/data                              | /p/.config/containers/auth.json /data/helm/registry/config.json
          WINDOWS | AppData=/data                              | /p/.config/containers/auth.json /data/helm/registry/config.json
          WINDOWS | APPDATA=/data XDG_CONFIG_HOME=/x           | /x/containers/auth.json /x/helm/registry/config.json
          WINDOWS | APPDATA=/data HELM_CONFIG_HOME=/c          | /p/.config/containers/auth.json /c/registry/config.json
          WINDOWS | HELM_REGISTRY_CONFIG=/g.json               | /p/.config/containers/auth.json /g.json
          """)
  void theyAreNamedByVariablesElseByThePlatform(Os os, String variables, String expected) {
    List<LoginFile> files =
        new LoginLocations(environment(os, variables == null ? "" : variables)).tools();

    String paths = expected == null ? "" : expected;
    assertEquals(
        paths.replace("PODMANS", PODMANS).replace("HELMS", HELMS),
        files.stream()
            .filter(file -> file.tool() == Tool.PODMAN || file.tool() == Tool.HELM)
            .map(file -> file.path().toString())
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          LINUX   | -                          | OLD_DOCKER dockercfg /h/.dockercfg
          LINUX   | DOCKER_CONFIG=/d           | OLD_DOCKER dockercfg /d/.dockercfg
          LINUX   | DOCKER_CONFIG=/d           | OLD_DOCKER dockercfg /h/.dockercfg
          LINUX   | -                          | REGCTL regctl /h/.regctl/config.json
          LINUX   | REGCTL_CONFIG=/r.json      | REGCTL regctl /r.json
          LINUX   | -                          | SNAP_DOCKER docker /h/snap/docker/current/.docker/config.json
          LINUX   | -                          | APPTAINER docker /h/.apptainer/docker-config.json
          LINUX   | APPTAINER_CONFIGDIR=/a     | APPTAINER docker /a/docker-config.json
          LINUX   | -                          | SINGULARITY docker /h/.singularity/docker-config.json
          LINUX   | SINGULARITY_CONFIGDIR=/s   | SINGULARITY docker /s/docker-config.json
          LINUX   | -                          | RANCHER_DESKTOP docker /h/.docker/plaintext-credentials.config.json
          MACOS   | DOCKER_CONFIG=/d           | RANCHER_DESKTOP docker /d/plaintext-credentials.config.json
          WINDOWS | -                          | RANCHER_DESKTOP docker /p/.docker/plaintext-credentials.config.json
          """)
  void everyOtherToolHasItsLine(Os os, String variables, String expected) {
    List<LoginFile> files =
        new LoginLocations(environment(os, variables == null ? "" : variables)).tools();

    List<String> lines =
        files.stream()
            .map(file -> file.tool() + " " + file.format().id() + " " + file.path())
            .toList();
    assertTrue(lines.contains(expected), lines.toString());
  }

  @Test
  void podmansFilesArePodmansWhateverTheirNameAndHelmsIsHelms() {
    List<LoginFile> files =
        new LoginLocations(
                environment(
                    Os.LINUX,
                    "REGISTRY_AUTH_FILE=/logins XDG_RUNTIME_DIR=/run HELM_CONFIG_HOME=/c"))
            .tools();

    assertEquals(
        List.of(
            new LoginFile(Path.of("/logins"), Tool.PODMAN, Origin.TOOL, DockerFormat.INSTANCE),
            new LoginFile(
                Path.of("/run/containers/auth.json"),
                Tool.PODMAN,
                Origin.TOOL,
                DockerFormat.INSTANCE),
            new LoginFile(Path.of(PODMANS), Tool.PODMAN, Origin.TOOL, DockerFormat.INSTANCE),
            new LoginFile(
                Path.of("/c/registry/config.json"), Tool.HELM, Origin.TOOL, DockerFormat.INSTANCE)),
        files.subList(0, 4));
  }

  @Test
  void onlyFilesThatAreThereCountAndALinkThatPointsNowhereIsThere() throws Exception {
    Path auth = Files.createSymbolicLink(directory.resolve("auth.json"), Path.of("nowhere"));
    Path helms = Files.writeString(directory.resolve("helm.json"), "{}");
    String variables =
        "REGISTRY_AUTH_FILE=%s HELM_REGISTRY_CONFIG=%s XDG_RUNTIME_DIR=%s XDG_CONFIG_HOME=%s"
            .formatted(auth, helms, directory.resolve("missing"), directory.resolve("none"));

    List<LoginFile> files = new LoginLocations(environment(Os.LINUX, variables)).toolFiles();

    assertEquals(List.of(auth, helms), files.stream().map(LoginFile::path).toList());
  }

  @Test
  void helmsFileCountsAlsoWhereItIsNotBecauseHelmThenTurnsToItsPlatformsHelper() {
    String variables = "HELM_REGISTRY_CONFIG=" + directory.resolve("none");

    assertEquals(
        List.of(Tool.HELM),
        new LoginLocations(Environment.of(map(variables), Os.LINUX))
            .toolFiles().stream().map(LoginFile::tool).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "/run/us\ufffder"})
  void whatNoFileCanBeCalledIsAProblemOfItsVariable(String value) {
    LoginLocations locations =
        new LoginLocations(Environment.of(Map.of("REGISTRY_AUTH_FILE", value), Os.LINUX));

    assertEquals(List.of(), locations.tools());
    assertEquals("path-invalid", locations.problems().get("REGISTRY_AUTH_FILE").reason());
    assertFalse(locations.problems().get("REGISTRY_AUTH_FILE").getMessage().contains(value));
  }

  @Test
  void aFileThatCannotBeLookedAtMayBeThereUnlessPodmanCannotLookThereEither() {
    assertFalse(LoginLocations.mayBeThere(new NoSuchFileException("x"), false));
    assertTrue(LoginLocations.mayBeThere(new AccessDeniedException("x"), false));
    assertTrue(LoginLocations.mayBeThere(new FileSystemException("x"), false));
    assertFalse(LoginLocations.mayBeThere(new AccessDeniedException("x"), true));
    assertTrue(LoginLocations.mayBeThere(new FileSystemException("x"), true));
  }

  @Test
  void aHomeThatCannotBeNamedIsAProblemOfItsOwn() {
    LoginLocations locations =
        new LoginLocations(Environment.of(Map.of("HOME", "/home/\ufffd"), Os.LINUX));

    assertEquals(Set.of("the home directory"), locations.problems().keySet());
    assertEquals(List.of(), locations.tools());
  }

  @ParameterizedTest(name = "{0}, {1}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          LINUX   | -                               | ecr-login     | ECR_LOGIN ecr-cache HOME/.ecr/cache.json
          LINUX   | AWS_ECR_CACHE_DIR=HOME/x        | ecr-login     | ECR_LOGIN ecr-cache HOME/x/cache.json
          LINUX   | AWS_ECR_CACHE_DIR=~/y           | ECR-login.exe | ECR_LOGIN ecr-cache HOME/y/cache.json
          LINUX   | -                               | gcr           | GCR gcr-store HOME/.config/gcloud/docker_credentials.json
          LINUX   | DOCKER_CREDENTIAL_GCR_STORE=HOME/s.json | gcr   | GCR gcr-store HOME/s.json
          WINDOWS | APPDATA=HOME/data               | gcr           | GCR gcr-store HOME/data/gcloud/docker_credentials.json
          """)
  void aHelpersOwnFileIsFoundByTheHelpersNameOnceItIsThere(
      Os os, String variables, String helper, String expected) throws Exception {
    String home = directory.toString();
    String set = variables == null ? "" : variables.replace("HOME", home);
    Environment environment = environment(os, set + " HOME=" + home + " USERPROFILE=" + home);
    Path file = Path.of(expected.split(" ")[2].replace("HOME", home));
    assertEquals(List.of(), new LoginLocations(environment).helperFiles(helper));

    Files.createDirectories(file.getParent());
    Files.writeString(file, "{}");

    List<LoginFile> files = new LoginLocations(environment).helperFiles(helper);
    LoginFile found = files.get(0);
    assertEquals(1, files.size());
    assertEquals(
        expected.replace("HOME", home),
        found.tool() + " " + found.format().id() + " " + found.path());
    assertEquals(Origin.HELPER, found.origin());
    assertFalse(new LoginLocations(environment).toolFiles().contains(found));
  }

  @Test
  void theFileOfTheHelperNoneIsFoundByTheHelpersName() throws Exception {
    Path file = Files.writeString(directory.resolve("plaintext-credentials.config.json"), "{}");
    LoginLocations locations =
        new LoginLocations(Environment.of(Map.of("DOCKER_CONFIG", directory.toString()), Os.LINUX));

    assertEquals(file, locations.helperFiles("none").get(0).path());
    assertEquals(file, locations.helperFiles("NONE.exe").get(0).path());
    assertEquals(List.of(), locations.helperFiles("pass"));
  }

  /** Returns the environment of a user whose home is /h, on Windows /p, and these variables. */
  private static Environment environment(Os os, String variables) {
    Map<String, String> all = map(variables);
    all.putIfAbsent("HOME", "/h");
    all.putIfAbsent("USERPROFILE", "/p");
    Environment environment = Environment.of(all, os);
    return all.containsKey("user") ? environment.ofUser(all.get("user")) : environment;
  }

  private static Map<String, String> map(String variables) {
    Map<String, String> all = new HashMap<>();
    for (String variable : variables.split(" ")) {
      int sign = variable.indexOf('=');
      if (sign > 0) {
        all.put(variable.substring(0, sign), variable.substring(sign + 1));
      }
    }
    return all;
  }
}
