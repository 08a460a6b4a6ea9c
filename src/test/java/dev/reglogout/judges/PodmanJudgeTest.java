package dev.reglogout.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.cli.Machine;
import dev.reglogout.cli.RedRows;
import dev.reglogout.real.RealHelpers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Podman and skopeo are asked whose login they would use, before a logout and after. */
@ExtendWith(RedRows.class)
class PodmanJudgeTest {
  private static final String VALUE = "{\"auth\": \"YW5uOnB3\"}";
  private static final String BYSTANDER =
      "\"bystander.example.com\": {\"auth\": \"YnlzdGFuZGVyOnB3\"}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
    machine.variable("XDG_RUNTIME_DIR", machine.home().resolve("run").toString());
  }

  /** A file of theirs or one they read, a key, the name they are asked for, and the logout. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "run/containers/auth.json, quay.io, quay.io, quay.io",
    "run/containers/auth.json, quay.io:443, quay.io:443, quay.io",
    "run/containers/auth.json, localhost:5000, localhost:5000, localhost:5000",
    "run/containers/auth.json, docker.io, docker.io, docker.io",
    "run/containers/auth.json, https://index.docker.io/v1/, docker.io, docker.io",
    "run/containers/auth.json, index.docker.io, docker.io, docker.io",
    "run/containers/auth.json, https://quay.io, quay.io, quay.io",
    "run/containers/auth.json, http://quay.io/v1/, quay.io, quay.io",
    "run/containers/auth.json, https://quay.io/v2/, quay.io, quay.io",
    "run/containers/auth.json, http://https://quay.io, quay.io, quay.io",
    "run/containers/auth.json, quay.io/team, quay.io/team, quay.io/team",
    "run/containers/auth.json, quay.io/team, quay.io/team, quay.io",
    "run/containers/auth.json, quay.io/team/app, quay.io/team/app, quay.io/team/app",
    ".config/containers/auth.json, quay.io, quay.io, quay.io",
    ".docker/config.json, quay.io, quay.io, quay.io",
    ".docker/config.json, https://quay.io/v1/, quay.io, quay.io",
    ".docker/config.json, https://index.docker.io/v1/, docker.io, docker.io",
    ".dockercfg, quay.io, quay.io, quay.io",
    ".dockercfg, https://quay.io/v1/, quay.io, quay.io"
  })
  void whatTheyUseIsGoneAfterwards(String file, String key, String name, String server) {
    write(file, key);
    assertEquals(List.of("ann", "ann"), users(name), "they do not find that key");

    Machine.Result result = machine.run("--everywhere", server);

    assertEquals(0, result.exit(), result.err());
    assertEquals(List.of("nobody", "nobody"), users(name));
    assertEquals(List.of("bystander", "bystander"), users("bystander.example.com"));
  }

  /** Keys that another logout leaves. */
  @ParameterizedTest(name = "{1}, not {3}")
  @CsvSource({
    "run/containers/auth.json, quay.io:5000, quay.io:5000, quay.io",
    "run/containers/auth.json, quay.io/team, quay.io/team, quay.io/other",
    "run/containers/auth.json, quay.io/team-a, quay.io/team-a, quay.io/team",
    "run/containers/auth.json, quay.io, quay.io/team, quay.io/team",
    "run/containers/auth.json, quay.io/team, quay.io/team/app, quay.io/team/app",
    "run/containers/auth.json, docker.io, docker.io, hub.docker.com",
    ".docker/config.json, quay.io.example.com, quay.io.example.com, quay.io"
  })
  void whatTheyUseForAnotherTheyStillUse(String file, String key, String name, String server) {
    write(file, key);

    Machine.Result result = machine.run("--everywhere", server);

    assertEquals(0, result.exit(), result.err());
    assertEquals(List.of("ann", "ann"), users(name));
  }

  @Test
  void aFileThatAVariableNamesIsTheOneTheyUse() {
    machine.variable("REGISTRY_AUTH_FILE", machine.home().resolve("mine.json").toString());
    write("mine.json", "quay.io");
    assertEquals(List.of("ann", "ann"), users("quay.io"));

    assertEquals(0, machine.run("--everywhere", "quay.io").exit());

    assertEquals(List.of("nobody", "nobody"), users("quay.io"));
  }

  @Test
  void aHelperInTheirFileIsCleaned() {
    machine.keeper("vault", "quay.io", "ghcr.io");
    machine.write(
        machine.home().resolve("run/containers/auth.json"),
        "{\"credHelpers\": {\"quay.io\": \"vault\", \"ghcr.io\": \"vault\"}}");
    assertEquals(List.of("ci", "ci"), users("quay.io"));

    assertEquals(0, machine.run("--everywhere", "quay.io").exit());

    assertEquals(List.of("nobody", "nobody"), users("quay.io"));
    assertEquals(List.of("ci", "ci"), users("ghcr.io"));
  }

  @Test
  void aHelperOfRegistriesConfIsCleaned() {
    machine.keeper("vault", "quay.io", "ghcr.io");
    machine.write(
        machine.home().resolve(".config/containers/registries.conf"),
        "unqualified-search-registries = [\"docker.io\"]\ncredential-helpers = [\"vault\"]\n");
    assertEquals(List.of("ci", "ci"), users("quay.io"));

    assertEquals(0, machine.run("--everywhere", "quay.io").exit());

    assertEquals(List.of("nobody", "nobody"), users("quay.io"));
    assertEquals(List.of("ci", "ci"), users("ghcr.io"));
  }

  @Test
  void aLoginInEachOfTheirFilesIsGone() {
    List<String> files =
        List.of(
            "run/containers/auth.json",
            ".config/containers/auth.json",
            ".docker/config.json",
            ".dockercfg");
    files.forEach(file -> write(file, "quay.io"));

    assertEquals(0, machine.run("--everywhere", "quay.io").exit());

    assertEquals(List.of("nobody", "nobody"), users("quay.io"));
  }

  private void write(String file, String key) {
    String map = "{\"" + key + "\": " + VALUE + ", " + BYSTANDER + "}";
    machine.write(
        machine.home().resolve(file),
        file.endsWith(".dockercfg") ? map : "{\"auths\": " + map + "}");
  }

  /** Returns whose login podman and skopeo would use. */
  private List<String> users(String name) {
    Map<String, String> variables = new HashMap<>(machine.variables());
    variables.put("PATH", machine.bin() + ":" + System.getenv("PATH"));
    List<String> users = new ArrayList<>();
    for (String client : List.of("podman", "skopeo")) {
      RealHelpers.require(client);
      RealHelpers.Result result =
          RealHelpers.run(variables, "", client, "login", "--get-login", name);
      users.add(result.exit() == 0 ? result.out().strip() : "nobody");
    }
    return users;
  }
}
