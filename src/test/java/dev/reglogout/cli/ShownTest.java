package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @ParameterizedTest
  @CsvSource({
    "no https://host/ here @, no https://host/ here @",
    "see https://u:pw@host/ and http://v:x@h, see https://u:***@host/ and http://v:***@h",
    "https://u:p:w/x@host, https://u:***@host",
    "https://:pw@host, https://:***@host",
    "https://u:@host, https://u:@host",
    "https://u:pw host@x, https://u:pw host@x",
    "https://host:5000, https://host:5000",
    "://a:://b:c@d, ://a:***@d",
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
      String expected = text.toString().replaceAll("(://[^\\s/@:]*:)[^\\s@]+@", "$1***@");
      assertEquals(expected, Shown.withoutPasswords(text.toString()), () -> "of " + text);
    }
  }
}
