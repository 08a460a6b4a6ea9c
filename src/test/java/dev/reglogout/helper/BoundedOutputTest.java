package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class BoundedOutputTest {

  @Test
  void whatFitsExactlyIsKeptWhole() throws IOException {
    BoundedOutput output = new BoundedOutput(5, null);

    output.write("abc".getBytes(UTF_8));
    output.write('d');
    output.write('e');

    assertEquals("abcde", output.text());
    assertFalse(output.cutOff());
  }

  @Test
  void whatIsTooMuchIsDroppedAndSaidSo() throws IOException {
    BoundedOutput output = new BoundedOutput(5, null);

    output.write("abcdefg".getBytes(UTF_8));
    output.write("hij".getBytes(UTF_8));

    assertEquals("abcde", output.text());
    assertTrue(output.cutOff());
  }

  @Test
  void oneByteTooManyIsTooMuch() throws IOException {
    BoundedOutput output = new BoundedOutput(3, null);

    output.write("abc".getBytes(UTF_8));
    output.write('d');

    assertTrue(output.cutOff());
  }

  @Test
  void everythingIsPassedOnAlsoWhatIsNotKept() throws IOException {
    ByteArrayOutputStream echo = new ByteArrayOutputStream();
    BoundedOutput output = new BoundedOutput(2, echo);

    output.write("xabcdx".getBytes(UTF_8), 1, 4);

    assertEquals("abcd", echo.toString(UTF_8));
    assertEquals("ab", output.text());
  }

  @Test
  void somebodyWhoNoLongerReadsDoesNotStopIt() throws IOException {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    BoundedOutput output = new BoundedOutput(10, closed);

    output.write("abc".getBytes(UTF_8));

    assertEquals("abc", output.text());
  }

  @Test
  void bytesThatAreNoTextDoNotStopIt() throws IOException {
    BoundedOutput output = new BoundedOutput(10, null);

    output.write(new byte[] {'a', (byte) 0xFF, 'b'});

    assertEquals("a\uFFFDb", output.text());
  }
}
