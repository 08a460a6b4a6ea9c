package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --everywhere} means every store on the machine: one login in each, and a neighbour. */
class EveryPlaceTest {
  private static final String ASKED = "r.example.com";
  private static final String NEIGHBOUR = "n.example.com";
  private static final String SECRET = "s3cret-of-the-login";
  private static final String AUTH =
      Base64.getEncoder().encodeToString(("ci:" + SECRET).getBytes(UTF_8));

  private static final String ENTRY = "{\"auth\": \"" + AUTH + "\"}";
  private static final String DOCKERS =
      "{\n\t\"auths\": {\n\t\t\"%s\": %s,\n\t\t\"%s\": %s\n\t},\n\t\"note\": 5.0\n}\n"
          .formatted(ASKED, ENTRY, NEIGHBOUR, ENTRY);
  private static final String DOCKERS_AFTER =
      "{\n\t\"auths\": {\n\t\t\"%s\": %s\n\t},\n\t\"note\": 5.0\n}\n".formatted(NEIGHBOUR, ENTRY);

  private static final String REGCTL =
      """
      {
        "hosts": {
          "%s": {"tls": "insecure", "regcert": "PEM", "user": "ci", "pass": "%s", "mirrors": ["m.example.com"], "priority": 5},
          "%s": {"user": "ci", "pass": "%s"}
        },
        "incDockerCred": false
      }
      """
          .formatted(ASKED, SECRET, NEIGHBOUR, SECRET);
  private static final String REGCTL_AFTER =
      """
      {
        "hosts": {
          "%s": {"tls": "insecure", "regcert": "PEM", "mirrors": ["m.example.com"], "priority": 5},
          "%s": {"user": "ci", "pass": "%s"}
        },
        "incDockerCred": false
      }
      """
          .formatted(ASKED, NEIGHBOUR, SECRET);

  private static final String CACHE =
      "{\"Registries\":{%s\"b\":{\"AuthorizationToken\":\""
          + AUTH
          + "\",\"ProxyEndpoint\":\"https://"
          + NEIGHBOUR
          + "\"}},\"Version\":\"1.0\"}";
  private static final String CACHED =
      "\"a\":{\"AuthorizationToken\":\""
          + AUTH
          + "\",\"ExpiresAt\":\"2020-01-01T00:00:00Z\","
          + "\"ProxyEndpoint\":\"https://"
          + ASKED
          + "\"},";

  private static final String GCRS =
      "{\"otherCreds\":{%s\"" + NEIGHBOUR + "\":{\"Username\":\"ci\",\"Secret\":\"s\"}}}";
  private static final String OTHER_CRED =
      "\"" + ASKED + "\":{\"Username\":\"ci\",\"Secret\":\"" + SECRET + "\"},";

  @TempDir Path directory;
  private Machine machine;

  /** What a file says before and after. */
  private record Content(String before, String after) {}

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
    machine.variable("XDG_RUNTIME_DIR", machine.home().resolve("run").toString());
    machine.variable("REGISTRY_AUTH_FILE", machine.home().resolve("named.json").toString());
  }

  /** The files, below the home. */
  static Map<String, Content> files() {
    Map<String, Content> files = new LinkedHashMap<>();
    Content dockers = new Content(DOCKERS, DOCKERS_AFTER);
    String map = "{\"%s\": %s, \"%s\": %s}".formatted(ASKED, ENTRY, NEIGHBOUR, ENTRY);
    String mapAfter = "{\"%s\": %s}".formatted(NEIGHBOUR, ENTRY);

    files.put(".docker/config.json", dockers);
    files.put("named.json", dockers);
    files.put("run/containers/auth.json", dockers);
    files.put(".config/containers/auth.json", dockers);
    files.put(".config/helm/registry/config.json", dockers);
    files.put(".dockercfg", new Content(map, mapAfter));
    files.put(".docker/.dockercfg", new Content(map, mapAfter));
    files.put(".regctl/config.json", new Content(REGCTL, REGCTL_AFTER));
    files.put("snap/docker/current/.docker/config.json", dockers);
    files.put(".finch/config.json", dockers);
    files.put(".apptainer/docker-config.json", dockers);
    files.put(".singularity/docker-config.json", dockers);
    files.put(".docker/plaintext-credentials.config.json", dockers);
    files.put(".ecr/cache.json", new Content(CACHE.formatted(CACHED), CACHE.formatted("")));
    files.put(
        ".config/gcloud/docker_credentials.json",
        new Content(GCRS.formatted(OTHER_CRED), GCRS.formatted("")));
    return files;
  }

  static Stream<String> paths() {
    return files().keySet().stream();
  }

  @Test
  void aLoginInEachIsShownAndNothingOfItsSecret() {
    setUpAll();

    Machine.Result list = machine.run("list", "--everywhere", "--json", ASKED);

    List<String> stores = stores(list);
    List<String> expected = new ArrayList<>();
    files().keySet().forEach(file -> expected.add(machine.home().resolve(file).toString()));
    expected.add("docker-credential-podmans");
    assertTrue(stores.containsAll(expected), () -> expected + " but " + stores);
    assertEquals(expected.size(), stores.size(), stores::toString);
    assertShowsNoSecret(list);
    assertShowsNoSecret(machine.run("list", "--everywhere"));
  }

  @Test
  void aLoginInEachIsGoneAndItsNeighbourStaysByteForByte() {
    setUpAll();

    Machine.Result result = machine.run("--everywhere", ASKED);

    assertEquals(0, result.exit(), result.err());
    assertShowsNoSecret(result);
    files()
        .forEach(
            (file, content) ->
                assertEquals(content.after(), Machine.read(machine.home().resolve(file)), file));
    assertEquals(List.of(NEIGHBOUR), machine.keysOf("podmans"));
    assertEquals(1, machine.run("list", "--everywhere", ASKED).exit());
  }

  @Test
  void withAllEveryLoginIsGone() {
    setUpAll();

    Machine.Result result = machine.run("--everywhere", "--all", "--yes");

    assertEquals(0, result.exit(), result.err());
    for (String file : files().keySet()) {
      assertFalse(Machine.read(machine.home().resolve(file)).contains(AUTH), file);
    }
    assertTrue(Machine.read(machine.home().resolve(".regctl/config.json")).contains("PEM"));
    assertEquals(List.of(), machine.keysOf("podmans"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void oneAloneIsFoundAndNoOtherIsMade(String file) throws IOException {
    Content content = files().get(file);
    machine.write(machine.home().resolve(file), content.before());
    List<String> before = below(directory);

    Machine.Result result = machine.run("--everywhere", ASKED);

    assertEquals(0, result.exit(), result.err());
    assertEquals(content.after(), Machine.read(machine.home().resolve(file)));
    assertEquals(before, below(directory));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void oneThatCannotBeReadIsAFailureAndTheOthersAreCleaned(String file) throws IOException {
    setUpAll();
    Path unreadable = machine.home().resolve(file);
    Files.delete(unreadable);
    Files.createDirectory(unreadable); // what nobody can read as a file, root neither

    Machine.Result result = machine.run("--everywhere", "--all", "--yes");

    assertEquals(1, result.exit(), result.out());
    assertTrue(result.err().contains(unreadable.toString()), result.err());
    for (String other : files().keySet()) {
      if (!other.equals(file)) {
        assertFalse(Machine.read(machine.home().resolve(other)).contains(AUTH), other);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void whereItIsNotAskedForOneLineSaysWhatElseIsStored(String file) {
    if (!file.equals(".docker/config.json")) { // which is always asked for
      machine.write(machine.home().resolve(file), files().get(file).before());

      for (String[] arguments : List.of(new String[] {ASKED}, new String[] {"list"})) {
        Machine.Result result = machine.run(arguments);

        assertTrue(result.err().contains(machine.home().resolve(file).toString()), result.err());
        assertTrue(result.err().contains("--everywhere"), result.err());
        assertShowsNoSecret(result);
      }
      assertEquals(3, machine.run("--strict", ASKED).exit());
    }
  }

  private void setUpAll() {
    files()
        .forEach((file, content) -> machine.write(machine.home().resolve(file), content.before()));
    machine.write(
        machine.home().resolve(".config/containers/registries.conf"),
        "credential-helpers = [\"containers-auth.json\", \"podmans\"]\n");
    machine.keeper("podmans", ASKED, NEIGHBOUR);
  }

  private static List<String> stores(Machine.Result list) {
    List<String> stores = new ArrayList<>();
    JsonObject document = JsonParser.parseString(list.out()).getAsJsonObject();
    for (JsonElement credential : document.getAsJsonArray("credentials")) {
      stores.add(credential.getAsJsonObject().get("store").getAsString());
    }
    return stores;
  }

  private static void assertShowsNoSecret(Machine.Result result) {
    assertFalse((result.out() + result.err()).contains(SECRET), result.out());
    assertFalse((result.out() + result.err()).contains(AUTH), result.out());
  }

  private static List<String> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
