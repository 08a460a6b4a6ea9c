package dev.reglogout.helper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps what is written up to a limit, and drops the rest.
 *
 * <p>It never throws: a pump that stops reading would leave the helper waiting on a full pipe.
 */
final class BoundedOutput extends OutputStream {
  private final int limit;
  private final OutputStream echo;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean cutOff;

  /**
   * Creates an output.
   *
   * @param limit in bytes
   * @param echo where to pass everything on to, or null
   */
  BoundedOutput(int limit, OutputStream echo) {
    this.limit = limit;
    this.echo = echo;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int room = Math.min(length, limit - kept.size());
    kept.write(bytes, offset, room);
    cutOff |= room < length;
    if (echo != null) {
      try {
        echo.write(bytes, offset, length);
        echo.flush();
      } catch (IOException e) {
        // nobody reads it any more
      }
    }
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  synchronized boolean cutOff() {
    return cutOff;
  }
}
