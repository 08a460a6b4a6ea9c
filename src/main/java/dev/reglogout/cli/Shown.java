package dev.reglogout.cli;

import dev.reglogout.internal.UrlPasswords;

/** Makes texts from helpers, keys and files fit to be shown. */
final class Shown {
  /** Letters, marks and a symbol without a shape: Hangul's fillers, a joiner, a Braille blank. */
  private static final String INVISIBLE =
      "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ud834\udd59";

  private Shown() {}

  /** Returns a text without passwords in URLs, and on one line without anything that acts. */
  static String text(String text) {
    return escaped(withoutPasswords(text));
  }

  /** Returns a text with {@code ***} for the password of every URL in it. */
  static String withoutPasswords(String text) {
    return text.indexOf('@') < 0 ? text : UrlPasswords.mask(text);
  }

  /**
   * Returns a text with control characters, and those that change how others are shown, written
   * out.
   */
  static String escaped(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  /** Returns whether a text is all of printable ASCII, as nearly every one is. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Appends a character, written out if it would act. */
  static void append(StringBuilder shown, int c) {
    if (!acts(c)) {
      shown.appendCodePoint(c);
      return;
    }
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> shown.append(c > 0xFFFF ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
    }
  }

  /**
   * Returns whether a character acts on a terminal, changes how others are shown, or cannot be
   * seen.
   */
  static boolean acts(int c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    if (INVISIBLE.indexOf(c) >= 0 || isVariationSelector(c)) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR, // other than the blank itself
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0x180B && c <= 0x180F)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
