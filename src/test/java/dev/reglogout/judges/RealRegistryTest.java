package dev.reglogout.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.reglogout.cli.Machine;
import dev.reglogout.real.RealHelpers;
import dev.reglogout.real.RealPass;
import dev.reglogout.real.RealRegistry;
import dev.reglogout.real.RealSecretService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real clients log in to a real registry and get in; after a logout none of them does. */
class RealRegistryTest {
  private static final List<String> CONTAINER_TOOLS = List.of("podman", "skopeo", "buildah");

  @TempDir Path directory;
  private Machine machine;
  private RealRegistry registry;
  private StandInDaemon daemon;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
    machine.variable("PATH", machine.bin() + ":" + System.getenv("PATH"));
    machine.variable("XDG_RUNTIME_DIR", machine.home().resolve("run").toString());
    machine.write(machine.home().resolve("run/there"), "");
    registry = RealRegistry.start();
    daemon = StandInDaemon.start();
  }

  @AfterEach
  void stop() {
    daemon.close();
    registry.close();
  }

  @Test
  void dockersLoginInItsFileIsEnded() {
    machine.config("{\"auths\": {\"x.io\": {}}}"); // with a member, no default helper is asked

    assertDockerIsLoggedOut();
  }

  @Test
  void dockersLoginInPassIsEnded() {
    try (RealPass pass = RealPass.create(directory.resolve("pass"))) {
      take(pass.environment(), "GNUPGHOME", "PASSWORD_STORE_DIR");
      machine.config("{\"credsStore\": \"pass\"}");

      assertDockerIsLoggedOut();
    }
  }

  @Test
  void dockersLoginInTheKeyringIsEnded() {
    try (RealSecretService keyring = RealSecretService.create()) {
      take(keyring.environment(), "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_DATA_HOME");
      machine.config("{\"credsStore\": \"secretservice\"}");

      assertDockerIsLoggedOut();
    }
  }

  @Test
  void aLoginOfEachContainerToolInTheFileTheyShareIsEnded() {
    for (String client : CONTAINER_TOOLS) {
      assertContainerToolsAreLoggedOut(client);
    }
  }

  @Test
  void aLoginInTheFileThatAVariableNamesIsEnded() {
    machine.variable("REGISTRY_AUTH_FILE", machine.home().resolve("mine.json").toString());

    assertContainerToolsAreLoggedOut("skopeo");
  }

  @Test
  void aLoginThatPodmanTookFromDockersFileIsEnded() {
    machine.config("{\"auths\": {\"x.io\": {}}}");
    DockerClient docker = new DockerClient(machine, daemon);
    login(docker, registry.name(), "ann");
    login(docker, registry.otherName(), "bob");
    CONTAINER_TOOLS.forEach(tool -> assertEquals("ann", user(tool, registry.name())));

    Machine.Result result = machine.run(registry.name());

    assertEquals(0, result.exit(), result.err());
    CONTAINER_TOOLS.forEach(tool -> assertEquals("nobody", user(tool, registry.name())));
    assertFalse(skopeoGetsIn(registry.name()));
    assertTrue(skopeoGetsIn(registry.otherName()));
  }

  private void assertDockerIsLoggedOut() {
    DockerClient docker = new DockerClient(machine, daemon);
    login(docker, registry.name(), "ann");
    login(docker, registry.otherName(), "bob");
    assertTrue(dockerGetsIn(docker, registry.name()));

    Machine.Result result = machine.run(registry.name());

    assertEquals(0, result.exit(), result.err());
    assertFalse(dockerGetsIn(docker, registry.name()));
    assertTrue(dockerGetsIn(docker, registry.otherName()));
  }

  private void assertContainerToolsAreLoggedOut(String client) {
    containerLogin(client, registry.name(), "ann");
    containerLogin(client, registry.otherName(), "bob");
    assertTrue(skopeoGetsIn(registry.name()));
    assertTrue(podmanGetsIn(registry.name()));

    Machine.Result result = machine.run("--everywhere", registry.name());

    assertEquals(0, result.exit(), result.err());
    assertFalse(skopeoGetsIn(registry.name()));
    assertFalse(podmanGetsIn(registry.name()));
    CONTAINER_TOOLS.forEach(tool -> assertEquals("nobody", user(tool, registry.name())));
    assertTrue(skopeoGetsIn(registry.otherName()));
    assertTrue(podmanGetsIn(registry.otherName()));
  }

  private void login(DockerClient docker, String server, String user) {
    RealHelpers.Result login =
        docker.run(user + "-pw", "login", "-u", user, "--password-stdin", server);
    assertEquals(0, login.exit(), login.toString());
  }

  private boolean dockerGetsIn(DockerClient docker, String server) {
    JsonObject login = docker.loginForAPull(server + "/x:1");
    return login.has("username")
        && registry.letsIn(
            login.get("username").getAsString(), login.get("password").getAsString());
  }

  private void containerLogin(String client, String server, String user) {
    RealHelpers.require(client);
    RealHelpers.Result login =
        run(
            user + "-pw",
            client,
            "login",
            "--tls-verify=false",
            "-u",
            user,
            "--password-stdin",
            server);
    assertEquals(0, login.exit(), login.toString());
  }

  private boolean skopeoGetsIn(String server) {
    return run("", "skopeo", "list-tags", "--tls-verify=false", "docker://" + server + "/x").exit()
        == 0;
  }

  private boolean podmanGetsIn(String server) {
    return run("", "podman", "search", "--list-tags", "--tls-verify=false", server + "/x").exit()
        == 0;
  }

  /** Returns whose login a tool would use. */
  private String user(String tool, String server) {
    RealHelpers.require(tool);
    RealHelpers.Result result = run("", tool, "login", "--get-login", server);
    return result.exit() == 0 ? result.out().strip() : "nobody";
  }

  private RealHelpers.Result run(String stdin, String... command) {
    Map<String, String> variables = new HashMap<>(machine.variables());
    variables.remove("HTTPS_PROXY");
    return RealHelpers.run(variables, stdin, command);
  }

  private void take(Map<String, String> environment, String... names) {
    for (String name : names) {
      machine.variable(name, environment.get(name));
    }
  }
}
