package dev.reglogout.config;

import dev.reglogout.store.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A run that dies at one of its steps, as kill -9 would have it: nothing more of it is done. */
final class HaltingRun {
  /** The exit code of a run that died. */
  static final int DIED = 137;

  private HaltingRun() {}

  /** Arguments: the file, which step to die at (1 is the first), and the keys to erase. */
  public static void main(String[] arguments) {
    int last = Integer.parseInt(arguments[1]);
    AtomicInteger steps = new AtomicInteger();
    FileStep.Listener listener =
        (step, path) -> {
          if (steps.incrementAndGet() == last) {
            System.out.print(step);
            System.out.flush();
            Runtime.getRuntime().halt(DIED);
          }
        };
    InlineStore store = Folder.store(Path.of(arguments[0]), listener, new StopSignal());
    store.erase(Folder.entries(List.of(arguments).subList(2, arguments.length)));
  }

  /**
   * Runs to its death or its end.
   *
   * @return the step it died at, or nothing if it came to its end before
   */
  static String run(Path file, int step, String... keys) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(file.toString(), "" + step));
    arguments.addAll(List.of(keys));
    Process process =
        Folder.java(HaltingRun.class, arguments)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String died = new String(process.getInputStream().readAllBytes());
    int exit = process.waitFor();
    if (exit != (died.isEmpty() ? 0 : DIED)) {
      throw new AssertionError("exit " + exit + " at " + died);
    }
    return died;
  }
}
