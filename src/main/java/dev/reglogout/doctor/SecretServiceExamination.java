package dev.reglogout.doctor;

import dev.reglogout.helper.OtherPrograms;
import dev.reglogout.helper.Reply;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Examines what docker-credential-secretservice rests on: a session bus, and a keyring on it that
 * is not locked.
 *
 * <p>The list of a keyring that was locked while it ran looks fine. So the keyring itself is asked,
 * by {@code dbus-send}, where that is installed.
 */
final class SecretServiceExamination {
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

  SecretServiceExamination(Environment environment, OtherPrograms programs) {
    this.environment = environment;
    this.programs = programs;
  }

  /** Says whether the keyring is locked, or returns the list with the cause of its failure. */
  HelperList examine(HelperList list, HelperFindings findings) {
    if (!list.works()) {
      // what helpers before 0.7 say, whatever the cause
      boolean vague = list.failure().reason().equals("secretservice-list-error");
      return vague ? cause().map(list::because).orElse(list) : list;
    }
    if (!list.lockedItem() && ask().filter(answer -> answer.contains("boolean true")).isPresent()) {
      findings.problem(
          "keyring-locked",
          "the keyring is locked: it lists, but it erases nothing and tells nothing");
    }
    return list;
  }

  private Optional<StoreException> cause() {
    Optional<String> address = environment.get(ADDRESS);
    Path socket = address.map(SecretServiceExamination::socket).orElseGet(this::userBus);
    if (address.isEmpty() && (socket == null || !Files.exists(socket))) {
      return cause("no-dbus", "there is no session bus: " + ADDRESS + " is not set");
    }
    if (socket != null && !Files.exists(socket)) {
      return cause(
          "dbus-unreachable",
          "there is no session bus at " + socket + ", which " + ADDRESS + " names");
    }
    return ask()
        .flatMap(KnownMessages::find)
        .filter(known -> SAID.containsKey(known.id()))
        .flatMap(known -> cause(known.id(), SAID.get(known.id())));
  }

  private static Optional<StoreException> cause(String reason, String words) {
    String advice = KnownMessages.byId(reason).advice();
    return Optional.of(new StoreException(reason, words, advice));
  }

  /** Returns the file of a bus's socket, or null if the address names none. */
  private static Path socket(String address) {
    return address.startsWith(PATH_ADDRESS)
        ? Path.of(address.substring(PATH_ADDRESS.length()).split("[,;]", 2)[0])
        : null;
  }

  /** Returns where systemd puts a user's bus, or null. */
  private Path userBus() {
    return environment.get("XDG_RUNTIME_DIR").map(run -> Path.of(run, "bus")).orElse(null);
  }

  private Optional<String> ask() {
    if (!programs.has("dbus-send")) {
      return Optional.empty();
    }
    try {
      Reply reply = programs.run("dbus-send", IS_LOCKED);
      return Optional.of(reply.stdout() + reply.stderr());
    } catch (StoreException e) {
      return Optional.empty(); // it can only add to what is known
    }
  }
}
