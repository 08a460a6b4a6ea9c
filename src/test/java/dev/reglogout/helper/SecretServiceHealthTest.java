package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.helper.StoreHealth.State;
import dev.reglogout.real.RealSecretService;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keyring behind docker-credential-secretservice: open, locked, none, or nobody can tell. */
class SecretServiceHealthTest {
  @TempDir Path directory;

  @Test
  void aRealKeyringIsOpenLockedOrGone() {
    try (RealSecretService keyring = RealSecretService.create()) {
      State open = health(keyring.environment()).state();
      keyring.lockInPlace();
      StoreHealth locked = health(keyring.environment());
      keyring.stop();
      StoreHealth gone = health(keyring.environment());

      assertEquals(State.OPEN, open);
      assertEquals(State.LOCKED, locked.state());
      assertEquals("keyring-locked", locked.problem().reason());
      assertEquals(State.NO_STORE, gone.state());
      assertEquals("secret-service-missing", gone.problem().reason());
    }
  }

  @ParameterizedTest(name = "exit code {0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | variant       boolean false | OPEN |",
        "0 | variant       boolean true  | LOCKED | keyring-locked",
        "0 | variant       string \"x\"  | NOT_KNOWN |",
        "1 | variant       boolean false | NOT_KNOWN |",
        "1 | variant       boolean true  | NOT_KNOWN |",
        "1 | Error org.freedesktop.DBus.Error.ServiceUnknown: The name org.freedesktop.secrets was"
            + " not provided by any .service files | NO_STORE | secret-service-missing",
        "1 | Error org.freedesktop.DBus.Error.ServiceUnknown: anything | NO_STORE |"
            + " secret-service-missing",
        "1 | Error org.freedesktop.DBus.Error.Spawn.ChildExited: anything | NO_STORE |"
            + " secret-service-missing",
        "1 | Failed to open connection to \"session\" message bus: Failed to connect to socket"
            + " /run/bus/dbus: Connection refused | NO_STORE | dbus-unreachable",
        "1 | The name org.freedesktop.secrets was not provided by any .service files | NOT_KNOWN |"
            + " secret-service-missing",
        "1 | Error org.freedesktop.DBus.Error.UnknownMethod: Object does not exist at path"
            + " \"/org/freedesktop/secrets/aliases/default\" | NOT_KNOWN |"
            + " keyring-collection-missing",
        "1 | Error org.freedesktop.DBus.Error.NoReply: anything | NOT_KNOWN | dbus-unreachable",
        "1 | something that nobody knows | NOT_KNOWN |",
      })
  void theAnswerDecides(int exitCode, String words, State state, String reason) throws IOException {
    Map<String, String> environment = machine();
    dbusSend("echo '" + words + "'; exit " + exitCode);

    StoreHealth health = health(environment);

    assertEquals(state, health.state());
    assertEquals(reason, health.problem() == null ? null : health.problem().reason());
  }

  @Test
  void nobodyCanTellWithoutTheToolThatAsks() throws IOException {
    assertEquals(StoreHealth.NOT_KNOWN, health(machine()));
  }

  @ParameterizedTest(name = "address {0}: {1}")
  @CsvSource({
    "'', NO_STORE, no-dbus",
    "unix:path=/nonexistent/bus, NO_STORE, dbus-unreachable",
    "'unix:path=/nonexistent/bus,guid=0123', NO_STORE, dbus-unreachable",
    "unix:path=/nonexistent/bus;unix:path=/other, OPEN,",
    "unix:path=/nonexistent%20bus, OPEN,",
    "unix:abstract=/tmp/x, OPEN,",
  })
  void whereTheAddressNamesNoBusThereIsNone(String address, State state, String reason)
      throws IOException {
    Map<String, String> environment = machine();
    environment.put("DBUS_SESSION_BUS_ADDRESS", address);
    dbusSend("echo boolean false");

    StoreHealth health = health(environment);

    assertEquals(state, health.state());
    assertEquals(reason, health.problem() == null ? null : health.problem().reason());
  }

  @ParameterizedTest(name = "with {0}")
  @CsvSource({"DISPLAY", "XDG_RUNTIME_DIR"})
  void aBusMayBeWhereNoAddressNamesOne(String variable) throws IOException {
    Map<String, String> environment = machine();
    environment.remove("DBUS_SESSION_BUS_ADDRESS");
    environment.put(variable, directory.toString()); // with a bus in it
    dbusSend("echo boolean false");

    assertEquals(StoreHealth.OPEN, health(environment));
  }

  /** Returns an environment with the socket of a bus and nothing on PATH. */
  private Map<String, String> machine() throws IOException {
    Path bus = Files.writeString(directory.resolve("bus"), "");
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", directory.toString());
    environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus);
    return environment;
  }

  private void dbusSend(String body) throws IOException {
    Path program = Files.writeString(directory.resolve("dbus-send"), "#!/bin/sh\n" + body + "\n");
    assertTrue(program.toFile().setExecutable(true));
  }

  private static StoreHealth health(Map<String, String> environment) {
    return new Helpers(
            Environment.of(environment, Os.LINUX),
            Fixtures.LONG,
            null,
            new StopSignal(),
            Observer.NONE)
        .named("secretservice")
        .health();
  }
}
