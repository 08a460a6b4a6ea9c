package dev.reglogout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same with several things at a time. */
public final class SideBySide {
  /** However many are asked for: a file may name thousands of helpers. */
  private static final int MOST = 64;

  private SideBySide() {}

  /**
   * Applies work to all things, some at a time, and returns the results in the things' order.
   *
   * <p>One thing alone is worked on by the calling thread. The threads do not keep a program from
   * ending. What one throws does not keep the others from being done; the first of it is thrown
   * then.
   *
   * @param atATime how many at most; never more than 64
   */
  public static <T, R> List<R> map(List<T> things, int atATime, Function<T, R> work) {
    AtomicReferenceArray<R> done = new AtomicReferenceArray<>(things.size());
    ConcurrentSkipListMap<Integer, Throwable> thrown = new ConcurrentSkipListMap<>();
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
            try {
              done.set(i, work.apply(things.get(i)));
            } catch (RuntimeException | Error e) {
              thrown.put(i, e);
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < Math.min(Math.min(atATime, MOST), things.size()); i++) {
      Thread thread = new Thread(worker, "reglogout-side-by-side");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    worker.run();
    threads.forEach(SideBySide::join);
    if (!thrown.isEmpty()) {
      throw unchecked(thrown.firstEntry().getValue());
    }
    List<R> results = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      results.add(done.get(i));
    }
    return results;
  }

  /** Does work on all things, some at a time, and returns when all of it is done. */
  public static <T> void each(List<T> things, int atATime, Consumer<T> work) {
    map(
        things,
        atATime,
        thing -> {
          work.accept(thing);
          return thing;
        });
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return (RuntimeException) thrown;
  }

  /** Waits for a thread to its end; an interrupt is kept for later. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
