package dev.reglogout.cli;

import dev.reglogout.store.Observer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Tells what {@code -v} tells of helpers: how long each call took, and which of their programs
 * anybody could exchange. Lets another observer watch as well.
 */
final class VerboseObserver implements Observer {
  private static final int OTHERS_WRITE = 0002;
  private static final int STICKY = 01000;

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
      String what = key == null ? verb : verb + " " + key;
      err.println("  " + Shown.text(program + " " + what) + ": " + millis + " ms");
      err.flush();
    };
  }

  @Override
  public Runnable series(String program, String verb, int calls) {
    return other.series(program, verb, calls);
  }

  @Override
  public void found(String name, Path program) {
    Path open = writableByOthers(program);
    if (open != null) {
      err.println(
          "  "
              + Shown.text("%s is %s, and everyone may write to %s".formatted(name, program, open))
              + ": anybody could have put it there");
    }
  }

  /**
   * Returns what everyone may write to of a program: its directory, the file, or a directory
   * further up in which files are not kept apart; null if nothing.
   */
  private static Path writableByOthers(Path program) {
    try {
      Path real = program.toRealPath();
      for (Path file : new Path[] {program.getParent(), real, real.getParent()}) {
        if ((mode(file) & OTHERS_WRITE) != 0) {
          return file;
        }
      }
      for (Path above = real.getParent(); above != null; above = above.getParent()) {
        if ((mode(above) & (OTHERS_WRITE | STICKY)) == OTHERS_WRITE) {
          return above;
        }
      }
      return null;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return null; // no modes here, or nobody may look
    }
  }

  private static int mode(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:mode");
  }
}
