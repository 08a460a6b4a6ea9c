package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Passes a helper's words on to a terminal as they come, without passwords in URLs, and with all
 * that acts written out.
 */
final class EscapingStream extends OutputStream {
  private final PrintStream terminal;
  private final Waiting watching;
  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer waiting = ByteBuffer.allocate(0);

  /**
   * Creates a way to a terminal.
   *
   * @param watching is told of it, if not null
   */
  EscapingStream(PrintStream terminal, Waiting watching) {
    this.terminal = terminal;
    this.watching = watching;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.allocate(waiting.remaining() + length);
    in.put(waiting).put(bytes, offset, length).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, out, false);
    waiting = in.slice(); // the start of a character whose rest is still to come
    StringBuilder shown = new StringBuilder();
    Shown.withoutPasswords(out.flip().toString())
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append('\n');
              } else {
                Shown.append(shown, c);
              }
            });
    if (watching != null) {
      watching.prompted();
    }
    terminal.print(shown);
    terminal.flush();
  }
}
