package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Docker Hub keeps a login and the two tokens of a sign-in. */
class DockerHubTest {
  private static final String LOGIN = "https://index.docker.io/v1/";
  private static final String ACCESS = LOGIN + "access-token";
  private static final String REFRESH = LOGIN + "refresh-token";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker.io", "index.docker.io", "https://registry-1.docker.io/v2/"})
  void allThreeAreErasedUnderAnyOfItsNames(String server) {
    store("pass").entry(LOGIN, "u", "p").entry(ACCESS, "u", "a").entry(REFRESH, "u", "r..c");

    LogoutReport report = logout(Registry.parse(server));

    assertTrue(report.loggedOut());
    assertEquals(
        List.of(LOGIN, ACCESS, REFRESH), machine.erased("pass").stream().sorted().toList());
  }

  @Test
  void anErasedSignInMayLiveOnAtDockerAndIsWarnedOf() {
    store("pass").entry(REFRESH, "u", "r..c");

    LogoutReport report = logout(Registry.dockerHub());

    assertEquals(List.of("hub-session-not-revoked"), Told.warnings(report.warnings()));
    assertTrue(report.accessMaySurvive());
  }

  @Test
  void aLoginWithAPasswordIsNoSignIn() {
    store("pass").entry(LOGIN, "u", "p").entry(ACCESS, "u", "a");

    assertEquals(List.of(), logout(Registry.dockerHub()).warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"desktop", "desktop.exe"})
  void inDockerDesktopsStoreTheTokensMayBeItsOwnAndAreLeft(String name) {
    store(name).entry(LOGIN, "u", "p").entry(ACCESS, "u", "a").entry(REFRESH, "u", "r");

    LogoutReport report = logout(Registry.dockerHub());

    assertEquals(List.of(LOGIN), machine.erased(name));
    assertTrue(machine.holds(ACCESS) && machine.holds(REFRESH));
    assertFalse(machine.holds(LOGIN));
    assertTrue(report.loggedOut());
    assertEquals(
        List.of("erased", "kept", "kept"),
        report.registries().get(0).steps().stream()
            .filter(step -> !step.isInline())
            .map(step -> step.outcome().verdict().id())
            .sorted()
            .toList());
  }

  @Test
  void anotherRegistrysTokenPathIsNoLoginAndIsLeftAndSaid() {
    store("pass").entry("https://ghcr.io/v1/refresh-token", "u", "r");

    LogoutReport report = logout(Registry.parse("ghcr.io"));

    assertEquals(List.of(), machine.erased("pass"));
    assertEquals(List.of("other-path"), Told.warnings(report.warnings()));
  }

  private Machine store(String name) {
    return machine.config("{\"credsStore\": \"" + name + "\"}").helper(name, "keeper");
  }

  private LogoutReport logout(Registry registry) {
    Logout logout = Logout.in(machine.environment());
    return logout.execute(logout.plan(registry));
  }
}
