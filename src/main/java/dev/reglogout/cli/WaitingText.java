package dev.reglogout.cli;

/**
 * What the line says: {@code 12 s: docker-credential-pass erase ghcr.io (3 of 12, +1 helper, Ctrl-C
 * stops)}.
 *
 * <p>What matters most stands first, because a terminal may be narrower than it says.
 */
final class WaitingText {
  /** A key shorter than this tells nothing. */
  private static final int SHORTEST_KEY = 8;

  private WaitingText() {}

  /**
   * Returns a text that leaves the last column free.
   *
   * @param seconds how long it has taken
   * @param others how many helpers are at work beside it
   */
  static String of(Waiting.Work work, long seconds, int others, int columns) {
    String start = seconds + " s: " + Shown.text(work.program) + " " + work.verb;
    StringBuilder end = new StringBuilder(" (");
    if (work.calls > 1) {
      end.append(work.done).append(" of ").append(work.calls).append(", ");
    }
    if (others > 0) {
      end.append('+').append(others).append(others == 1 ? " helper, " : " helpers, ");
    }
    end.append("Ctrl-C stops)");
    String key = work.running.isEmpty() ? null : work.running.get(0);
    if (key != null) {
      int room = columns - 2 - TextWidth.of(start) - end.length();
      start += " " + TextWidth.firstOf(Shown.text(key), Math.max(room, SHORTEST_KEY));
    }
    return TextWidth.firstOf(start + end, columns - 1);
  }
}
