package dev.reglogout.docs;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a screen as SVG: its text as text, in the colours of a light or a dark page. */
final class Picture {
  private static final double SIGN = 7.8;
  private static final double LINE = 19;
  private static final int FONT = 13;
  private static final int MARGIN = 16;

  /** The classes for what SGR says. */
  private static final Map<String, String> STYLES =
      Map.of(
          "", "",
          "1", "b",
          "1;31", "b red",
          "31", "red",
          "32", "green",
          "1;32", "b green",
          "33", "yellow",
          "1;33", "b yellow",
          "2", "dim",
          "36", "cyan");

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img">
      <title>%3$s</title>
      <style>
      text { font: %4$dpx ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", Consolas, monospace; fill: #1f2328; white-space: pre }
      rect { fill: #f6f8fa; stroke: #d1d9e0 }
      .b { font-weight: 600 }
      .dim { fill: #59636e } .red { fill: #cf222e } .green { fill: #1a7f37 } .yellow { fill: #9a6700 } .cyan { fill: #0969da }
      @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 }
      rect { fill: #0d1117; stroke: #3d444d }
      .dim { fill: #9198a1 } .red { fill: #ff7b72 } .green { fill: #3fb950 } .yellow { fill: #d29922 } .cyan { fill: #4493f8 }
      }
      </style>
      <rect x="0.5" y="0.5" width="%5$s" height="%6$s" rx="8"/>
      """;

  private Picture() {}

  /** Returns the picture of some lines. */
  static String of(String title, List<List<Screen.Run>> lines) {
    int longest = 0;
    for (List<Screen.Run> line : lines) {
      for (Screen.Run run : line) {
        longest = Math.max(longest, run.column() + length(run));
      }
    }
    int width = (int) Math.ceil(2 * MARGIN + longest * SIGN);
    int height = (int) Math.ceil(2 * MARGIN + lines.size() * LINE);
    StringBuilder svg =
        new StringBuilder(
            HEAD.formatted(width, height, escaped(title), FONT, width - 1, height - 1));
    for (int i = 0; i < lines.size(); i++) {
      // the letters stand on a line a little above the middle of what is below them
      double y = MARGIN + i * LINE + 0.72 * LINE;
      for (Screen.Run run : lines.get(i)) {
        svg.append(text(run, y));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  /** The length is told, so that columns stand below each other in whatever font there is. */
  private static String text(Screen.Run run, double y) {
    String style = STYLES.get(run.style());
    if (style == null) {
      throw new AssertionError("a picture has no colour for " + run.style());
    }
    return "<text x=\"%s\" y=\"%s\"%s textLength=\"%s\" xml:space=\"preserve\">%s</text>\n"
        .formatted(
            number(MARGIN + run.column() * SIGN),
            number(y),
            style.isEmpty() ? "" : " class=\"" + style + "\"",
            number(length(run) * SIGN),
            escaped(run.text()));
  }

  private static int length(Screen.Run run) {
    return run.text().codePointCount(0, run.text().length());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
