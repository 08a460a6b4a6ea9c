package dev.reglogout.cli;

/** Makes texts from helpers, keys and files fit to be shown. */
final class Shown {
  private static final String BLANKS = " \t\n\u000B\f\r";

  private Shown() {}

  /** Returns a text without passwords in URLs, and on one line without anything that acts. */
  static String text(String text) {
    return escaped(withoutPasswords(text));
  }

  /**
   * Returns a text with {@code ***} for the password of every {@code ://user:password@}, wherever a
   * message quotes one.
   *
   * <p>By hand, because a regular expression takes minutes for some texts of a megabyte.
   */
  static String withoutPasswords(String text) {
    if (text.indexOf('@') < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    int copied = 0;
    int end = 0;
    for (int i = text.indexOf("://"); i >= 0; i = text.indexOf("://", i)) {
      i += 3;
      int start = endOf(text, i, "/@:") + 1;
      if (start > text.length() || text.charAt(start - 1) != ':') {
        continue;
      }
      end = end < start ? endOf(text, start, "@") : end;
      if (end > start && end < text.length() && text.charAt(end) == '@') {
        shown.append(text, copied, start).append("***");
        copied = end;
        i = end;
      }
    }
    return shown.append(text, copied, text.length()).toString();
  }

  /** Returns where a blank or one of the given signs stands next, or the text's length. */
  private static int endOf(String text, int from, String signs) {
    int at = from;
    while (at < text.length()
        && BLANKS.indexOf(text.charAt(at)) < 0
        && signs.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
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
