package dev.reglogout.store;

import dev.reglogout.internal.SideBySide;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells work to stop: once requested, no new step begins, and a begun one is waited for.
 *
 * <p>The command line requests it on Ctrl-C and TERM; a library's caller may do so from any thread.
 */
public final class StopSignal {
  private static final long TIDY_MILLIS = 200;

  private final ReentrantLock step = new ReentrantLock();
  private final Set<Runnable> actions = ConcurrentHashMap.newKeySet();
  private volatile boolean requested;
  private int untidy;

  /** Creates a signal that nobody has requested. */
  public StopSignal() {}

  /** {@return whether work is to stop} */
  public boolean requested() {
    return requested;
  }

  /**
   * Runs a step that must not be cut short, unless work is to stop.
   *
   * @param <T> what the step comes to
   * @param work the step
   * @return what the step returns
   * @throws StoreException if work is to stop, or the step throws it
   */
  public <T> T step(Step<T> work) throws StoreException {
    step.lock();
    try {
      if (requested) {
        throw interrupted();
      }
      return work.run();
    } finally {
      step.unlock();
    }
  }

  /**
   * Runs work that puts something away at its end, such as a lock, unless work is to stop. Whoever
   * requests a stop waits a moment for it.
   *
   * @param <T> what the work comes to
   * @param work not cut short only where it is a {@link #step}
   * @return what the work returns
   * @throws StoreException if work is to stop, or the work throws it
   */
  public <T> T tidily(Step<T> work) throws StoreException {
    synchronized (this) {
      if (requested) {
        throw interrupted();
      }
      untidy++;
    }
    try {
      return work.run();
    } finally {
      synchronized (this) {
        untidy--;
        notifyAll();
      }
    }
  }

  private static StoreException interrupted() {
    return new StoreException("interrupted", "the run was interrupted", "run it again");
  }

  /**
   * Adds what to do when a stop is requested; done at once if it already is.
   *
   * @param action does not throw
   */
  public void onRequest(Runnable action) {
    actions.add(action);
    if (requested) {
      action.run();
    }
  }

  /**
   * Takes back what {@link #onRequest} added.
   *
   * @param action the same object
   */
  public void forget(Runnable action) {
    actions.remove(action);
  }

  /**
   * Requests the stop, and waits for a begun step to end.
   *
   * @param waitMillis how long at most, with the time it takes to do what is to be done on a stop;
   *     0 does not wait
   */
  public void request(long waitMillis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
    synchronized (this) {
      requested = true;
    }
    List<Runnable> all = List.copyOf(actions);
    SideBySide.each(all, all.size(), Runnable::run); // each may wait for a process to end
    try {
      if (step.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        step.unlock();
      }
      awaitTidiness(Math.min(waitMillis, TIDY_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitTidiness(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; untidy > 0 && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
  }

  /**
   * A step that is either done wholly or not begun.
   *
   * @param <T> what it comes to
   */
  @FunctionalInterface
  public interface Step<T> {
    /**
     * Does the step.
     *
     * @return what it comes to
     * @throws StoreException if it cannot be done
     */
    T run() throws StoreException;
  }
}
