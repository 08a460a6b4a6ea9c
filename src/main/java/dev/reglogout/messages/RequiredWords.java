package dev.reglogout.messages;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Words without which a regular expression matches nothing: a text without them need not be
 * searched by it, nor the expression be compiled. Looking for a word is faster by far.
 *
 * <p>Of what it does not understand it asks nothing, so at worst it asks for too little.
 */
final class RequiredWords {
  private static final int SHORTEST = 3;

  /** Of each one has to occur. */
  private final List<List<String>> groups;

  private RequiredWords(List<List<String>> groups) {
    this.groups = groups;
  }

  static RequiredWords of(String regex) {
    List<String> branches = branches(regex);
    return new RequiredWords(
        branches.size() == 1 ? ofBranch(regex) : oneOf(branches).map(List::of).orElse(List.of()));
  }

  boolean occurIn(String text) {
    for (List<String> group : groups) {
      boolean found = false;
      for (String word : group) {
        if (text.contains(word)) {
          found = true;
          break;
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns where a match of a long text can begin and end: around the words of the group that
   * occurs least, as far as there are not too many of them.
   */
  BitSet around(String text, int distance, int most) {
    BitSet least = null;
    int fewest = Integer.MAX_VALUE;
    for (List<String> group : groups) {
      BitSet near = new BitSet();
      int found = 0;
      for (String word : group) {
        int at = text.indexOf(word);
        while (at >= 0 && found < most) {
          near.set(
              Math.max(0, at - distance), Math.min(text.length(), at + word.length() + distance));
          found++;
          at = text.indexOf(word, at + word.length());
        }
      }
      if (found < fewest) {
        fewest = found;
        least = near;
      }
    }
    if (least == null) {
      least = new BitSet();
      least.set(0, text.length());
    }
    return least;
  }

  /** Returns a word of each branch, or nothing if one of them has none. */
  private static Optional<List<String>> oneOf(List<String> branches) {
    List<String> words = new ArrayList<>();
    for (String branch : branches) {
      List<String> best = null;
      for (List<String> group : ofBranch(branch)) {
        if (best == null || shortest(group) > shortest(best)) {
          best = group;
        }
      }
      if (best == null) {
        return Optional.empty();
      }
      words.addAll(best);
    }
    return Optional.of(words);
  }

  private static int shortest(List<String> words) {
    int shortest = Integer.MAX_VALUE;
    for (String word : words) {
      shortest = Math.min(shortest, word.length());
    }
    return shortest;
  }

  /** Returns the words that a regular expression without branches at its top needs. */
  private static List<List<String>> ofBranch(String regex) {
    List<List<String>> groups = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int i = 0;
    while (i < regex.length()) {
      int end = endOfAtom(regex, i);
      boolean literal = isLiteral(regex, i);
      boolean optional = end < regex.length() && mayBeMissing(regex, end);
      boolean repeated = end < regex.length() && "+{".indexOf(regex.charAt(end)) >= 0;
      if (literal && !optional) {
        word.append(regex.charAt(end - 1));
      }
      if (!literal || optional || repeated) {
        add(groups, word);
      }
      if (regex.charAt(i) == '(' && !optional && !regex.startsWith("(?", i)) {
        oneOf(branches(regex.substring(i + 1, end - 1))).ifPresent(groups::add);
      }
      i = afterQuantifier(regex, end);
    }
    add(groups, word);
    return groups;
  }

  private static void add(List<List<String>> groups, StringBuilder word) {
    if (word.length() >= SHORTEST) {
      groups.add(List.of(word.toString()));
    }
    word.setLength(0);
  }

  private static boolean isLiteral(String regex, int at) {
    char c = regex.charAt(at);
    return c == '\\'
        ? !Character.isLetterOrDigit(regex.charAt(at + 1)) // \b and \s are none
        : "([.^$".indexOf(c) < 0;
  }

  private static boolean mayBeMissing(String regex, int at) {
    char c = regex.charAt(at);
    return c == '?' || c == '*' || regex.startsWith("{0", at);
  }

  private static int afterQuantifier(String regex, int at) {
    int i = at;
    if (i < regex.length() && "?*+".indexOf(regex.charAt(i)) >= 0) {
      i++;
    } else if (i < regex.length() && regex.charAt(i) == '{') {
      i = regex.indexOf('}', i) + 1;
    } else {
      return i;
    }
    return i < regex.length() && "?+".indexOf(regex.charAt(i)) >= 0 ? i + 1 : i;
  }

  private static int endOfAtom(String regex, int at) {
    return switch (regex.charAt(at)) {
      case '\\' -> at + 2;
      case '[' -> endOfClass(regex, at);
      case '(' -> endOfGroup(regex, at);
      default -> at + 1;
    };
  }

  private static int endOfClass(String regex, int at) {
    int i = regex.startsWith("[^", at) ? at + 2 : at + 1;
    i++; // a bracket that stands first belongs to it
    while (regex.charAt(i) != ']') {
      i += regex.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private static int endOfGroup(String regex, int at) {
    int i = at + 1;
    while (regex.charAt(i) != ')') {
      i = endOfAtom(regex, i);
    }
    return i + 1;
  }

  private static List<String> branches(String regex) {
    List<String> branches = new ArrayList<>();
    int from = 0;
    int i = 0;
    while (i < regex.length()) {
      if (regex.charAt(i) == '|') {
        branches.add(regex.substring(from, i));
        from = i + 1;
        i++;
      } else {
        i = endOfAtom(regex, i);
      }
    }
    branches.add(regex.substring(from));
    return branches;
  }
}
