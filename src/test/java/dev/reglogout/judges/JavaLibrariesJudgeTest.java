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

/** The libraries that Java programs log in with are asked whose login they would use. */
@ExtendWith(RedRows.class)
class JavaLibrariesJudgeTest {
  private static final String[] REGISTRIES = {
    "inline.io", "url.io", "old.io", "bound.io", "docker.io", "bystander.io"
  };
  private static final String VALUE = "{\"auth\": \"YW5uOnB3\"}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  /** Which keys a library finds differs; afterwards it finds none of those it found. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "JibLogin, ann ann ann ci ann",
    "DockerJavaLogin, ann ann ann nobody nobody",
    "TestcontainersLogin, ann ann nobody ci nobody",
    "OrasLogin, ann nobody nobody ci nobody"
  })
  void whatALibraryUsesIsGoneAfterwards(String library, String before) {
    machine
        .config(
            """
            {"auths": {"inline.io": VALUE, "https://url.io": VALUE, "https://old.io/v1/": VALUE,
              "https://index.docker.io/v1/": VALUE,
              "bystander.io": {"auth": "YnlzdGFuZGVyOnB3"}},
             "credHelpers": {"bound.io": "vault"}}"""
                .replace("VALUE", VALUE))
        .keeper("vault", "bound.io");
    assertEquals(before + " bystander", users(library, REGISTRIES));

    Machine.Result result = machine.run("inline.io", "url.io", "old.io", "bound.io", "docker.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals("nobody nobody nobody nobody nobody bystander", users(library, REGISTRIES));
  }

  @Test
  void jibAsksAHelperForTheKeyAsItIsSpelledInCredHelpers() {
    machine
        .config("{\"credHelpers\": {\"https://r.example.com/suffix\": \"vault\"}}")
        .keeper("vault", "https://r.example.com/suffix");
    assertEquals("ci", users("JibLogin", "r.example.com"));

    Machine.Result result = machine.run("r.example.com");

    assertEquals(0, result.exit(), result.err());
    assertEquals("nobody", users("JibLogin", "r.example.com"));
  }

  @Test
  void anOldFileBesideTheConfigIsReadByDockerJava() {
    machine.write(
        machine.configDirectory().resolve(".dockercfg"), "{\"r.io\": %s}".formatted(VALUE));
    assertEquals("ann", users("DockerJavaLogin", "r.io"));

    Machine.Result result = machine.run("--everywhere", "r.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals("nobody", users("DockerJavaLogin", "r.io"));
  }

  /** Runs a library's judge, with this machine's home and programs. */
  private String users(String library, String... registries) {
    Map<String, String> variables = new HashMap<>(machine.variables());
    variables.put("PATH", machine.bin() + ":" + System.getenv("PATH"));
    variables.put("DOCKER_CONFIG", machine.configDirectory().toString());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.add("-Duser.home=" + machine.home());
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(getClass().getPackageName() + "." + library);
    command.addAll(List.of(registries));
    return RealHelpers.check(variables, "", command.toArray(String[]::new))
        .strip()
        .replace("\n", " ");
  }
}
