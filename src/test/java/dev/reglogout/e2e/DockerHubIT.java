package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealPass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Docker Hub is one registry, however it is spelled, and its login has three entries. */
class DockerHubIT extends EndToEnd {
  private static final String HUB = "https://index.docker.io/v1/";
  private static final List<String> LOGIN =
      List.of(HUB, HUB + "access-token", HUB + "refresh-token");
  private static final String OTHER = "https://ghcr.io";

  @TempDir static java.nio.file.Path passDirectory;
  private static RealPass pass;

  @BeforeAll
  static void setUpPass() {
    pass = RealPass.create(passDirectory);
    pass.store(OTHER, "ci", "s3cret");
  }

  @AfterAll
  static void endPass() {
    pass.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "docker.io",
        "index.docker.io",
        "registry-1.docker.io",
        "https://index.docker.io/v1/"
      })
  void everySpellingRemovesTheHubLoginAndItsTokensFromPass(String spelling) {
    machine.config("{\"auths\": {\"%s\": {}}, \"credsStore\": \"pass\"}".formatted(HUB));
    LOGIN.forEach(key -> pass.store(key, "me", "s3cret"));

    Program.Result result =
        program.run(
            marked(withHome(pass.environment())),
            spelling.isEmpty() ? new String[0] : new String[] {spelling});

    assertEquals(0, result.exit(), result.err());
    String name = spelling.isEmpty() ? HUB : spelling;
    assertTrue(
        result.out().startsWith("Removing login credentials for " + name + "\n"), result.out());
    LOGIN.forEach(
        key ->
            assertTrue(
                result.out().contains("  erased " + key + " from docker-credential-pass\n"),
                result.out()));
    assertEquals(Map.of(OTHER, "ci"), pass.list());
    assertFalse(machine.configText().contains(HUB), machine.configText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "docker.io",
        "index.docker.io",
        "registry-1.docker.io",
        "https://index.docker.io/v1/"
      })
  void everySpellingRemovesTheHubLoginAndItsTokensFromTheFile(String spelling) {
    machine.config(
        """
        {"auths": {"%1$s": {"auth": "dTpw"}, "%1$saccess-token": {"auth": "dTpw"},
          "hub.docker.com": {"auth": "dTpw"}, "%1$srefresh-token": {"auth": "dTpw"},
          "docker.io": {"auth": "dTpw"}}}"""
            .formatted(HUB));

    Program.Result result =
        run(spelling.isEmpty() ? new String[] {"--json"} : new String[] {"--json", spelling});

    assertEquals(0, result.exit(), result.err());
    assertEquals(
        "docker.io",
        result
            .json()
            .getAsJsonArray("registries")
            .get(0)
            .getAsJsonObject()
            .get("registry")
            .getAsString());
    assertEquals(
        "{\"auths\":{\"hub.docker.com\":{\"auth\":\"dTpw\"}}}",
        machine.configText().replaceAll("\\s", ""));
  }

  /** The store is shared by the tests, the home is not. */
  private Map<String, String> withHome(Map<String, String> environment) {
    Map<String, String> mine = new java.util.HashMap<>(environment);
    mine.put("HOME", machine.home().toString());
    return mine;
  }
}
