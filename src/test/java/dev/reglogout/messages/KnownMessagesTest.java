package dev.reglogout.messages;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownMessagesTest {
  private static final Set<String> OUTCOMES =
      Set.of("not-found", "unsupported", "unavailable", "failed", "bad-call", "config", "client");

  @TestFactory
  Stream<DynamicTest> theSampleOfEachEntryFindsExactlyThatEntry() {
    return each(message -> assertEquals(Optional.of(message), found(message.sample())));
  }

  @TestFactory
  Stream<DynamicTest> eachEntryIsComplete() {
    return each(
        message ->
            assertAll(
                () -> assertTrue(message.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), message.id()),
                () -> assertTrue(OUTCOMES.contains(message.outcome()), message.outcome()),
                () -> assertFalse(message.match().isEmpty(), "match"),
                () -> assertFalse(message.match().contains(""), "match"),
                () -> assertFalse(message.meaning().isBlank(), "meaning"),
                () -> assertFalse(message.logout().isBlank(), "logout"),
                () -> assertFalse(message.advice().isBlank(), "advice"),
                () -> assertFalse(message.source().isBlank(), "source"),
                () -> assertFalse(message.sample().isBlank(), "sample")));
  }

  @TestFactory
  Stream<DynamicTest> eachRegularExpressionCompilesAndMatchesNotNothing() {
    return each(
        message ->
            message.match().stream()
                .filter(pattern -> pattern.startsWith("regex:"))
                .map(pattern -> pattern.substring("regex:".length()))
                .forEach(
                    regex -> {
                      Pattern pattern = assertDoesNotThrow(() -> Pattern.compile(regex));
                      assertFalse(pattern.matcher("").find(), regex);
                    }));
  }

  @Test
  void idsAreUnique() {
    List<String> ids = KnownMessages.all().stream().map(KnownMessage::id).toList();

    assertEquals(ids.stream().distinct().toList(), ids);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"helper-not-installed", "helper-timed-out", "output-too-long", "list-not-json"})
  void theProgramFindsTheEntriesItNames(String id) {
    assertEquals(id, KnownMessages.byId(id).id());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "credentials not found in native keychain | not-found",
        "CREDENTIALS  not found\tin native keychain | not-found",
        "error erasing credentials - err: exit status 1, out: `The specified item could not be"
            + " found in the keychain.` | not-found",
        "exit status 1: Error: docker-credential-helpers/Z2hjci5pbw== is not in the password store."
            + " | not-found",
        "not implemented | unsupported",
        "delete is unimplemented | unsupported",
        "list is unimplemented | unsupported",
        "docker-credential-x: unknown action: erase | unsupported",
        "Unknown credential action `erase` | unsupported",
        "Error: unknown command \"erase\" for \"docker-credential-acr-env\" | unsupported",
        "pass not initialized: exec: \"pass\": executable file not found in $PATH: | unavailable",
        "Cannot autolaunch D-Bus without X11 $DISPLAY | unavailable",
        "A specified logon session does not exist. It may already have been terminated. |"
            + " unavailable",
        "no credentials server URL | bad-call",
      })
  void whatRealHelpersAnswerIsUnderstood(String words, String outcome) {
    assertEquals(Optional.of(outcome), found(words).map(KnownMessage::outcome));
  }

  @ParameterizedTest
  @ValueSource(strings = {"boom went wrong", "error", "not found", "exit status 1", "yes"})
  void wordsNobodyKnowsAreNotMistakenForOthers(String words) {
    assertEquals(Optional.empty(), found(words));
  }

  private static Optional<KnownMessage> found(String text) {
    return KnownMessages.find(text);
  }

  private interface Check {
    void of(KnownMessage message);
  }

  private static Stream<DynamicTest> each(Check check) {
    return KnownMessages.all().stream()
        .map(message -> DynamicTest.dynamicTest(message.id(), () -> check.of(message)));
  }
}
