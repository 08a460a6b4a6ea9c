package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code doctor} on setups that are broken in real ways. */
class DoctorIT extends EndToEnd {

  @Test
  void aBrokenSetupIsToldInFullWithinTheLimitOfOneHelperThatHangs() throws IOException {
    machine
        .config(
            """
            {"auths": {"a.io": {"auth": "YTph"}, "bad.io": {"auth": "S3CR3T!"}},
             "credStore": "pass", "features": {"buildkit": true},
             "credHelpers": {"a.io": "stuck", "b.io": "deaf", "https://c.io": "nowhere",
                             "d.io": "keeper", "e.io": "broken"}}""")
        .helper("stuck", "hangs")
        .helper("deaf", "ignores-term")
        .helper("keeper", "keeper")
        .helper("broken", "bad-interpreter")
        .entry("d.io", "ci", "s3cret");
    Files.createSymbolicLink(
        machine.configDirectory().resolve("config.json424242"), machine.config());
    List<Object> before = identity(machine.config());

    long start = run("--version").millis();
    Program.Result result = run("doctor", "--json", "--timeout", "1");

    assertAllProcessesHaveEnded();
    assertEquals(1, result.exit(), result.err());
    assertTrue(result.millis() < 3500 + start, result.millis() + " ms");
    List<String> found = found(result.json());
    assertTrue(
        found.containsAll(
            List.of(
                "file problem config-wrong-type",
                "file problem config-undecodable-auth",
                "file warning config-key-misspelt",
                "file warning credhelpers-key-unused",
                "file warning plain-text-beside-helper",
                "file warning config-leftover",
                "helper problem helper-timed-out",
                "helper problem helper-not-installed",
                "helper problem helper-bad-interpreter")),
        found.toString());
    assertEquals(2, found.stream().filter("helper problem helper-timed-out"::equals).count());
    assertTrue(!result.out().contains("S3CR3T"), result.out());
    assertEquals(before, identity(machine.config()));
    assertTrue(machine.holds("d.io"));
  }

  @Test
  void aSoundSetupIsQuiet() {
    machine
        .config("{\"auths\": {\"d.io\": {}}, \"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper")
        .entry("d.io", "ci", "s3cret");

    Program.Result result = run("doctor");

    assertEquals(0, result.exit());
    assertEquals(3, result.out().lines().count(), result.out());
    assertTrue(result.out().endsWith("nothing wrong; checked 1 file and 1 helper\n"));
    assertEquals("", result.err());
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalEndsItAndItsHelperAtOnceAndNothingIsClaimed(String signal, int exit)
      throws Exception {
    machine.config("{\"credsStore\": \"stuck\"}").helper("stuck", "hangs");
    Program.Running running =
        program.behind("/usr/bin/env", "--default-signal=INT,TERM").start(variables(), "doctor");
    await("the helper is asked to list", () -> machine.calls().contains("stuck list unused"));

    running.signal(signal);
    Program.Result result = running.result();

    assertEquals(exit, result.exit());
    assertEquals("", result.out());
    assertTrue(result.err().contains("interrupted"), result.err());
    assertAllProcessesHaveEnded();
  }

  @Test
  void aFileThatMayNotBeReadIsAProblemAndKeepsNothingElseFromBeingChecked() throws Exception {
    machine.config("{\"credsStore\": \"keeper\"}");
    Files.setPosixFilePermissions(machine.config(), Set.of());

    Program.Result result =
        OrdinaryUser.runs(program, directory)
            .run(
                marked(machine.variable("DOCKER_AUTH_CONFIG", "{").variables()),
                "doctor",
                "--json");

    assertEquals(1, result.exit());
    assertEquals(
        List.of("file problem permission-denied", "variable problem docker-auth-config-unusable"),
        found(result.json()));
  }

  /** Returns kind of the subject, severity and id of each finding. */
  private static List<String> found(JsonObject json) {
    return stream(json, "subjects")
        .flatMap(
            subject ->
                stream(subject, "findings")
                    .map(
                        finding ->
                            subject.get("kind").getAsString()
                                + " "
                                + finding.get("severity").getAsString()
                                + " "
                                + finding.get("id").getAsString()))
        .toList();
  }

  private static Stream<JsonObject> stream(JsonObject json, String member) {
    return StreamSupport.stream(json.getAsJsonArray(member).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }
}
