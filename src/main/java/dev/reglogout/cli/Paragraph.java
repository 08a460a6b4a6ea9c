package dev.reglogout.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines; a command in back-ticks is kept on one line where it fits. */
final class Paragraph {
  private static final char TICK = '`';

  private Paragraph() {}

  /** Returns the lines, none wider than the given width but by a single long word. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : words(text, width)) {
      int wide = TextWidth.of(word);
      if (used > 0 && (long) used + 1 + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += wide;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Returns what must not be broken. */
  private static List<String> words(String text, int width) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean command = false;
    for (String part : text.split(" ")) {
      if (word.length() > 0) {
        word.append(' ');
      }
      word.append(part);
      command ^= part.chars().filter(c -> c == TICK).count() % 2 == 1;
      if (!command) {
        add(words, word.toString(), width);
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      add(words, word.toString(), width);
    }
    return words;
  }

  private static void add(List<String> words, String word, int width) {
    if (TextWidth.of(word) > width) {
      words.addAll(List.of(word.split(" ")));
    } else {
      words.add(word);
    }
  }
}
