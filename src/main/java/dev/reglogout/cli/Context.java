package dev.reglogout.cli;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import java.io.InputStream;
import java.io.PrintStream;
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

  boolean coloursOnStderr() {
    return terminals.err()
        && environment.get("NO_COLOR").isEmpty()
        && !environment.get("TERM").orElse("dumb").equals("dumb");
  }
}
