package dev.reglogout.internal;

/** Hides passwords in the words of others. */
public final class Passwords {
  private static final String BLANKS = " \t\n\u000B\f\r";

  private Passwords() {}

  /**
   * Returns a text with {@code ***} for the password of every {@code ://user:password@}, wherever a
   * message quotes one.
   *
   * <p>By hand, because a regular expression takes minutes for some texts of a megabyte.
   */
  public static String hiddenIn(String text) {
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
}
