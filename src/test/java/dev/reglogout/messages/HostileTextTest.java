package dev.reglogout.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the search throw, or wait for more than a moment. */
class HostileTextTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final Duration A_MOMENT = Duration.ofSeconds(20); // two, where nobody else works

  /** A quantifier without an upper bound: behind a class, a group or a sign that is none itself. */
  private static final Pattern UNBOUNDED =
      Pattern.compile("(?<!\\\\)\\*|(?<![\\\\}])\\+|\\{[0-9]+,\\}|\\{[0-9]*,?[0-9]{4,}\\}");

  @Test
  void everyRegularExpressionInTheTableIsBounded() {
    for (KnownMessage message : KnownMessages.all()) {
      for (String pattern : message.match()) {
        if (pattern.startsWith("regex:")) {
          String outsideClasses = pattern.replaceAll("\\[\\^?\\]?[^\\]]*\\]", "c");
          assertFalse(UNBOUNDED.matcher(outsideClasses).find(), message.id() + ": " + pattern);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker-credential-",
        "exec: \"docker-credential-",
        "error erasing credentials - err: exit status 1, out: `",
        "(-50)",
        "a",
        "\n",
        "\u001b]",
        "\\u001b[3",
        "\\",
        "usage: docker-credential-x <",
        "\"ServerURL\":\"",
        "cannot run program \"docker-credential-"
      })
  void aMebibyteOfTheSameIsDoneInAMoment(String part) {
    String text = part.repeat(MEBIBYTE / part.length());

    assertNotNull(assertTimeoutPreemptively(A_MOMENT, () -> KnownMessages.allIn(text)));
  }

  @Test
  void aMessageAtTheVeryEndOfAMebibyteIsFound() {
    String text = "nothing here\n".repeat(MEBIBYTE / 14) + "User interaction is not allowed.";

    assertEquals(
        List.of("keychain-locked"),
        KnownMessages.allIn(text).stream().map(found -> found.message().id()).toList());
  }

  @Test
  void noMixtureOfWhatIsKnownThrows() {
    Random random = new Random(20261121);
    List<KnownMessage> all = KnownMessages.all();
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int parts = random.nextInt(12); parts >= 0; parts--) {
        String sample = all.get(random.nextInt(all.size())).sample();
        int start = random.nextInt(sample.length());
        switch (random.nextInt(4)) {
          case 0 -> text.append(sample, 0, start);
          case 1 -> text.append(sample.substring(start));
          case 2 -> text.append((char) random.nextInt(0x10000));
          default -> text.append("\u001b\\`\"'\n\r\t[]\uD800\uFEFF".charAt(random.nextInt(12)));
        }
      }
      String pasted = text.toString();

      List<FoundMessage> found = KnownMessages.allIn(pasted);

      assertEquals(found.stream().distinct().toList(), found, pasted);
    }
  }
}
