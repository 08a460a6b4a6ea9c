package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a config file is to say after a logout, found without any of the program's own code.
 *
 * <p>Good for files whose entries are flat and stand apart by the same separator throughout.
 */
final class ExpectedText {
  private static final Pattern SECTION = Pattern.compile("(?i)\"auths\"\\s*:\\s*\\{");
  private static final Pattern ENTRY =
      Pattern.compile("\"([^\"\\\\]*)\"\\s*:\\s*(\\{[^{}]*}|null)(\\s*,\\s*|\\s*(?=}))");

  private ExpectedText() {}

  /** Returns a file's text without the entries of some keys, each of which it must have. */
  static String without(String json, List<String> keys) {
    Set<String> missing = new HashSet<>(keys);
    if (keys.isEmpty()) {
      return json;
    }
    Matcher section = SECTION.matcher(json);
    assertTrue(section.find(), "no auths in " + json);
    int start = section.end();
    int end = start;
    List<String> kept = new ArrayList<>();
    Set<String> separators = new LinkedHashSet<>();
    Matcher entry = ENTRY.matcher(json);
    while (entry.find(end) && entry.start() == end) {
      if (!entry.group(3).isEmpty()) {
        separators.add(entry.group(3));
      }
      if (!missing.remove(entry.group(1))) {
        kept.add(json.substring(end, entry.start(3)));
      }
      end = entry.end();
    }
    assertEquals(Set.of(), missing, "keys that are not in " + json);
    assertEquals('}', json.charAt(end), "entries that are not understood in " + json);
    assertTrue(separators.size() < 2, "separators that differ in " + json);
    String separator = separators.isEmpty() ? "" : separators.iterator().next();
    return json.substring(0, start) + String.join(separator, kept) + json.substring(end);
  }

  /** Checks that blanks have taken the place of the entries, and of nothing else. */
  static void checkBlankedOut(String before, List<String> keys, String after) {
    String without = without(before, keys);
    assertEquals(before.length(), after.length(), "length of " + after);
    int blanked = 0;
    for (int i = 0; i < before.length(); i++) {
      if (before.charAt(i) != after.charAt(i)) {
        assertEquals(' ', after.charAt(i), "sign %d of %s".formatted(i, after));
      }
      blanked += after.charAt(i) == ' ' ? 1 : 0;
    }
    long blanks = without.chars().filter(c -> c == ' ').count();
    assertEquals(before.length() - without.length(), blanked - blanks, "blanks in " + after);
    assertEquals(JsonParser.parseString(without), JsonParser.parseString(after));
    assertEquals(without.replace(" ", ""), after.replace(" ", ""));
  }
}
