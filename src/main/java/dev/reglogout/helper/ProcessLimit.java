package dev.reglogout.helper;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ProcessDestroyer;

/**
 * Runs a process for a limited time, and ends it with all that still descend from it.
 *
 * <p>The process is waited for in a thread of its own, so that nobody hangs on one that cannot even
 * be started, or that nobody may end because it runs as another user.
 */
final class ProcessLimit implements ProcessDestroyer {
  /** How long a process that was ended may take to be gone, its pumps included. */
  private static final long LAST_MILLIS = 1000;

  private final Duration limit;
  private Process process;
  private boolean endRequested;
  private boolean wasEnded;
  private boolean ranOut;

  ProcessLimit(Duration limit) {
    this.limit = limit;
  }

  /** One call of a process, as a thread that others need not wait for. */
  private static final class Call extends Thread {
    private final DefaultExecutor executor;
    private final CommandLine command;
    private final Map<String, String> variables;
    private int exitCode;
    private Throwable thrown;

    Call(DefaultExecutor executor, CommandLine command, Map<String, String> variables) {
      super("reglogout-helper");
      this.executor = executor;
      this.command = command;
      this.variables = variables;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        exitCode = executor.execute(command, variables);
      } catch (IOException | RuntimeException | Error e) {
        thrown = e;
      }
    }

    int exitCode() throws IOException {
      if (thrown instanceof IOException e) {
        throw e;
      }
      if (thrown instanceof RuntimeException e) {
        throw e;
      }
      if (thrown instanceof Error e) {
        throw e;
      }
      return exitCode;
    }
  }

  /**
   * Runs a process, and returns its exit code, which means nothing if its time was up.
   *
   * @param executor whose process destroyer this is
   */
  int run(DefaultExecutor executor, CommandLine command, Map<String, String> variables)
      throws IOException {
    Call call = new Call(executor, command, variables);
    call.start();
    if (!hasEnded(call, limit.toMillis())) {
      ranOut = true;
      end();
      hasEnded(call, LAST_MILLIS);
      return -1;
    }
    return call.exitCode();
  }

  /** Returns whether the process was ended because its time was up. */
  boolean ranOut() {
    return ranOut;
  }

  /** Returns whether the process was still running when it was to be ended. */
  synchronized boolean wasEnded() {
    return wasEnded;
  }

  /** Returns whether the process goes on although it was ended. */
  synchronized boolean livesOn() {
    return process != null && process.isAlive();
  }

  @Override
  public boolean add(Process started) {
    boolean end;
    synchronized (this) {
      process = started;
      wasEnded |= endRequested;
      end = endRequested; // asked for while the process was being started
    }
    if (end) {
      new ProcessFamily(started.toHandle()).end();
    }
    return true;
  }

  @Override
  public synchronized boolean remove(Process ended) {
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
      wasEnded |= running != null && running.isAlive();
    }
    if (running != null) {
      new ProcessFamily(running.toHandle()).end();
    }
  }

  /** Waits for a call; an interrupt is kept for later. */
  private static boolean hasEnded(Call call, long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    boolean interrupted = false;
    while (call.isAlive()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      try {
        TimeUnit.NANOSECONDS.timedJoin(call, Math.max(left, 1_000_000));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !call.isAlive();
  }
}
