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
 */
record Context(
    Environment environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminals terminals,
    LongSupplier clock,
    StopSignal stop) {

  /** Returns the same with another directory for docker's own file, as {@code docker --config}. */
  Context withDockerConfig(String directory) {
    return new Context(
        environment.with("DOCKER_CONFIG", directory), in, out, err, terminals, clock, stop);
  }

  boolean coloursOnStderr() {
    return terminals.err()
        && environment.get("NO_COLOR").isEmpty()
        && !environment.get("TERM").orElse("dumb").equals("dumb");
  }

  /** Returns the width to fit tables to. */
  int columns() {
    if (!terminals.out()) {
      return TextTable.UNLIMITED;
    }
    return environment
        .get("COLUMNS")
        .filter(columns -> columns.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .orElse(80);
  }

  /** Returns how to work with config files and helpers. */
  LogoutSettings settings(
      List<String> configs, boolean everywhere, Duration limit, boolean verbose) {
    OutputStream prompts = terminals.err() ? new EscapingStream(err) : null;
    Observer observer = verbose ? timings() : Observer.NONE;
    return new LogoutSettings(configs, everywhere, null, limit, true, prompts, observer, stop);
  }

  private Observer timings() {
    return (program, verb, key) -> {
      long start = clock.getAsLong();
      return () -> {
        long millis = (clock.getAsLong() - start) / 1_000_000;
        String what = key == null ? verb : verb + " " + Shown.text(key);
        err.println("  %s %s: %d ms".formatted(program, what, millis));
      };
    };
  }
}
