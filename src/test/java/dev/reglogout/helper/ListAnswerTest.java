package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListAnswerTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null                                  | ``",
        "`\tnull `                             | ``",
        "{}                                    | ``",
        "{\"a.io\":\"ci\"}                     | a.io=ci",
        "{\"b.io\":\"x\", \"a.io\":\"y\"}      | b.io=x a.io=y",
        "{\"a.io\":\"\"}                       | a.io=",
        "{\"\":\"account not defined\"}        | =account not defined",
        "{\"a.io\":null}                       | a.io=null",
        "{\"a.io\":1, \"b.io\":\"x\"}          | a.io=null b.io=x",
        "{\"a.io\":true}                       | a.io=null",
        "{\"a.io\":{\"u\":[1]}, \"b.io\":\"x\"}| a.io=null b.io=x",
        "{\"a.io\":[\"x\"]}                    | a.io=null",
        "{\"a\\u002eio\":\"\\u00fc\"}          | a.io=ü",
        "{\"https://A.io/v2/\":\"x\"}          | https://A.io/v2/=x",
        "{\"a.io\":\"dop_v1_5\", \"b.io\":\"dop\"} | a.io=*** b.io=dop",
      })
  void anObjectOrNullIsAList(String json, String expected) throws StoreException {
    assertEquals(expected, shown(ListAnswer.read(json).entries()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "[]",
        "[{}]",
        "\"a.io\"",
        "1",
        "true",
        "Warning: this list could not be made {\"",
        "{\"a.io\":\"ci\"",
        "{\"a.io\"}",
        "{a.io:\"ci\"}",
        "{'a.io':'ci'}",
        "{\"a.io\":\"ci\",}",
        "{\"a.io\":\"ci\"} and more",
        "{}{}",
        "null null",
        "NULL",
        "// none\n{}",
        "{\"a\nb\":\"ci\"}",
        "{\"a.io\":NaN}",
      })
  void anythingElseProvesNothing(String answer) {
    StoreException thrown = assertThrows(StoreException.class, () -> ListAnswer.read(answer));

    assertEquals("list-not-json", thrown.reason());
    assertEquals("its list is not a JSON object", thrown.getMessage());
  }

  @Test
  void aHugeListIsRead() throws StoreException {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 100_000; i++) {
      json.append(i == 0 ? "" : ",").append("\"https://r").append(i).append(".io\":\"user\"");
    }
    json.append('}');

    List<Entry> entries = ListAnswer.read(json.toString()).entries();

    assertEquals(100_000, entries.size());
    assertEquals("https://r99999.io", entries.get(99_999).key().text());
  }

  @Test
  void whatIsListedCountsAsASecret() throws StoreException {
    assertTrue(ListAnswer.read("{\"a.io\":\"ci\"}").entries().get(0).secret());
  }

  private static String shown(List<Entry> entries) {
    return String.join(
        " ", entries.stream().map(entry -> entry.key().text() + "=" + entry.user()).toList());
  }
}
