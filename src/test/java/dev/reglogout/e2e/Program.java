package dev.reglogout.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program as its users have it, run as a process of its own.
 *
 * <p>Which one, the system property {@code reglogout.program} says: a jar, an image or an installed
 * copy.
 *
 * @param words the command line, without the program's arguments
 */
public record Program(List<String> words) {
  private static final int LIMIT_SECONDS = 60;

  /** Returns the program that is to be tested. */
  public static Program underTest() {
    String path = System.getProperty("reglogout.program", "target/reglogout.jar");
    String program = Path.of(path).toAbsolutePath().toString();
    if (!Files.exists(Path.of(program))) {
      throw new AssertionError("reglogout.program: there is no " + program);
    }
    if (!program.endsWith(".jar")) {
      return new Program(List.of(program));
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Program(List.of(java, "-jar", program));
  }

  /** Returns the program as started by another one, such as {@code setpriv}. */
  Program behind(String... wrapper) {
    return new Program(Stream.concat(Stream.of(wrapper), words.stream()).toList());
  }

  /** Returns the program with a shell's redirection, such as {@code >&-}. */
  Program redirected(String redirection) {
    return behind("/bin/sh", "-c", "exec \"$@\" " + redirection, "sh");
  }

  /** Runs the program to its end, in exactly the given environment. */
  Result run(Map<String, String> environment, String... arguments) {
    return start(environment, arguments).result();
  }

  /** Starts the program, in exactly the given environment. */
  Running start(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of(arguments));
    try {
      // files, so that a helper left behind holds nothing up, and nothing waits for being read
      Path out = Files.createTempFile("out", null);
      Path err = Files.createTempFile("err", null);
      List.of(out, err).forEach(file -> file.toFile().deleteOnExit());
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.start();
      process.getOutputStream().close();
      return new Running(process, out, err, start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run that has not ended yet. */
  record Running(Process process, Path out, Path err, long start) {

    /** Sends a signal: {@code INT}, {@code TERM}. */
    void signal(String name) {
      kill(name, String.valueOf(process.pid()));
    }

    /** Sends a signal to the whole process group, as a terminal does; the program must lead it. */
    void signalGroup(String name) {
      kill(name, "-" + process.pid());
    }

    /** Waits for the end; after a minute, ends it by force and fails. */
    Result result() {
      try {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly().waitFor();
          throw new AssertionError(
              "still running after %d s: %s%s"
                  .formatted(LIMIT_SECONDS, Files.readString(out), Files.readString(err)));
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Result(
            process.exitValue(), Files.readString(out), Files.readString(err), millis);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      } finally {
        out.toFile().delete();
        err.toFile().delete();
      }
    }

    private static void kill(String signal, String target) {
      try {
        // the shell's own kill: no package is needed for it
        String[] kill = {"/bin/sh", "-c", "kill -s \"$1\" -- \"$2\"", "sh", signal, target};
        int exit = new ProcessBuilder(kill).start().waitFor();
        if (exit != 0) {
          throw new AssertionError("there was no " + target + " to send " + signal + " to");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /**
   * What a run came to.
   *
   * @param exit its exit code
   * @param millis how long it took, with the start of the program
   */
  record Result(int exit, String out, String err, long millis) {

    /** Returns the document of {@code --json}. */
    JsonObject json() {
      return JsonParser.parseString(out).getAsJsonObject();
    }

    /** Returns the steps of {@code --json}, sorted: {@code STORE KEY VERDICT VERIFIED}. */
    List<String> steps() {
      List<String> steps = new ArrayList<>();
      for (JsonElement registry : json().getAsJsonArray("registries")) {
        for (JsonElement element : registry.getAsJsonObject().getAsJsonArray("steps")) {
          JsonObject step = element.getAsJsonObject();
          steps.add(
              "%s %s %s %s"
                  .formatted(
                      text(step, "store"),
                      text(step, "key"),
                      text(step, "verdict"),
                      text(step, "verified")));
        }
      }
      return steps.stream().sorted().toList();
    }

    private static String text(JsonObject step, String member) {
      return step.get(member).isJsonNull() ? "null" : step.get(member).getAsString();
    }
  }
}
