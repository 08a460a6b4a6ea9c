package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How docker calls its plugins, word for word as docker 28.2.2 does. */
class DockerPluginTest {
  private static final String STORED = "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}";

  @TempDir Path directory;
  private Machine machine;
  private Path other;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config(STORED);
    other = machine.home().resolve("other/config.json");
    machine.write(other, STORED);
  }

  @Test
  void tellsWhatItIs() {
    Machine.Result result = called("docker-cli-plugin-metadata");

    JsonObject metadata = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(0, result.exit());
    assertEquals("0.1.0", metadata.get("SchemaVersion").getAsString());
    assertFalse(metadata.get("Vendor").getAsString().isEmpty());
    assertEquals(
        machine.run("--version").out(),
        "reglogout " + metadata.get("Version").getAsString() + "\n");
    assertFalse(metadata.get("ShortDescription").getAsString().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reglogout ghcr.io",
        "-D reglogout ghcr.io",
        "-H unix:///x reglogout ghcr.io",
        "-H=unix:///x reglogout ghcr.io",
        "-Hunix:///reglogout reglogout ghcr.io",
        "-DH unix:///x reglogout ghcr.io",
        "-Dlinfo reglogout ghcr.io",
        "-l debug -D reglogout ghcr.io",
        "--host tcp://x:1 --tls --tlsverify=false reglogout ghcr.io",
        "--tlscacert /a --tlscert=/b --tlskey /c reglogout ghcr.io",
        "-c reglogout reglogout ghcr.io",
        "--context=x --log-level error --debug reglogout ghcr.io",
        "-v reglogout -- ghcr.io",
      })
  void logsOutWhateverElseDockerWasTold(String words) {
    Machine.Result result = called(words.split(" "));

    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().startsWith("Removing login credentials for ghcr.io\n"), result.out());
    assertEquals("{\"auths\": {}}", machine.configText());
    assertEquals(STORED, Machine.read(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--config DIR reglogout ghcr.io",
        "--config=DIR reglogout ghcr.io",
        "--config /nonexistent --config DIR reglogout ghcr.io",
        "-D --config DIR -l info reglogout ghcr.io",
        "reglogout --config DIR ghcr.io",
        "--config /nonexistent reglogout --config DIR ghcr.io",
      })
  void theConfigThatDockerIsToldIsTheOneThatIsMeant(String words) {
    machine.variable("DOCKER_CONFIG", machine.configDirectory().toString());

    Machine.Result result = called(words.replace("DIR", other.getParent().toString()).split(" "));

    assertEquals(0, result.exit(), result.err());
    assertEquals("", result.err());
    assertEquals("{\"auths\": {}}", Machine.read(other));
    assertEquals(STORED, machine.configText());
  }

  @Test
  void theOtherCommandsAreThereAsWell() {
    assertEquals(machine.run("list").out(), called("reglogout", "list").out());
    assertEquals(machine.run("--help").out(), called("help", "reglogout").out());
    assertEquals(machine.run("--help").out(), called("-D", "reglogout", "--help").out());
    assertEquals(machine.run("list", "--help").out(), called("help", "reglogout", "list").out());
    assertEquals("ghcr.io\n:4\n", called("__complete", "reglogout", "gh").out());
    assertEquals("--json\n:4\n", called("__completeNoDesc", "reglogout", "--js").out());
  }

  @Test
  void itsExitCodeIsPassedOn() {
    assertEquals(2, called("reglogout", "--what").exit());
    machine.config("{\"credsStore\": \"nowhere\"}");
    assertEquals(1, called("reglogout", "ghcr.io").exit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ghcr.io", "--config", "-D", "help", "help other", "logout ghcr.io"})
  void calledOtherwiseItDoesNothing(String words) {
    Machine.Result result = called(words.isEmpty() ? new String[0] : words.split(" "));

    assertEquals(2, result.exit());
    assertEquals("", result.out());
    assertTrue(result.err().contains("call it as `docker reglogout`"), result.err());
    assertEquals(STORED, machine.configText());
  }

  private Machine.Result called(String... words) {
    List<String> arguments = new ArrayList<>(List.of("__docker"));
    arguments.addAll(List.of(words));
    return machine.run(arguments.toArray(String[]::new));
  }
}
