package dev.reglogout.internal;

/** Hides the passwords of URLs in the words of others. */
public final class UrlPasswords {
  private static final String BLANKS = " \t\n\u000B\f\r";

  private UrlPasswords() {}

  /**
   * Returns a text with {@code ***} for the password of every {@code ://user:password@}, wherever a
   * message quotes one.
   *
   * <p>A password may hold a colon, a slash and an {@code @}, so all from the first colon up to the
   * last {@code @} before a blank goes. By hand, because a regular expression takes minutes for
   * some texts of a megabyte.
   */
  public static String mask(String text) {
    if (text.indexOf('@') < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    int copied = 0;
    int wordEnd = 0;
    for (int i = text.indexOf("://"); i >= 0; i = text.indexOf("://", wordEnd)) {
      int start = i + 3;
      wordEnd = endOfWord(text, start);
      int lastAt = lastAt(text, start, wordEnd);
      int colon = lastAt < 0 ? -1 : text.indexOf(':', start);
      if (colon >= 0 && colon < lastAt) {
        shown.append(text, copied, colon + 1).append("***");
        copied = lastAt;
      }
    }
    return shown.append(text, copied, text.length()).toString();
  }

  /** Returns where the last {@code @} of a word stands, or -1 if it has none. */
  private static int lastAt(String text, int start, int end) {
    int at = end - 1;
    while (at >= start && text.charAt(at) != '@') {
      at--;
    }
    return at < start ? -1 : at;
  }

  /** Returns where a blank stands next, or the text's length. */
  private static int endOfWord(String text, int from) {
    int at = from;
    while (at < text.length() && BLANKS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
