package dev.reglogout.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not searched by a regular expression has no match of it. */
class RequiredWordsTest {
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "abc | xabcx | true",
        "abc | xabx | false",
        "abcd? | xabcx | true",
        "abc(def)?ghi | abcghi | true",
        "abc(def)ghi | abcghi | false",
        "abc.{0,9}def | abc | false",
        "[abc]{1,9}def | def | true",
        "\\bdef\\b | def | true",
        "a\\.b\\.c | a.b.c | true",
        "a\\.b\\.c | abc | false",
        "(?!abc)def | def | true",
        "def(?<!abc) | def | true",
        "abc{2}d | abccd | true",
      })
  void theWordsAreThoseThatMustOccur(String regex, String text, boolean occur) {
    assertEquals(occur, RequiredWords.of(regex).occurIn(text));
    assertTrue(occur || !Pattern.compile(regex).matcher(text).find());
  }

  @Test
  void ofSeveralBranchesOneIsEnough() {
    assertTrue(RequiredWords.of("(abc|def)x").occurIn("defx"));
    assertTrue(RequiredWords.of("abc|def").occurIn("def"));
    assertTrue(RequiredWords.of("abc|[a-z]").occurIn("q"));
    assertEquals(false, RequiredWords.of("(abc|def)x").occurIn("x"));
  }

  @Test
  void noExpressionOfTheTableLosesItsSample() {
    for (KnownMessage message : KnownMessages.all()) {
      String sample = MessagePattern.folded(message.sample());
      for (String written : message.match()) {
        if (written.startsWith("regex:")) {
          String regex = written.substring("regex:".length());
          Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
          boolean found = pattern.matcher(sample).find();
          boolean searched = new MessagePattern(written).occursIn(sample);
          assertEquals(found, searched, List.of(message.id(), written).toString());
        }
      }
    }
  }
}
