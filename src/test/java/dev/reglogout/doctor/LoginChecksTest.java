package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.logout.LogoutSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is advised for the logins of a file does away with those of this very file. */
class LoginChecksTest {
  private static final String UNDECODABLE =
      "{\"auths\": {\"bad.io\": {\"auth\": \"!\"}, \"a.io\": {\"auth\": \"dTpw\"}},"
          + " \"credHelpers\": {\"a.io\": \"keeper\"}}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() throws Exception {
    machine =
        new Machine(directory.toRealPath())
            .helper("keeper", "keeper")
            .variable("XDG_RUNTIME_DIR", directory.resolve("run").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {".config/containers/auth.json", ".config/helm/registry/config.json"})
  void theFileOfAnotherToolNeedsEverywhere(String name) {
    Path file = machine.home().resolve(name);
    machine.config("{}").write(file, UNDECODABLE);

    Subject examined = examined(file, LogoutSettings.defaults().withEverywhere());

    assertEquals("`reglogout --everywhere bad.io`", advice(examined, "config-undecodable-auth"));
    assertEquals(
        "`reglogout --everywhere a.io`, and log in again: the helper then keeps it",
        advice(examined, "plain-text-beside-helper"));
    doesAway("bad.io", file, "--everywhere");
  }

  @Test
  void aNamedFileNeedsItsName() {
    Path file = machine.home().resolve("my files/config.json");
    machine.write(file, UNDECODABLE);

    Subject examined =
        examined(file, LogoutSettings.defaults().withConfigs(List.of(file.toString())));

    assertEquals(
        "before docker login or logout: `reglogout --config '%s' bad.io`".formatted(file),
        advice(examined, "config-undecodable-auth"));
    assertEquals(
        "`reglogout --config '%s' a.io`, and log in again: the helper then keeps it"
            .formatted(file),
        advice(examined, "plain-text-beside-helper"));
    doesAway("bad.io", file, "--config", file.toString());
  }

  private Subject examined(Path file, LogoutSettings settings) {
    Checkup.mode(file, "rw-------");
    return Checkup.of(machine, settings).subjects().stream()
        .filter(subject -> subject.name().equals(file.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static String advice(Subject subject, String id) {
    return subject.findings().stream()
        .filter(finding -> finding.id().equals(id))
        .map(Finding::advice)
        .findFirst()
        .orElseThrow();
  }

  private void doesAway(String registry, Path file, String... options) {
    assertTrue(Machine.read(file).contains(registry));
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(registry);
    machine.run(arguments.toArray(String[]::new));
    assertFalse(Machine.read(file).contains(registry), Machine.read(file));
  }
}
