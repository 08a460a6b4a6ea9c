package dev.reglogout.cli;

import dev.reglogout.store.Observer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Prints how long each call took, and which helper anybody could have put there; lets another
 * observer watch as well.
 */
final class VerboseObserver implements Observer {
  private final Observer other;
  private final PrintStream err;
  private final LongSupplier clock;

  /**
   * Creates an observer.
   *
   * @param clock nanoseconds from some fixed point
   */
  VerboseObserver(Observer other, PrintStream err, LongSupplier clock) {
    this.other = other;
    this.err = err;
    this.clock = clock;
  }

  @Override
  public Runnable calling(String program, String verb, String key) {
    Runnable ended = other.calling(program, verb, key);
    long start = clock.getAsLong();
    return () -> {
      ended.run();
      long millis = (clock.getAsLong() - start) / 1_000_000;
      String what = program + " " + (key == null ? verb : verb + " " + key);
      err.println("  " + Shown.text(what) + ": " + millis + " ms");
      err.flush();
    };
  }

  @Override
  public void found(String name, Path program) {
    other.found(name, program);
    Path open = WritableByOthers.of(program);
    if (open != null) {
      err.println(
          "  "
              + Shown.text("%s is %s, and everyone may write to %s".formatted(name, program, open))
              + ": anybody could have put it there");
      err.flush();
    }
  }

  @Override
  public Runnable series(String program, String verb, int calls) {
    return other.series(program, verb, calls);
  }
}
