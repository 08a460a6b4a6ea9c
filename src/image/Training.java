package dev.reglogout.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs the program several times in one process, so that a single start-up cache is trained by all of
 * them. It is in the image, and nothing calls it there.
 */
final class Training {
  private Training() {}

  /** Takes several command lines, with {@code //} between them; only the last one may fail. */
  public static void main(String[] words) {
    List<String> line = new ArrayList<>();
    for (String word : words) {
      if (word.equals("//")) {
        Main.main(line.toArray(new String[0]));
        line.clear();
      } else {
        line.add(word);
      }
    }
    Main.main(line.toArray(new String[0]));
  }
}
