package dev.reglogout.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines up cells in columns, and shortens the longest where they do not fit. */
final class TextTable {
  /** No limit to a line's width. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  private static final String GAP = "  ";

  /** A longer cell is not shortened, but its line alone is out of line. */
  private static final int WIDEST_PADDING = 100;

  /** Which end of a cell goes when it is too long. */
  enum Cut {
    /** The start goes: the end tells more. */
    START,
    /** The end goes. */
    END
  }

  private final List<Cut> cuts = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));

  /** Adds a column. */
  void column(String heading, Cut cut) {
    rows.get(0).add(heading);
    cuts.add(cut);
  }

  /** Adds a row with a cell for each column. */
  void row(List<String> cells) {
    rows.add(cells);
  }

  /** Returns the lines, headings first, none wider than the given width. */
  List<String> lines(int width) {
    int[] widths = new int[cuts.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
      }
    }
    boolean limited = width != UNLIMITED;
    if (limited) {
      fit(widths, width - GAP.length() * (widths.length - 1));
    } else {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.min(widths[i], WIDEST_PADDING);
      }
    }
    return rows.stream().map(row -> line(row, widths, limited)).toList();
  }

  /** Makes the widest columns narrower, all of these alike, until they fit. */
  private static void fit(int[] widths, int available) {
    int cap = 0;
    int left = available;
    for (int low = 1, high = Math.max(1, available); low <= high; ) {
      int middle = (low + high) >>> 1;
      long sum = 0;
      for (int width : widths) {
        sum += Math.min(width, middle);
      }
      if (sum <= available) {
        cap = middle;
        left = (int) (available - sum);
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    cap = Math.max(1, cap);
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] > cap) {
        widths[i] = left > 0 ? cap + 1 : cap;
        left--;
      }
    }
  }

  private String line(List<String> row, int[] widths, boolean limited) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      if (limited) {
        boolean start = cuts.get(i) == Cut.START;
        cell = start ? TextWidth.lastOf(cell, widths[i]) : TextWidth.firstOf(cell, widths[i]);
      }
      line.append(cell);
      if (i < widths.length - 1) {
        line.append(" ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }
}
