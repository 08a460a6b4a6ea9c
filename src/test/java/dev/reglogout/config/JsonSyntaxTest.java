package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {
  private static final Path PATH = Path.of("config.json");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1} // bye           | 1:10 | comments are not JSON
          // hi↵{}                  | 1:1  | comments are not JSON
          {↵  // hi↵  "a": 1}       | 2:3  | comments are not JSON
          {"a": /* hi */ 1}         | 1:7  | comments are not JSON
          {"a": 1, // hi↵"b": 2}    | 1:10 | comments are not JSON
          {"a": 1 // hi↵}           | 1:9  | comments are not JSON
          {"a": 1// hi↵}            | 1:8  | comments are not JSON
          {"a": true# hi↵}          | 1:11 | comments are not JSON
          {"a": [null/* hi */]}     | 1:12 | comments are not JSON
          {↵# hi↵}                  | 2:1  | comments are not JSON
          {"a": {},}                | 1:10 | there is a comma too many
          {↵"a": {},↵  }            | 3:3  | there is a comma too many
          {"a": [1,]}               | 1:10 | there is a comma too many
          {"a": [1,↵↵ ]}            | 3:2  | there is a comma too many
          {"a": 1,, "b": 2}         | 1:9  | there is a comma too many
          {,}                       | 1:2  | there is a comma too many
          [,1]                      | 1:2  | there is a comma too many
          {'a': 1}                  | 1:2  | texts stand in double quotes
          {"a": 'x'}                | 1:7  | texts stand in double quotes
          {"a": 1, 'b': 2}          | 1:10 | texts stand in double quotes
          {"a": 1 "b": 2}           | 1:9  | a comma is missing before it
          {"a": 1↵"b": 2}           | 2:1  | a comma is missing before it
          {"x/": "#" "it's": 1}     | 1:12 | a comma is missing before it
          [1 2]                     | 1:4  | a comma is missing before it
          {"a" {}}                  | 1:6  | a colon is missing before it
          {"http://x/" {}}          | 1:14 | a colon is missing before it
          {"a" 'b'}                 | 1:6  | texts stand in double quotes
          {}}                       | 1:3  | there is more text after the end
          {} {}                     | 1:4  | there is more text after the end
          {}↵x                      | 2:1  | there is more text after the end
          {"a": 1}↵]                | 2:1  | there is more text after the end
          {"a": "x↹y"}              | 1:9  | a text has a raw line break or control character in it
          {"a↹": 1}                 | 1:4  | a text has a raw line break or control character in it
          {"a": "x↵}                | 1:9  | a text has a raw line break or control character in it
          {"a": "\\x"}              | 1:9  | JSON has no such escape
          {"a": "\\'"}              | 1:9  | JSON has no such escape
          {"a": "\\ud800"}          | 1:14 | an escape is half of a surrogate pair
          {a: 1}                    | 1:2  | this is not JSON
          {"a": yes}                | 1:7  | this is not JSON
          {"a": True}               | 1:7  | this is not JSON
          {"a": NaN}                | 1:7  | this is not JSON
          {"a": [1, 01]}            | 1:11 | this is not JSON
          {"a"=1}                   | 1:5  | this is not JSON
          {"a": 1;}                 | 1:8  | this is not JSON
          [1}                       | 1:3  | this is not JSON
          ]                         | 1:1  | this is not JSON
          hello                     | 1:1  | this is not JSON
          """)
  void whatIsNotJsonIsNamedWithItsPlaceAndItsCause(String json, String place, String cause) {
    String text = json.replace('↵', '\n').replace('↹', '\t');

    assertEquals("config.json:" + place + ": " + cause, messageFor(text));
    assertEquals("config.json:" + place + ": " + cause, messageFor("\ufeff" + text));
  }

  @Test
  void aDocumentCutShortAnywhereEndsTooEarly() {
    String whole =
        "{\"auths\": {\n\"ghcr.io\": {\"auth\": \"a\\u0041\\n\"}},\n\"n\": [true, false, null, -1.5e+7]}";
    assertDoesNotThrow(() -> JsonSyntax.check(PATH, whole.getBytes(UTF_8)));

    for (int length = 1; length < whole.length(); length++) {
      String begun = whole.substring(0, length);
      int line = 1 + (int) begun.chars().filter(c -> c == '\n').count();
      int column = length - begun.lastIndexOf('\n');

      assertEquals(
          "config.json:%d:%d: it ends too early".formatted(line, column), messageFor(begun), begun);
    }
  }

  @Test
  void windowsLineEndsCountAsOne() {
    assertEquals(
        "config.json:3:1: there is a comma too many", messageFor("{\r\n\"a\": 1,\r\n}\r\n"));
  }

  @Test
  void utf16IsNamed() {
    assertEquals(
        "config.json:1:1: it is UTF-16; save it as UTF-8", messageFor("{}".getBytes(UTF_16)));
    assertEquals(
        "config.json:1:1: it is UTF-16; save it as UTF-8",
        messageFor("\ufeff{}".getBytes(UTF_16LE)));
    assertEquals("config.json:1:2: this is not JSON", messageFor("{}".getBytes(UTF_16LE)));
  }

  @Test
  void whatIsNotUtf8IsNamedWithItsPlace() {
    assertEquals(
        "config.json:2:7: it is not UTF-8; save it as UTF-8",
        messageFor("{\n\"a\": \"é\"}".getBytes(ISO_8859_1)));
    assertEquals(
        "config.json:1:8: it is not UTF-8; save it as UTF-8",
        messageFor("\u00ef\u00bb\u00bf{\"a\": \"\u00c3".getBytes(ISO_8859_1)));
    assertEquals(
        "config.json:1:8: it is not UTF-8; save it as UTF-8",
        messageFor("{\"a\": \"\u00ed\u00a0\u0080\"}".getBytes(ISO_8859_1)), // a lone surrogate
        "and not what Java makes of it");
  }

  @Test
  void asMuchNestingIsReadAsDockerReads() {
    String deep = "{\"a\": " + "[".repeat(9_000) + "]".repeat(9_000) + "}";
    String tooDeep = "{\"a\":\n" + "[".repeat(10_001) + "]".repeat(10_001) + "}";

    assertDoesNotThrow(() -> JsonSyntax.check(PATH, deep.getBytes(UTF_8)));
    assertEquals("config.json:2:10000: it is nested too deeply", messageFor(tooDeep));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\": {\"https://me:pa55w@r.io\": {\"auth\": \"pa55w\",}}}",
        "{\"auths\": {\"https://me:pa55w@r.io\": {\"auth\": pa55w}}}",
        "{\"auths\": {\"https://me:pa55w@r.io\": {\"auth\": \"pa55w",
        "{\"auths\": {\"https://me:pa55w@r.io\": {\"auth\": \"pa55w\n\"}}}",
        "{\"auths\": {\"https://me:pa55w@r.io\": {\"auth\": \"\\upa55w\"}}}",
        "{\"auths\": {\"https://me:pa55w@r.io\" {\"auth\": \"pa55w\"}}}",
        "{\"auths\": {'https://me:pa55w@r.io': {\"auth\": \"pa55w\"}}}"
      })
  void neitherKeysNorSecretsAreInTheMessage(String json) {
    StoreException thrown = refusal(json.getBytes(UTF_8));

    assertFalse(thrown.getMessage().contains("pa55w"), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("r.io"), thrown.getMessage());
    assertFalse(thrown.advice().contains("pa55w"), thrown.advice());
    assertEquals("config-malformed", thrown.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t \r\n", "\ufeff", "\ufeff \n"})
  void blankSpaceAloneIsBlank(String text) {
    assertTrue(JsonSyntax.isBlank(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " x", "\u00a0", "\0", "\f", " \ufeff", "\ufeff\ufeff"})
  void anythingElseIsNot(String text) {
    assertFalse(JsonSyntax.isBlank(text.getBytes(UTF_8)));
  }

  private static String messageFor(String json) {
    return messageFor(json.getBytes(UTF_8));
  }

  private static String messageFor(byte[] json) {
    return refusal(json).getMessage();
  }

  private static StoreException refusal(byte[] json) {
    return assertThrows(StoreException.class, () -> JsonSyntax.check(PATH, json));
  }
}
