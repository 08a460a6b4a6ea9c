package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

  @ParameterizedTest
  @CsvSource({
    "no https://host/ here @, no https://host/ here @",
    "see https://u:pw@host/ and http://v:x@h, see https://u:***@host/ and http://v:***@h",
    "https://u:p:w/x@host, https://u:***@host",
    "https://:pw@host, https://:***@host",
    "https://u:@host, https://u:***@host",
    "https://u:pw host@x, https://u:pw host@x",
    "https://host:5000, https://host:5000",
    "://a:://b:c@d, ://a:***@d",
    "https://me@corp.com:PW@host, https://me@corp.com:***@host",
    "https://me:p@w@host, https://me:***@host",
    "https://me:p/w?#@host x, https://me:***@host x",
  })
  void aPasswordInAUrlIsHidden(String text, String shown) {
    assertEquals(shown, Shown.withoutPasswords(text));
  }

  @Test
  void whatIsHiddenIsWhatAPatternWouldFind() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int parts = random.nextInt(12); parts >= 0; parts--) {
        text.append(new String[] {"://", ":", "/", "@", " ", "a", "\n"}[random.nextInt(7)]);
      }
      String expected = text.toString().replaceAll("(://[^\\s:]*:)\\S*@", "$1***@");
      assertEquals(expected, Shown.withoutPasswords(text.toString()), () -> "of " + text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x3164, 0x115F, 0x1160, 0xFFA0, 0x034F, 0x17B4, 0x17B5, 0x180B, 0x180F, 0xFE00, 0xFE0F,
        0xE0100, 0xE01EF, 0x2800, 0x00A0, 0x3000, 0x1680, 0x2009, 0x202F, 0x205F, 0x1D159, 0x200B,
        0x2060, 0xFEFF, 0xAD, 0x202E, 0x2028, 0x7F, 0x9B, 0xD800
      })
  void whatCannotBeSeenOrActsIsWrittenOut(int c) {
    String shown = Shown.text("a" + Character.toString(c) + "b");

    assertEquals(c > 0xFFFF ? "a\\U%08xb".formatted(c) : "a\\u%04xb".formatted(c), shown);
    assertEquals(shown, Shown.text(shown));
  }

  @Test
  void whatCanBeSeenIsShownInAnyScript() {
    String text = "über Größe, 日本語, עברית, हिन्दी, 한국어, ไทย, e\u0301, ⠿, \uD83D\uDE00";

    assertEquals(text, Shown.text(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"://", "a@://", "://a:b@ ", "@://a ", "://a:", ":// "})
  void aMegabyteOfAnythingIsMaskedInReasonableTime(String piece) {
    String text = "@" + piece.repeat((1 << 20) / piece.length());

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Shown.withoutPasswords(text));
  }
}
