package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.exec.DefaultExecutor;
import picocli.CommandLine;

/** Runs the program in a JVM of its own, where its user or its limits are to be others. */
final class ProgramProcess {
  private static final long LIMIT_SECONDS = 30;

  private ProgramProcess() {}

  /**
   * Runs the program.
   *
   * @param prefix the words that come before its command line
   * @param classes where to put its classes, so that any user can read them
   */
  static Machine.Result run(
      List<String> prefix, List<String> arguments, Map<String, String> variables, Path classes)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(String.join(File.pathSeparator, classPath(classes)));
    command.add(Main.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(variables);
    return result(builder.start());
  }

  /**
   * Runs another program.
   *
   * @throws IOException if it says no
   */
  static void execute(List<String> command) throws IOException {
    Machine.Result result = result(new ProcessBuilder(command).start());
    if (result.exit() != 0) {
      throw new IOException(String.join(" ", command) + ": " + result.err().strip());
    }
  }

  private static Machine.Result result(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) { // what it prints fits into a pipe
        process.destroyForcibly();
        throw new IOException("it has not ended after %d s".formatted(LIMIT_SECONDS));
      }
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return new Machine.Result(process.exitValue(), out, err);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static List<String> classPath(Path classes) throws IOException {
    List<String> entries = new ArrayList<>();
    List<Class<?>> types =
        List.of(Main.class, Gson.class, CommandLine.class, DefaultExecutor.class);
    boolean copied = Files.exists(classes);
    Files.createDirectories(classes);
    for (Class<?> type : types) {
      Path copy = classes.resolve(type.getSimpleName());
      if (!copied) {
        copy(origin(type), copy);
      }
      entries.add(copy.toString());
    }
    if (!copied) {
      execute(List.of("chmod", "-R", "a+rX", classes.toString()));
    }
    return entries;
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
