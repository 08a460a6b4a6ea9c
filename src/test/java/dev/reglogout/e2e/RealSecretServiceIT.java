package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import dev.reglogout.real.RealSecretService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docker-credential-secretservice as Debian ships it, in front of a real gnome-keyring. */
class RealSecretServiceIT extends EndToEnd {
  private static final String HELPER = "docker-credential-secretservice";
  private static final String CONFIG =
      "{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"secretservice\"}";

  @Test
  void entriesUnderUrlAndHostAreBothGoneAndAllOthersAreKept() {
    try (RealSecretService keyring = RealSecretService.create()) {
      machine.config(CONFIG);
      keyring.store("ghcr.io", "ci", "s3cret");
      keyring.store("https://ghcr.io", "ci", "s3cret");
      keyring.store("https://quay.io", "ci", "other");

      Program.Result result = program.run(on(keyring), "--json", "ghcr.io");

      assertEquals(0, result.exit(), result.err());
      assertEquals(
          List.of(
              machine.config() + " ghcr.io erased true",
              HELPER + " ghcr.io erased true",
              HELPER + " https://ghcr.io erased true"),
          result.steps());
      assertEquals(Map.of("https://quay.io", "ci"), keyring.list());
      assertEquals(
          1, RealHelpers.run(keyring.environment(), "https://ghcr.io", HELPER, "get").exit());
    }
  }

  @Test
  void allEmptiesTheKeyringAndALockedOneIsNotCalledEmpty() {
    try (RealSecretService keyring = RealSecretService.create()) {
      machine.config("{\"credsStore\": \"secretservice\"}");
      keyring.store("https://ghcr.io", "ci", "s3cret");
      keyring.store("quay.io", "ci", "s3cret");
      keyring.store("https://index.docker.io/v1/", "ci", "s3cret");
      keyring.lock();

      Program.Result locked = program.run(on(keyring), "--all");

      assertEquals(1, locked.exit());
      assertEquals("", locked.out());
      assertTrue(locked.err().contains("locked"), locked.err());

      keyring.unlock();
      Program.Result result = program.run(on(keyring), "--all");
      Program.Result again = program.run(on(keyring), "--all");

      assertEquals(0, result.exit(), result.err());
      assertEquals(Map.of(), keyring.list());
      assertEquals("Not logged in to any registry\n", again.out());
      assertEquals(0, again.exit(), again.err());
    }
  }

  /** Both ways a keyring is found locked: since the login, and by a keyring manager. */
  static Stream<Consumer<RealSecretService>> locks() {
    return Stream.of(RealSecretService::lock, RealSecretService::lockInPlace);
  }

  @ParameterizedTest
  @MethodSource("locks")
  void whatALockedKeyringHoldsIsNotSaidToBeGoneUntilItIs(Consumer<RealSecretService> lock) {
    try (RealSecretService keyring = RealSecretService.create()) {
      machine.config(CONFIG);
      keyring.store("https://ghcr.io", "ci", "s3cret");
      lock.accept(keyring);

      Program.Result locked = program.run(on(keyring), "ghcr.io");

      assertEquals(1, locked.exit());
      assertFalse(locked.out().contains("erased"), locked.out());
      assertTrue(locked.err().contains(HELPER), locked.err());
      assertTrue(locked.err().contains("locked"), locked.err());
      assertTrue(locked.err().contains("unlock"), locked.err());
      assertEquals(CONFIG, machine.configText());

      keyring.unlock();
      assertEquals(Map.of("https://ghcr.io", "ci"), keyring.list());

      Program.Result unlocked = program.run(on(keyring), "ghcr.io");

      assertEquals(0, unlocked.exit(), unlocked.err());
      assertEquals(Map.of(), keyring.list());
      assertFalse(machine.configText().contains("ghcr.io"), machine.configText());
    }
  }

  @Test
  void withoutDBusNothingIsClaimedAndTheCauseIsNamed() {
    RealHelpers.require(HELPER);
    machine.config(CONFIG);
    Map<String, String> environment = marked(RealSecretService.withoutBus(machine.home()));

    Program.Result result = program.run(environment, "ghcr.io");
    Program.Result json = program.run(environment, "--json", "ghcr.io");

    assertEquals(1, result.exit());
    assertFalse(result.out().contains("erased"), result.out());
    assertTrue(
        result.err().startsWith("reglogout: ghcr.io may remain in " + HELPER + ": "), result.err());
    assertTrue(result.err().contains("there is no session bus"), result.err());
    assertTrue(json.steps().stream().anyMatch(s -> s.matches(HELPER + " .* failed false")));
    assertEquals(CONFIG, machine.configText());
  }

  /** The keyring has a home of its own, the config file is in the machine's. */
  private Map<String, String> on(RealSecretService keyring) {
    Map<String, String> environment = new HashMap<>(marked(keyring.environment()));
    environment.put("HOME", machine.home().toString());
    return environment;
  }
}
