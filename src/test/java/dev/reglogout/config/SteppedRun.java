package dev.reglogout.config;

import dev.reglogout.store.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process that erases one key of a file, and takes each step only when it is told to. */
final class SteppedRun implements AutoCloseable {
  private static final String END = "END ";

  private final Process process;
  private final BufferedReader from;
  private final PrintStream to;
  private String pending = END;

  SteppedRun() throws IOException {
    process = Folder.java(SteppedRun.class, List.of()).redirectError(Redirect.INHERIT).start();
    from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Begins to erase a key, up to the first step. */
  void begin(Path file, String key) throws IOException {
    to.println(file);
    to.println(key);
    pending = read();
  }

  /** Takes the step it is at, up to the next. */
  void step() throws IOException {
    to.println("go");
    pending = read();
  }

  /** Gives up what is begun, with everything put away. */
  void abort() throws IOException {
    if (!hasEnded()) {
      to.println("abort");
      pending = read();
    }
  }

  private String read() throws IOException {
    String line = from.readLine();
    if (line == null) {
      throw new AssertionError("the run has died");
    }
    return line;
  }

  /** Returns the name of the step it is at. */
  String pending() {
    return pending;
  }

  boolean hasEnded() {
    return pending.startsWith(END);
  }

  /** Returns what it says became of the key. */
  String verdict() {
    return pending.substring(END.length());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Gives up a run from within. */
  private static final class Abort extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static boolean aborted;

  /** The process: runs, one after the other, until there is no more input. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file = in.readLine(); file != null; file = in.readLine()) {
      String key = in.readLine();
      aborted = false;
      FileStep.Listener listener =
          (step, path) -> {
            if (aborted) {
              return;
            }
            out.println(step + (path.toString().endsWith(".lock") ? " lock" : ""));
            if (!"go".equals(in.readLine())) {
              aborted = true;
              throw new Abort();
            }
          };
      String verdict;
      try {
        Outcome outcome = Folder.erase(Folder.store(Path.of(file), listener), key);
        verdict = outcome.verdict() + " " + outcome.reason();
      } catch (Abort e) {
        verdict = "aborted";
      }
      out.println(END + verdict);
    }
  }
}
