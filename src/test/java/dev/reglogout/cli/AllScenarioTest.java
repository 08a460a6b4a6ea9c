package dev.reglogout.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --all} on machines where much is stored, and some of it is out of order. */
class AllScenarioTest {
  private static final String CONFIGURED =
      """
        "HttpHeaders": {"X": "1"},
        "credHelpers": {"b.io": "broken", "gcr.io": "gcloud"},
        "credsStore": "pass"
      }""";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  /** A shared machine: secrets in the file, one helper that fails, one that mints, others' keys. */
  private void setUpASharedMachine() {
    machine
        .config(
            """
            {
              "auths": {
                "a.io": {"auth": "dTpw"},
                "b.io": {},
                "": {"auth": "dTpw"},
                "https://c.io": {}
              },
            """
                + CONFIGURED)
        .keeper("pass", "https://c.io", "d.io", "plainword", "https://d.io/login/oauth/x")
        .helper("broken", "refuses")
        .helper("gcloud", "keeper");
  }

  @Test
  void allThatCanBeErasedGoesAndTheFailureIsNamed() {
    setUpASharedMachine();

    Machine.Result result = machine.run("--all");

    assertEquals(1, result.exit());
    assertEquals(
        """
        Removing login credentials for a.io
          removed a.io from <file>
        Removing login credentials for b.io
          left b.io in <file>: it is the only trace of what a helper may still hold
        Removing login credentials for an empty key
          removed "" from <file>
        Removing login credentials for c.io
          removed https://c.io (no secret) from <file>
          erased https://c.io from docker-credential-pass
        Nothing is stored for gcr.io
          docker-credential-gcloud stores nothing; access comes from your gcloud session. To end it: gcloud auth revoke
        Removing login credentials for d.io
          erased d.io from docker-credential-pass
        """
            .replace("<file>", machine.config().toString()),
        result.out());
    assertEquals(
        """
        reglogout: b.io may remain in docker-credential-broken: it says: boom went wrong. ask it to `list`, and erase there what is left
        reglogout: left alone in docker-credential-pass: 2 entries that are not registry logins
        """,
        result.err());
    assertEquals("{\n  \"auths\": {\n    \"b.io\": {}\n  },\n" + CONFIGURED, machine.configText());
    assertEquals(List.of("https://d.io/login/oauth/x", "plainword"), machine.keysOf("pass"));
    assertTrue(machine.calls().stream().noneMatch(call -> call.startsWith("gcloud")));
  }

  @Test
  void aSecondRunFailsForTheOneThatFailedOnly() {
    setUpASharedMachine();
    machine.run("--all");
    String after = machine.configText();

    Machine.Result again = machine.run("--all");

    assertEquals(1, again.exit());
    assertEquals(
        """
        Removing login credentials for b.io
          left b.io in %s: it is the only trace of what a helper may still hold
        Nothing is stored for gcr.io
          docker-credential-gcloud stores nothing; access comes from your gcloud session. To end it: gcloud auth revoke
        """
            .formatted(machine.config()),
        again.out());
    assertEquals(2, again.err().lines().count(), again.err());
    assertEquals(after, machine.configText());
  }

  @Test
  void onceTheFailingHelperIsMendedTheNextRunEndsWell() {
    setUpASharedMachine();
    machine.run("--all");
    machine.config(machine.configText().replace("broken", "mended")).keeper("mended", "b.io");

    Machine.Result result = machine.run("--all");

    assertEquals(0, result.exit(), result.err());
    assertEquals(List.of(), machine.keysOf("mended"));
    assertFalse(machine.configText().contains("\"b.io\": {}"), machine.configText());
  }

  @Test
  void theDocumentHasEveryRegistryAndWhatCouldNotBeSearched() {
    setUpASharedMachine();
    machine.config(machine.configText().replace("pass", "nowhere"));

    Machine.Result result = machine.run("--all", "--json");

    assertEquals(1, result.exit());
    assertEquals("", result.err());
    JsonObject document = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(
        """
        a.io null false: inline a.io erased; helper null failed helper-not-installed
        b.io null false: inline b.io kept placeholder-kept; helper b.io failed helper-failed
         null true: inline  erased
        c.io null false: inline https://c.io kept placeholder-kept; helper null failed helper-not-installed
        gcr.io null true: inline gcr.io absent; helper null minted minted
        """,
        registries(document));
    JsonArray unsearched = document.getAsJsonArray("unsearched");
    assertEquals(1, unsearched.size(), result.out());
    JsonObject store = unsearched.get(0).getAsJsonObject();
    assertEquals("docker-credential-nowhere", store.get("store").getAsString());
    assertEquals("helper-not-installed", store.get("reason").getAsString());
    assertEquals(0, document.getAsJsonArray("warnings").size(), result.out());
    assertFalse(document.get("loggedOut").getAsBoolean());
    assertTrue(document.get("changed").getAsBoolean());
  }

  @Test
  void whatIsLeftAloneIsAWarningInTheDocument() {
    machine.config("{\"credsStore\": \"pass\"}").keeper("pass", "plainword");

    Machine.Result result = machine.run("--all", "--json");

    assertEquals(
        JsonParser.parseString(
            """
            {"version": 1, "dryRun": false, "changed": false, "loggedOut": true, "exitCode": 0,
             "registries": [], "unsearched": [], "warnings": [{"id": "left-alone", "text":
              "left alone in docker-credential-pass: 1 entry that is no registry login"}]}
            """),
        JsonParser.parseString(result.out()));
  }

  @Test
  void aThousandEntriesTakeAtMostTwoWritesAndTwoListsOfEachHelper() throws IOException {
    List<String> helpers = List.of("pass", "secretservice", "x");
    for (String helper : helpers) {
      machine.script(helper, quickKeeper(helper));
      IntStream.range(0, 250)
          .forEach(i -> machine.write(stored(helper).resolve(i + "." + helper + ".io"), ""));
    }
    String inline =
        Stream.concat(
                IntStream.range(0, 200).mapToObj(i -> "\"" + i + ".inline.io\": {\"auth\": \"x\"}"),
                IntStream.range(0, 50).mapToObj(i -> "\"" + i + ".pass.io\": {}"))
            .collect(joining(", "));
    String configured =
        "\"credHelpers\": {\"0.x.io\": \"x\", \"0.s.io\": \"secretservice\"},"
            + " \"credsStore\": \"pass\"}";
    machine.config("{\"auths\": {" + inline + "}, " + configured);

    try (WatchService watch = directory.getFileSystem().newWatchService()) {
      machine
          .configDirectory()
          .register(
              watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);

      Machine.Result result = machine.run("--all");

      assertEquals(0, result.exit(), result.err());
      assertEquals("{\"auths\": {}, " + configured, machine.configText());
      int writes = writes(watch);
      assertTrue(writes >= 1 && writes <= 2, writes + " writes");
      assertInOrder(
          result.out().lines().toList(),
          List.of("inline.io", "pass.io", "x.io", "secretservice.io"));
    }
    for (String helper : helpers) {
      assertEquals(0, stored(helper).toFile().list().length, helper);
      assertEquals(2, Machine.read(directory.resolve("lists-of-" + helper)).lines().count());
    }
  }

  /** A helper that takes a millisecond: a file is an entry, and a line is a list. */
  private String quickKeeper(String name) {
    return """
        cd '%s' || exit 1
        case $1 in
          list)
            echo . >>'%s'
            printf '{'
            comma=
            for key in *; do
              [ ! -e "$key" ] || printf '%%s"%%s":"ci"' "$comma" "$key"
              comma=,
            done
            printf '}'
            ;;
          erase)
            read -r key || :
            rm "$key" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; }
            ;;
        esac"""
        .formatted(stored(name), directory.resolve("lists-of-" + name));
  }

  private Path stored(String helper) {
    return directory.resolve("stored-by-" + helper);
  }

  /** Counts how often the config file was replaced or written to. */
  private int writes(WatchService watch) {
    int writes = 0;
    try {
      for (WatchKey key = watch.poll(1, TimeUnit.SECONDS); key != null; key = watch.poll()) {
        for (WatchEvent<?> event : key.pollEvents()) {
          boolean config = machine.config().getFileName().equals(event.context());
          writes += config ? event.count() : 0;
        }
        key.reset();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return writes;
  }

  private static void assertInOrder(List<String> lines, List<String> kinds) {
    List<Integer> firsts = new ArrayList<>();
    for (String kind : kinds) {
      firsts.add(lines.indexOf("Removing login credentials for 0." + kind));
    }
    assertEquals(firsts.stream().sorted().toList(), firsts);
    assertEquals(0, firsts.get(0));
  }

  /** Returns a line for each registry: its name, what was given, loggedOut, and its steps. */
  private static String registries(JsonObject document) {
    StringBuilder lines = new StringBuilder();
    for (JsonElement element : document.getAsJsonArray("registries")) {
      JsonObject registry = element.getAsJsonObject();
      List<String> steps = new ArrayList<>();
      for (JsonElement step : registry.getAsJsonArray("steps")) {
        JsonObject members = step.getAsJsonObject();
        String reason = members.get("reason").isJsonNull() ? "" : " " + text(members.get("reason"));
        steps.add(
            "%s %s %s%s"
                .formatted(
                    text(members.get("kind")),
                    text(members.get("key")),
                    text(members.get("verdict")),
                    reason));
      }
      lines.append(
          "%s %s %s: %s\n"
              .formatted(
                  text(registry.get("registry")),
                  text(registry.get("given")),
                  registry.get("loggedOut"),
                  String.join("; ", steps)));
    }
    return lines.toString();
  }

  private static String text(JsonElement value) {
    return value.isJsonNull() ? "null" : value.getAsString();
  }
}
