package dev.reglogout.cli;

import dev.reglogout.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which of the standard streams are terminals.
 *
 * @param in whether stdin is one
 * @param out whether stdout is one
 * @param err whether stderr is one
 */
record Terminals(boolean in, boolean out, boolean err) {
  /** Set by the launcher to the numbers of those that are, such as {@code 012}. */
  private static final String PROPERTY = "reglogout.terminals";

  /** No stream is a terminal. */
  static final Terminals NONE = new Terminals(false, false, false);

  /** Returns what the launcher says, else what can be found out. */
  static Terminals ofProcess() {
    String told = System.getProperty(PROPERTY);
    if (told != null) {
      return new Terminals(told.contains("0"), told.contains("1"), told.contains("2"));
    }
    return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
  }

  /** Returns the width of the terminal, as far as the environment tells. */
  static int columns(Environment environment) {
    return environment
        .get("COLUMNS")
        .filter(columns -> columns.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .orElse(80);
  }

  /** Returns whether no other job has the terminal, as far as can be found out. */
  static boolean isInForeground() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      // after the name, which may hold anything: state, parent, group, session, terminal, its group
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return fields[2].equals(fields[5]) || fields[5].startsWith("-");
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isTerminal(int stream) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null; // only where all of them are
    }
  }
}
