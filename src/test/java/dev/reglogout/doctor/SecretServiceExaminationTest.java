package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.real.RealHelpers;
import dev.reglogout.real.RealSecretService;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real docker-credential-secretservice with a bus and a keyring, and without. */
class SecretServiceExaminationTest {
  @TempDir Path directory;

  @Test
  void aLockedKeyringIsNamedAlsoWhereItsListLooksFine() {
    try (RealSecretService keyring = RealSecretService.create()) {
      keyring.store("https://ghcr.io", "ci", "s3cret");
      String open = found(keyring.environment());
      keyring.lockInPlace();
      String lockedInPlace = found(keyring.environment());
      keyring.lock();
      String locked = found(keyring.environment());
      keyring.unlock();

      assertEquals("", open);
      assertEquals("problem keyring-locked", lockedInPlace);
      assertEquals("problem keyring-locked-item", locked);
      assertEquals(Map.of("https://ghcr.io", "ci"), keyring.list());
    }
  }

  @Test
  void aBusWithoutAKeyringIsToldFromOneThatIsMissing() {
    try (RealSecretService keyring = RealSecretService.create()) {
      keyring.stop();

      assertEquals("problem secret-service-missing", found(keyring.environment()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', no-dbus",
    "unix:path=/nonexistent/bus, dbus-unreachable",
    "'unix:path=/nonexistent/bus,guid=0123', dbus-unreachable",
  })
  void whyThereIsNoBusIsTold(String address, String id) {
    RealHelpers.require("docker-credential-secretservice");
    Map<String, String> environment = new HashMap<>(RealSecretService.withoutBus(directory));
    environment.put("DBUS_SESSION_BUS_ADDRESS", address);

    assertEquals("problem " + id, found(environment));
  }

  private static String found(Map<String, String> environment) {
    return Examinations.found(
        Examinations.in(Environment.of(environment, Os.LINUX), Duration.ofSeconds(20))
            .examine(Examinations.use("secretservice")));
  }
}
