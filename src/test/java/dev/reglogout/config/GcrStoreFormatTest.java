package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcrStoreFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"gcrCreds":{"access_token":"a","refresh_token":"r","token_expiry":"t"}} | gcrCreds null TOKEN 0
          {"gcrCreds":null}                                                        | ``
          {"otherCreds":{"quay.io":{"ServerURL":"","Username":"u","Secret":"s"}}}  | quay.io u SECRET 0
          {"otherCreds":{"a":{"Username":"u"},"b":"x","c":null}}                   | a u PLACEHOLDER 0, b null SECRET 0, c null PLACEHOLDER 0
          {"otherCreds":{"a":{"Secret":"s"}},"gcrCreds":{}}                        | gcrCreds null TOKEN 0, a null SECRET 0
          {}                                                                       | ``
          null                                                                     | ``
          ``                                                                       | ``
          """)
  void theSignInIsOneAndOlderVersionsKeptOtherLoginsToo(String json, String entries)
      throws Exception {
    assertEquals(entries, FormCases.entries(GcrStoreFormat.INSTANCE, json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"gcrCreds":{"access_token":"a"}}                     | gcrCreds   | {}
          { "x": 1, "gcrCreds": {"access_token": "a"} }         | gcrCreds   | { "x": 1 }
          {"gcrCreds":{"a":1},"otherCreds":{"q":{"Secret":"s"}}} | gcrCreds   | {"otherCreds":{"q":{"Secret":"s"}}}
          {"gcrCreds":{"a":1},"otherCreds":{"q":{"Secret":"s"}}} | q          | {"gcrCreds":{"a":1},"otherCreds":{}}
          {"otherCreds":{"q":{"Secret":"s"},"r":{}},"gcrCreds":{"a":1}} | q gcrCreds | {"otherCreds":{"r":{}}}
          {"gcrCreds":{"a":1},"GCRCREDS":{"b":2},"v":3}         | gcrCreds   | {"v":3}
          """)
  void aCutLeavesAllElseByteForByte(String json, String keys, String left) throws Exception {
    assertEquals(left, FormCases.cut(GcrStoreFormat.INSTANCE, json, keys.split(" ")));
  }
}
