package dev.reglogout.helper;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process and all that descend from it, to be ended together.
 *
 * <p>One that has detached itself is no longer a descendant, and lives on: it may be an agent that
 * others use.
 */
final class ProcessFamily {
  private static final long GRACE_MILLIS = 300;

  /** How often to look for new members; whoever starts more than that may get away. */
  private static final int LOOKS = 30;

  private static final long SIGNAL_MILLIS = 500;

  // parents first: a shell whose child ends goes on to its next command
  private final Set<ProcessHandle> members = new LinkedHashSet<>();

  ProcessFamily(ProcessHandle root) {
    members.add(root);
  }

  /** Asks all to end, and forces those that do not. */
  void end() {
    freeze();
    members.forEach(ProcessHandle::destroy);
    signal("CONT", alive());
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    while (isAlive() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        break;
      }
    }
    if (isAlive()) {
      freeze();
      members.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /**
   * Holds all members still, until a look finds none that is new.
   *
   * <p>A process started between a look and its parent's end would have no parent to be found by.
   */
  private void freeze() {
    Set<ProcessHandle> frozen = new HashSet<>();
    for (int look = 0; look < LOOKS; look++) {
      gather();
      List<ProcessHandle> moving = alive();
      moving.removeIf(frozen::contains);
      if (moving.isEmpty() || !signal("STOP", moving)) {
        return;
      }
      frozen.addAll(moving);
    }
  }

  private void gather() {
    Set<ProcessHandle> seen = new HashSet<>();
    for (ProcessHandle member : alive()) {
      if (!seen.contains(member)) { // each look at all processes takes a millisecond or two
        member.descendants().forEach(seen::add);
      }
    }
    members.addAll(seen);
  }

  private boolean isAlive() {
    return members.stream().anyMatch(ProcessHandle::isAlive);
  }

  private List<ProcessHandle> alive() {
    List<ProcessHandle> alive = new ArrayList<>(members);
    alive.removeIf(member -> !member.isAlive());
    return alive;
  }

  /** Sends a signal that Java has no method for; returns whether there is a shell to do so. */
  private static boolean signal(String name, List<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "kill -s \"$0\" \"$@\"", name));
    processes.forEach(process -> command.add(String.valueOf(process.pid())));
    try {
      Process shell =
          new ProcessBuilder(command)
              .redirectInput(Redirect.PIPE)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return shell.waitFor(SIGNAL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
