package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeLinesTest {
  private static final int MUCH = 64 << 10;

  private final List<String> passedOn = new ArrayList<>();
  private final OutputStream target =
      new OutputStream() {
        @Override
        public void write(int b) {
          throw new AssertionError("a byte alone");
        }

        @Override
        public void write(byte[] bytes) {
          passedOn.add(new String(bytes, UTF_8));
        }
      };

  @Test
  void aLineIsPassedOnWholeHoweverItComes() throws IOException {
    WholeLines lines = lines("");

    for (byte b : "unbroken\nünd\n".getBytes(UTF_8)) {
      lines.write(b);
    }

    assertEquals(List.of("unbroken\n", "ünd\n"), passedOn);
  }

  @Test
  void aPasswordThatComesByteByByteIsNotShown() throws IOException {
    WholeLines lines = lines("");

    for (byte b : "no https://me:s3cret@ghcr.io here\n".getBytes(UTF_8)) {
      lines.write(b);
    }

    assertEquals("no https://*** here\n", String.join("", passedOn));
  }

  @Test
  void severalLinesInOneWriteAreSeveral() throws IOException {
    lines("").write("a\n\nb\n".getBytes(UTF_8));

    assertEquals(List.of("a\n", "\n", "b\n"), passedOn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Passphrase: ", "Password:", "Unlock the keyring?", "PIN> ", "a "})
  void aQuestionIsPassedOnAtOnce(String question) throws IOException {
    lines("").write(question.getBytes(UTF_8));

    assertEquals(List.of(question), passedOn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "https:/", "https://", "https://me:", "me:p@ ", "x"})
  void whatMayBeTheBeginningOfAPasswordWaitsForTheRest(String beginning) throws IOException {
    WholeLines lines = lines("");

    lines.write(beginning.getBytes(UTF_8));
    assertEquals(List.of(), passedOn);
    lines.finish();

    assertEquals(List.of(beginning), passedOn);
  }

  @Test
  void theRestOfAUrlWhoseBeginningLookedLikeAQuestionIsHidden() throws IOException {
    WholeLines lines = lines("");

    lines.write("https:".getBytes(UTF_8));
    lines.write("//me:s3cret@ghcr.io failed\n".getBytes(UTF_8));
    lines.write("//me:other\n".getBytes(UTF_8));

    assertEquals(List.of("https:", "//*** failed\n", "//me:other\n"), passedOn);
  }

  @Test
  void theKeyIsMaskedAlsoWhereItComesInPieces() throws IOException {
    WholeLines lines = new WholeLines(target, MUCH, "https://me:p w@g.io", "https://me:***@g.io");

    lines.write("no https://me:p ".getBytes(UTF_8));
    lines.write("w@g.io: ".getBytes(UTF_8));
    lines.finish();

    assertEquals(List.of("no https://me:***@g.io: "), passedOn);
  }

  @Test
  void aLineThatIsTooLongIsLeftOutAndTheNextIsNot() throws IOException {
    WholeLines lines = lines("");

    lines.write(("x".repeat(9_000) + " https://me:s3cret@").getBytes(UTF_8));
    lines.write("ghcr.io\nnext\n".getBytes(UTF_8));

    assertEquals(List.of("…\n", "next\n"), passedOn);
  }

  @Test
  void notMoreThanTheLimitIsPassedOn() throws IOException {
    WholeLines lines = new WholeLines(target, 10, "", "");

    lines.write("12345678\n".getBytes(UTF_8));
    lines.write("12345678\nand more\n".getBytes(UTF_8));
    lines.finish();

    assertEquals(List.of("12345678\n", "…\n"), passedOn);
  }

  private WholeLines lines(String key) {
    return new WholeLines(target, MUCH, key, key);
  }
}
