package dev.reglogout.cli;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/** What the system writes down of a process that a signal has ended. */
final class CoreDumps {
  /** Says which kinds of memory get into a dump; processes that we start inherit it. */
  private static final File FILTER = new File("/proc/self/coredump_filter");

  private CoreDumps() {}

  /**
   * Keeps our memory, with the text of config files, out of any dump, where the system is Linux.
   *
   * <p>The launchers forbid the dump itself, but a system that hands it to a program of its own may
   * make it all the same, and the jar has no launcher.
   */
  static void withoutMemory() {
    try (FileOutputStream filter = new FileOutputStream(FILTER)) {
      filter.write('0');
    } catch (IOException e) {
      // another system, or /proc is not there: then its settings decide
    }
  }
}
