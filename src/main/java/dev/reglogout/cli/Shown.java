package dev.reglogout.cli;

/** Makes texts from helpers, keys and files fit to be shown. */
final class Shown {
  // user:password@ inside a URL, wherever a message quotes one
  private static final String PASSWORD = "(://[^\\s/@:]*:)[^\\s@]+@";

  private Shown() {}

  /** Returns a text without passwords in URLs, and on one line without anything that acts. */
  static String text(String text) {
    return escaped(withoutPasswords(text));
  }

  static String withoutPasswords(String text) {
    return text.contains("@") ? text.replaceAll(PASSWORD, "$1***@") : text;
  }

  /**
   * Returns a text with control characters, and those that change how others are shown, written
   * out.
   */
  static String escaped(String text) {
    if (text.codePoints().noneMatch(Shown::acts)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
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

  /** Returns whether a character acts on a terminal, or changes how others are shown. */
  static boolean acts(int c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
