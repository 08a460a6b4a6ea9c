package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutTest {

  /** As docker writes it. */
  private static final String DOCKERS =
      """
      {
      \t"auths": {
      \t\t"a.example.com": {
      \t\t\t"auth": "YTph"
      \t\t},
      \t\t"b.example.com": {
      \t\t\t"auth": "Yjpi",
      \t\t\t"email": "b@example.com"
      \t\t},
      \t\t"c.example.com": {}
      \t},
      \t"credsStore": "pass"
      }""";

  @Test
  void theFirstOfDockersEntriesIsCutAsDockerWouldWriteIt() throws Exception {
    assertEquals(
        """
        {
        \t"auths": {
        \t\t"b.example.com": {
        \t\t\t"auth": "Yjpi",
        \t\t\t"email": "b@example.com"
        \t\t},
        \t\t"c.example.com": {}
        \t},
        \t"credsStore": "pass"
        }""",
        cut(DOCKERS, "a.example.com"));
  }

  @Test
  void oneInTheMiddleIsCutAsDockerWouldWriteIt() throws Exception {
    assertEquals(
        """
        {
        \t"auths": {
        \t\t"a.example.com": {
        \t\t\t"auth": "YTph"
        \t\t},
        \t\t"c.example.com": {}
        \t},
        \t"credsStore": "pass"
        }""",
        cut(DOCKERS, "b.example.com"));
  }

  @Test
  void theLastTwoAreCutAsDockerWouldWriteIt() throws Exception {
    assertEquals(
        """
        {
        \t"auths": {
        \t\t"a.example.com": {
        \t\t\t"auth": "YTph"
        \t\t}
        \t},
        \t"credsStore": "pass"
        }""",
        cut(DOCKERS, "b.example.com", "c.example.com"));
  }

  @Test
  void allAreCutAsDockerWouldWriteIt() throws Exception {
    assertEquals(
        """
        {
        \t"auths": {},
        \t"credsStore": "pass"
        }""",
        cut(DOCKERS, "a.example.com", "b.example.com", "c.example.com"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # before                                   | keys | after
          {"auths": {"a": {}}}                       | a    | {"auths": {}}
          {"auths":{ "a" : {} }}                     | a    | {"auths":{}}
          {"auths": {"a": {}, "b": {}, "c": {}}}     | a    | {"auths": {"b": {}, "c": {}}}
          {"auths": {"a": {}, "b": {}, "c": {}}}     | b    | {"auths": {"a": {}, "c": {}}}
          {"auths": {"a": {}, "b": {}, "c": {}}}     | c    | {"auths": {"a": {}, "b": {}}}
          {"auths": {"a": {}, "b": {}, "c": {}}}     | a b  | {"auths": {"c": {}}}
          {"auths": {"a": {}, "b": {}, "c": {}}}     | a c  | {"auths": {"b": {}}}
          {"auths": {"a": {}, "b": {}, "c": {}}}     | b c  | {"auths": {"a": {}}}
          {"auths": {"a": {}, "b": {}, "c": {}}}     | abc  | {"auths": {"a": {}, "b": {}, "c": {}}}
          {"auths": { "a":1 ,  "b":2 ,   "c":3 }}    | a    | {"auths": { "b":2 ,   "c":3 }}
          {"auths": { "a":1 ,  "b":2 ,   "c":3 }}    | b    | {"auths": { "a":1 ,   "c":3 }}
          {"auths": { "a":1 ,  "b":2 ,   "c":3 }}    | c    | {"auths": { "a":1 ,  "b":2 }}
          {"auths": {"a":1,"b":2,"c":3,"d":4,"e":5}} | b d  | {"auths": {"a":1,"c":3,"e":5}}
          {"auths": {"a":1,"b":2,"c":3,"d":4,"e":5}} | a c e| {"auths": {"b":2,"d":4}}
          {"auths": {"a": 1, "a": 2}}                | a    | {"auths": {}}
          {"auths": {"a": 1, "b": 2, "a": 3}}        | a    | {"auths": {"b": 2}}
          {"auths": {"a": 1}, "AUTHS": {"a": 2}}     | a    | {"auths": {}, "AUTHS": {}}
          {"Auths": {"a": 1, "b": 2}, "x": {"a": 3}, "auths": {"b": 4, "a": 5}} | a | {"Auths": {"b": 2}, "x": {"a": 3}, "auths": {"b": 4}}
          {"a": 1, "auths": {"b": {"a": 2}}}         | a    | {"a": 1, "auths": {"b": {"a": 2}}}
          {"auths": {"\\u0061": 1, "b\\/c": 2}}      | a    | {"auths": {"b\\/c": 2}}
          {"auths": {"\\u0061": 1, "b\\/c": 2}}      | b/c  | {"auths": {"\\u0061": 1}}
          {"auths": {"a": "}", "b": "\\"", "c": 1}}  | b    | {"auths": {"a": "}", "c": 1}}
          {"auths": {"a": "\\\\", "b": ",{\\"c\\":"}}| a    | {"auths": {"b": ",{\\"c\\":"}}
          {"auths": {"a": [{"x": [1]}, 2], "b": 1}}  | a    | {"auths": {"b": 1}}
          {"auths": {"a": true, "b": null, "c": -1}} | b    | {"auths": {"a": true, "c": -1}}
          {"auths": {"a": {}, "A": {}, "a ": {}}}    | a    | {"auths": {"A": {}, "a ": {}}}
          {"auths": {"": {}, "b": {}}}               | b    | {"auths": {"": {}}}
          {"auths": {"é😀": 1, "ü": 2, "n": "ß"}}    | ü    | {"auths": {"é😀": 1, "n": "ß"}}
          {"auths": null, "credHelpers": {"a": "x"}} | a    | {"auths": null, "credHelpers": {"a": "x"}}
          """)
  void aMemberGoesWithOneCommaAndTheBlankSpaceThatIsItsOwn(String before, String keys, String after)
      throws Exception {
    assertEquals(after, cut(before, keys.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\":{%s},\"n\":[1.10,1e400,-0,1E+05,123456789012345678901234567890]}",
        "{\"auths\":{%s},\"s\":\"\\u003c\\u00e9\\/\\u2028 < & = '\"}",
        "\ufeff{\"auths\":{%s}}",
        "\ufeff \n{\"auths\":{%s}}\n\n",
        "{\r\n  \"auths\": {\r\n    %s\r\n  }\r\n}\r\n",
        "{\"auths\":{%s}}",
        "{\"auths\":{%s}}\n",
        "{\"x\":1,\"x\":2,\"auths\":{%s},\"x\":null}"
      })
  void whatIsNotCutStaysByteForByte(String frame) throws Exception {
    String before = frame.formatted("\"k\":{},\"a\":{\"auth\":\"s\"}");

    assertEquals(frame.formatted("\"k\":{}"), cut(before, "a"));
  }

  @Test
  void aCutThatChoosesNothingIsEmpty() throws Exception {
    ConfigDocument document = parse("{\"auths\": {\"a\": {}}}");

    assertTrue(document.without(List.of()).isEmpty());
    assertTrue(parse("").without(List.of(Folder.entry("a"))).isEmpty());
    assertTrue(parse("{\"auths\": {}}").without(List.of(Folder.entry("a"))).isEmpty());
  }

  @Test
  void spansAreInOrderAndApart() throws Exception {
    ConfigDocument document = parse("{\"auths\": {\"a\":1,\"b\":2,\"a\":3}, \"AUTHS\": {\"a\":4}}");
    Edit edit = document.without(entries(document, "a"));

    int end = 0;
    for (Splice splice : edit.splices()) {
      assertTrue(splice.start() >= end && splice.end() > splice.start(), edit.toString());
      end = splice.end();
    }
    assertEquals(3, edit.splices().size());
  }

  private static String cut(String json, String... keys) throws StoreException {
    ConfigDocument document = parse(json);
    Edit edit = document.without(entries(document, keys));
    return new String(edit.applyTo(document.json()), UTF_8);
  }

  private static List<Entry> entries(ConfigDocument document, String... keys) {
    return document.entries().stream()
        .filter(entry -> List.of(keys).contains(entry.key().text()))
        .toList();
  }

  private static ConfigDocument parse(String json) throws StoreException {
    return ConfigDocument.parse(Path.of("config.json"), json.getBytes(UTF_8));
  }
}
