package dev.reglogout.cli;

import dev.reglogout.store.Observer;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Prints how long each call took, and lets another observer watch as well. */
final class Timings implements Observer {
  private final Observer other;
  private final PrintStream err;
  private final LongSupplier clock;

  /**
   * Creates an observer.
   *
   * @param clock nanoseconds from some fixed point
   */
  Timings(Observer other, PrintStream err, LongSupplier clock) {
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
      String what = key == null ? verb : verb + " " + Shown.text(key);
      err.println("  %s %s: %d ms".formatted(program, what, millis));
      err.flush();
    };
  }

  @Override
  public Runnable series(String program, String verb, int calls) {
    return other.series(program, verb, calls);
  }
}
