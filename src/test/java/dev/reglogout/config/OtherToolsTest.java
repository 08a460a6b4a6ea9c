package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where podman and Helm keep their logins, by variable and by default. */
class OtherToolsTest {
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
          LINUX   | XDG_RUNTIME_DIR=/run/user/7 UID=7          | /run/user/7/containers/auth.json PODMANS HELMS
          LINUX   | UID=7                                      | /run/containers/7/auth.json PODMANS HELMS
          LINUX   | XDG_RUNTIME_DIR= UID=7                     | /run/containers/7/auth.json PODMANS HELMS
          LINUX   | XDG_CONFIG_HOME=/x                         | /x/containers/auth.json /x/helm/registry/config.json
          LINUX   | HELM_CONFIG_HOME=/c                        | PODMANS /c/registry/config.json
          LINUX   | HELM_CONFIG_HOME=/c XDG_CONFIG_HOME=/x     | /x/containers/auth.json /c/registry/config.json
          LINUX   | HELM_REGISTRY_CONFIG=/g.json               | PODMANS /g.json
          LINUX   | HELM_REGISTRY_CONFIG=/g HELM_CONFIG_HOME=/c| PODMANS /g
          LINUX   | APPDATA=/data                              | PODMANS HELMS
          LINUX   | HOME=                                      | -
          LINUX   | HOME= XDG_CONFIG_HOME=/x                   | /x/containers/auth.json /x/helm/registry/config.json
          MACOS   | -                                          | PODMANS /h/Library/Preferences/helm/registry/config.json
          MACOS   | UID=7                                      | PODMANS /h/Library/Preferences/helm/registry/config.json
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
    OtherTools tools = new OtherTools(environment(os, variables == null ? "" : variables));

    String places = expected == null ? "" : expected;
    assertEquals(
        places.replace("PODMANS", PODMANS).replace("HELMS", HELMS),
        String.join(" ", tools.places().stream().map(place -> place.path().toString()).toList()));
  }

  @Test
  void podmansFilesArePodmansWhateverTheirNameAndHelmsIsHelms() {
    OtherTools tools =
        new OtherTools(
            environment(
                Os.LINUX, "REGISTRY_AUTH_FILE=/logins XDG_RUNTIME_DIR=/run HELM_CONFIG_HOME=/c"));

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
        tools.places());
  }

  @Test
  void onlyFilesThatAreThereCountAndALinkThatPointsNowhereIsThere() throws Exception {
    Path auth = Files.createSymbolicLink(directory.resolve("auth.json"), Path.of("nowhere"));
    Path helms = Files.writeString(directory.resolve("helm.json"), "{}");
    String variables =
        "REGISTRY_AUTH_FILE=%s HELM_REGISTRY_CONFIG=%s XDG_RUNTIME_DIR=%s XDG_CONFIG_HOME=%s"
            .formatted(auth, helms, directory.resolve("missing"), directory.resolve("none"));

    List<LoginFile> files = new OtherTools(environment(Os.LINUX, variables)).files();

    assertEquals(List.of(auth, helms), files.stream().map(LoginFile::path).toList());
  }

  @Test
  void aVariableThatIsNoPathNamesNoFile() {
    Map<String, String> variables = Map.of("REGISTRY_AUTH_FILE", "a\0b");

    assertEquals(List.of(), new OtherTools(Environment.of(variables, Os.LINUX)).places());
  }

  /** Returns the environment of a user whose home is /h, on Windows /p, and these variables. */
  private static Environment environment(Os os, String variables) {
    Map<String, String> all = new HashMap<>(Map.of("HOME", "/h", "USERPROFILE", "/p"));
    for (String variable : variables.split(" ")) {
      int sign = variable.indexOf('=');
      if (sign > 0) {
        all.put(variable.substring(0, sign), variable.substring(sign + 1));
      }
    }
    return Environment.of(all, os);
  }
}
