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
  public static void main(String[] encoded) {
    String[] arguments = new String[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      arguments[i] = encoded[i].substring(1);
    }
    Main.main(arguments);
  }
}
