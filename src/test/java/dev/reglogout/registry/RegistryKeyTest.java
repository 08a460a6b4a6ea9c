package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # key                                     | identity       | login | path
          ghcr.io                                   | ghcr.io        | true  |
          GHCR.IO                                   | ghcr.io        | true  |
          ' ghcr.io '                               | ghcr.io        | true  |
          https://ghcr.io                           | ghcr.io        | true  |
          https://ghcr.io/                          | ghcr.io        | true  |
          https://ghcr.io/v1                        | ghcr.io        | true  |
          https://ghcr.io/v1/                       | ghcr.io        | true  |
          https://ghcr.io/v2                        | ghcr.io        | true  |
          https://ghcr.io/v2/                       | ghcr.io        | true  |
          https://ghcr.io/V2/                       | ghcr.io        | false | V2
          https://ghcr.io//                         | ghcr.io        | false |
          https://ghcr.io/v3/                       | ghcr.io        | false | v3
          https://ghcr.io/?a                        | ghcr.io        | false |
          https://ghcr.io#a                         | ghcr.io        | false |
          https://ghcr.io:443                       | ghcr.io        | true  |
          http://ghcr.io:80                         | ghcr.io:80     | true  |
          git:https://ghcr.io                       |                | false | ghcr.io
          https://[ghcr.io]                         | ghcr.io        | true  |
          https://[ghcr.io]:5000/v2/                | ghcr.io:5000   | true  |
          [ghcr.io]:443                             | ghcr.io        | true  |
          http://https://ghcr.io                    | ghcr.io        | true  |
          http://https://ghcr.io/v2/                | ghcr.io        | true  |
          https://host:5000:                        | host:5000      | true  |
          https://::1:6555/v2/                      | [::1]:6555     | true  |
          https://::1:                              | [::1]          | true  |
          https://[fe80::1%25eth0]:5000             | [fe80::1%eth0]:5000 | true |
          ://h                                      | h              | true  |
          1x://h                                    | h              | true  |
          ftp://ghcr.io                             | ghcr.io        | true  |
          *.azurecr.io                              |                | true  |
          $CI_REGISTRY                              |                | true  |
          https://h:1:2                             |                | true  |
          https://host::5000                        |                | true  |
          docker.io/v1/repositories                 | docker.io      | false |
          localhost:5000                            | localhost:5000 | true  |
          ::1                                       | [::1]          | true  |
          https://[::1]:5000/v2/                    | [::1]:5000     | true  |
          quay.io/team                              | quay.io        | false | team
          quay.io/team/image                        | quay.io        | false | team/image
          https://quay.io/team                      | quay.io        | false | team
          me@ghcr.io                                | ghcr.io        | true  |
          https://me:pw@ghcr.io/v2/                 | ghcr.io        | true  |
          docker.io                                 | docker.io      | true  |
          registry-1.docker.io                      | docker.io      | true  |
          https://index.docker.io/v1/               | docker.io      | true  |
          https://hub.docker.com/v2/                | hub.docker.com | true  |
          docker.io/library                         | docker.io      | false | library
          https://mcp.example.com/oauth/x           | mcp.example.com| false | oauth/x
          ''                                        |                | true  |
          /                                         |                | true  |
          https://                                  |                | true  |
          ghcr.io:notaport                          |                | true  |
          ghcr.io:0                                 |                | true  |
          """)
  void aStoredKeyIsReadAsFarAsItCanBe(String text, String identity, boolean login, String path) {
    RegistryKey key = RegistryKey.of(text);

    assertEquals(text, key.text());
    assertEquals(Optional.ofNullable(identity), key.identity());
    assertEquals(login, key.isLogin());
    assertEquals(Optional.ofNullable(path), key.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://index.docker.io/v1/                | false | false
          https://index.docker.io/v1/access-token    | true  | false
          https://index.docker.io/v1//access-token   | true  | false
          https://index.docker.io/v1/refresh-token   | true  | true
          https://index.docker.io/v1//refresh-token  | true  | true
          index.docker.io/v1/refresh-token           | true  | true
          https://index.docker.io/v1/access-token/   | false | false
          https://index.docker.io/v2/access-token    | false | false
          https://ghcr.io/v1/access-token            | false | false
          https://ghcr.io/v1/refresh-token           | false | false
          """)
  void theTwoTokensOfDockerHubsSignInAreKnown(String text, boolean token, boolean refreshToken) {
    RegistryKey key = RegistryKey.of(text);

    assertEquals(token, key.isHubToken());
    assertEquals(refreshToken, key.isHubRefreshToken());
    if (token) {
      assertTrue(key.isLogin());
      assertEquals(Optional.empty(), key.path());
      assertTrue(key.belongsTo(Registry.dockerHub()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ghcr.io                       | ghcr.io
          me@ghcr.io                    | me@ghcr.io
          localhost:5000                | localhost:5000
          me:pw@ghcr.io                 | me:***@ghcr.io
          https://me:pw@ghcr.io/v2/     | https://me:***@ghcr.io/v2/
          https://me:p@w@ghcr.io        | https://me:***@ghcr.io
          https://me:p/w@ghcr.io        | https://me:***@ghcr.io
          //me:pw@ghcr.io               | //me:***@ghcr.io
          //ghcr.io:5000                | //ghcr.io:5000
          //me@ghcr.io:5000             | //me@ghcr.io:5000
          h://me:pw@ghcr.io             | h://me:***@ghcr.io
          :pw@ghcr.io                   | :***@ghcr.io
          https://:pw@ghcr.io           | https://:***@ghcr.io
          //:pw@ghcr.io                 | //:***@ghcr.io
          https://ghcr.io/a@b:c         | https://ghcr.io/a@b:c
          https://bob:4711/pw@ghcr.io   | https://bob:***@ghcr.io
          https://me:pw@sha256:0123456789abcdef0123456789abcdef | https://me:***@sha256:0123456789abcdef0123456789abcdef
          @ghcr.io:5000                 | @ghcr.io:5000
          me:@ghcr.io                   | me:***@ghcr.io
          """)
  void aKeyIsPrintedWithoutItsPassword(String text, String masked) {
    RegistryKey key = RegistryKey.of(text);

    assertEquals(masked, key.masked());
    assertEquals(masked, key.toString());
    assertEquals(text, key.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://ghcr.io/v2/                | ghcr.io
          https://index.docker.io/v1/        | docker.io
          https://me:pw@ghcr.io              | ghcr.io
          https://bob:4711/SECRET@r.corp.com | https://bob:***@r.corp.com
          https://bob:4711?SECRET@r.corp.com | https://bob:***@r.corp.com
          https://bob:4711#SECRET@r.corp.com | https://bob:***@r.corp.com
          bob:4711/SECRET@r.corp.com         | bob:***@r.corp.com
          https://ghcr.io/a@b                | ghcr.io
          *.azurecr.io                       | *.azurecr.io
          """)
  void noPieceOfAPasswordIsShownAsARegistrysName(String text, String shown) {
    assertEquals(shown, RegistryKey.of(text).displayName());
  }

  @Test
  void aKeyThatMayHideAPasswordStillBelongsToTheHostThatDockerReads() {
    RegistryKey key = RegistryKey.of("https://ghcr.io:5000/a@b");

    assertTrue(key.belongsTo(Registry.parse("ghcr.io:5000")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ghcr.io\n", "gh\ncr.io", "https://ghcr.io\r\n/v2/", "\0ghcr.io", "ghcr.io\u0085"})
  void aKeyWithControlCharactersBelongsToTheRegistryWithoutThem(String text) {
    RegistryKey key = RegistryKey.of(text);

    assertTrue(key.hasControlCharacters());
    assertTrue(key.belongsTo(Registry.parse("ghcr.io")));
    assertEquals(text, key.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghcr\u3002io", // ideographic full stop, which IDN folds to a dot
        "\uff47hcr.io", // full-width g
        "ghcr.\u0456o", // Cyrillic i
        "ghcr.\u0130o", // I with a dot, i in lower case
        "g\u200bhcr.io", // zero width space
        "xn--ghcr-0ra.io"
      })
  void aLookAlikeIsAnotherRegistry(String text) {
    RegistryKey key = RegistryKey.of(text);

    assertFalse(key.hasControlCharacters());
    assertFalse(key.belongsTo(Registry.parse("ghcr.io")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ":", "/", "@", "[", "[:", "a:", "%", "[::1%", "\n", " ", "://", "é"})
  void aKeyOfAMegabyteIsReadInReasonableTime(String piece) {
    String text = piece.repeat((1 << 20) / piece.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          RegistryKey key = RegistryKey.of(text);
          assertFalse(key.belongsTo(Registry.parse("ghcr.io")));
          assertEquals(text, key.text());
          assertFalse(key.masked().isEmpty());
          key.isLogin();
          key.path();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # key                              | a registry beyond doubt
          ghcr.io                            | true
          https://ghcr.io/v2/                | true
          localhost                          | true
          localhost:5000                     | true
          registry:5000                      | true
          [::1]                              | true
          https://index.docker.io/v1/        | true
          https://index.docker.io/v1/refresh-token | true
          registry                           | false
          localhosts                         | false
          https://github/                    | false
          https://ghcr.io/team               | false
          ''                                 | false
          ghcr.io:notaport                   | false
          notion.mcp-dcr                     | false
          https://notion.mcp-dcr:443         | false
          https://notion.mcp-dcr:8443        | false
          mcp-dcr.example.com                | true
          """)
  void inAStoreThatOthersUseTooARegistryIsKnownByItsHostAndItsPath(String text, boolean registry) {
    RegistryKey key = RegistryKey.of(text);

    assertEquals(registry, key.isRegistryLogin());
  }

  @ParameterizedTest
  @CsvSource({
    "001f, true",
    "0020, false",
    "007e, false",
    "007f, true",
    "009f, true",
    "00a0, false",
  })
  void controlCharactersAreThoseBelowTheBlankAndFromDelOn(String hex, boolean control) {
    String text = "ghcr.io" + (char) Integer.parseInt(hex, 16);

    assertEquals(control, RegistryKey.of(text).hasControlCharacters());
  }

  @Test
  void keysAreEqualOnlyByteForByte() {
    assertEquals(RegistryKey.of("ghcr.io").hashCode(), RegistryKey.of("ghcr.io").hashCode());
    assertNotEquals(RegistryKey.of("ghcr.io").hashCode(), RegistryKey.of("quay.io").hashCode());
    assertEquals(RegistryKey.of("ghcr.io"), RegistryKey.of("ghcr.io"));
    assertNotEquals(RegistryKey.of("ghcr.io"), RegistryKey.of("GHCR.io"));
    assertNotEquals(RegistryKey.of("ghcr.io"), RegistryKey.of("ghcr.io\n"));
  }
}
