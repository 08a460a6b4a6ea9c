package dev.reglogout.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment a logout works in: variables, operating system, and which streams are terminals.
 *
 * <p>Passed to whoever needs it, so that nothing reads the process's own behind a caller's back.
 */
public final class Environment {
  private final Map<String, String> variables;
  private final Os os;
  private final boolean inherited;
  private final String userId; // null if the operating system is to be asked

  private Environment(Map<String, String> variables, Os os, boolean inherited, String userId) {
    this.os = os;
    this.inherited = inherited;
    this.userId = userId;
    if (os == Os.WINDOWS) {
      this.variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      this.variables.putAll(variables);
    } else {
      this.variables = inherited ? variables : Map.copyOf(variables); // ours cannot be changed
    }
  }

  /** {@return the environment of this process} */
  public static Environment ofProcess() {
    return new Environment(System.getenv(), Os.current(), true, null);
  }

  /**
   * {@return an environment of the given variables}
   *
   * @param variables by name; copied
   * @param os whose rules apply
   */
  public static Environment of(Map<String, String> variables, Os os) {
    return new Environment(variables, os, false, null);
  }

  /**
   * Returns the same with another value of one variable, for us to read; programs that we start get
   * this process's own all the same.
   *
   * @param variable its name
   * @param value its other value
   * @return a new environment
   */
  public Environment with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.put(variable, value);
    return new Environment(changed, os, inherited, userId);
  }

  /**
   * Returns the same as another user would have it.
   *
   * @param number of the user
   * @return a new environment
   */
  public Environment ofUser(String number) {
    return new Environment(variables, os, inherited, number);
  }

  /**
   * {@return the value of a variable; an empty one counts as not set}
   *
   * @param variable its name; on Windows in any case
   */
  public Optional<String> get(String variable) {
    return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isEmpty());
  }

  /** {@return the operating system} */
  public Os os() {
    return os;
  }

  /**
   * {@return the number of the user that this process runs as, if it can be told}
   *
   * <p>Never from {@code UID}: whoever becomes root may keep the variable of another user.
   */
  public Optional<String> userId() {
    if (userId != null || !inherited) {
      return Optional.ofNullable(userId);
    }
    try {
      return Optional.of(String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the number of the user that this process runs as.
   *
   * @return the owner of the process, or, where there is no {@code /proc}, of what the operating
   *     system has as the user's home, whatever {@code HOME} says
   * @throws IOException if it cannot be told
   */
  public static int uidOfProcess() throws IOException {
    Path self = Path.of("/proc/self");
    boolean known = Files.isDirectory(self);
    return (Integer)
        Files.getAttribute(known ? self : Path.of(System.getProperty("user.home")), "unix:uid");
  }

  /** {@return the user's home, from {@code HOME}, on Windows {@code USERPROFILE}} */
  public Optional<Path> home() {
    return get(os == Os.WINDOWS ? "USERPROFILE" : "HOME").map(Path::of);
  }

  /** {@return the directories of {@code PATH} as they stand there, empty ones included} */
  public List<String> searchPath() {
    String separator = os == Os.WINDOWS ? ";" : ":";
    return get("PATH").map(path -> List.of(path.split(separator, -1))).orElse(List.of());
  }

  /** {@return the endings of programs: those of {@code PATHEXT} on Windows, elsewhere none} */
  public List<String> programEndings() {
    if (os != Os.WINDOWS) {
      return List.of("");
    }
    List<String> endings = endings(get("PATHEXT").orElse(""));
    return endings.isEmpty() ? endings(".COM;.EXE;.BAT;.CMD") : endings;
  }

  private static List<String> endings(String pathext) {
    List<String> endings = new ArrayList<>();
    for (String ending : pathext.split(";")) {
      if (!ending.isBlank()) {
        endings.add(ending.strip().toLowerCase(Locale.ROOT));
      }
    }
    return endings;
  }

  /**
   * {@return the variables to start a program with, or null for those of this process}
   *
   * <p>Null lets the operating system pass them on: a copy made by Java garbles bytes that are no
   * text.
   */
  public Map<String, String> forPrograms() {
    return inherited ? null : variables;
  }

  /** The families of operating systems whose rules differ. */
  public enum Os {
    /** Linux and other systems of the kind. */
    LINUX,
    /** macOS. */
    MACOS,
    /** Windows. */
    WINDOWS;

    /** {@return the system that the program runs on} */
    public static Os current() {
      return of(System.getProperty("os.name", ""));
    }

    static Os of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("windows")) {
        return WINDOWS;
      }
      return lower.startsWith("mac") || lower.startsWith("darwin") ? MACOS : LINUX;
    }
  }
}
