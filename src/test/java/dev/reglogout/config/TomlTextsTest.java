package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.ParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlTextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          credential-helpers = ["pass"]                             | [pass]
          credential-helpers=['pass',"secretservice" , ]            | [pass, secretservice]
          "credential-helpers" = [ ]                                | []
          credential-helpers = ["a\\"b", 'c\\d', "\\u0065"]         | [a"b, c\\d, e]
          credential-helpers = [@  "pass", # it's ours@  'x',@]     | [pass, x]
          # credential-helpers = ["old"]@credential-helpers = ["pass"] | [pass]
          unqualified-search-registries = ["docker.io", "x#y"]@credential-helpers = ["pass"] | [pass]
          list = [ [1, 2],@ ["credential-helpers = ["] ]@credential-helpers = ["pass"] | [pass]
          x = '''@credential-helpers = ["no"]@'''@credential-helpers = ["pass"] | [pass]
          table = { a = "}" }@n = 1979-05-27T07:32:00Z@credential-helpers = ["pass"] | [pass]
          [[registry]]@credential-helpers = ["no"]                  | null
          [aliases]@"a" = "b"                                       | null
          x.credential-helpers = ["no"]                             | null
          credential-helpers-x = ["no"]                             | null
          ``                                                        | null
          # nothing                                                 | null
          """)
  void aListOfTextsIsFoundAmongAllElse(String toml, String texts) throws Exception {
    assertEquals(texts, String.valueOf(read(toml)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          credential-helpers = "pass"        | line 1: credential-helpers is not a list
          credential-helpers = [1]           | line 1: credential-helpers is not a list of texts
          credential-helpers = ["a" "b"]     | line 1: credential-helpers is not a list of texts
          credential-helpers = ["a"          | line 1: it ends too early
          @credential-helpers = ["a@"]       | line 2: a text has no end
          credential-helpers                 | line 1: it ends too early
          x@y = 1                            | line 1: a name has no value
          x = ["a"@                          | line 2: a list has no end
          credential-helpers = ["\\uZZZZ"]   | line 1: TOML has no such escape
          """)
  void whatIsNoListOfTextsIsAProblem(String toml, String problem) {
    assertEquals(problem, assertThrows(ParseException.class, () -> read(toml)).getMessage());
  }

  private static Object read(String toml) throws ParseException {
    return TomlTexts.of(toml.replace('@', '\n').getBytes(UTF_8), "credential-helpers");
  }
}
