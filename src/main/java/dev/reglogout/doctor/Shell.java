package dev.reglogout.doctor;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes paths as a command that is to be copied into a shell takes them. */
final class Shell {
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9/._+,:@%=-]+");

  private Shell() {}

  /** Returns a path as one word: as it is where that does no harm, else in single quotes. */
  static String quoted(Path path) {
    String text = path.toString();
    String word = text.startsWith("-") ? "./" + text : text; // not an option
    return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
