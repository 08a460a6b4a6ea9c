package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes on what one call of a helper writes, line by line, so that whoever shows it can find a
 * password also where it comes in pieces. The key that was sent is masked.
 *
 * <p>The beginning of a line is passed on at once where it looks like a question, for somebody has
 * to answer it, and no URL has begun in it. A line that is too long is cut, and so is all there is.
 */
final class WholeLines extends OutputStream {
  /** In bytes. */
  private static final int LONGEST_LINE = 8 << 10;

  private static final String CUT = "…\n";

  private final OutputStream target;
  private final String key;
  private final String maskedKey;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int left;
  private boolean skipping;
  private boolean afterColon;

  /**
   * Creates a way to a stream.
   *
   * @param target is given whole lines, but for questions
   * @param limit of all that is passed on, in bytes
   * @param key as it was sent; equal to its masked form where nothing in it is secret
   */
  WholeLines(OutputStream target, int limit, String key, String maskedKey) {
    this.target = target;
    this.left = limit;
    this.key = key;
    this.maskedKey = maskedKey;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (!skipping) {
        line.write(bytes[i]);
      }
      if (bytes[i] == '\n') {
        if (!skipping) {
          pass();
        }
        skipping = false;
      } else if (line.size() > LONGEST_LINE) {
        cutLine();
      }
    }
    if (isQuestion()) {
      pass();
    }
  }

  /** Passes on a last line without an end; nothing more may be written. */
  synchronized void finish() throws IOException {
    if (line.size() > 0) {
      pass();
    }
  }

  private void cutLine() throws IOException {
    line.reset();
    emit(CUT); // without its beginning, which may end amid a password
    skipping = true;
    afterColon = false;
  }

  private void pass() throws IOException {
    String text = line.toString(UTF_8);
    line.reset();
    if (!key.equals(maskedKey)) {
      text = text.replace(key, maskedKey);
    }
    if (afterColon && text.startsWith("//")) { // the rest of a URL whose beginning is shown
      int end = 2;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      text = "//***" + text.substring(end);
    }
    afterColon = text.endsWith(":");
    emit(text);
  }

  private void emit(String text) throws IOException {
    if (left <= 0) {
      return;
    }
    byte[] bytes = text.getBytes(UTF_8);
    left -= bytes.length;
    target.write(left < 0 ? CUT.getBytes(UTF_8) : bytes);
    target.flush();
  }

  private boolean isQuestion() {
    if (line.size() == 0 || !key.equals(maskedKey)) {
      return false;
    }
    String text = line.toString(UTF_8);
    boolean ends = " :?>".indexOf(text.charAt(text.length() - 1)) >= 0;
    boolean restOfUrl = afterColon && text.startsWith("//");
    return ends && !restOfUrl && text.indexOf('@') < 0 && !text.contains("://");
  }
}
