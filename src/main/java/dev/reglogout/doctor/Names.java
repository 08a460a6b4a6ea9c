package dev.reglogout.doctor;

import java.util.List;

/** Puts names into a sentence. */
final class Names {
  /** As many are named; the rest is counted. */
  private static final int MOST = 3;

  private Names() {}

  /** Returns {@code a}, {@code a and b}, {@code a, b and c}, {@code a, b, c and 4 more}. */
  static String of(List<String> names) {
    int named = Math.min(names.size(), MOST);
    String last = names.size() > MOST ? names.size() - MOST + " more" : names.get(named - 1);
    List<String> before = names.subList(0, names.size() > MOST ? named : named - 1);
    return before.isEmpty() ? last : String.join(", ", before) + " and " + last;
  }
}
