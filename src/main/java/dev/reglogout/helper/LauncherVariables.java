package dev.reglogout.helper;

import java.util.List;
import java.util.Map;

/**
 * The variables that our own launcher changes for Java, and gives to nobody else.
 *
 * <p>It keeps what stood there under another name: {@code REGLOGOUT_OLD_CLASSPATH}.
 */
final class LauncherVariables {
  private static final String OLD = "REGLOGOUT_OLD_";

  /** Taken away. */
  private static final List<String> REMOVED =
      List.of(
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "_JAVA_LAUNCHER_DEBUG",
          "CLASSPATH");

  /** Set to another value; an empty one is none. */
  private static final String REPLACED = "LC_ALL";

  private LauncherVariables() {}

  /** Gives an environment for another program the values that we were started with. */
  static void restore(Map<String, String> environment) {
    for (String name : REMOVED) {
      String old = environment.remove(OLD + name);
      if (old != null) {
        environment.put(name, old);
      }
    }
    String old = environment.remove(OLD + REPLACED);
    if (old == null) {
      return;
    }
    if (old.isEmpty()) {
      environment.remove(REPLACED);
    } else {
      environment.put(REPLACED, old);
    }
  }
}
