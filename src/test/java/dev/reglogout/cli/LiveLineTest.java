package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/**
 * The line is gone before anything else is written, and never shown over what may be a question.
 */
class LiveLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final LiveLine line = new LiveLine(bytes);
  private final PrintStream above = new PrintStream(line.above(bytes), true, UTF_8);

  @Test
  void aTextIsShownWithoutWrappingAndRewrittenInPlace() {
    line.show("1 s: a");
    line.show("2 s: a");

    assertEquals(shown("1 s: a") + shown("2 s: a"), written());
  }

  @Test
  void theSameTextIsNotWrittenTwice() {
    line.show("1 s: a");
    line.show("1 s: a");

    assertEquals(shown("1 s: a"), written());
  }

  @Test
  void itIsRemovedBeforeAnythingElseIsWrittenAndMayComeBackBelow() {
    line.show("1 s: a");
    above.println("Not logged in to ghcr.io");
    above.println("Not logged in to quay.io");
    line.show("1 s: a");

    assertEquals(
        shown("1 s: a")
            + removed()
            + "Not logged in to ghcr.io\nNot logged in to quay.io\n"
            + shown("1 s: a"),
        written());
  }

  @Test
  void whatIsWrittenWhileNothingIsShownIsUnchanged() {
    line.remove();
    above.print("a");
    above.write('b');
    line.end();

    assertEquals("ab", written());
  }

  @Test
  void nothingIsShownOverAQuestion() {
    above.print("Enter PIN: ");
    line.show("1 s: a");
    line.remove();

    assertEquals("Enter PIN: ", written());
  }

  @Test
  void afterAWholeLineItIsShownBelow() {
    above.print("Enter PIN: ");
    above.print("\n");
    line.show("1 s: a");

    assertEquals("Enter PIN: \n" + shown("1 s: a"), written());
  }

  @Test
  void whileItIsHeldNothingIsShown() {
    line.show("1 s: a");
    line.hold();
    line.hold();
    line.show("2 s: a");
    line.release();
    line.show("3 s: a");
    line.release();
    line.show("4 s: a");

    assertEquals(shown("1 s: a") + removed() + shown("4 s: a"), written());
  }

  @Test
  void afterItsEndNothingIsShown() {
    line.show("1 s: a");
    line.end();
    line.show("2 s: a");

    assertEquals(shown("1 s: a") + removed(), written());
  }

  @Test
  void aTerminalThatIsGoneIsNotWrittenToAgain() {
    LiveLine gone =
        new LiveLine(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("the terminal is gone");
              }
            });

    assertDoesNotThrow(() -> gone.show("1 s: a"));
    assertDoesNotThrow(gone::end);
  }

  private static String shown(String text) {
    return "\r\u001b[?7l" + text + "\u001b[K\u001b[?7h\r";
  }

  private static String removed() {
    return "\r\u001b[K";
  }

  private String written() {
    return bytes.toString(UTF_8);
  }
}
