package dev.reglogout.cli;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Shows what is waited for, once it has taken over a second: the helper that was begun first.
 *
 * <p>A helper may ask its user something. While one is asked for a secret nothing is shown, for
 * pinentry draws on the terminal by itself; after one has written to its stderr, nothing is shown
 * before all that runs has ended.
 *
 * <p>It is made at the start of every run on a terminal, so what only the line needs is loaded
 * after the first second, and there are no lambdas here.
 */
class Waiting implements Observer, Runnable {
  private static final long FIRST_MILLIS = 1000;
  private static final long NEXT_MILLIS = 200;

  private final LiveLine line;
  private final LongSupplier clock;
  private final Environment environment;
  private final List<Work> works = new ArrayList<>(); // by their start
  private Thread timer;
  private boolean prompted;

  /**
   * Creates an observer that nobody has told of anything.
   *
   * @param clock nanoseconds from some fixed point
   * @param environment tells the width of the terminal
   */
  Waiting(LiveLine line, LongSupplier clock, Environment environment) {
    this.line = line;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Runnable calling(String program, String verb, String key) {
    boolean mayAsk = verb.equals("get");
    if (mayAsk) {
      line.hold();
    }
    return begin(program, verb, key, mayAsk);
  }

  @Override
  public synchronized Runnable series(String program, String verb, int calls) {
    return add(new Work(program, verb, calls));
  }

  /** Is told that a helper is about to write to the terminal. */
  synchronized void prompted() {
    prompted = !works.isEmpty();
  }

  /** Keeps the line up to date until nothing is waited for. */
  @Override
  public void run() {
    try {
      Thread.sleep(FIRST_MILLIS);
      while (isBusy()) {
        paint();
        Thread.sleep(NEXT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.remove();
  }

  /** Shows what is waited for now. */
  void paint() {
    String text = text();
    if (text == null || !Terminals.isInForeground()) {
      line.remove();
    } else {
      line.show(text); // outside of our lock: a terminal that hangs must not stop the work
    }
  }

  /** Starts the thread that keeps the line up to date. */
  void start(Thread thread) {
    thread.start();
  }

  private synchronized boolean isBusy() {
    if (works.isEmpty()) {
      timer = null;
    }
    return timer != null;
  }

  private synchronized Call begin(String program, String verb, String key, boolean mayAsk) {
    Work work = null;
    for (Work other : works) {
      if (other.program.equals(program) && other.verb.equals(verb)) {
        work = other;
      }
    }
    if (work == null) {
      work = add(new Work(program, verb, 1));
    }
    work.running.add(key);
    return new Call(work, key, mayAsk);
  }

  private Work add(Work work) {
    works.add(work);
    if (timer == null) {
      timer = new Thread(this, "reglogout-waiting");
      timer.setDaemon(true);
      start(timer);
    }
    return work;
  }

  private synchronized void end(Work work) {
    works.remove(work);
    prompted &= !works.isEmpty();
  }

  private synchronized void end(Work work, String key) {
    work.running.remove(key);
    work.done++;
    if (work.calls == 1) {
      end(work);
    }
  }

  private synchronized String text() {
    if (prompted || works.isEmpty()) {
      return null;
    }
    Work work = works.get(0);
    long seconds = (clock.getAsLong() - work.start) / 1_000_000_000;
    return seconds < 1
        ? null
        : WaitingText.of(work, seconds, works.size() - 1, Terminals.columns(environment));
  }

  /** What one helper is asked to do, once or several times; run when it has been done. */
  final class Work implements Runnable {
    final String program;
    final String verb;
    final int calls;
    final long start = clock.getAsLong();
    final List<String> running = new ArrayList<>(); // the keys it was sent
    int done;

    Work(String program, String verb, int calls) {
      this.program = program;
      this.verb = verb;
      this.calls = calls;
    }

    @Override
    public void run() {
      end(this);
    }
  }

  /** One call; run when it has ended. */
  private final class Call implements Runnable {
    private final Work work;
    private final String key;
    private final boolean mayAsk;

    Call(Work work, String key, boolean mayAsk) {
      this.work = work;
      this.key = key;
      this.mayAsk = mayAsk;
    }

    @Override
    public void run() {
      end(work, key);
      if (mayAsk) {
        line.release();
      }
    }
  }
}
