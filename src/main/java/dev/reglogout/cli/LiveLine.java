package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A line on a terminal that is rewritten in place, and gone before anything else is written there.
 *
 * <p>What ends amid a line may be a question that waits for its answer: nothing is shown over it.
 * The terminal is told not to wrap, so that one narrower than was thought, or made narrower, cuts
 * the line.
 */
final class LiveLine {
  private static final String REMOVE = "\r\u001b[K";
  private static final String START = "\r\u001b[?7l"; // no wrapping from here on
  private static final String END = "\u001b[K\u001b[?7h\r"; // what is typed does not make it longer

  private final OutputStream terminal;
  private String shown = "";
  private boolean open;
  private int holds;
  private boolean ended;

  /** Creates a line on a terminal; written to without a buffer. */
  LiveLine(OutputStream terminal) {
    this.terminal = terminal;
  }

  /** Shows a text, unless the line is held. */
  synchronized void show(String text) {
    if (!ended && !open && holds == 0 && !text.equals(shown)) {
      write(START + text + END);
      shown = text;
    }
  }

  /** Removes what is shown. */
  synchronized void remove() {
    if (!shown.isEmpty()) {
      write(REMOVE);
      shown = "";
    }
  }

  /** Removes what is shown, and shows nothing before it is released as often as it was held. */
  synchronized void hold() {
    remove();
    holds++;
  }

  /** Takes one {@link #hold} back. */
  synchronized void release() {
    holds--;
  }

  /** Removes what is shown, for good. */
  synchronized void end() {
    remove();
    ended = true;
  }

  /** Returns a way to a stream on which the line is removed before anything is written. */
  OutputStream above(OutputStream stream) {
    return new Above(stream);
  }

  private void write(String text) {
    try {
      terminal.write(text.getBytes(UTF_8));
      terminal.flush();
    } catch (IOException e) {
      ended = true; // nobody sees it any more
    }
  }

  private final class Above extends FilterOutputStream {
    Above(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      synchronized (LiveLine.this) {
        if (length > 0) {
          remove();
          open = bytes[offset + length - 1] != '\n';
        }
        out.write(bytes, offset, length);
      }
    }
  }
}
