package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.config.ConfigDocument;
import dev.reglogout.config.DockerFormat;
import dev.reglogout.config.InlineStore;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.Origin;
import dev.reglogout.config.Tool;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest(name = "{0}: docker would ask {1}, second {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | - | -",
        "{\"credsStore\":\"a\"} | a | -",
        "{\"credsstore\":\"a\"} | a | -",
        "{\"credsStore\":\"a\",\"CredsStore\":\"b\"} | b | -",
        "{\"credsStore\":\"\"} | - | -",
        "{\"credsStore\":null} | - | -",
        "{\"credHelpers\":{\"ghcr.io\":\"a\"}} | a | -",
        "{\"CREDHELPERS\":{\"ghcr.io\":\"a\"}} | a | -",
        "{\"credHelpers\":{\"other.io\":\"a\"}} | - | -",
        "{\"credHelpers\":{\"other.io\":\"a\"},\"credsStore\":\"b\"} | b | -",
        "{\"credHelpers\":{\"ghcr.io\":\"a\"},\"credsStore\":\"b\"} | a | b",
        "{\"credHelpers\":{\"ghcr.io\":\"a\"},\"credsStore\":\"a\"} | a | -",
        "{\"credHelpers\":{\"ghcr.io\":\"\"},\"credsStore\":\"b\"} | - | b",
        "{\"credHelpers\":{\"ghcr.io\":null},\"credsStore\":\"b\"} | - | b",
        "{\"credHelpers\":{\"ghcr.io\":\"\"}} | - | -",
        "{\"credHelpers\":{\"ghcr.io\":\"a\",\"https://ghcr.io\":\"b\"}} | a b | -",
        "{\"credsStore\":\"file\"} | file | -",
        "{\"credsStore\":\"none\"} | none | -",
      })
  void theHelpersAreThoseDockerWouldAsk(String json, String primary, String second)
      throws StoreException {
    Places places = places(json, "ghcr.io", true);

    assertEquals(primary, names(places.primary().keySet()));
    assertEquals(second, names(places.second().keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghcr.io",
        "GHCR.IO",
        "https://ghcr.io",
        "http://ghcr.io/",
        "ghcr.io:443",
        "https://ghcr.io/v2/",
        "//ghcr.io",
        "ghcr.io/v1/"
      })
  void credHelpersBindARegistryUnderAnySpelling(String spelling) throws StoreException {
    Places places = places("{\"credHelpers\":{\"" + spelling + "\":\"a\"}}", "ghcr.io", true);

    assertEquals("a", names(places.primary().keySet()));
    assertTrue(places.primary().containsValue("credHelpers[\"" + spelling + "\"]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.io",
        "index.docker.io",
        "https://index.docker.io/v1/",
        "registry-1.docker.io"
      })
  void dockerHubIsBoundUnderAllItsNames(String spelling) throws StoreException {
    String json = "{\"credHelpers\":{\"" + spelling + "\":\"a\"}}";

    assertEquals("a", names(places(json, "docker.io", true).primary().keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghcr.io:5000", "ghcr.io.", "xghcr.io", "hub.docker.com", "", "*.io"})
  void anotherHostIsNotBound(String key) throws StoreException {
    String json = "{\"credHelpers\":{\"" + key + "\":\"a\"}}";

    assertEquals("-", names(places(json, "ghcr.io", true).primary().keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "[]", "{}"})
  void aBindingToSomethingThatIsNoTextCannotBeRead(String value) throws StoreException {
    String json = "{\"credHelpers\":{\"ghcr.io\":" + value + "},\"credsStore\":\"b\"}";

    Places places = places(json, "ghcr.io", true);

    assertTrue(places.unreadable());
    assertEquals("b", names(places.second().keySet()));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "MACOS, docker-credential-osxkeychain, osxkeychain",
    "WINDOWS, docker-credential-wincred.exe, wincred",
    "LINUX, docker-credential-secretservice, secretservice",
  })
  void thePlatformsDefaultIsASecondStoreWhereTheFileNamesNone(Os os, String program, String name)
      throws StoreException {
    install(program);
    machine.os(os);

    Places places = places("{\"auths\":{}}", "ghcr.io", true);

    assertEquals("-", names(places.primary().keySet()));
    assertEquals(name, names(places.second().keySet()));
  }

  @Test
  void onLinuxTheDefaultIsPassWhereTheProgramPassIs() throws StoreException {
    install("docker-credential-secretservice");
    install("docker-credential-pass");
    install("pass");

    assertEquals("pass", names(places("{}", "ghcr.io", true).second().keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"credsStore\":\"a\"}",
        "{\"credHelpers\":{\"other.io\":\"a\"}}",
        "{\"credHelpers\":{\"ghcr.io\":\"\"}}",
        "{\"credsStore\":1}",
        "{\"credHelpers\":[]}"
      })
  void thePlatformsDefaultDoesNotMatterWhereTheFileNamesAStore(String json) throws StoreException {
    install("docker-credential-secretservice");

    assertEquals("-", names(places(json, "ghcr.io", true).second().keySet()));
  }

  @Test
  void thePlatformsDefaultDoesNotMatterWhereOtherLoginsStayInTheFile() throws StoreException {
    install("docker-credential-secretservice");

    assertEquals("-", names(places("{\"auths\":{}}", "ghcr.io", false).second().keySet()));
  }

  @Test
  void thePlatformsDefaultIsDockersAndNotPodmans() {
    Path podmans = machine.home().resolve("auth.json");
    machine.helper("secretservice", "keeper").entry("ghcr.io", "ci", "s3cret");
    machine.write(podmans, "{}");

    machine.run("--config", podmans.toString(), "ghcr.io");

    assertEquals(List.of(), machine.calls());
  }

  private Places places(String json, String server, boolean emptyAfter) throws StoreException {
    machine.config(json);
    return Places.of(
        document(), Registry.parse(server), emptyAfter, Told.helpers(machine.environment()));
  }

  private ConfigDocument document() throws StoreException {
    LoginFile location =
        new LoginFile(machine.config(), Tool.DOCKER, Origin.DEFAULT, DockerFormat.INSTANCE);
    return (ConfigDocument) new InlineStore(location, false, new StopSignal()).read();
  }

  private void install(String program) {
    Path file = machine.bin().resolve(program);
    machine.write(file, "#!/bin/sh\necho null\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private static String names(Set<HelperStore> stores) {
    return stores.isEmpty()
        ? "-"
        : stores.stream()
            .map(store -> store.name().replace("docker-credential-", ""))
            .collect(Collectors.joining(" "));
  }
}
