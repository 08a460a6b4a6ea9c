package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSearchTest {
  @TempDir Path home;
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void everywhereMeansDockersFileAndEachOtherThatIsThere() throws Exception {
    write(".docker/config.json");
    write(".dockercfg");
    write(".config/containers/auth.json");
    write(".apptainer/docker-config.json");

    assertEquals(
        List.of(
            "found .docker/config.json",
            "found .config/containers/auth.json",
            "found .config/helm/registry/config.json",
            "found .dockercfg",
            "found .apptainer/docker-config.json"),
        find(List.of(), true));
  }

  @Test
  void withoutEverywhereOnlyDockersFileIsMeant() throws Exception {
    write(".docker/config.json");
    write(".dockercfg");

    assertEquals(List.of("found .docker/config.json"), find(List.of(), false));
  }

  @Test
  void aFileUnderTwoNamesIsFoundOnce() throws Exception {
    write(".docker/config.json");
    variables.put("REGISTRY_AUTH_FILE", home.resolve(".docker/config.json").toString());
    variables.put("HELM_REGISTRY_CONFIG", home.resolve(".docker/config.json").toString());

    assertEquals(List.of("found .docker/config.json"), find(List.of(), true));
  }

  @Test
  void whatAVariableNamesAndIsNotThereIsSaid() throws Exception {
    variables.put("REGISTRY_AUTH_FILE", home.resolve("none.json").toString());

    assertEquals(
        List.of(
            "found .docker/config.json",
            "location-missing: REGISTRY_AUTH_FILE names none.json, which does not exist",
            "found .config/helm/registry/config.json"),
        find(List.of(), true));
  }

  @Test
  void aVariableThatCannotBeNamedIsReportedAsMissing() throws Exception {
    variables.put("XDG_RUNTIME_DIR", "/run/\ufffd");

    assertEquals(
        List.of(
            "found .docker/config.json",
            "missing XDG_RUNTIME_DIR: path-invalid",
            "found .config/helm/registry/config.json"),
        find(List.of(), true));
  }

  @Test
  void aFileThatOnlyOtherProgramsReadIsSaid() throws Exception {
    write(".docker/.dockerconfigjson");

    assertEquals(
        List.of(
            "file-not-read: .docker/.dockerconfigjson was not looked at; name it with --config if a"
                + " program reads it",
            "found .docker/config.json"),
        find(List.of(), false));
  }

  @Test
  void dockersDirectoryThatIsAFileIsMissing() throws Exception {
    write("file");
    variables.put("DOCKER_CONFIG", home.resolve("file").toString());

    assertEquals(
        List.of("missing docker's config file: docker-config-not-directory"),
        find(List.of(), false));
  }

  private void write(String name) throws Exception {
    Files.createDirectories(home.resolve(name).getParent());
    Files.writeString(home.resolve(name), "{}");
  }

  private List<String> find(List<String> configs, boolean everywhere) {
    List<String> events = new ArrayList<>();
    variables.put("HOME", home.toString());
    ConfigSearch.Finder finder =
        new ConfigSearch.Finder() {
          @Override
          public void found(LoginFile file) {
            events.add("found " + home.relativize(file.path()));
          }

          @Override
          public void missing(String name, StoreException problem) {
            events.add("missing " + name + ": " + problem.reason());
          }

          @Override
          public void noticed(String id, String text) {
            events.add(id + ": " + text.replace(home + "/", ""));
          }
        };
    new ConfigSearch(Environment.of(variables, Os.LINUX), finder).find(configs, everywhere);
    return events;
  }
}
