package dev.reglogout.helper;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.ProcessDestroyer;

/**
 * Ends a process, and all that still descend from it, when its time is up.
 *
 * <p>A process that has detached itself is no longer a descendant, and lives on: it may be an agent
 * that others use.
 */
final class ProcessLimit implements ProcessDestroyer {
  private static final long GRACE_MILLIS = 300;

  private final Duration limit;
  private Process process;
  private Thread timer;
  private boolean endRequested;
  private volatile boolean ranOut;

  ProcessLimit(Duration limit) {
    this.limit = limit;
  }

  /** Returns whether the process was ended because its time was up. */
  boolean ranOut() {
    return ranOut;
  }

  @Override
  public synchronized boolean add(Process started) {
    process = started;
    timer = new Thread(this::watch, "reglogout-limit");
    timer.setDaemon(true);
    timer.start();
    if (endRequested) {
      end(started.toHandle()); // asked for while the process was being started
    }
    return true;
  }

  @Override
  public synchronized boolean remove(Process ended) {
    timer.interrupt();
    process = null;
    return true;
  }

  @Override
  public synchronized int size() {
    return process == null ? 0 : 1;
  }

  /** Ends the process now; one that is still being started, as soon as it is. */
  void end() {
    Process running;
    synchronized (this) {
      endRequested = true;
      running = process;
    }
    if (running != null) {
      end(running.toHandle());
    }
  }

  private void watch() {
    Process running;
    synchronized (this) {
      running = process;
    }
    try {
      if (running != null && !running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        ranOut = true;
        end(running.toHandle());
      }
    } catch (InterruptedException e) {
      // the process has ended in time
    }
  }

  private static void end(ProcessHandle root) {
    // parents first: a shell whose child ends goes on to its next command
    Set<ProcessHandle> family = new LinkedHashSet<>();
    gather(root, family);
    family.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        break;
      }
    }
    List.copyOf(family).forEach(member -> gather(member, family));
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static void gather(ProcessHandle parent, Set<ProcessHandle> family) {
    family.add(parent);
    parent.descendants().forEach(family::add);
  }
}
