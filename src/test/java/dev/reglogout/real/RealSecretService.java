package dev.reglogout.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A private session bus with a gnome-keyring on it, for docker-credential-secretservice. */
public final class RealSecretService implements AutoCloseable {

  private static final String HELPER = "docker-credential-secretservice";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** A bus that starts no service by itself, so that nothing can ask for a password. */
  private static final String BUS =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>unix:path=%s</listen>
        <policy context="default">
          <allow send_destination="*" eavesdrop="true"/>
          <allow eavesdrop="true"/>
          <allow own="*"/>
        </policy>
      </busconfig>
      """;

  /** Runs the bus; at the end deletes the directory. A keyring ends when its bus is gone. */
  private static final String RUN_BUS =
      """
      dbus-daemon --config-file="$1/bus.conf" --nofork --nopidfile 2> "$1/bus.log" &
      cat > /dev/null
      kill $!
      wait
      rm -rf "$1"
      """;

  private final Path directory;
  private final Map<String, String> environment;
  private final Process bus;
  private Process keyring;

  private RealSecretService(Path directory, Map<String, String> environment, Process bus) {
    this.directory = directory;
    this.environment = environment;
    this.bus = bus;
  }

  /** Starts a bus and an empty, unlocked keyring. */
  public static RealSecretService create() {
    RealHelpers.require(HELPER, "gnome-keyring-daemon", "dbus-daemon", "dbus-send");
    Path directory = RealHelpers.temporaryDirectory();
    Path socket = directory.resolve("bus");
    Map<String, String> environment = withoutBus(directory.resolve("home"));
    environment.put("XDG_RUNTIME_DIR", directory.resolve("run").toString());
    environment.put("XDG_DATA_HOME", directory.resolve("data").toString());
    environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
    try {
      Files.createDirectory(directory.resolve("run"));
      Files.createDirectory(directory.resolve("data"));
      Files.writeString(directory.resolve("bus.conf"), BUS.formatted(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Process bus = RealHelpers.keeper(environment, RUN_BUS, directory);
    RealSecretService service = new RealSecretService(directory, Map.copyOf(environment), bus);
    try {
      service.await(
          "method return",
          "--dest=org.freedesktop.DBus",
          "/org/freedesktop/DBus",
          "org.freedesktop.DBus.GetId");
      service.start(true);
      return service;
    } catch (RuntimeException | Error e) {
      service.close();
      throw e;
    }
  }

  /** Makes the environment of a user without a session bus, as in a plain ssh login. */
  public static Map<String, String> withoutBus(Path home) {
    return RealHelpers.environment(home.toAbsolutePath());
  }

  /** The whole environment in which the helper finds this keyring. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Stores a credential through the helper. */
  public void store(String key, String user, String secret) {
    RealHelpers.store(environment, HELPER, key, user, secret);
  }

  /** Asks the helper what the keyring holds, user by key. */
  public Map<String, String> list() {
    return RealHelpers.list(environment, HELPER);
  }

  /**
   * Restarts the keyring without its password, as after a login that did not ask for one.
   *
   * <p>The helper then lists {@code {"":"account not defined"}}, and erases nothing with exit 0.
   */
  public void lock() {
    stop();
    start(false);
  }

  /**
   * Locks the running keyring, as a keyring manager does.
   *
   * <p>The helper then still lists every entry, and erases nothing with exit 0.
   */
  public void lockInPlace() {
    RealHelpers.check(
        environment,
        "",
        "dbus-send",
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.secrets",
        "/org/freedesktop/secrets",
        "org.freedesktop.Secret.Service.Lock",
        "array:objpath:/org/freedesktop/secrets/collection/login");
    awaitLocked(true);
  }

  /** Restarts the keyring with its password, after either kind of lock. */
  public void unlock() {
    stop();
    start(true);
  }

  @Override
  public void close() {
    stop();
    RealHelpers.release(bus);
  }

  private void start(boolean unlocked) {
    String[] command = {"gnome-keyring-daemon", "--foreground", "--components=secrets"};
    if (unlocked) {
      command = new String[] {command[0], command[1], command[2], "--unlock"};
    }
    try {
      keyring =
          RealHelpers.builder(environment, command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.appendTo(directory.resolve("keyring.log").toFile()))
              .start();
      try (var password = keyring.getOutputStream()) {
        password.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitLocked(!unlocked);
  }

  /** Ends the keyring, and leaves the bus. */
  public void stop() {
    if (keyring != null) {
      keyring.destroy();
      RealHelpers.ended(keyring);
    }
  }

  private void awaitLocked(boolean locked) {
    await(
        "boolean " + locked,
        "--dest=org.freedesktop.secrets",
        "/org/freedesktop/secrets/aliases/default",
        "org.freedesktop.DBus.Properties.Get",
        "string:org.freedesktop.Secret.Collection",
        "string:Locked");
  }

  /** Repeats a call until its answer holds a text. */
  private void await(String answer, String... call) {
    String[] command = new String[call.length + 3];
    command[0] = "dbus-send";
    command[1] = "--session";
    command[2] = "--print-reply";
    System.arraycopy(call, 0, command, 3, call.length);
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      RealHelpers.Result result = RealHelpers.run(environment, "", command);
      if (result.out().contains(answer)) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "no \"%s\" from dbus-send: %s %s".formatted(answer, result, logs()));
      }
      pause();
    }
  }

  private String logs() {
    StringBuilder logs = new StringBuilder();
    try {
      for (String name : List.of("bus.log", "keyring.log")) {
        Path log = directory.resolve(name);
        String text = Files.exists(log) ? Files.readString(log) : "";
        logs.append(name).append(": ").append(text, 0, Math.min(500, text.length())).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return logs.toString();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
