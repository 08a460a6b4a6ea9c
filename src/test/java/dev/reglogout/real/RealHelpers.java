package dev.reglogout.real;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Finds and runs the credential helpers that are really installed on this machine. */
public final class RealHelpers {

  /** The variable that turns a missing program from a failure into a skipped test if it is 1. */
  public static final String ALLOW_SKIP = "REGLOGOUT_ALLOW_SKIP";

  private static final int LIMIT_SECONDS = 30;

  /** Packages of programs that are not called as they are. */
  private static final Map<String, String> DEBIAN_PACKAGES =
      Map.of(
          "docker-credential-pass", "golang-docker-credential-helpers",
          "docker-credential-secretservice", "golang-docker-credential-helpers",
          "docker-credential-ecr-login", "amazon-ecr-credential-helper",
          "gpg", "gnupg",
          "gpgconf", "gnupg",
          "gnome-keyring-daemon", "gnome-keyring",
          "dbus-daemon", "dbus",
          "dbus-send", "dbus",
          "secret-tool", "libsecret-tools",
          "htpasswd", "apache2-utils");

  private RealHelpers() {}

  /** What a program said, as UTF-8, and its exit code. */
  public record Result(int exit, String out, String err) {}

  /** Tells whether a program is on the PATH of the tests. */
  public static boolean installed(String program) {
    return installed(program, System.getenv("PATH"));
  }

  /** Tells whether a program is on a PATH. */
  public static boolean installed(String program, String path) {
    return find(program, path).isPresent();
  }

  /** Returns where a program is on the PATH of the tests. */
  public static Path path(String program) {
    return find(program, System.getenv("PATH"))
        .orElseThrow(() -> new AssertionError(program + " is not installed"));
  }

  /** Fails the test if a program is missing, or skips it where {@link #ALLOW_SKIP} is 1. */
  public static void require(String... programs) {
    List<String> missing = Stream.of(programs).filter(program -> !installed(program)).toList();
    if (missing.isEmpty()) {
      return;
    }
    TreeSet<String> packages = new TreeSet<>();
    missing.forEach(program -> packages.add(DEBIAN_PACKAGES.getOrDefault(program, program)));
    String message =
        "not installed: %s (apt-get install %s)"
            .formatted(String.join(", ", missing), String.join(" ", packages));
    if (!"1".equals(System.getenv(ALLOW_SKIP))) {
      throw new AssertionError(message + "; " + ALLOW_SKIP + "=1 skips this test");
    }
    throw new TestAbortedException(message);
  }

  /**
   * Fails the test where a program is missing in CI; elsewhere skips it, for not every system has a
   * package of it.
   */
  public static void requireInCi(String program) {
    if (!installed(program)) {
      String message = "not installed: " + program;
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      System.err.println("*** SKIPPED, " + message + " ***");
      throw new TestAbortedException(message);
    }
  }

  /**
   * Skips the test where this machine cannot do what it needs: be root, have namespaces.
   *
   * <p>No installation would help. The table that `make test` ends with says how many tests were
   * skipped, and why.
   */
  public static void requireThat(boolean so, String message) {
    if (!so) {
      throw new TestAbortedException(message);
    }
  }

  /**
   * Runs a program to its end, in exactly the given environment.
   *
   * <p>The program is looked for on the PATH of that environment. It reads and writes files, not
   * pipes, so that a daemon it leaves behind holds nothing up.
   */
  public static Result run(Map<String, String> environment, String stdin, String... command) {
    Path files = temporaryDirectory();
    try {
      Path in = Files.writeString(files.resolve("in"), stdin);
      Path out = files.resolve("out");
      Path err = files.resolve("err");
      Process process =
          builder(environment, command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!ended(process)) {
        throw new AssertionError(
            "%s did not end within %d s: %s%s"
                .formatted(
                    String.join(" ", command),
                    LIMIT_SECONDS,
                    Files.readString(out),
                    Files.readString(err)));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      for (String name : List.of("in", "out", "err", "")) {
        files.resolve(name).toFile().delete();
      }
    }
  }

  /** Runs a program and fails the test unless its exit code is 0. */
  public static String check(Map<String, String> environment, String stdin, String... command) {
    Result result = run(environment, stdin, command);
    if (result.exit() != 0) {
      throw new AssertionError("%s: %s".formatted(String.join(" ", command), result));
    }
    return result.out();
  }

  /** Stores a credential: {@code echo '{"ServerURL":...}' | docker-credential-<name> store}. */
  static void store(
      Map<String, String> environment, String helper, String key, String user, String secret) {
    JsonObject credential = new JsonObject();
    credential.addProperty("ServerURL", key);
    credential.addProperty("Username", user);
    credential.addProperty("Secret", secret);
    check(environment, credential.toString(), helper, "store");
  }

  /** Asks a helper what it holds, user by key, in its order. */
  static Map<String, String> list(Map<String, String> environment, String helper) {
    JsonObject listed =
        new Gson().fromJson(check(environment, "", helper, "list"), JsonObject.class);
    Map<String, String> users = new LinkedHashMap<>();
    listed.asMap().forEach((key, user) -> users.put(key, user.getAsString()));
    return users;
  }

  /** Makes the variables every program needs, and the home directory. */
  static Map<String, String> environment(Path home) {
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", home.toString());
    environment.put("LANG", "C.UTF-8");
    return environment;
  }

  /** Makes a private directory whose path is short enough for sockets (108 bytes). */
  static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory(Path.of("/tmp"), "reglogout-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a shell script which must clean up at the end of its stdin.
   *
   * <p>That end comes with {@link #release}, and with the death of this JVM, however it dies. The
   * session of its own keeps an interrupt from the terminal away from it.
   */
  static Process keeper(Map<String, String> environment, String script, Path directory) {
    try {
      return builder(environment, "setsid", "sh", "-c", script, "keeper", directory.toString())
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a keeper clean up and waits for it; does nothing the second time. */
  static void release(Process keeper) {
    try {
      keeper.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!waitFor(keeper)) {
      throw new AssertionError("the clean-up did not end within " + LIMIT_SECONDS + " s");
    }
  }

  /** Prepares a process with nothing inherited from the environment of the tests. */
  static ProcessBuilder builder(Map<String, String> environment, String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    String path = environment.getOrDefault("PATH", "");
    words.set(
        0,
        find(command[0], path)
            .orElseThrow(() -> new AssertionError(command[0] + " is not on PATH=" + path))
            .toString());
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /** Waits for a process and, once the limit is over, ends it by force with what it started. */
  static boolean ended(Process process) {
    if (waitFor(process)) {
      return true;
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return false;
  }

  private static boolean waitFor(Process process) {
    try {
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Path> find(String program, String path) {
    if (program.contains("/")) {
      return Optional.of(Path.of(program));
    }
    return Stream.of(path.split(File.pathSeparator))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
