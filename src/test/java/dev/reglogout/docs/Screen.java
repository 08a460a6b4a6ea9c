package dev.reglogout.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal of so many columns shows after it was sent some output; but where a terminal
 * would tear a word at the end of a line, the whole word goes to the next.
 *
 * <p>Knows line ends, carriage returns, erasing of a line, and colours; anything else that moves or
 * changes what is seen is an error, since a picture would be wrong about it.
 */
final class Screen {
  /** Signs of one style that stand side by side; style is what SGR says, such as {@code 1;31}. */
  record Run(int column, String style, String text) {}

  private record Cell(String sign, String style) {}

  private static final String SGR_RESET = "0";

  private final int columns;
  private final List<List<Cell>> lines = new ArrayList<>();
  private int column;
  private String style = "";

  private Screen(int columns) {
    this.columns = columns;
    lines.add(new ArrayList<>());
  }

  /** Returns the lines that output leaves on a terminal. */
  static List<List<Run>> lines(String output, int columns) {
    Screen screen = new Screen(columns);
    int i = 0;
    while (i < output.length()) {
      i += screen.show(output, i);
    }
    List<List<Run>> runs = new ArrayList<>(screen.lines.stream().map(Screen::runs).toList());
    while (!runs.isEmpty() && runs.get(runs.size() - 1).isEmpty()) {
      runs.remove(runs.size() - 1);
    }
    return runs;
  }

  /** Shows what stands at an index, and returns how long it is. */
  private int show(String output, int index) {
    char sign = output.charAt(index);
    switch (sign) {
      case '\r' -> column = 0;
      case '\n' -> {
        lines.add(new ArrayList<>());
        column = 0;
      }
      case '\u001b' -> {
        return obey(output, index);
      }
      default ->
          put(output.substring(index, index + Character.charCount(output.codePointAt(index))));
    }
    return Character.charCount(output.codePointAt(index));
  }

  private int obey(String output, int index) {
    int end = index + 2;
    while (!Character.isLetter(output.charAt(end))) {
      end++;
    }
    String parameters = output.substring(index + 2, end);
    if (output.charAt(end) == 'm') {
      style = parameters.isEmpty() || parameters.equals(SGR_RESET) ? "" : parameters;
    } else if (output.charAt(end) == 'K') {
      List<Cell> line = lines.get(lines.size() - 1);
      int from = parameters.equals("2") ? 0 : Math.min(column, line.size());
      line.subList(from, line.size()).clear();
    } else if (!parameters.startsWith("?")) { // else a mode, such as whether the cursor is seen
      throw new AssertionError("a screen does not know " + output.substring(index + 1, end + 1));
    }
    return end + 1 - index;
  }

  private void put(String sign) {
    if (column == columns) {
      breakLine();
    }
    List<Cell> line = lines.get(lines.size() - 1);
    while (line.size() < column) {
      line.add(new Cell(" ", ""));
    }
    Cell cell = new Cell(sign, style);
    if (column < line.size()) {
      line.set(column, cell);
    } else {
      line.add(cell);
    }
    column++;
  }

  private void breakLine() {
    List<Cell> line = lines.get(lines.size() - 1);
    int start = line.size();
    while (start > 0 && !line.get(start - 1).sign().equals(" ")) {
      start--;
    }
    List<Cell> word = line.subList(start == 0 ? line.size() : start, line.size());
    lines.add(new ArrayList<>(word));
    word.clear();
    column = lines.get(lines.size() - 1).size();
  }

  private static List<Run> runs(List<Cell> line) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    while (start < line.size()) {
      int end = start;
      StringBuilder text = new StringBuilder();
      while (end < line.size() && line.get(end).style().equals(line.get(start).style())) {
        text.append(line.get(end++).sign());
      }
      if (!text.toString().isBlank()) {
        int indent = text.length() - text.toString().stripLeading().length();
        runs.add(new Run(start + indent, line.get(start).style(), text.toString().strip()));
      }
      start = end;
    }
    return runs;
  }
}
