package dev.reglogout.e2e;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of docs/reliability.md, and what must not be in it. */
final class SoakTable {
  private final List<String> lines = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  SoakTable(String... heads) {
    row((Object[]) heads);
    lines.add("|" + "---|".repeat(heads.length));
  }

  void row(Object... cells) {
    lines.add("| " + String.join(" | ", Arrays.stream(cells).map(String::valueOf).toList()) + " |");
  }

  /** Takes down what breaks a promise. */
  void wrong(String where, List<String> what) {
    what.forEach(each -> wrong.add(where + ": " + each));
  }

  /** Prints the table, and fails if a promise was broken. */
  void print() {
    System.out.println(String.join("\n", lines));
    if (!wrong.isEmpty()) {
      throw new AssertionError(String.join("\n", wrong));
    }
  }
}
