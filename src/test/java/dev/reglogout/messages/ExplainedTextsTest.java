package dev.reglogout.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people paste about registry logins is known; of what other programs say in the same words
 * nothing is claimed.
 */
class ExplainedTextsTest {
  private static final Path TEXTS = Path.of("src/test/resources/messages");

  @ParameterizedTest
  @MethodSource("users")
  void whatUsersPasteIsKnown(String text) {
    assertFalse(KnownMessages.allIn(text).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("others")
  void nothingIsClaimedOfWhatOtherProgramsSay(String text) {
    List<String> certain =
        KnownMessages.allIn(text).stream()
            .filter(FoundMessage::certain)
            .map(found -> found.message().id())
            .toList();

    assertEquals(List.of(), certain);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theRightIdsAreToldAndWhetherTheyAreCertain(String row) {
    String[] idsAndText = row.split(" \\| ", 2);

    assertEquals(idsAndText[0], told(KnownMessages.allIn(idsAndText[1])));
  }

  @Test
  void mostOfWhatUsersPasteIsCertain() {
    long certain =
        users().stream()
            .filter(text -> KnownMessages.allIn(text).stream().allMatch(FoundMessage::certain))
            .count();

    assertTrue(certain >= 0.85 * users().size(), certain + " of " + users().size());
  }

  @Test
  void theTablesAreLongEnoughToSaySomething() {
    assertTrue(users().size() >= 150, "users");
    assertTrue(others().size() >= 150, "others");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User interaction is not allowed. | keychain-locked",
        "not implemented | not-implemented",
        "Element not found. | element-not-found",
        "gpg: decryption failed: No secret key | gpg-no-secret-key",
      })
  void aHelpersNameMakesItCertain(String text, String id) {
    assertEquals(id + "?", told(KnownMessages.allIn(text)));
    assertEquals(id, told(KnownMessages.allIn(text, "acme")));
    assertEquals(id, told(KnownMessages.allIn("docker-credential-acme list\n" + text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ docker logout ghcr.io",
        "podman login quay.io",
        "\"credsStore\": \"acme\"",
        "\"credHelpers\": {}",
        "~/.docker/config.json",
        "/run/user/1000/containers/auth.json",
        "error storing credentials - err: exit status 1",
        "reglogout: ghcr.io may remain"
      })
  void soDoesWhatSpeaksOfRegistryLogins(String context) {
    String text = context + "\nUser interaction is not allowed.";

    assertEquals("keychain-locked", told(KnownMessages.allIn(text)));
  }

  @Test
  void whatStandsFarAwayIsNoContext() {
    String text = "docker login ghcr.io\n" + "compiling a file\n".repeat(200) + "not implemented";

    assertEquals("not-implemented?", told(KnownMessages.allIn(text)));
  }

  @Test
  void besideWhatIsCertainNothingUncertainIsTold() {
    String text =
        "docker-credential-pass: executable file not found\n"
            + "compiling a file\n".repeat(200)
            + "bufio.Scanner: token too long";

    assertEquals("missing-pass", told(KnownMessages.allIn(text)));
  }

  @ParameterizedTest
  @CsvSource({"ecr-login,aws sso logout", "gcloud,gcloud auth revoke", "acr-env,az logout"})
  void theAdviceIsForTheHelperThatSaidIt(String helper, String command) {
    FoundMessage found = KnownMessages.allIn("not implemented", helper).get(0);

    for (Os os : Os.values()) {
      assertTrue(found.message().advice(os, found.facts()).contains(command));
    }
    assertFalse(
        KnownMessages.byId("not-implemented").advice().matches(".*(aws|gcloud|az) .*"),
        "of a helper that nothing is known of");
  }

  private static String told(List<FoundMessage> found) {
    return found.isEmpty()
        ? "-"
        : found.stream()
            .map(one -> one.message().id() + (one.certain() ? "" : "?"))
            .collect(Collectors.joining(" "));
  }

  static List<String> users() {
    return lines("users.txt");
  }

  static List<String> others() {
    return lines("others.txt");
  }

  static List<String> rows() {
    return lines("certainty.txt");
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(TEXTS.resolve(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.replace("\\n", "\n").replace("\\t", "\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
