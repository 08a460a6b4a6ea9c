package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.reglogout.real.RealHelpers;
import dev.reglogout.real.RealPass;
import dev.reglogout.real.RealSecretService;
import dev.reglogout.real.Touched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** doctor in front of the helpers that Debian ships; its round trip leaves no trace. */
class RealDoctorIT extends EndToEnd {
  private static final String PASS = "docker-credential-pass";
  private static final String SECRETSERVICE = "docker-credential-secretservice";

  /** Two seconds are promised; the rest is for a busy machine. */
  private static final long LIMIT_MILLIS = 8_000;

  /** How often an interrupt may come while the machine is too busy to clean up within a second. */
  private static final int ATTEMPTS = 4;

  private final Program interruptible = program.behind("/usr/bin/env", "--default-signal=INT,TERM");

  @Test
  void allThatIsWrongIsNamedInOneRunBesideAHelperThatHangs() throws IOException {
    RealHelpers.require(PASS, "pass", SECRETSERVICE, "docker-credential-ecr-login");
    machine
        .helper("stuck", "hangs")
        .config(
            """
            {"credsStore": "ecr-login", "credHelpers": {
              "a.io": "pass", "b.io": "secretservice", "c.io": "stuck", "d.io": "desktop",
              "e.io": "dev-containers-12", "f.io": "../x"}}""");
    // secretservice itself makes it whenever it is asked to list where there is no bus
    Files.createDirectory(machine.home().resolve(".cache"));
    Touched before = Touched.in(machine.home());

    Program.Result result = program.run(inFront(variables()), "doctor", "--json", "--timeout", "1");

    assertEquals(1, result.exit(), result.err());
    assertEquals(
        Map.of(
            "docker-credential-ecr-login",
            List.of("minting-for-all"),
            PASS,
            List.of("pass-not-initialized"),
            SECRETSERVICE,
            List.of("no-dbus"),
            "docker-credential-stuck",
            List.of("helper-timed-out"),
            "docker-credential-desktop",
            List.of("missing-desktop"),
            "docker-credential-dev-containers-12",
            List.of("missing-dev-containers"),
            "docker-credential-../x",
            List.of("helper-name-invalid")),
        found(result));
    assertTrue(result.millis() < LIMIT_MILLIS, result.millis() + " ms");
    assertEquals(before, Touched.in(machine.home()), "~/.ecr, ~/.gnupg, ~/.password-store");
  }

  @Test
  void aRoundTripInPassLeavesTheStoreAsItWas() {
    try (RealPass pass = RealPass.create(directory)) {
      machine.config("{\"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "ci", "s3cret");
      RealHelpers.run(pass.environment(), "", "gpgconf", "--kill", "all");
      Path gnupgHome = Path.of(pass.environment().get("GNUPGHOME"));
      Map<String, String> environment = home(pass.environment());
      Touched keys = Touched.in(gnupgHome);

      Program.Result result = program.run(environment, "doctor", "--json");

      assertEquals(Map.of(PASS, List.of()), found(result));
      assertEquals(0, result.exit());
      assertEquals(keys, Touched.in(gnupgHome), "agent, lock, trust database");

      pass.list(); // from here on an agent may run, as one is needed to tell a secret
      Map<String, String> store = files(pass);
      RealHelpers.run(pass.environment(), "", "gpg-connect-agent", "/bye");

      Program.Result trip = program.run(environment, "doctor", "--json", "--round-trip");

      assertEquals(
          "{\"stored\":true,\"listed\":true,\"got\":true,\"erased\":true}", roundTrip(trip, PASS));
      assertEquals(0, trip.exit());
      assertEquals(store, files(pass));
      assertEquals(Map.of("ghcr.io", "ci"), pass.list());
    }
  }

  @Test
  void aRoundTripInAKeyringLeavesItAsItWas() {
    try (RealSecretService keyring = RealSecretService.create()) {
      machine.config("{\"credsStore\": \"secretservice\"}");
      keyring.store("https://ghcr.io", "ci", "s3cret");

      Program.Result trip =
          program.run(home(keyring.environment()), "doctor", "--json", "--round-trip");

      assertEquals(
          "{\"stored\":true,\"listed\":true,\"got\":true,\"erased\":true}",
          roundTrip(trip, SECRETSERVICE));
      assertEquals(0, trip.exit(), trip.out());
      assertEquals(Map.of("https://ghcr.io", "ci"), keyring.list());
    }
  }

  @Test
  void aRoundTripInPassThatIsInterruptedLeavesNothing() throws Exception {
    try (RealPass pass = RealPass.create(directory)) {
      pass.store("ghcr.io", "ci", "s3cret");
      RealHelpers.run(pass.environment(), "", "gpg-connect-agent", "/bye"); // not by the program
      Map<String, String> before = files(pass);

      interruptAtEachVerb(PASS, "pass", pass.environment());

      assertEquals(Map.of("ghcr.io", "ci"), pass.list());
      assertEquals(before, files(pass));
    }
  }

  @Test
  void aRoundTripInAKeyringThatIsInterruptedLeavesNothing() throws Exception {
    try (RealSecretService keyring = RealSecretService.create()) {
      keyring.store("https://ghcr.io", "ci", "s3cret");

      interruptAtEachVerb(SECRETSERVICE, "secretservice", keyring.environment());

      assertEquals(Map.of("https://ghcr.io", "ci"), keyring.list());
    }
  }

  /** As a terminal does: the program and the helper that runs are sent the signal. */
  private void interruptAtEachVerb(String helper, String name, Map<String, String> store)
      throws Exception {
    machine.config("{\"credsStore\": \"%s\"}".formatted(name));
    Path reached = directory.resolve("reached");
    String real = RealHelpers.path(helper).toString();
    machine.script(
        name,
        """
        if [ "$1" = "$STOP_AT" ] && mkdir '%1$s'; then
          [ "$1" != get ] || exec sleep 600
          '%2$s' "$1"
          exec sleep 600
        fi
        exec '%2$s' "$1"
        """
            .formatted(reached, real)
            .replaceFirst("^", "PATH='" + System.getenv("PATH") + "'\n"));
    for (String verb : List.of("store", "get")) {
      Map<String, String> environment = inFront(home(store));
      environment.put("STOP_AT", verb);
      String said = "";
      for (int i = 0; i < ATTEMPTS; i++) {
        said = interrupt(environment, reached);
        if (!said.contains("reglogout-check")) {
          break;
        }
        // a busy machine: it was said what remains, and the next run erases it
        Program.Result next = program.run(home(store), "doctor", "--json", "--round-trip");
        assertTrue(next.out().contains("round-trip-leftover"), next.out());
      }
      assertFalse(said.contains("reglogout-check"), said);
    }
  }

  /** Interrupts a round trip once a step is reached, and returns what it said. */
  private String interrupt(Map<String, String> environment, Path reached) throws Exception {
    Program.Running running =
        interruptible.behind("setsid").start(environment, "doctor", "--round-trip");
    await("the helper is called", () -> Files.exists(reached));
    long start = System.nanoTime();
    running.signalGroup("INT");
    Program.Result result = running.result();
    assertEquals(130, result.exit(), result.err());
    assertTrue((System.nanoTime() - start) / 1_000_000 < LIMIT_MILLIS);
    Files.delete(reached);
    return result.err();
  }

  /** Returns the ids found, by the helper's name. */
  private static Map<String, List<String>> found(Program.Result result) {
    Map<String, List<String>> found = new TreeMap<>();
    helpers(result)
        .forEach(
            (name, helper) -> {
              List<String> ids = new ArrayList<>();
              helper
                  .getAsJsonArray("findings")
                  .forEach(finding -> ids.add(finding.getAsJsonObject().get("id").getAsString()));
              found.put(name, ids);
            });
    return found;
  }

  private static String roundTrip(Program.Result result, String helper) {
    return helpers(result).get(helper).get("roundTrip").toString();
  }

  private static Map<String, JsonObject> helpers(Program.Result result) {
    Map<String, JsonObject> helpers = new TreeMap<>();
    for (JsonElement element : result.json().getAsJsonArray("subjects")) {
      JsonObject subject = element.getAsJsonObject();
      if (subject.get("kind").getAsString().equals("helper")) {
        helpers.put(subject.get("name").getAsString(), subject);
      }
    }
    return helpers;
  }

  /** Returns the files of the store; a folder is as it was if it holds the same. */
  private static Map<String, String> files(RealPass pass) {
    Map<String, String> files = new TreeMap<>(Touched.in(pass.storeDirectory()).files());
    files.replaceAll((file, touched) -> Files.isDirectory(Path.of(file)) ? "folder" : touched);
    return files;
  }

  /** Returns an environment in which the machine's own helpers come first. */
  private Map<String, String> inFront(Map<String, String> environment) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("PATH", machine.bin() + ":" + System.getenv("PATH"));
    return changed;
  }

  /** The store has a home of its own, the config file is in the machine's. */
  private Map<String, String> home(Map<String, String> environment) {
    Map<String, String> changed = new HashMap<>(marked(environment));
    changed.put("HOME", machine.home().toString());
    return changed;
  }
}
