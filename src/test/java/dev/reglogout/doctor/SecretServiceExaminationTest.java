package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.real.RealHelpers;
import dev.reglogout.real.RealSecretService;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import java.nio.file.Files;
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

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "The name org.freedesktop.secrets was not provided by any .service files"
            + " | secret-service-missing       | the bus says that no keyring answers",
        "Error calling StartServiceByName for org.freedesktop.secrets: Timeout was reached"
            + " | secret-service-start-timeout | the bus says that no keyring answers",
        "Object does not exist at path \"/org/freedesktop/secrets/aliases/default\""
            + " | keyring-collection-missing"
            + " | the keyring says that it has no default collection",
        "Failed to connect to socket /run/bus/dbus: Connection refused"
            + " | dbus-unreachable             | the session bus does not answer",
        "gpg: decryption failed: No secret key"
            + " | secretservice-list-error     | Error from list function in secretservice_linux.c",
        "something that nobody knows"
            + " | secretservice-list-error     | Error from list function in secretservice_linux.c",
      })
  void whatTheBusSaysIsToldForWhatItMeans(String said, String id, String told) throws Exception {
    Path bus = Files.createFile(directory.resolve("socket"));
    Machine machine =
        new Machine(directory)
            .script(
                "secretservice",
                "echo 'Error from list function in secretservice_linux.c likely due to error in"
                    + " secretservice library'; exit 1")
            .variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus);
    Path program = machine.bin().resolve("dbus-send");
    machine.write(program, "#!/bin/sh\necho '%s' >&2\nexit 1\n".formatted(said));
    assertTrue(program.toFile().setExecutable(true));

    ExaminedHelper helper =
        Examinations.in(machine.environment(), Duration.ofSeconds(20)).examine("secretservice");

    assertEquals("problem " + id, Examinations.found(helper));
    assertTrue(helper.findings().get(0).text().contains(told), helper.findings().toString());
  }

  private static String found(Map<String, String> environment) {
    return Examinations.found(
        Examinations.in(Environment.of(environment, Os.LINUX), Duration.ofSeconds(20))
            .examine("secretservice"));
  }
}
