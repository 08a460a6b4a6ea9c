package dev.reglogout.helper;

import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.time.Duration;
import java.util.List;

/** Programs that helpers rest on, such as gpg: found and run as helpers are. */
public final class OtherPrograms {
  private final Environment environment;
  private final HelperPath path;
  private final Duration limit;
  private final StopSignal stop;

  OtherPrograms(Environment environment, HelperPath path, Duration limit, StopSignal stop) {
    this.environment = environment;
    this.path = path;
    this.limit = limit;
    this.stop = stop;
  }

  /** Returns whether a program can be found and may be executed. */
  public boolean has(String program) {
    return path.has(program);
  }

  /**
   * Runs a program to its end, with nothing on its stdin.
   *
   * @throws StoreException if it is not there, cannot be started, or ran into the limit
   */
  public Reply run(String program, List<String> arguments) throws StoreException {
    HelperProcess process =
        new HelperProcess(
            path.program(program).orElseThrow(() -> missing(program)),
            environment.forPrograms(),
            limit,
            null,
            stop);
    return process.run(arguments, "");
  }

  private static StoreException missing(String program) {
    return new StoreException(
        "program-not-found",
        program + " is not installed",
        KnownMessages.byId("program-not-found").advice());
  }
}
