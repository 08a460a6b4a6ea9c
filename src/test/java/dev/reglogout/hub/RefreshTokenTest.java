package dev.reglogout.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  @ParameterizedTest
  @CsvSource({"t..c, t, c", "v1.a-b_c..L4v0, v1.a-b_c, L4v0", "a b..ü, a b, ü"})
  void aSecretOfDockersFormIsTokenAndClient(String secret, String token, String client) {
    assertEquals(Optional.of(new RefreshToken(token, client)), RefreshToken.read(secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "t..", "..c", "t.c", "t..c..d", "t...c", "s3cret"})
  void anyOtherIsNotOfDockersMaking(String secret) {
    assertEquals(Optional.empty(), RefreshToken.read(secret));
  }

  @Test
  void itIsNeverShown() {
    String shown = new RefreshToken("s3cret", "client").toString();

    assertFalse(shown.contains("s3cret") || shown.contains("client"), shown);
  }
}
