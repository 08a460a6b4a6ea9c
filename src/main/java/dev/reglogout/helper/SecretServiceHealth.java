package dev.reglogout.helper;

import dev.reglogout.helper.StoreHealth.State;
import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks what docker-credential-secretservice rests on: a session bus, and a keyring on it that is
 * not locked.
 *
 * <p>The list of a keyring that is locked may look fine. So the keyring itself is asked, by {@code
 * dbus-send}, where that is installed. The state rests on its exit code and the names of D-Bus's
 * errors; what the errors say chooses the words alone.
 */
final class SecretServiceHealth implements HealthCheck {
  private static final String ADDRESS = "DBUS_SESSION_BUS_ADDRESS";
  private static final String PATH_ADDRESS = "unix:path=";

  private static final List<String> IS_LOCKED =
      List.of(
          "--session",
          "--print-reply",
          "--dest=org.freedesktop.secrets",
          "/org/freedesktop/secrets/aliases/default",
          "org.freedesktop.DBus.Properties.Get",
          "string:org.freedesktop.Secret.Collection",
          "string:Locked");

  /** How dbus-send begins where there is no bus, or no one on it that keeps secrets. */
  private static final List<String> NO_KEYRING =
      List.of(
          "Failed to open connection to \"session\" message bus: ",
          "Error org.freedesktop.DBus.Error.ServiceUnknown: ",
          "Error org.freedesktop.DBus.Error.NameHasNoOwner: ",
          "Error org.freedesktop.DBus.Error.Spawn.");

  /** What an answer means, by the id it is known by; others say nothing of the keyring. */
  private static final Map<String, String> SAID =
      Map.of(
          "secret-service-missing", "the bus says that no keyring answers",
          "secret-service-start-timeout", "the bus says that no keyring answers",
          "keyring-collection-missing", "the keyring says that it has no default collection",
          "dbus-unreachable", "the session bus does not answer",
          "dbus-launch-failed", "there is no session bus, and none can be started",
          "no-dbus", "there is no session bus, and none can be started");

  private final Environment environment;
  private final OtherPrograms programs;

  SecretServiceHealth(Environment environment, OtherPrograms programs) {
    this.environment = environment;
    this.programs = programs;
  }

  @Override
  public StoreHealth check() {
    StoreHealth bus = bus();
    if (bus != null) {
      return bus;
    }
    if (!programs.has("dbus-send")) {
      return StoreHealth.NOT_KNOWN;
    }
    try {
      return understood(programs.run("dbus-send", IS_LOCKED));
    } catch (StoreException e) {
      return new StoreHealth(State.NOT_KNOWN, e);
    }
  }

  /** Returns what is wrong with the bus as far as its address tells, or null. */
  private StoreHealth bus() {
    Optional<String> address = environment.get(ADDRESS);
    Path socket;
    try {
      socket = address.map(SecretServiceHealth::socket).orElseGet(this::userBus);
    } catch (InvalidPathException e) {
      return null; // whoever opens it can tell
    }
    boolean missing = socket == null || Files.notExists(socket);
    if (address.isEmpty() && missing && environment.get("DISPLAY").isEmpty()) {
      return StoreHealth.of(
          State.NO_STORE, "no-dbus", "there is no session bus: " + ADDRESS + " is not set");
    }
    if (address.isPresent() && socket != null && missing) {
      return StoreHealth.of(
          State.NO_STORE,
          "dbus-unreachable",
          "there is no session bus at " + socket + ", which " + ADDRESS + " names");
    }
    return null;
  }

  private static StoreHealth understood(Reply reply) {
    if (reply.exitCode() == 0 && !reply.cutOff()) {
      String value = reply.stdout().strip();
      if (value.endsWith("boolean false")) {
        return StoreHealth.OPEN;
      }
      if (value.endsWith("boolean true")) {
        return StoreHealth.of(
            State.LOCKED,
            "keyring-locked",
            "the keyring is locked: it lists, but it erases nothing and tells nothing");
      }
      return StoreHealth.NOT_KNOWN;
    }
    String words = reply.words();
    State state = State.NOT_KNOWN;
    for (String beginning : NO_KEYRING) {
      if (words.startsWith(beginning)) {
        state = State.NO_STORE;
      }
    }
    Optional<String> reason =
        KnownMessages.find(words).map(KnownMessage::id).filter(SAID::containsKey);
    if (reason.isPresent()) {
      return StoreHealth.of(state, reason.get(), SAID.get(reason.get()));
    }
    return state == State.NO_STORE
        ? StoreHealth.of(state, "secret-service-missing", "no keyring answers on the session bus")
        : StoreHealth.NOT_KNOWN;
  }

  /** Returns the file of a bus's socket, or null if the address names none, or several. */
  private static Path socket(String address) {
    boolean plain =
        address.startsWith(PATH_ADDRESS) && address.indexOf(';') < 0 && address.indexOf('%') < 0;
    return plain ? Path.of(address.substring(PATH_ADDRESS.length()).split(",", 2)[0]) : null;
  }

  /** Returns where systemd puts a user's bus, or null. */
  private Path userBus() {
    return environment.get("XDG_RUNTIME_DIR").map(run -> Path.of(run, "bus")).orElse(null);
  }
}
