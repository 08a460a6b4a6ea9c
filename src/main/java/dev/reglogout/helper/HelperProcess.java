package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.messages.KnownMessages;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;

/**
 * Runs a helper as a process of its own, by commons-exec; nothing else does.
 *
 * <p>What commons-exec is not trusted with: its watchdog sends one TERM and no more, and its pumps
 * wait for whoever holds the pipe, also after the helper has ended. So the limit is {@link
 * ProcessLimit}'s, and pumps are waited for half a second.
 */
final class HelperProcess implements HelperProgram {
  /** In bytes; a list may be long, all else is a sentence. */
  private static final int LIST_LIMIT = 16 << 20;

  private static final int TEXT_LIMIT = 64 << 10;

  /** What a process ends with that SIGINT or SIGTERM has ended. */
  private static final int BY_INT = 130;

  private static final int BY_TERM = 143;

  private final Path program;
  private final Map<String, String> variables;
  private final Duration limit;
  private final OutputStream stderr;
  private final StopSignal stop;

  /**
   * Prepares to run a program.
   *
   * @param program absolute
   * @param variables for the process, or null to pass ours on untouched
   * @param limit of one call
   * @param stderr where the helper's stderr is passed on to, or null
   */
  HelperProcess(
      Path program,
      Map<String, String> variables,
      Duration limit,
      OutputStream stderr,
      StopSignal stop) {
    this.program = program;
    this.variables = variables;
    this.limit = limit;
    this.stderr = stderr;
    this.stop = stop;
  }

  @Override
  public Reply run(String verb, String stdin) throws StoreException {
    boolean sendsKey = "erase".equals(verb) || "get".equals(verb);
    String key = sendsKey ? stdin : "";
    return run(List.of(verb), stdin, key, "list".equals(verb) ? LIST_LIMIT : TEXT_LIMIT);
  }

  /** Runs the program with any arguments; another program than a helper has others. */
  Reply run(List<String> arguments, String stdin) throws StoreException {
    return run(arguments, stdin, "", TEXT_LIMIT);
  }

  private Reply run(List<String> arguments, String stdin, String key, int outLimit)
      throws StoreException {
    BoundedOutput out = new BoundedOutput(outLimit, null);
    WholeLines passedOn =
        stderr == null
            ? null
            : new WholeLines(stderr, TEXT_LIMIT, key, RegistryKey.of(key).masked());
    BoundedOutput err = new BoundedOutput(TEXT_LIMIT, passedOn);
    ProcessLimit processLimit = new ProcessLimit(limit);
    Streams streams = new Streams(out, err, new ByteArrayInputStream(stdin.getBytes(UTF_8)));
    DefaultExecutor executor = new Executor();
    executor.setStreamHandler(streams);
    executor.setExitValues(null); // any exit code is an answer
    executor.setProcessDestroyer(processLimit);
    CommandLine command = new CommandLine(program.toFile());
    for (String argument : arguments) {
      command.addArgument(argument, false);
    }

    Runnable end = processLimit::end;
    stop.onRequest(end);
    try {
      if (stop.requested()) {
        throw interrupted();
      }
      int exitCode = processLimit.run(executor, command, variables);
      if (processLimit.ranOut()) {
        throw timedOut(processLimit.livesOn());
      }
      boolean bySignal = exitCode == BY_INT || exitCode == BY_TERM;
      if (bySignal && stopComes() || stop.requested() && processLimit.wasEnded()) {
        throw interrupted(); // whatever its exit code says, it was not let finish
      }
      return new Reply(exitCode, out.text(), err.text(), out.cutOff());
    } catch (IOException e) {
      throw new StoreException(
          "helper-not-started",
          "it cannot be started: " + firstLine(e),
          "check that %s runs on this machine, or reinstall it".formatted(program),
          e);
    } finally {
      stop.forget(end);
      finish(passedOn);
    }
  }

  /** A terminal's Ctrl-C ends the helper, too, perhaps before we know of it. */
  private boolean stopComes() {
    try {
      for (int i = 0; i < 20 && !stop.requested(); i++) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return stop.requested();
  }

  private static void finish(WholeLines passedOn) {
    try {
      if (passedOn != null) {
        passedOn.finish();
      }
    } catch (IOException e) {
      // nobody reads it any more
    }
  }

  private static StoreException interrupted() {
    return new StoreException("interrupted", "the run was interrupted", "run it again");
  }

  private StoreException timedOut(boolean livesOn) {
    String seconds = String.valueOf(limit.toMillis() / 1000.0).replaceFirst("\\.0$", "");
    return new StoreException(
        "helper-timed-out",
        "it did not answer within "
            + seconds
            + (livesOn
                ? " s, and cannot be ended: it may run as another user"
                : " s and was ended"),
        KnownMessages.byId("helper-timed-out").advice());
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown cause");
  }

  /**
   * Starts a program with the environment we were started with.
   *
   * <p>By ProcessBuilder, which passes on variables that are no text as they are.
   */
  private static final class Executor extends DefaultExecutor {
    @SuppressWarnings("deprecation") // the builder makes no subclass
    Executor() {
      super();
    }

    @Override
    protected Process launch(CommandLine command, Map<String, String> variables, Path directory)
        throws IOException {
      ProcessBuilder builder = new ProcessBuilder(command.toStrings());
      Map<String, String> environment = builder.environment();
      if (variables != null) {
        environment.clear();
        environment.putAll(variables);
      }
      LauncherVariables.restore(environment);
      return builder.start();
    }
  }

  /** Pumps that are waited for half a second in all, and never complain. */
  private static final class Streams extends PumpStreamHandler {
    private static final long WAIT_MILLIS = 500;

    private final List<Thread> pumps = new CopyOnWriteArrayList<>();

    Streams(OutputStream out, OutputStream err, InputStream in) {
      super(out, err, in);
    }

    @Override
    protected Thread createPump(InputStream in, OutputStream out, boolean closeWhenExhausted) {
      Thread pump = super.createPump(in, out, closeWhenExhausted);
      pump.setDaemon(true);
      pumps.add(pump);
      return pump;
    }

    @Override
    public void stop() {
      long deadline = System.nanoTime() + WAIT_MILLIS * 1_000_000;
      for (Thread pump : pumps) {
        try {
          pump.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
