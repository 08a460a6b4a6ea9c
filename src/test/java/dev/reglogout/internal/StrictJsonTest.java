package dev.reglogout.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " [1, -0, 1.10, 1e400, 1E+5, 123456789012345678901234567890] ",
        "\"\\u003c\\/\u007f\u2028\"",
        "{\"a\": null, \"a\": true, \"\": false}",
        "\ufeff{}",
        "null",
        "1\r\n\t "
      })
  void whatTheStandardAllowsIsAccepted(String json) {
    assertDoesNotThrow(() -> StrictJson.validate(new StringReader(json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{} {}",
        "{}x",
        "{a: 1}",
        "{'a': 1}",
        "{\"a\" 1}",
        "{\"a\"= 1}",
        "{\"a\": 1;}",
        "{\"a\": 1 \"b\": 2}",
        "{\"a\": 1,}",
        "{,}",
        "[1,]",
        "[,1]",
        "[1}",
        "[1 2]",
        "[01]",
        "[+1]",
        "[1.]",
        "[.5]",
        "[-]",
        "[0x1]",
        "[NaN]",
        "[Infinity]",
        "[TRUE]",
        "[nul]",
        "[\"\\'\"]",
        "[\"\\x\"]",
        "[\"\\u12\"]",
        "[\"a\nb\"]",
        "{\"a\nb\": 1}",
        "[\"a\tb\"]",
        "[\"a\0b\"]",
        "[\"a]",
        "// a\n{}",
        "/* a */{}",
        "# a\n{}",
        ")]}'\n{}",
        "\f{}",
        "\u00a0{}",
        "\ufeff\ufeff{}"
      })
  void nothingElseIsAccepted(String json) {
    assertThrows(IOException.class, () -> StrictJson.validate(new StringReader(json)));
  }

  @Test
  void asMuchNestingIsReadAsDockerReads() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    assertDoesNotThrow(() -> StrictJson.validate(new StringReader(deep)));
    assertThrows(IOException.class, () -> StrictJson.validate(new StringReader("[" + deep + "]")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "ghcr.io"            | ghcr.io
          "gh\\u0063r.io"      | ghcr.io
          "a\\/b\\\\c\\"d"     | a/b\\c"d
          """)
  void theTextOfAStringIsReadFromItsSpelling(String quoted, String text) {
    assertEquals(text, StrictJson.unquote(quoted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"", "'a'", "{}", "\"\\x\""})
  void whatIsNoStringIsRefused(String quoted) {
    assertThrows(RuntimeException.class, () -> StrictJson.unquote(quoted));
  }
}
