package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * A text to be explained, of which no more is taken than makes sense.
 *
 * @param text may be anything
 * @param cutOff whether there was more
 */
record PastedInput(String text, boolean cutOff) {
  /** Limit in bytes of stdin, and in characters of arguments. */
  static final int LIMIT = 1 << 20;

  static PastedInput of(String text) {
    return text.length() > LIMIT
        ? new PastedInput(text.substring(0, LIMIT), true)
        : new PastedInput(text, false);
  }

  /** Reads to the end of a stream, or up to the limit; what is no text in it does no harm. */
  static PastedInput read(InputStream in) throws IOException {
    // buffered, because Java 17 asks a file where it stands, which a pipe does not tell
    byte[] bytes = new BufferedInputStream(in).readNBytes(LIMIT + 1);
    int length = Math.min(bytes.length, LIMIT);
    return new PastedInput(new String(bytes, 0, length, encoding(bytes)), bytes.length > LIMIT);
  }

  /** Windows PowerShell writes UTF-16 where it is told to write into a file. */
  private static Charset encoding(byte[] bytes) {
    if (bytes.length < 2) {
      return UTF_8;
    }
    int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return mark == 0xFFFE ? UTF_16LE : mark == 0xFEFF ? UTF_16BE : UTF_8;
  }
}
