package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts docker 28.2.2 takes for a login in {@code auth}; each was tried with it. */
class InlineLoginTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "~~, true",
        "dTpw, true",
        "dTpwdw==, true",
        "dTpwdw, false",
        "dTpwdw=, false",
        "dTo=, true",
        "OnB3, false",
        "dXNlcg==, false",
        "!!!, false",
        "~ ~, false",
        "~ dTpw~, false",
        "dTp3cR==, true",
        "/zpw, true",
        "\\/zpw, true",
        "dT-_, false",
        "dTpw\\r\\n, true",
        "dTpwd2Q\\n=, true",
        "\\n, false",
        "\\tdTpw, false",
        "\\u0064Tpw, true",
        "=, false",
      })
  void isWhatDockerTakes(String text, boolean login) {
    byte[] json = ("{\"auth\": \"" + text + "\"}").getBytes(UTF_8);

    assertEquals(login, JsonValue.of(json).members().get(0).isLogin());
  }
}
