package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryRefusedTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "  \t  "})
  void anEmptyOneIsRefusedWithAHintAtTheUnsetVariable(String server) {
    assertEquals(
        "SERVER is empty (an unset variable?); for Docker Hub give none, or docker.io",
        refusal(server));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gh cr.io            | it has a blank in it
          ghcr.io /v2         | it has a blank in it
          /                   | it has no host
          //                  | it has no host
          ///ghcr.io          | it has no host
          https://            | it has no host
          https:///v2/        | it has no host
          https://:5000       | it has no host
          :5000               | it has no host
          me@                 | it has no host
          ?a=b                | it has no host
          #a                  | it has no host
          []                  | it has no host
          []:5000             | it has no host
          localhost:0         | its port is not a number from 1 to 65535
          localhost:65536     | its port is not a number from 1 to 65535
          localhost:99999     | its port is not a number from 1 to 65535
          localhost:000443    | its port is not a number from 1 to 65535
          localhost:notaport  | its port is not a number from 1 to 65535
          localhost:-1        | its port is not a number from 1 to 65535
          localhost:+1        | its port is not a number from 1 to 65535
          localhost:٣         | its port is not a number from 1 to 65535
          localhost:          | its port is not a number from 1 to 65535
          [::1]:              | its port is not a number from 1 to 65535
          [::1]:0             | its port is not a number from 1 to 65535
          [::1]5000           | its port is not a number from 1 to 65535
          [ghcr.io]           | its host is no IPv6 address, or its port is not a number
          [::1                | its host is no IPv6 address, or its port is not a number
          ::1]                | its host is no IPv6 address, or its port is not a number
          [                   | its host is no IPv6 address, or its port is not a number
          [:]                 | its host is no IPv6 address, or its port is not a number
          [::g]               | its host is no IPv6 address, or its port is not a number
          [[::1]]             | its host is no IPv6 address, or its port is not a number
          ghcr.io:50:00       | its host is no IPv6 address, or its port is not a number
          -a                  | it begins with '-'
          --all               | it begins with '-'
          https://-ghcr.io    | its host begins with '-'
          me@-ghcr.io         | its host begins with '-'
          """)
  void whatNamesNoRegistryIsRefusedWithTheCause(String server, String cause) {
    assertEquals(
        "SERVER '%s' is no registry: %s; give a host such as ghcr.io or localhost:5000"
            .formatted(server, cause),
        refusal(server));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ghcr.io,quay.io            | separate registries by blanks, not by ','
          ghcr.io, quay.io           | separate registries by blanks, not by ','
          ghcr.io;quay.io            | separate registries by blanks, not by ';'
          https://a.io,https://b.io  | separate registries by blanks, not by ','
          quay.io/a,quay.io/b        | separate registries by blanks, not by ','
          "ghcr.io"                  | the quotes are part of it (left by an env file?)
          'ghcr.io'                  | the quotes are part of it (left by an env file?)
          “ghcr.io”                  | the quotes are part of it (left by an env file?)
          `ghcr.io`                  | the quotes are part of it (left by an env file?)
          """)
  void whatSeparatesOrQuotesWordsElsewhereIsExplained(String server, String cause) {
    assertTrue(refusal(server).contains(" is no registry: " + cause + ";"), refusal(server));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          *                | '*'
          *.azurecr.io     | '*'
          $CI_REGISTRY     | '$'
          ghcr.io\\v2      | '\\'
          ghcr.io%20       | '%'
          ghcr.io(1)       | '('
          {ghcr.io}        | '{'
          https://gh!cr.io | '!'
          gh😀cr.io        | U+1F600
          gh\u3164cr.io    | U+3164
          gh\u200bcr.io    | U+200B
          ghcr\u3002io     | U+3002
          """)
  void aHostIsMadeOfLettersDigitsAndThreeOthers(String server, String character) {
    String cause =
        "its host has " + character + " in it, but may have only letters, digits, '.', '-', '_'";

    assertTrue(refusal(server).contains(cause), refusal(server));
  }

  @ParameterizedTest
  @CsvSource({"ghcr.io, ''", "'', SERVER is empty", "*, SERVER '*' is no registry"})
  void theProblemCanBeAskedForBeforeAnythingIsRefused(String server, String problem) {
    assertTrue(Registry.problemOf(server).orElse("").startsWith(problem));
    assertEquals(problem.isEmpty(), Registry.problemOf(server).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gh cr.io", "gh\u00a0cr.io", "gh\u2003cr.io", "gh\u2028cr.io", "\u00a0"})
  void aBlankInsideIsRefusedInEveryAlphabet(String server) {
    assertTrue(refusal(server).contains("it has a blank in it"), refusal(server));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghcr.io\n",
        "ghcr.io\r\n",
        "\nghcr.io",
        "gh\ncr.io",
        "ghcr.io\0",
        "\n",
        "gh\u001b[2Jcr.io",
        "ghcr.io\u007f",
        "ghcr.io\u0085",
        "gh\tcr.io"
      })
  void aControlCharacterIsRefusedWhereverItStands(String server) {
    assertTrue(refusal(server).contains("it has a control character in it"), refusal(server));
  }

  @Test
  void whatIsLongerThan1024CharactersIsRefusedAndNotRepeated() {
    assertEquals("SERVER is too long: 1,025 characters, at most 1,024", refusal("a".repeat(1025)));
    assertEquals(
        "SERVER is too long: 1,000,007 characters, at most 1,024",
        refusal("a".repeat(1_000_000) + "ghcr.io"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://me:pa55w@ghcr.io       | https://me:***@ghcr.io
          me:pa55w@ghcr.io               | me:***@ghcr.io
          //me:pa55w@ghcr.io             | //me:***@ghcr.io
          https://:pa55w@ghcr.io         | https://:***@ghcr.io
          https://me:x@pa55w@ghcr.io     | https://me:***@ghcr.io
          https://me:x:pa55w@ghcr.io     | https://me:***@ghcr.io
          https://me:x/pa55w@ghcr.io     | https://me:***@ghcr.io
          https://me:x?pa55w@ghcr.io     | https://me:***@ghcr.io
          https://me:x#pa55w@ghcr.io     | https://me:***@ghcr.io
          https:me:pa55w@ghcr.io         | https:***@ghcr.io
          https://me:pa55w@              | https://me:***@
          https://me:4711/pa55w@ghcr.io  | https://me:***@ghcr.io
          https://me/x:pa55w@ghcr.io     | https://me/x:***@ghcr.io
          'https://me:x pa55w@ghcr.io'   | https://me:***@ghcr.io
          -me:pa55w@ghcr.io              | -me:***@ghcr.io
          """)
  void aPasswordIsRefusedAndNeverRepeated(String server, String shown) {
    String message = refusal(server);

    assertTrue(message.startsWith("SERVER '" + shown + "' is no registry: "), message);
    assertFalse(message.contains("pa55w"), message);
  }

  @Test
  void aPasswordBesideAControlCharacterIsNotRepeatedEither() {
    assertFalse(refusal("https://me:pa55w@ghcr.io\n").contains("pa55w"));
  }

  private static String refusal(String server) {
    return assertThrows(InvalidRegistryException.class, () -> Registry.parse(server)).getMessage();
  }
}
