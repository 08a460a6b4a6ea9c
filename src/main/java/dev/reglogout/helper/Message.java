package dev.reglogout.helper;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A message that docker, podman or a helper prints, and what is known about it.
 *
 * @param id stable
 * @param outcome what it says about the entry asked for: {@code not-found}, {@code unsupported}, …
 * @param match what it is recognised by, any of them: part of the text, or {@code regex:} and a
 *     regular expression; case and the amount of blank space do not count
 * @param meaning what it means
 * @param logout what it means for a logout
 * @param advice what to do
 * @param avoid what not to do; may be empty
 * @param source where it was seen
 * @param sample one such message
 */
public record Message(
    String id,
    String outcome,
    List<String> match,
    String meaning,
    String logout,
    String advice,
    String avoid,
    String source,
    String sample) {

  private static final String REGEX = "regex:";

  boolean matches(String text) {
    String folded = fold(text);
    return match.stream()
        .anyMatch(
            pattern ->
                pattern.startsWith(REGEX)
                    ? Pattern.compile(pattern.substring(REGEX.length()), Pattern.CASE_INSENSITIVE)
                        .matcher(folded)
                        .find()
                    : folded.contains(fold(pattern)));
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
