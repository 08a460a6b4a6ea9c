package dev.reglogout.cli;

import dev.reglogout.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the program a second time, in a UTF-8 locale.
 *
 * <p>In the locale C, Java cannot name a path with letters beyond ASCII: not a home, not the folder
 * it is in, not an argument. The image's launcher sees to the locale; {@code java -jar} has none.
 */
final class Utf8Restart {
  /** There is no third time, whatever the locale is then. */
  private static final String MARK = "reglogout.restarted";

  /** The variables that name what we read, as in the image's launcher. */
  private static final List<String> NAMING_PATHS =
      List.of(
          "HOME",
          "PATH",
          "DOCKER_CONFIG",
          "REGISTRY_AUTH_FILE",
          "XDG_CONFIG_HOME",
          "XDG_RUNTIME_DIR",
          "HELM_REGISTRY_CONFIG",
          "HELM_CONFIG_HOME",
          "REGCTL_CONFIG",
          "AWS_ECR_CACHE_DIR",
          "DOCKER_CREDENTIAL_GCR_STORE",
          "PASSWORD_STORE_DIR");

  /** Sets the locale and runs its arguments, each written as octal numbers, for any byte. */
  private static final String SCRIPT =
      """
      export LC_ALL=C.UTF-8
      for word; do
        shift
        word=$(printf '%b.' "$word")
        set -- "$@" "${word%.}"
      done
      exec "$@"
      """;

  private static final long END_MILLIS = 1_000;
  private static final char UNREADABLE = '\uFFFD';

  private Utf8Restart() {}

  /** Tells whether a JVM in the locale C has been given anything whose letters it cannot read. */
  static boolean isNeeded(Environment environment, String[] arguments) {
    return System.getProperty(MARK) == null
        && ProcessHandle.current().info().command().orElse("").endsWith("/java")
        && (isUnreadable(System.getProperty("user.dir"))
            || isUnreadable(String.join(" ", arguments))
            || NAMING_PATHS.stream()
                .anyMatch(name -> isUnreadable(environment.get(name).orElse(""))));
  }

  /**
   * Runs the program again, to its end, as it was started.
   *
   * @return its exit code
   * @throws IOException if how it was started cannot be read, or it cannot be started again
   */
  static int run() throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
    List<String> words = words(Files.readAllBytes(Path.of("/proc/self/cmdline")));
    command.addAll(words);
    command.add(command.size() - words.size() + 1, "-D" + MARK + "=true");
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Returns each word of a command line as octal numbers. */
  private static List<String> words(byte[] commandLine) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (byte each : commandLine) {
      if (each == 0) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append("\\0").append(Integer.toOctalString(each & 0xFF));
      }
    }
    return words;
  }

  /** Passes the end of this JVM on, with the time that the program takes to stop. */
  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // this JVM ends all the same
    }
  }

  private static boolean isUnreadable(String text) {
    return text != null && text.indexOf(UNREADABLE) >= 0;
  }
}
