package dev.reglogout.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.cli.Machine;
import dev.reglogout.e2e.Program;
import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A user's home as an example of the documentation needs it, and a shell in it.
 *
 * <p>The home's path is as long as {@value #SHOWN_HOME}, for which it stands, so that tables and
 * line ends fall as the reader sees them. On the PATH are the program, what the scene installs, and
 * the few tools that the examples use, and nothing else of this machine.
 */
final class Scene implements AutoCloseable {
  /** What the pages write for the home. */
  static final String SHOWN_HOME = "/home/u";

  private static final String SHOWN_RUNTIME = "/run/user/1000";
  private static final List<String> TOOLS =
      List.of("cat", "chmod", "env", "jq", "mkdir", "mktemp", "rm", "sh", "sort", "stty", "xargs");
  private static final int LIMIT_SECONDS = 60;

  private final Path outside;
  private final Machine machine;

  /** Makes a home with nothing in it. */
  Scene() {
    try {
      outside = Files.createTempDirectory("reglogout-scene-");
      machine = new Machine(outside, shortDirectory());
      machine.variable("LANG", "C.UTF-8");
      for (String tool : TOOLS) {
        link(tool);
      }
      String words = "'" + String.join("' '", Program.underTest().words()) + "'";
      script("reglogout", "exec " + words + " \"$@\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes docker's own config file, for its owner alone as docker does. */
  Scene config(String json) {
    machine.config(json);
    return mode("rw-------");
  }

  /** Gives docker's own config file other permissions. */
  Scene mode(String permissions) {
    return mode(machine.config(), permissions);
  }

  /** Gives a file of the home other permissions. */
  Scene mode(String path, String permissions) {
    return mode(home().resolve(path), permissions);
  }

  private Scene mode(Path file, String permissions) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Writes a file of the home. */
  Scene file(String path, String text) {
    machine.write(machine.home().resolve(path), text);
    return this;
  }

  /** Sets a variable; a path of the home is given as the pages write it. */
  Scene variable(String name, String value) {
    machine.variable(name, real(value));
    return this;
  }

  /** Installs a helper that behaves as the fixture of that name. */
  Scene helper(String name, String fixture) {
    machine.helper(name, fixture);
    return this;
  }

  /** Puts an entry into the store that the fixtures share. */
  Scene entry(String key, String user) {
    machine.entry(key, user, "s3cret");
    return this;
  }

  /** Puts an entry into the user's own password store, through docker-credential-pass. */
  Scene pass(String key, String user) {
    Path store = outside.resolve("password-store");
    if (!Files.exists(store)) {
      machine.script("pass", "exec docker-credential-pass \"$@\"");
      SharedPass.environment(store).forEach(machine::variable);
    }
    Map<String, String> environment = new HashMap<>(machine.variables());
    environment.put("PATH", "/usr/bin:/bin");
    RealHelpers.Result stored =
        RealHelpers.run(
            environment,
            "{\"ServerURL\": \"%s\", \"Username\": \"%s\", \"Secret\": \"s3cret\"}"
                .formatted(key, user),
            "docker-credential-pass",
            "store");
    if (stored.exit() != 0) {
      throw new AssertionError(stored.toString());
    }
    return this;
  }

  /** Installs a program: a script for sh, with all of this machine's tools. */
  Scene program(String name, String body) {
    return script(name, "PATH=/usr/bin:/bin\n" + body);
  }

  /** Installs a script for sh that sees what the scene sees. */
  Scene script(String name, String body) {
    Path file = machine.bin().resolve(name);
    machine.write(file, "#!/bin/sh\n" + body + "\n");
    executable(file);
    return this;
  }

  Path home() {
    return machine.home();
  }

  /** Returns the environment of a process in this scene. */
  Map<String, String> variables() {
    return new HashMap<>(machine.variables());
  }

  /** Runs a script of sh in the home, and returns all it prints, in the order it does. */
  Output sh(String script) {
    return run(List.of("/bin/sh", "-c", script));
  }

  /** Runs a command in the home. */
  Output run(List<String> command) {
    try {
      Path out = outside.resolve("out");
      ProcessBuilder builder = new ProcessBuilder(command).directory(home().toFile());
      builder.environment().clear();
      builder.environment().putAll(variables());
      builder.redirectErrorStream(true).redirectOutput(out.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("still running: " + command);
      }
      return new Output(process.exitValue(), shown(Files.readString(out)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * Runs the commands of a block one after the other in one shell, and returns the block as it is
   * then: each command with what it printed.
   */
  String replay(Block block) {
    StringBuilder script = new StringBuilder();
    List<String> commands = block.commands();
    for (String command : commands) {
      script.append(command).append("\nstatus=$?; printf '\\036'; (exit $status)\n");
    }
    List<String> printed =
        new ArrayList<>(List.of(sh(script.toString()).text().split("\u001e", -1)));
    StringBuilder replayed = new StringBuilder();
    for (int i = 0; i < commands.size(); i++) {
      replayed.append("$ ").append(commands.get(i).replace("\n", "\n> ")).append('\n');
      replayed.append(i < printed.size() ? printed.get(i) : "(the shell has ended)\n");
    }
    return replayed.toString();
  }

  /** Returns a text of this scene as the pages write it. */
  String shown(String text) {
    return text.replace(runtime(), SHOWN_RUNTIME).replace(home().toString(), SHOWN_HOME);
  }

  /** Returns a text of the pages as it is in this scene. */
  String real(String text) {
    return text.replace(SHOWN_RUNTIME, runtime()).replace(SHOWN_HOME, home().toString());
  }

  /** Returns an entry of {@code auths} with a user's secret in it. */
  static String secretOf(String user) {
    byte[] login = (user + ":s3cret").getBytes(UTF_8);
    return "{\"auth\": \"%s\"}".formatted(Base64.getEncoder().encodeToString(login));
  }

  @Override
  public void close() {
    delete(home());
    delete(outside);
  }

  /**
   * What was printed, as the pages write it.
   *
   * @param exit the exit code
   */
  record Output(int exit, String text) {}

  private String runtime() {
    return home() + "/.run/u";
  }

  private void link(String tool) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path program = Path.of(folder, tool);
      if (Files.isExecutable(program)) {
        Files.createSymbolicLink(machine.bin().resolve(tool), program);
        return;
      }
    }
    RealHelpers.require(tool);
  }

  private static void executable(Path file) {
    if (!file.toFile().setExecutable(true)) {
      throw new IllegalStateException(file + " cannot be made executable");
    }
  }

  /** Makes a directory whose path is as long as the home that is shown. */
  private static Path shortDirectory() throws IOException {
    SecureRandom random = new SecureRandom();
    int letters = SHOWN_HOME.length() - "/tmp/".length();
    while (true) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < letters; i++) {
        name.append(Character.forDigit(random.nextInt(36), 36));
      }
      try {
        return Files.createDirectory(Path.of("/tmp", name.toString()));
      } catch (FileAlreadyExistsException e) {
        // somebody else's: try another
      }
    }
  }

  static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
