package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program as {@code docker reglogout}, called by docker where there is one. */
class DockerPluginIT extends ImageTest {
  private Path plugin;

  @BeforeEach
  void linkThePlugin() throws IOException {
    Path plugins = Files.createDirectories(machine.configDirectory().resolve("cli-plugins"));
    plugin = plugins.resolve("docker-reglogout");
    Files.createSymbolicLink(plugin, Image.underTest().launcher().toAbsolutePath());
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");
  }

  /** Deleted at the end, for its name is looked for. */
  @AfterEach
  void unlinkThePlugin() throws IOException {
    Files.delete(plugin);
  }

  @Test
  void calledAsDockerCallsIt() {
    Program called = new Program(List.of(plugin.toString()));
    String directory = machine.configDirectory().toString();

    Program.Result metadata = called.run(variables(), "docker-cli-plugin-metadata");
    Program.Result logout =
        called.run(variables(), "--config", directory, "-D", "reglogout", "ghcr.io");

    assertEquals("0.1.0", metadata.json().get("SchemaVersion").getAsString());
    assertEquals(0, metadata.exit());
    assertLoggedOut(logout);
  }

  @Test
  void calledByDockerItself() {
    RealHelpers.requireThat(
        RealHelpers.installed("docker"), "docker's client is not installed; its call is imitated");
    Program docker = new Program(List.of("docker"));
    Map<String, String> variables = variables();
    variables.put("PATH", machine.bin() + ":" + System.getenv("PATH"));

    assertTrue(docker.run(variables, "--help").out().contains("  reglogout* "));
    Program.Result help = docker.run(variables, "help", "reglogout");
    assertEquals(0, help.exit(), help.err());
    assertTrue(help.out().startsWith("Usage: reglogout "), help.out());
    assertEquals(2, docker.run(variables, "reglogout", "--what").exit());
    if (completesPlugins(docker, variables)) {
      assertEquals("ghcr.io\n:4\n", docker.run(variables, "__complete", "reglogout", "gh").out());
    }
    variables.put("HOME", here.toString());
    String directory = machine.configDirectory().toString();
    assertLoggedOut(docker.run(variables, "--config", directory, "reglogout", "ghcr.io"));
  }

  @Test
  void whereDockersConfigIsAnotherItIsThatOne() {
    machine.write(here.resolve("config.json"), "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");
    Map<String, String> variables = variables();
    variables.put("DOCKER_CONFIG", here.toString());

    new Program(List.of(plugin.toString())).run(variables, "reglogout", "ghcr.io");

    assertEquals("{\"auths\": {}}", Machine.read(here.resolve("config.json")));
    assertTrue(machine.configText().contains("ghcr.io"));
  }

  /** Older clients do not hand a completion on to a plugin. */
  private static boolean completesPlugins(Program docker, Map<String, String> variables) {
    String version = docker.run(variables, "version", "--format", "{{.Client.Version}}").out();
    return Integer.parseInt(version.split("\\.")[0]) >= 23;
  }

  private void assertLoggedOut(Program.Result result) {
    assertEquals(0, result.exit(), result.err());
    assertEquals(
        "Removing login credentials for ghcr.io\n  removed ghcr.io from " + machine.config() + "\n",
        result.out());
    assertEquals("{\"auths\": {}}", machine.configText());
  }
}
