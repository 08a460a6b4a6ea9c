package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StopSignal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A machine of one test: a home, a PATH with the helpers it installs, and the program, run in this
 * JVM.
 *
 * <p>Files and helpers are real; helpers are links to those in {@code helpers-fixtures}. Its way to
 * the network is a proxy that is not there, so that no test speaks to a server.
 */
public final class Machine {
  /** A proxy on this machine that nobody is behind. */
  public static final String NO_NETWORK = "http://127.0.0.1:1";

  private static final Path FIXTURES = Path.of("helpers-fixtures").toAbsolutePath();

  private final Path directory;
  private final Path home;
  private final Map<String, String> variables = new HashMap<>();
  private Os os = Os.LINUX;
  private Terminals terminals = Terminals.NONE;
  private String typed = "";
  private String user; // null if nobody can tell

  /** Sets a machine up in an empty directory. */
  public Machine(Path directory) {
    this(directory, directory.resolve("home"));
  }

  /** Sets a machine up in an empty directory, with a home elsewhere. */
  public Machine(Path directory, Path home) {
    this.directory = directory;
    this.home = home;
    make(configDirectory());
    make(bin());
    variables.put("HOME", home().toString());
    variables.put("PATH", bin().toString());
    variables.put("HTTPS_PROXY", NO_NETWORK);
    variables.put("REGLOGOUT_FIXTURE_LOG", log().toString());
  }

  public Path home() {
    return home;
  }

  public Path bin() {
    return directory.resolve("bin");
  }

  public Path configDirectory() {
    return home().resolve(".docker");
  }

  /** Returns docker's own config file. */
  public Path config() {
    return configDirectory().resolve("config.json");
  }

  /** Writes docker's own config file. */
  public Machine config(String json) {
    return write(config(), json);
  }

  /** Writes a file. */
  public Machine write(Path file, String text) {
    try {
      make(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of docker's own config file. */
  public String configText() {
    return read(config());
  }

  /** Returns the text of a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Installs a helper that behaves as the fixture of that name. */
  public Machine helper(String name, String fixture) {
    try {
      Files.createSymbolicLink(
          bin().resolve("docker-credential-" + name),
          FIXTURES.resolve("docker-credential-" + fixture));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Installs a copy of a fixture, for a user who cannot read the original. */
  public Machine helperCopy(String name, String fixture) {
    try {
      Files.copy(
          FIXTURES.resolve("docker-credential-" + fixture),
          bin().resolve("docker-credential-" + name),
          StandardCopyOption.COPY_ATTRIBUTES);
      Files.copy(FIXTURES.resolve("fixture.sh"), bin().resolve("fixture.sh"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Installs a helper of the test's own: a script for sh, with the verb as {@code $1}. */
  public Machine script(String name, String body) {
    Path program = bin().resolve("docker-credential-" + name);
    write(program, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + body + "\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IllegalStateException(program + " cannot be made executable");
    }
    return this;
  }

  /** Installs a helper that lists what it is told to, and says yes to everything else. */
  public Machine lister(String name, String list) {
    return script(name, "[ \"$1\" != list ] || cat <<'END'\n" + list + "\nEND");
  }

  /** Installs a helper with a store of its own, and these keys in it. */
  public Machine keeper(String name, String... keys) {
    Path program = directory.resolve("keepers").resolve("docker-credential-" + name);
    make(program.getParent());
    make(entriesOf(name));
    for (String key : keys) {
      write(entriesOf(name).resolve(hex(key)), "ci\ns3cret\n");
    }
    try {
      Files.createSymbolicLink(program, FIXTURES.resolve("docker-credential-keeper"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return script(
        name, "REGLOGOUT_FIXTURE_STORE='%s' exec '%s' \"$@\"".formatted(entriesOf(name), program));
  }

  /** Returns the keys in the store of a helper's own, sorted. */
  public List<String> keysOf(String name) {
    try (Stream<Path> entries = Files.list(entriesOf(name))) {
      return entries.map(entry -> decoded(entry.getFileName().toString())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the environment of its programs. */
  public Environment environment() {
    return user == null ? withoutUser() : withoutUser().ofUser(user);
  }

  /** Sets the number of the user that the program takes itself to run as. */
  public Machine user(int number) {
    user = String.valueOf(number);
    return this;
  }

  private Environment withoutUser() {
    return Environment.of(variables, os);
  }

  /** Sets a variable. */
  public Machine variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Returns the environment of a process on this machine. */
  public Map<String, String> variables() {
    return Map.copyOf(variables);
  }

  /** Makes the machine one of another operating system, as far as its rules go. */
  public Machine os(Os other) {
    os = other;
    return this;
  }

  /** Says what is typed when the program asks. */
  public Machine typed(String text) {
    typed = text;
    return this;
  }

  /** Says which streams are terminals. */
  Machine terminals(Terminals other) {
    terminals = other;
    return this;
  }

  /** Starts a session bus, as far as anybody can tell by its socket. */
  public Machine sessionBus() {
    Path socket = directory.resolve("bus");
    write(socket, "");
    return variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
  }

  /** Makes a password store, empty but initialized. */
  public Machine passwordStore() {
    return write(home().resolve(".password-store/.gpg-id"), "0123456789ABCDEF\n");
  }

  /** Puts an entry into the store that the fixtures keep their entries in. */
  public Machine entry(String key, String user, String secret) {
    variables.put("REGLOGOUT_FIXTURE_STORE", entries().toString());
    return write(entries().resolve(hex(key)), user + "\n" + secret + "\n");
  }

  /** Returns whether that store holds an entry. */
  public boolean holds(String key) {
    return Files.exists(entries().resolve(hex(key)));
  }

  /** Runs the program. */
  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Context context =
        new Context(
            environment(),
            new ByteArrayInputStream(typed.getBytes(UTF_8)),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            terminals,
            System::nanoTime,
            new StopSignal(),
            null);
    int exit = new Cli(context).run(List.of(arguments));
    return new Result(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Returns the calls of helpers so far: name, verb, and stdin as text. */
  public List<String> calls() {
    if (!Files.exists(log())) {
      return List.of();
    }
    List<String> calls = new ArrayList<>();
    for (String line : read(log()).lines().toList()) {
      String[] words = line.split(" ", 3);
      calls.add(words[0] + " " + words[1] + " " + decoded(words[2]));
    }
    return calls;
  }

  /** Returns the keys a helper was asked to erase, in order. */
  public List<String> erased(String name) {
    String prefix = name + " erase ";
    return calls().stream()
        .filter(call -> call.startsWith(prefix))
        .map(call -> call.substring(prefix.length()))
        .toList();
  }

  /**
   * What a run came to.
   *
   * @param exit its exit code
   */
  public record Result(int exit, String out, String err) {}

  private Path log() {
    return directory.resolve("calls.log");
  }

  private Path entries() {
    return directory.resolve("entries");
  }

  private Path entriesOf(String name) {
    return directory.resolve("entries-of-" + name);
  }

  private static String decoded(String stdin) {
    return stdin.equals("unread") ? stdin : new String(HexFormat.of().parseHex(stdin), UTF_8);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
