package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;

/** The program. */
public final class Main {
  /** How long a begun step may take to end after Ctrl-C. */
  private static final long STOP_MILLIS = 700;

  private static volatile boolean ended;

  private Main() {}

  /** Runs the program and exits. */
  public static void main(String[] arguments) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    StopSignal stop = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(stop, err, arguments)));
    Context context =
        new Context(
            Environment.ofProcess(),
            new FileInputStream(FileDescriptor.in),
            out,
            err,
            Terminals.ofProcess(),
            System::nanoTime,
            stop);
    int exitCode = new Cli(context).run(List.of(arguments));
    ended = !stop.requested();
    if (exitCode != ExitCode.DONE) {
      System.exit(exitCode);
    }
    // a plain return is quicker: no logging is set up to tell of the exit
  }

  /** Runs when the JVM ends; before the work has ended, that is by a signal. */
  private static void interrupted(StopSignal stop, PrintStream err, String[] arguments) {
    if (!ended) {
      boolean changes = Cli.changes(List.of(arguments));
      err.println(
          "reglogout: interrupted" + (changes ? "; a credential may remain: run it again" : ""));
      err.flush();
      stop.request(STOP_MILLIS);
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 8192), false, UTF_8);
  }
}
