package dev.reglogout.cli;

/** How many columns of a terminal a text takes. */
final class TextWidth {
  private static final String CUT = "…";

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** Returns a text of at most the given width; what goes is at its end. */
  static String firstOf(String text, int width) {
    if (text.length() <= width / 2 || of(text) <= width) {
      return text;
    }
    int end = 0;
    for (int room = width - 1; end < text.length(); ) {
      int c = text.codePointAt(end);
      room -= of(c);
      if (room < 0) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end) + CUT;
  }

  /** Returns a text of at most the given width; what goes is at its start. */
  static String lastOf(String text, int width) {
    if (text.length() <= width / 2 || of(text) <= width) {
      return text;
    }
    int start = text.length();
    for (int room = width - 1; start > 0; ) {
      int c = text.codePointBefore(start);
      room -= of(c);
      if (room < 0) {
        break;
      }
      start -= Character.charCount(c);
    }
    return CUT + text.substring(start);
  }

  private static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** Characters of East Asia and pictures, as terminals show them. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
