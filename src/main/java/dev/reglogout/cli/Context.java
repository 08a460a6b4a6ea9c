package dev.reglogout.cli;

import dev.reglogout.logout.LogoutSettings;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a command works with.
 *
 * @param environment variables and operating system
 * @param in where an answer comes from
 * @param out where results go
 * @param err where everything else goes
 * @param terminals which streams are terminals
 * @param clock nanoseconds from some fixed point
 * @param stop requested when the program is to end
 * @param line shows what takes long; null where stderr is no terminal
 */
record Context(
    Environment environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminals terminals,
    LongSupplier clock,
    StopSignal stop,
    LiveLine line) {

  /** Returns the same with another directory for docker's own file, as {@code docker --config}. */
  Context withDockerConfig(String directory) {
    return new Context(
        environment.with("DOCKER_CONFIG", directory), in, out, err, terminals, clock, stop, line);
  }

  boolean coloursOnStderr() {
    return terminals.err() && coloursWanted();
  }

  boolean coloursOnStdout() {
    return terminals.out() && coloursWanted();
  }

  private boolean coloursWanted() {
    return environment.get("NO_COLOR").isEmpty() && !isDumb();
  }

  private boolean isDumb() {
    return environment.get("TERM").orElse("dumb").equals("dumb");
  }

  /** Returns the width to fit tables to. */
  int columns() {
    return terminals.out() ? Terminals.columns(environment) : TextTable.UNLIMITED;
  }

  /**
   * Returns how to work with config files and helpers.
   *
   * @param silent whether nothing is to be shown of what takes long
   */
  LogoutSettings settings(
      List<String> configs, boolean everywhere, Duration limit, boolean verbose, boolean silent) {
    Waiting waiting = waiting(silent);
    return new LogoutSettings(
        configs,
        everywhere,
        null,
        limit,
        true,
        helperStderr(waiting),
        observer(waiting, verbose),
        stop);
  }

  /** Returns what shows the calls that take long, or null where nobody is to be shown. */
  Waiting waiting(boolean silent) {
    return line == null || silent || isDumb() || environment.get("CI").isPresent()
        ? null
        : new Waiting(line, clock, environment);
  }

  /** Returns where the helpers' stderr is passed on to, or null. */
  OutputStream helperStderr(Waiting waiting) {
    return terminals.err() ? new EscapingStream(err, waiting) : null;
  }

  /** Returns who is told of calls. */
  Observer observer(Waiting waiting, boolean verbose) {
    Observer observer = waiting == null ? Observer.NONE : waiting;
    return verbose ? new VerboseObserver(observer, err, clock) : observer;
  }
}
