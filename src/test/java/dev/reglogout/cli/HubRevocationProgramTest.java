package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.reglogout.hub.ConnectProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the whole program speaks to Docker, seen from a proxy that lets nothing out. */
class HubRevocationProgramTest {
  private static final String HUB = "https://index.docker.io/v1/";
  private static final String REFRESH = HUB + "refresh-token";
  private static final String CONNECT = "CONNECT login.docker.com:443 HTTP/1.1";

  @TempDir Path directory;
  private Machine machine;
  private ConnectProxy proxy;

  @BeforeEach
  void setUp() {
    proxy = ConnectProxy.refusing("502 Bad Gateway");
    machine =
        new Machine(directory)
            .variable("HTTPS_PROXY", proxy.url())
            .config("{\"auths\": {\"%s\": {}}, \"credsStore\": \"keeper\"}".formatted(HUB))
            .helper("keeper", "keeper")
            .entry(HUB, "u", "p")
            .entry(REFRESH, "u", "v1.s3cret..client-1");
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  @ParameterizedTest
  @CsvSource({"docker.io, 0", "--strict, 3"})
  void aSignInThatCannotBeRevokedIsAWarningAndGone(String argument, int exit) {
    Machine.Result result = machine.run(argument);

    assertEquals(List.of(CONNECT), proxy.asked());
    assertEquals(exit, result.exit());
    assertEquals(
        "reglogout: Docker Hub's sign-in could not be revoked at Docker and may live on there:"
            + " the proxy does not connect to login.docker.com;"
            + " end it in your account's settings at hub.docker.com\n",
        result.err());
    assertFalse(result.out().contains("revoked"), result.out());
    assertFalse(machine.holds(REFRESH));
    checkNoSecret(result);
  }

  @ParameterizedTest
  @CsvSource({"docker.io, 0", "--strict, 3"})
  void withNoRevokeNothingIsConnectedToNorAskedFor(String argument, int exit) {
    Machine.Result result = machine.run("--no-revoke", argument);

    assertEquals(List.of(), proxy.asked());
    assertTrue(machine.calls().stream().noneMatch(call -> call.contains(" get ")));
    assertEquals(exit, result.exit());
    assertTrue(result.err().contains("because of --no-revoke"), result.err());
    assertFalse(machine.holds(REFRESH));
  }

  @Test
  void aDryRunConnectsToNothingAndAsksForNoSecret() {
    Machine.Result result = machine.run("--dry-run");

    assertEquals(0, result.exit());
    assertEquals("", result.err());
    assertEquals(List.of("keeper list unused"), machine.calls());
    assertEquals(List.of(), proxy.asked());
  }

  @Test
  void aDryRunSaysWhatMayBeLeftToDockerDesktop() {
    machine.config("{\"credsStore\": \"desktop\"}").helper("desktop", "keeper");

    Machine.Result result = machine.run("-n");

    String line =
        "  would erase %s from docker-credential-desktop: it is left if it is Docker Desktop's own"
            + " sign-in\n";
    assertTrue(result.out().contains(line.formatted(REFRESH)), result.out());
  }

  @ParameterizedTest
  @CsvSource({"'', false", "--no-revoke, false", "--dry-run, null"})
  void jsonSaysWhetherTheSignInWasRevoked(String option, String revoked) {
    Machine.Result result =
        machine.run(
            Arrays.stream(new String[] {"--json", option, "docker.io", "ghcr.io"})
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new));

    assertEquals(revoked, revoked(result, 0));
    assertEquals("null", revoked(result, 1));
    checkNoSecret(result);
  }

  @Test
  void jsonSaysNullWhereThereIsNoSignInOfDockers() {
    machine.entry(REFRESH, "u", "s3cret");

    Machine.Result result = machine.run("--json");

    assertEquals("null", revoked(result, 0));
    assertEquals(List.of(), proxy.asked());
    checkNoSecret(result);
  }

  @Test
  void verboseTellsHowLongItTookAndShowsNoSecret() {
    Machine.Result result = machine.run("-v");

    assertTrue(result.err().contains("  Docker Hub revoke: "), result.err());
    assertTrue(result.err().contains("  docker-credential-keeper get " + REFRESH), result.err());
    checkNoSecret(result);
  }

  @Test
  void theNetworkIsNotEvenLoadedWithoutASignInOfDockers() throws IOException {
    machine.entry(REFRESH, "u", "s3cret");

    assertEquals(List.of(), networkClasses("docker.io"));
  }

  @Test
  void theNetworkIsLoadedForASignInOfDockers() throws IOException {
    assertFalse(networkClasses("docker.io").isEmpty());
  }

  /** Runs the program in a JVM of its own, and returns what it loads to speak to the network. */
  private List<String> networkClasses(String server) throws IOException {
    Path log = directory.resolve("classes.log");
    Map<String, String> variables = new HashMap<>(machine.variables());
    variables.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
    Machine.Result result =
        ProgramProcess.run(List.of(), List.of(server), variables, directory.resolve("classes"));
    assertEquals(0, result.exit(), result.err());
    List<String> classes = new ArrayList<>(Files.readAllLines(log));
    classes.removeIf(
        line ->
            !(line.contains("java.net.http.")
                || line.contains("javax.net.ssl.")
                || line.contains(".HubRevocation ")));
    return classes;
  }

  private static String revoked(Machine.Result result, int registry) {
    JsonObject document = JsonParser.parseString(result.out()).getAsJsonObject();
    return document
        .getAsJsonArray("registries")
        .get(registry)
        .getAsJsonObject()
        .get("revoked")
        .toString();
  }

  private static void checkNoSecret(Machine.Result result) {
    assertFalse((result.out() + result.err()).contains("s3cret"), result.toString());
  }
}
