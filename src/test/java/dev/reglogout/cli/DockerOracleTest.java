package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what docker was seen to do, or better where docker breaks a promise of this program.
 *
 * <p>The cases stand in the resources under {@code oracle}, a file for each table; {@code beyond}
 * holds more of the same kind. Each case runs twice, for people and for programs, on files and
 * helpers of its own.
 */
class DockerOracleTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final String SECRETS = "(?s).*(dTpw|OnA=|s3cret|u:p@).*";

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> configShapes() {
    return tests("config-shapes", 30);
  }

  @TestFactory
  Stream<DynamicTest> filesystem() {
    return tests("filesystem", 11);
  }

  @TestFactory
  Stream<DynamicTest> helpers() {
    return tests("helpers", 25);
  }

  @TestFactory
  Stream<DynamicTest> dockerHub() {
    return tests("docker-hub", 18);
  }

  @TestFactory
  Stream<DynamicTest> arguments() {
    return tests("arguments", 31);
  }

  @TestFactory
  Stream<DynamicTest> beyondTheTables() {
    return tests("beyond", 18);
  }

  private Stream<DynamicTest> tests(String file, int count) {
    List<OracleCase> cases = OracleCase.of(file);
    assertEquals(count, cases.size(), "cases in " + file);
    return cases.stream().map(one -> dynamicTest(one.name(), () -> check(one)));
  }

  private void check(OracleCase one) {
    if (!one.needs().isEmpty() && !isKnown(one.needs())) {
      System.err.printf("NOT TESTED: %s, because there is no %s%n", one.name(), one.needs());
      abort("there is no " + one.needs());
    }
    assertTimeout(LONGEST, () -> run(one, false));
    if (one.json()) {
      assertTimeout(LONGEST, () -> run(one, true));
    }
  }

  private void run(OracleCase one, boolean json) throws IOException {
    List<String> options = new ArrayList<>(json ? List.of("--json") : List.of());
    if (isKnown("--no-revoke")) {
      options.add("--no-revoke"); // a test speaks to no server
    }
    try (OracleMachine machine =
        new OracleMachine(one, Files.createTempDirectory(directory, "machine-"))) {
      machine.setUp();
      Snapshot before = machine.home();
      Machine.Result result = machine.run(options);
      String told =
          "%s (%s)%n%s%n%s".formatted(one.name(), one.promise(), result.out(), result.err());
      assertAll(
          told,
          () -> assertEquals(one.exit(), result.exit(), "exit code"),
          () -> checkFiles(one, before, machine.home()),
          () -> assertEquals(sorted(one.left()), machine.entries(), "left in the store"),
          () -> checkCalls(one, machine),
          () -> checkSafeToShow(result),
          () -> {
            if (json) {
              checkJson(one, JsonParser.parseString(result.out()).getAsJsonObject());
            } else {
              checkText(one, result);
            }
          });
    }
  }

  /** Nothing but the entries may have gone, and nothing come; all else is as it was. */
  private static void checkFiles(OracleCase one, Snapshot before, Snapshot after) {
    Snapshot expected = before;
    if (!one.removed().isEmpty()) {
      List<String> texts = after.contentsWhere(before, one.config());
      assertFalse(texts.isEmpty(), "no config file");
      String text = ExpectedText.without(one.config(), one.removed());
      if (one.inPlace()) {
        text = texts.get(0);
        ExpectedText.checkBlankedOut(one.config(), one.removed(), text);
      }
      expected = before.with(one.config(), text);
    }
    assertEquals(expected.toString(), after.toString(), "files");
  }

  private static void checkCalls(OracleCase one, OracleMachine machine) {
    assertEquals(one.erases(), machine.calls("erase"), "erases sent");
    assertTrue(machine.calls("list").size() <= one.lists(), "lists asked for");
    for (String key : machine.calls("get")) {
      assertTrue(key.endsWith("/refresh-token"), "secret asked for: " + key);
    }
  }

  private static void checkSafeToShow(Machine.Result result) {
    String shown = result.out() + result.err();
    assertFalse(shown.matches(SECRETS), "a secret is shown");
    assertTrue(
        shown.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'),
        "a control character is shown");
  }

  private static void checkText(OracleCase one, Machine.Result result) {
    assertEquals(one.says(), result.out().lines().findFirst().orElse(""), "first line");
    for (String words : one.stderr()) {
      assertTrue(result.err().contains(words), "'%s' in stderr".formatted(words));
    }
    if (one.stderr().isEmpty()) {
      assertEquals("", result.err(), "stderr");
    }
  }

  private static void checkJson(OracleCase one, JsonObject document) {
    assertEquals(1, document.get("version").getAsInt(), "version");
    assertEquals(one.exit(), document.get("exitCode").getAsInt(), "exitCode");
    if (one.exit() == ExitCode.USAGE) {
      assertFalse(document.get("error").getAsString().isEmpty(), "error");
      return;
    }
    List<String> expected = new ArrayList<>(one.steps());
    one.removed().stream()
        .map("inline %s: erased"::formatted)
        .filter(step -> one.steps().stream().noneMatch(s -> s.startsWith(start(step))))
        .forEach(expected::add);
    boolean changed = expected.stream().anyMatch(step -> step.contains(": erased"));
    assertEquals(one.exit() == 0, document.get("loggedOut").getAsBoolean(), "loggedOut");
    assertEquals(changed, document.get("changed").getAsBoolean(), "changed");
    List<String> steps = steps(document);
    steps.removeIf(step -> step.endsWith(": absent") && !expected.contains(step));
    assertEquals(sorted(expected), sorted(steps), "steps");
  }

  private static String start(String step) {
    return step.substring(0, step.lastIndexOf(':') + 1);
  }

  /** Returns the steps as the cases write them: {@code inline ghcr.io: erased}. */
  private static List<String> steps(JsonObject document) {
    List<String> steps = new ArrayList<>();
    for (JsonElement registry : document.getAsJsonArray("registries")) {
      for (JsonElement element : registry.getAsJsonObject().getAsJsonArray("steps")) {
        JsonObject step = element.getAsJsonObject();
        JsonElement key = step.get("key");
        String verdict = step.get("verdict").getAsString();
        boolean sure =
            !(verdict.equals("erased") || verdict.equals("absent"))
                || step.get("verified").getAsBoolean();
        steps.add(
            "%s %s: %s%s"
                .formatted(
                    step.get("kind").getAsString(),
                    key.isJsonNull() ? "-" : key.getAsString(),
                    verdict,
                    sure ? "" : ", not verified"));
      }
    }
    return steps;
  }

  private static boolean isKnown(String option) {
    return LogoutHelp.text().contains(option);
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }
}
