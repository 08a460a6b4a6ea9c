package dev.reglogout.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same with several things at a time. */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Applies work to all things, some at a time, and returns the results in the things' order.
   *
   * <p>One thing alone is worked on by the calling thread. The threads do not keep a program from
   * ending.
   *
   * @param atATime how many at most
   */
  public static <T, R> List<R> map(List<T> things, int atATime, Function<T, R> work) {
    if (things.size() <= 1 || atATime <= 1) {
      List<R> results = new ArrayList<>();
      things.forEach(thing -> results.add(work.apply(thing)));
      return results;
    }
    ConcurrentHashMap<Integer, R> done = new ConcurrentHashMap<>();
    ConcurrentHashMap<Integer, RuntimeException> thrown = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
            try {
              done.put(i, work.apply(things.get(i)));
            } catch (RuntimeException e) {
              thrown.put(i, e);
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < Math.min(atATime, things.size()); i++) {
      Thread thread = new Thread(worker, "reglogout-side-by-side");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    worker.run();
    threads.forEach(SideBySide::join);
    thrown.values().stream()
        .findFirst()
        .ifPresent(
            e -> {
              throw e;
            });
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
