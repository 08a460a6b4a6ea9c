package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows of what was once found untrue, each a test by its letter and number, with neighbours.
 *
 * <p>They judge the program by its exit code, by what is stored afterwards, and by its report.
 */
@ExtendWith(RedRows.class)
abstract class TruthRows {
  static final String AUTH = Base64.getEncoder().encodeToString("ann:pw".getBytes(UTF_8));
  static final String HUB = "https://index.docker.io/v1/";
  private static final Path HELPER = Path.of("src/test/resources/crossed/helper.sh");

  @TempDir Path directory;
  Machine machine;

  @BeforeEach
  final void setUpMachine() {
    machine = new Machine(directory);
  }

  /** Writes docker's config; {@code AUTH} in it stands for an entry with a secret. */
  final void config(String json) {
    machine.config(filled(json));
  }

  static String filled(String json) {
    return json.replace("AUTH", "{\"auth\": \"" + AUTH + "\"}");
  }

  /**
   * Installs a helper with a store of its own.
   *
   * @param list how it lists, in the words of {@code crossed/helper.sh}
   * @param erase how it erases
   * @param keys what it holds; the first is the one that {@code hides} does not list
   */
  final void helper(String name, String list, String erase, String... keys) {
    try {
      Files.createDirectories(storeOf(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    machine.script(
        name,
        "store='%s' entries='%s' list=%s erase=%s\n. '%s'"
            .formatted(
                storeOf(name), String.join(" ", keys), list, erase, HELPER.toAbsolutePath()));
  }

  /** Returns which of these keys, all of them held once by a helper, it still holds. */
  final List<String> left(String name, String... keys) {
    return Arrays.stream(keys)
        .filter(key -> !Files.exists(storeOf(name).resolve(key.replace('/', '_'))))
        .toList();
  }

  /** Installs a helper of two answers, each a shell's command: to list, and to erase. */
  final void answers(String name, String list, String erase) {
    machine.script(name, "case $1 in list) " + list + ";; erase) " + erase + ";; *) exit 1;; esac");
  }

  /** Returns a shell's command that says something and fails. */
  static String fails(String words) {
    return "printf '%s\\n' '" + words + "'; exit 1";
  }

  /** Makes pass what docker asks by default: the program, its helper's store, a key. */
  final void installPass() {
    program("pass", "");
    machine.write(machine.home().resolve(".password-store/.gpg-id"), "A1B2C3D4\n");
  }

  /** Installs a program of any name. */
  final void program(String name, String body) {
    Path program = machine.bin().resolve(name);
    machine.write(program, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + body + "\n");
    assertTrue(program.toFile().setExecutable(true));
  }

  /** A run's exit code, its words and its report. */
  record Run(int exit, String out, String err, JsonObject report) {
    /** Returns the steps of all registries: store, key, verdict, verified. */
    List<String> steps() {
      List<String> steps = new ArrayList<>();
      if (!report.has("registries")) { // wrong usage
        return steps;
      }
      for (JsonElement registry : report.getAsJsonArray("registries")) {
        for (JsonElement each : registry.getAsJsonObject().getAsJsonArray("steps")) {
          JsonObject step = each.getAsJsonObject();
          String store = Path.of(step.get("store").getAsString()).getFileName().toString();
          steps.add(
              "%s %s %s %s"
                  .formatted(
                      store,
                      step.get("key").isJsonNull() ? null : step.get("key").getAsString(),
                      step.get("verdict").getAsString(),
                      step.get("verified")));
        }
      }
      return steps;
    }

    /** Tells whether a step has a verdict. */
    boolean has(String verdict) {
      return steps().stream().anyMatch(step -> step.contains(" " + verdict + " "));
    }

    /** Returns what is said beside the results: warnings, and stderr. */
    String said() {
      return report.get("warnings") + err;
    }

    /** Returns the causes and the advice of all steps. */
    String details() {
      StringBuilder details = new StringBuilder();
      for (JsonElement registry : report.getAsJsonArray("registries")) {
        for (JsonElement step : registry.getAsJsonObject().getAsJsonArray("steps")) {
          details.append(step.getAsJsonObject().get("detail")).append('\n');
        }
      }
      return details.toString();
    }

    boolean changed() {
      return report.has("changed") && report.get("changed").getAsBoolean();
    }

    @Override
    public String toString() {
      return "exit %d, %s, said: %s".formatted(exit, steps(), said());
    }
  }

  /** Runs a logout. */
  final Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--json"));
    all.addAll(List.of(arguments));
    Machine.Result result = machine.run(all.toArray(String[]::new));
    return new Run(
        result.exit(),
        result.out(),
        result.err(),
        JsonParser.parseString(result.out()).getAsJsonObject());
  }

  /** Says that something may remain. */
  static void assertMayRemain(Run run) {
    assertEquals(1, run.exit(), run::toString);
    assertTrue(run.has("failed") || run.has("remains"), run::toString);
  }

  static void assertFailed(Run run) {
    assertEquals(1, run.exit(), run::toString);
    assertTrue(run.has("failed"), run::toString);
  }

  static void assertRemains(Run run) {
    assertEquals(1, run.exit(), run::toString);
    assertTrue(run.has("remains"), run::toString);
  }

  static void assertErased(Run run) {
    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.has("erased"), run::toString);
  }

  /** Says that nothing was there to be erased. */
  static void assertCalm(Run run) {
    assertEquals(0, run.exit(), run::toString);
    assertFalse(run.has("erased"), run::toString);
    assertFalse(run.changed(), run::toString);
  }

  /** Runs the program as a user to whom permissions apply. */
  final Machine.Result runAsAnOrdinaryUser(String... arguments) throws IOException {
    List<String> prefix = new ArrayList<>();
    if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      ProgramProcess.execute(List.of("chown", "-R", "65534:65534", directory.toString()));
      prefix.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    Machine.Result result =
        ProgramProcess.run(
            prefix, List.of(arguments), machine.variables(), directory.resolve("classes"));
    ProgramProcess.execute(List.of("chmod", "-R", "u+rwX", directory.toString()));
    return result;
  }

  private Path storeOf(String name) {
    return directory.resolve("store-of-" + name);
  }
}
