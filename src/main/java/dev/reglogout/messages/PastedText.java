package dev.reglogout.messages;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as somebody pasted it, peeled of what a terminal, a log or a chat has wrapped around it:
 * colours, escapes, typographic quotes, case, and line breaks, also inside a word.
 *
 * <p>Where its lines were broken cannot be known, so there are several readings. All of them have
 * the same signs between the blanks; a place in the text is told by how many of these come before.
 */
final class PastedText {
  /** In a longer text only the reading is tried in which no word is broken. */
  private static final int BROKEN_WORDS_UP_TO = 1 << 16;

  /** The one invisible sign that messages are about. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int LONGEST_ESCAPE = 256;

  /** What stands behind a backslash where a program has logged or quoted a text. */
  private static final String ESCAPED = "nrt\"'`\u201C\u201D\u2018\u2019";

  private static final String ESCAPED_ESCAPE = "\\u001b";

  private final List<Reading> readings;
  private final String squeezed;

  private PastedText(List<Reading> readings) {
    this.readings = List.copyOf(readings);
    this.squeezed = readings.get(0).text().replace(" ", "");
  }

  static PastedText of(String text) {
    List<String> lines = LogPrefix.strip(List.of(peeled(text).split("\n", -1)));
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(String.join(" ", lines)));
    if (lines.size() > 1 && text.length() <= BROKEN_WORDS_UP_TO) {
      readings.add(Reading.of(withoutBreaksOfTheTerminal(lines)));
      readings.add(Reading.of(String.join("", lines)));
    }
    return new PastedText(readings);
  }

  /** Returns a text without any blank. */
  static String squeezed(String text) {
    return of(text).squeezed();
  }

  /** Returns the text without any blank, in lower case. */
  String squeezed() {
    return squeezed;
  }

  /** Returns the ways to read it; the first takes every line break for a blank. */
  List<Reading> readings() {
    return readings;
  }

  /**
   * One way to read the text, in lower case, with single blanks.
   *
   * @param before how many signs that are no blanks come before each sign
   */
  record Reading(String text, int[] before) {
    private static Reading of(String text) {
      StringBuilder single = new StringBuilder(text.length());
      int[] before = new int[text.length() + 1];
      int signs = 0;
      for (int i = 0; i < text.length(); i++) {
        boolean blank = text.charAt(i) == ' ';
        if (blank && (single.isEmpty() || single.charAt(single.length() - 1) == ' ')) {
          continue;
        }
        before[single.length()] = signs;
        single.append(text.charAt(i));
        signs += blank ? 0 : 1;
      }
      before[single.length()] = signs;
      return new Reading(single.toString(), before);
    }
  }

  /** A terminal breaks a line when it is full; shorter ones were broken on purpose. */
  private static String withoutBreaksOfTheTerminal(List<String> lines) {
    int full = lines.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder joined = new StringBuilder();
    for (String line : lines) {
      joined.append(line).append(line.length() == full ? "" : " ");
    }
    return joined.toString();
  }

  /** Returns the text without what acts on a terminal, in lower case, with line feeds. */
  private static String peeled(String text) {
    StringBuilder peeled = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = endOfEscape(text, i);
      if (end > i) {
        i = end - 1;
      } else if (c == '\\' && i + 1 < text.length() && ESCAPED.indexOf(text.charAt(i + 1)) >= 0) {
        i++;
        append(peeled, Character.isLetter(text.charAt(i)) ? ' ' : text.charAt(i));
      } else if (c != '\r' || i + 1 == text.length() || text.charAt(i + 1) != '\n') {
        append(peeled, c);
      }
    }
    return peeled.toString();
  }

  private static void append(StringBuilder peeled, char c) {
    switch (c) {
      case '\n', '\r', '\u0085', '\u2028', '\u2029' -> peeled.append('\n');
      case '\u2018', '\u2019', '\u201A' -> peeled.append('\'');
      case '\u201C', '\u201D', '\u201E' -> peeled.append('"');
      default -> {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
          peeled.append(' ');
        } else if (!Character.isISOControl(c)
            && (Character.getType(c) != Character.FORMAT || c == BYTE_ORDER_MARK)) {
          peeled.append(Character.toLowerCase(c));
        }
      }
    }
  }

  /** Returns where a colour or another sequence for a terminal ends, or its start if it is none. */
  private static int endOfEscape(String text, int start) {
    int i = start;
    if (text.charAt(i) == '\u001b') {
      i++;
    } else if (text.startsWith(ESCAPED_ESCAPE, i)) {
      i += ESCAPED_ESCAPE.length();
    } else {
      return start;
    }
    if (i == text.length()) {
      return i;
    }
    char kind = text.charAt(i);
    int limit = Math.min(text.length(), i + LONGEST_ESCAPE);
    if (kind == '[') {
      i++;
      while (i < limit && text.charAt(i) >= ' ' && text.charAt(i) < '@') {
        i++;
      }
      return Math.min(text.length(), i + 1);
    }
    if (kind == ']') { // a title or a link, up to a bell or ESC \
      for (int end = i; end < limit; end++) {
        if (text.charAt(end) == '\u0007') {
          return end + 1;
        }
        if (text.charAt(end) == '\u001b') {
          return Math.min(text.length(), end + 2);
        }
      }
    }
    return i;
  }
}
