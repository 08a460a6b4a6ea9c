package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/** The program. */
public final class Main {
  /** How long helpers and a begun step may take to end after Ctrl-C; a second is promised. */
  private static final long STOP_MILLIS = 950;

  /** How long to try to tell. */
  private static final long TELL_MILLIS = 200;

  private static volatile boolean ended;

  /** Null where stderr is no terminal; no method is handed it, for Java would load it for that. */
  private static LiveLine line;

  private Main() {}

  /** Runs the program and exits. */
  public static void main(String[] arguments) {
    int exitCode = start(arguments);
    if (exitCode != ExitCode.DONE) {
      System.exit(exitCode);
    }
    // a plain return is quicker: no logging is set up to tell of the exit
  }

  /** Runs the program, in the locale C behind another JVM if this one cannot read its letters. */
  private static int start(String[] arguments) {
    if ("ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding"))
        && Utf8Restart.isNeeded(Environment.ofProcess(), arguments)) {
      try {
        return Utf8Restart.run();
      } catch (IOException e) {
        // what cannot be named then fails by itself, and is said
      }
    }
    return run(arguments);
  }

  private static int run(String[] arguments) {
    CoreDumps.withoutMemory();
    Terminals terminals = Terminals.ofProcess();
    if (terminals.err()) {
      line = new LiveLine(new FileOutputStream(FileDescriptor.err));
    }
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
            terminals,
            System::nanoTime,
            stop,
            line);
    int exitCode = new Cli(context).run(List.of(arguments));
    if (line != null) {
      line.end();
    }
    ended = !stop.requested();
    return exitCode;
  }

  /** Runs when the JVM ends; before the work has ended, that is by a signal. */
  private static void interrupted(StopSignal stop, PrintStream err, String[] arguments) {
    if (ended) {
      return;
    }
    long start = System.nanoTime();
    Thread telling = new Thread(() -> tellOfInterrupt(err, arguments));
    telling.setDaemon(true);
    telling.start();
    stop.request(STOP_MILLIS);
    try {
      long spent = (System.nanoTime() - start) / 1_000_000;
      telling.join(Math.max(1, TELL_MILLIS - spent)); // nobody may be reading
    } catch (InterruptedException e) {
      // the JVM ends all the same
    }
  }

  private static void tellOfInterrupt(PrintStream err, String[] arguments) {
    if (line != null) {
      line.end(); // before the words, and nothing is shown after them
    }
    boolean changes = Cli.changes(List.of(arguments));
    err.println(
        "reglogout: interrupted" + (changes ? "; a credential may remain: run it again" : ""));
    err.flush();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    OutputStream stream = new FileOutputStream(descriptor);
    OutputStream above = line == null ? stream : line.above(stream);
    return new PrintStream(new BufferedOutputStream(above, 8192), false, UTF_8);
  }
}
