package dev.reglogout.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghp_0123456789abcdefghijABCDEFGHIJ012345",
        "gho_1",
        "ghu_1",
        "ghs_1",
        "ghr_1",
        "github_pat_11AAAAAAA0_1",
        "glpat-1",
        "gldt-1",
        "glcbt-64_1",
        "dckr_pat_1",
        "dckr_oat_1",
        "dop_v1_1",
        "doo_v1_1",
        "dor_v1_1",
        " ghp_1",
        "npm_0123456789abcdefghij",
        "AKIAIOSFODNN7EXAMPLE",
        "ASIAIOSFODNN7EXAMPLE",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1In0.",
      })
  void aTokenIsHidden(String user) {
    assertEquals("***", UserName.withoutToken(user));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "AWS",
        "_json_key",
        "oauth2accesstoken",
        "<token>",
        "00000000-0000-0000-0000-0",
        "npm_bot",
        "AKIA",
        "ghp",
        "x-access-token",
        "gitlab-ci-token",
        "eyJ and more than twenty",
      })
  void aNameIsShown(String user) {
    assertEquals(user, UserName.withoutToken(user));
  }

  @Test
  void noNameStaysNone() {
    assertNull(UserName.withoutToken(null));
  }

  @ParameterizedTest
  @CsvSource({
    "x-oauth-basic, true",
    "x-access-token, true",
    "x-oauth-basi, false",
    "x-oauth-basics, false",
    "pw, false",
    "'', false",
  })
  void aPasswordThatIsNoneSaysThatTheTokenIsTheName(String password, boolean beside) {
    byte[] bytes = ("u:" + password).getBytes(UTF_8);

    assertEquals(beside, UserName.isBesideToken(bytes, 2, bytes.length));
  }
}
