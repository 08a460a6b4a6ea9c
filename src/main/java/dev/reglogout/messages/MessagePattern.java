package dev.reglogout.messages;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a known message is recognised by: a part of its text, or a regular expression. */
final class MessagePattern {
  private static final String REGEX = "regex:";

  /** Of more, nobody wants to know each. */
  private static final int MOST_PLACES = 1000;

  /** A longer text is searched only around the words that a match must have. */
  private static final int LONG = 1 << 16;

  private static final int LONGEST_MATCH = 500;

  private final String written;
  private volatile Pattern regex; // helpers are called side by side
  private volatile RequiredWords required;
  private String folded;
  private String squeezed;

  MessagePattern(String written) {
    this.written = written;
  }

  /** Where it was found: signs that are no blanks, from and up to. */
  record Place(int from, int to) {}

  /** Returns a text as it is compared: in lower case, with single blanks. */
  static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** Returns whether it occurs in a folded text. */
  boolean occursIn(String text) {
    if (written.startsWith(REGEX)) {
      return required().occurIn(text) && regex().matcher(text).find();
    }
    folded = folded == null ? folded(written) : folded;
    return text.contains(folded);
  }

  /** Returns where it occurs in a text, whatever has been wrapped around and into it. */
  List<Place> placesIn(PastedText text) {
    return written.startsWith(REGEX) ? ofRegex(text) : ofWords(text.squeezed());
  }

  private List<Place> ofWords(String text) {
    squeezed = squeezed == null ? PastedText.squeezed(written) : squeezed;
    List<Place> places = new ArrayList<>();
    int i = text.indexOf(squeezed);
    while (i >= 0 && places.size() < MOST_PLACES) {
      places.add(new Place(i, i + squeezed.length()));
      i = text.indexOf(squeezed, i + squeezed.length());
    }
    return places;
  }

  private List<Place> ofRegex(PastedText text) {
    List<Place> places = new ArrayList<>();
    for (PastedText.Reading reading : text.readings()) {
      if (!required().occurIn(reading.text())) {
        continue;
      }
      Matcher matcher = regex().matcher(reading.text()).useTransparentBounds(true);
      if (reading.text().length() <= LONG) {
        addAll(matcher, reading, places);
        continue;
      }
      BitSet near = required().around(reading.text(), LONGEST_MATCH, MOST_PLACES);
      for (int from = near.nextSetBit(0); from >= 0; from = near.nextSetBit(from)) {
        int end = near.nextClearBit(from);
        addAll(matcher.region(from, Math.min(end, reading.text().length())), reading, places);
        from = end;
      }
    }
    return places;
  }

  private static void addAll(Matcher matcher, PastedText.Reading reading, List<Place> places) {
    while (places.size() < MOST_PLACES && matcher.find()) {
      places.add(new Place(reading.before()[matcher.start()], reading.before()[matcher.end()]));
    }
  }

  private RequiredWords required() {
    if (required == null) {
      required = RequiredWords.of(lowerCase(written.substring(REGEX.length())));
    }
    return required;
  }

  private Pattern regex() {
    if (regex == null) {
      regex = Pattern.compile(lowerCase(written.substring(REGEX.length())));
    }
    return regex;
  }

  /** Returns a regular expression for texts in lower case, for which Java has a quicker search. */
  private static String lowerCase(String regex) {
    StringBuilder lower = new StringBuilder(regex.length());
    for (int i = 0; i < regex.length(); i++) {
      boolean escaped = i > 0 && regex.charAt(i - 1) == '\\'; // \S is not \s
      lower.append(escaped ? regex.charAt(i) : Character.toLowerCase(regex.charAt(i)));
    }
    return lower.toString();
  }
}
