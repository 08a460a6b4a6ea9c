package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcrCacheFormatTest {
  private static final String FIRST = "https://123456789012.dkr.ecr.us-east-1.amazonaws.com";
  private static final String SECOND = "https://210987654321.dkr.ecr.eu-west-1.amazonaws.com";

  private static final String FILE =
      """
      {
        "Registries": {
          "us-east-1-h4sh-123456789012": {
            "AuthorizationToken": "QVdTOnRva2Vu",
            "RequestedAt": "2026-01-01T00:00:00Z",
            "ExpiresAt": "2026-01-01T12:00:00Z",
            "ProxyEndpoint": "%s",
            "Service": "ecr"
          },
          "eu-west-1-h4sh-210987654321": {
            "AuthorizationToken": "QVdTOnRva2Vu",
            "ProxyEndpoint": "%s",
            "Service": "ecr"
          }
        },
        "Version": "1.0"
      }
      """
          .formatted(FIRST, SECOND);

  @Test
  void aTokenBelongsToTheHostOfItsEndpoint() throws Exception {
    LoginDocument document = FormCases.read(EcrCacheFormat.INSTANCE, FILE);

    assertEquals(
        FIRST + " null TOKEN 0, " + SECOND + " null TOKEN 0",
        FormCases.entries(EcrCacheFormat.INSTANCE, FILE));
    assertEquals(
        "123456789012.dkr.ecr.us-east-1.amazonaws.com",
        document.entries().get(0).key().identity().orElseThrow());
    assertEquals(List.of(), document.bindings());
  }

  @Test
  void theTokensOfOneHostGoAndTheOthersStayByteForByte() throws Exception {
    int start = FILE.indexOf("\"us-east-1");
    int next = FILE.indexOf("\"eu-west-1");

    assertEquals(
        FILE.substring(0, start) + FILE.substring(next),
        FormCases.cut(EcrCacheFormat.INSTANCE, FILE, FIRST));
  }

  @Test
  void theHelperIsLeftAnEmptyMap() throws Exception {
    assertEquals(
        "{\n  \"Registries\": {},\n  \"Version\": \"1.0\"\n}\n",
        FormCases.cut(EcrCacheFormat.INSTANCE, FILE, FIRST, SECOND));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"Registries": {"a": {"AuthorizationToken": "x"}}}                  | a null TOKEN 0
          {"Registries": {"a": {"ProxyEndpoint": "https://e"}}}               | https://e null PLACEHOLDER 0
          {"Registries": {"a": {"AuthorizationToken": "", "ProxyEndpoint": "https://e"}}} | https://e null PLACEHOLDER 0
          {"Registries": {"a": {"AuthorizationToken": "x", "ProxyEndpoint": "https://e"}, "b": {"AuthorizationToken": "y", "ProxyEndpoint": "https://e"}}} | https://e null TOKEN 0, https://e null TOKEN 1
          {"Registries": {"a": "x", "b": null}}                               | a null TOKEN 0, b null PLACEHOLDER 0
          {"Registries": null, "Version": "1.0"}                              | ``
          {"registries": {"a": {"authorizationtoken": "x"}}}                  | a null TOKEN 0
          ``                                                                  | ``
          """)
  void twoKeysOfOneHostAreTwoEntries(String json, String entries) throws Exception {
    assertEquals(entries, FormCases.entries(EcrCacheFormat.INSTANCE, json));
  }
}
