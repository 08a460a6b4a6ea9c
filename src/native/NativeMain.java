import dev.reglogout.cli.Main;

/**
 * Where the native program begins.
 *
 * <p>The runtime of a native program takes words such as {@code -Dname=value} out of the command
 * line, wherever they are. So the launcher puts a sign in front of each word; here it comes off.
 */
public final class NativeMain {
  private NativeMain() {}

  /** Runs the program with the words that the launcher was given. */
  public static void main(String[] words) {
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      if (!words[i].startsWith("=")) { // of REGLOGOUT_JAVA_OPTS, else the runtime had taken it
        System.err.println("reglogout: the native program has no such option: " + words[i]);
        System.exit(2);
      }
      arguments[i] = words[i].substring(1);
    }
    Main.main(arguments);
  }
}
