package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.reglogout.real.RealHelpers;
import dev.reglogout.real.RealPass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docker-credential-pass as Debian ships it, in front of a real password store. */
class RealPassIT extends EndToEnd {
  private static final String HELPER = "docker-credential-pass";

  @Test
  void entriesUnderUrlAndHostAreBothGoneAndAllOthersAreKept() {
    try (RealPass pass = RealPass.create(directory)) {
      machine.config(
          """
          {"auths": {"ghcr.io": {}, "https://ghcr.io": {}, "quay.io": {}}, "credsStore": "pass"}""");
      pass.store("ghcr.io", "ci", "s3cret");
      pass.store("https://ghcr.io", "ci", "s3cret");
      pass.store("quay.io", "ci", "other");
      pass.store("ghcr.io.example.com", "ci", "other");
      pass.store("https://ghcr.io/login/oauth/authorize/x", "mcp", "other");

      Program.Result result = program.run(marked(pass.environment()), "--json", "ghcr.io");

      assertEquals(0, result.exit(), result.err());
      assertEquals(
          Stream.of(
                  machine.config() + " ghcr.io erased true",
                  machine.config() + " https://ghcr.io erased true",
                  HELPER + " ghcr.io erased true",
                  HELPER + " https://ghcr.io erased true")
              .sorted()
              .toList(),
          result.steps());
      assertEquals(
          Map.of(
              "quay.io", "ci",
              "ghcr.io.example.com", "ci",
              "https://ghcr.io/login/oauth/authorize/x", "mcp"),
          pass.list());
      assertEquals("", secret(pass, "ghcr.io"));
      assertEquals("", secret(pass, "https://ghcr.io"));
      assertEquals("other", secret(pass, "quay.io"));
      assertEquals(
          "{\"auths\":{\"quay.io\":{}},\"credsStore\":\"pass\"}",
          JsonParser.parseString(machine.configText()).toString());
    }
  }

  @Test
  void tenEntriesErasedSideBySideAreAllGone() {
    try (RealPass pass = RealPass.create(directory)) {
      machine.config("{\"credsStore\": \"pass\"}");
      List<String> hosts =
          Stream.iterate(0, i -> i + 1).limit(10).map(i -> "r" + i + ".io").toList();
      hosts.forEach(host -> pass.store(host, "ci", "s3cret"));

      Program.Result result = program.run(marked(pass.environment()), hosts.toArray(String[]::new));

      assertEquals(0, result.exit(), result.err());
      assertEquals(Map.of(), pass.list());
    }
  }

  @Test
  void allEmptiesTheStoreOfRegistryLoginsAndASecondRunFindsNone() {
    try (RealPass pass = RealPass.create(directory)) {
      machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "ci", "s3cret");
      pass.store("https://quay.io", "ci", "s3cret");
      pass.store("localhost:5000", "ci", "s3cret");
      pass.store("https://index.docker.io/v1/", "ci", "s3cret");
      pass.store("https://ghcr.io/login/oauth/authorize/x", "mcp", "other");

      Program.Result result = program.run(marked(pass.environment()), "--all");
      Program.Result again = program.run(marked(pass.environment()), "--all");

      assertEquals(0, result.exit(), result.err());
      assertEquals(Map.of("https://ghcr.io/login/oauth/authorize/x", "mcp"), pass.list());
      assertEquals("{\"auths\": {}, \"credsStore\": \"pass\"}", machine.configText());
      String left = "reglogout: left alone in " + HELPER + ": 1 entry that is no registry login\n";
      assertEquals(left, result.err());
      assertEquals("Not logged in to any registry\n", again.out());
      assertEquals(left, again.err());
      assertEquals(0, again.exit());
    }
  }

  @Test
  void withoutAHelperInTheConfigPassIsCleanedBecauseDockerWouldAskIt() {
    try (RealPass pass = RealPass.create(directory)) {
      pass.store("https://ghcr.io", "ci", "s3cret");

      Program.Result result = program.run(marked(pass.environment()), "ghcr.io");

      assertEquals(0, result.exit(), result.err());
      assertEquals(
          "Removing login credentials for ghcr.io\n  erased https://ghcr.io from " + HELPER + "\n",
          result.out());
      assertEquals(Map.of(), pass.list());
    }
  }

  @Test
  void aPassThatWasNeverInitialisedHoldsNothingButATraceIsKeptWhereOneIs() {
    RealHelpers.require(HELPER, "pass");
    machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}");
    Map<String, String> environment = marked(RealPass.uninitialised(directory));

    Program.Result traced = program.run(environment, "ghcr.io");
    String kept = machine.configText();
    machine.config("{\"credsStore\": \"pass\"}");
    Program.Result untraced = program.run(environment, "ghcr.io");

    assertEquals(1, traced.exit(), traced.err());
    assertTrue(kept.contains("ghcr.io"), kept);
    assertEquals(0, untraced.exit(), untraced.err());
    assertEquals("Not logged in to ghcr.io\n", untraced.out());
    assertTrue(Files.notExists(machine.home().resolve(".password-store")));
  }

  @Test
  void withoutTheProgramPassTheEntryRemainsAndTheReasonIsTold() throws IOException {
    try (RealPass pass = RealPass.create(directory)) {
      machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "ci", "s3cret");
      Map<String, String> environment = new HashMap<>(marked(pass.environment()));
      environment.put("PATH", pathWithTheHelperAlone());

      Program.Result result = program.run(environment, "ghcr.io");
      Program.Result json = program.run(environment, "--json", "ghcr.io");

      assertEquals(1, result.exit());
      assertFalse(result.out().contains("erased"), result.out());
      assertTrue(
          result.err().startsWith("reglogout: ghcr.io is still in " + HELPER + " after erase: "),
          result.err());
      assertTrue(result.err().contains("pass not initialized"), result.err());
      assertTrue(json.steps().toString().contains(HELPER + " ghcr.io remains"), json.out());
      assertEquals(Map.of("ghcr.io", "ci"), pass.list());
      assertEquals("s3cret", secret(pass, "ghcr.io"));
      assertTrue(machine.configText().contains("\"ghcr.io\": {}"), machine.configText());
    }
  }

  private String pathWithTheHelperAlone() throws IOException {
    Path real =
        Stream.of(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, HELPER))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow();
    Files.createSymbolicLink(machine.bin().resolve(HELPER), real);
    return machine.bin().toString();
  }

  /** Asks the helper, as docker does; 0.6.4 answers with an empty secret where there is none. */
  private static String secret(RealPass pass, String key) {
    RealHelpers.Result answer = RealHelpers.run(pass.environment(), key, HELPER, "get");
    assertFalse(answer.out().isEmpty(), answer.err());
    return answer.exit() == 0
        ? JsonParser.parseString(answer.out()).getAsJsonObject().get("Secret").getAsString()
        : "";
  }
}
