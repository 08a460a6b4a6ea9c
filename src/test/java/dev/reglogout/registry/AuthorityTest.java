package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                | scheme  | host and port
          az://ghcr.io          | az      | ghcr.io
          AZ://ghcr.io          | AZ      | ghcr.io
          a09+-.://ghcr.io      | a09+-.  | ghcr.io
          h://ghcr.io           | h       | ghcr.io
          //ghcr.io             | ''      | ghcr.io
          ://ghcr.io            | ''      | ghcr.io
          1x://ghcr.io          | 1x      | ghcr.io
          +a://ghcr.io          | +a      | ghcr.io
          -a://ghcr.io          | -a      | ghcr.io
          .a://ghcr.io          | .a      | ghcr.io
          a_://ghcr.io          | a_      | ghcr.io
          http://https://ghcr.io| http    | ghcr.io
          """)
  void aSchemeIsWhatDockerTakesForOneWhichIsNotChoosy(
      String text, String scheme, String hostAndPort) {
    Authority authority = Authority.of(text);

    assertEquals(scheme, authority.scheme());
    assertEquals(hostAndPort, authority.hostAndPort());
    assertTrue(authority.hasHost());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"a{://h", "a`://h", "a[://h", "a@://h", "a/://h", "a:://h", "a*://h", "a é://h"})
  void whatIsNoSchemeIsReadAsAHost(String text) {
    assertEquals("", Authority.of(text).scheme());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text            | host and port     | problem
          ghcr.io:1         | ghcr.io:1         | ''
          ghcr.io:65535     | ghcr.io:65535     | ''
          ghcr.io:443       | ghcr.io           | ''
          ghcr.io:00443     | ghcr.io:00443     | ''
          https://ghcr.io:  | ghcr.io           | ''
          ghcr.io:          | ghcr.io:          | its port is not a number from 1 to 65535
          ghcr.io:0         | ghcr.io:0         | its port is not a number from 1 to 65535
          ghcr.io:65536     | ghcr.io:65536     | its port is not a number from 1 to 65535
          ghcr.io:000443    | ghcr.io:000443    | its port is not a number from 1 to 65535
          ghcr.io:12/3      | ghcr.io:12        | ''
          ghcr.io:1;        | ghcr.io:1;        | its port is not a number from 1 to 65535
          ghcr.io:1.        | ghcr.io:1.        | its port is not a number from 1 to 65535
          [::1]5000         | [::1]5000         | its port is not a number from 1 to 65535
          [::1]:9           | [::1]:9           | ''
          []                | []                | it has no host
          :5000             | :5000             | it has no host
          """)
  void aPortIsANumberInItsBounds(String text, String hostAndPort, String problem) {
    Authority authority = Authority.of(text);

    assertEquals(hostAndPort, authority.hostAndPort());
    assertEquals(problem, authority.problem());
  }

  @ParameterizedTest
  @CsvSource({
    "AZ.IO, az.io",
    "az.io, az.io",
    "@Z.io, z.io",
    "a[Z.io, a[z.io",
    "zÄ.IO, zÄ.io",
    "İSTANBUL.io, İstanbul.io",
    "AAZZ, aazz",
  })
  void onlyAsciiLettersAreLowered(String text, String host) {
    assertEquals(host, Authority.of(text).hostAndPort());
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "/, ''",
    "///, ''",
    "/a, a",
    "a/, a",
    "//a/b//, a/b",
    "a, a",
  })
  void theSlashesAroundAPathGoAndThoseInsideStay(String path, String without) {
    assertEquals(without, Authority.withoutOuterSlashes(path));
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io, false",
    "me@ghcr.io, false",
    "me:@ghcr.io, false",
    "me:p@ghcr.io, true",
    ":p@ghcr.io, true",
    ":@ghcr.io, false",
  })
  void aPasswordIsWhatStandsBehindTheFirstColonOfTheUserInfo(String text, boolean password) {
    assertEquals(password, Authority.of(text).hasPassword());
  }
}
