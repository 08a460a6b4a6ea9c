package dev.reglogout.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A known message is found whatever a client, a terminal or a log has wrapped around it. */
class PastedMessagesTest {
  private static final Path SEEN = Path.of("src/test/resources/messages/seen.txt");

  private static final Map<String, UnaryOperator<String>> WRAPPINGS = wrappings();

  @TestFactory
  Stream<DynamicNode> theSampleOfEachEntryIsExplainedByThatEntryAlone() {
    return KnownMessages.all().stream()
        .map(message -> wrapped(List.of(message.id()), message.sample()));
  }

  @TestFactory
  Stream<DynamicNode> whatPeopleSeeIsExplained() throws IOException {
    return seen().map(line -> wrapped(line.ids(), line.text()));
  }

  @TestFactory
  Stream<DynamicNode> whatReglogoutSaysOfItIsExplainedAlikeWithTheAdviceBehindIt() {
    return KnownMessages.all().stream()
        .map(
            message ->
                DynamicTest.dynamicTest(
                    message.id(),
                    () ->
                        assertEquals(
                            message.id(), ids(message.sample() + " " + message.advice()).get(0))));
  }

  @TestFactory
  Stream<DynamicNode> anIdIsExplainedAsItIsAndAsAReason() {
    return KnownMessages.all().stream()
        .map(
            message ->
                DynamicTest.dynamicTest(
                    message.id(),
                    () -> {
                      String id = message.id();
                      assertEquals(List.of(id), ids(id));
                      assertEquals(List.of(id), ids(" " + id.toUpperCase(Locale.ROOT) + "\n"));
                      assertEquals(List.of(id), ids("{\"reason\":\"" + id + "\"}"));
                      assertEquals(List.of(id), ids("\"id\": \"" + id + "\", \"text\""));
                    }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n\t ",
        "boom",
        "error",
        "not found",
        "exit status 1",
        "permission denied",
        "everything is fine",
        "helper",
        "``",
        "\u001b[31m",
        "the weather is not implemented yet, they said: implemented it is"
      })
  void wordsNobodyKnowsAreNotMistakenForOthers(String words) {
    assertEquals(
        words.contains("implemented") ? List.of("not-implemented") : List.of(), ids(words));
  }

  @Test
  void aWrapperIsToldOfOnlyWhereNothingInItIsKnown() {
    String wrapper = "WARNING: could not erase credentials: error erasing credentials - err: ";

    assertEquals(List.of("docker-could-not-erase"), ids(wrapper + "the vault is sealed"));
    assertEquals(List.of("keychain-locked"), ids(wrapper + "User interaction is not allowed."));
  }

  @Test
  void differentMessagesAreAllFoundAndWhatFailedStandsFirst() {
    assertEquals(
        List.of("no-dbus", "keychain-canceled", "no-basic-auth"),
        ids(
            "no basic auth credentials\nUser canceled the operation\nCannot autolaunch D-Bus"
                + " without X11"));
  }

  @Test
  void besideAFailureThatAnotherSpellingWasNotThereIsNotTold() {
    String not = "credentials not found in native keychain\n";

    assertEquals(List.of("no-dbus"), ids(not + "Cannot autolaunch D-Bus without X11\n" + not));
    assertEquals(List.of("helper-said-nothing"), ids(not + "ghcr.io: err: exit status 1, out: ``"));
    assertEquals(List.of("no-basic-auth", "not-found"), ids(not + "no basic auth credentials"));
  }

  private record Line(List<String> ids, String text) {}

  private static Stream<Line> seen() throws IOException {
    return Files.readAllLines(SEEN).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" \\| ", 2))
        .map(line -> new Line(List.of(line[0].split(" ")), line[1].replace("\\n", "\n")));
  }

  private static DynamicNode wrapped(List<String> ids, String text) {
    boolean wrapsOthers = ids.stream().allMatch(id -> KnownMessages.byId(id).generic());
    return DynamicTest.dynamicTest(
        ids + " in " + text,
        () ->
            WRAPPINGS.forEach(
                (name, wrapping) -> {
                  if (!wrapsOthers || !wrapping.apply("").contains("credentials")) {
                    assertEquals(ids, ids(wrapping.apply(text)), name);
                  }
                }));
  }

  private static Map<String, UnaryOperator<String>> wrappings() {
    Map<String, UnaryOperator<String>> wrappings = new LinkedHashMap<>();
    wrappings.put("raw", text -> text);
    wrappings.put("wrapped by docker", PastedMessagesTest::byDocker);
    wrappings.put("wrapped twice, as Desktop does", text -> byDocker(byDocker(text)));
    wrappings.put("wrapped three times", text -> byDocker(byDocker(byDocker(text))));
    wrappings.put("by podman", text -> "Error: 1 error occurred:\n\t* getting username: " + text);
    wrappings.put("by docker-py", text -> "DockerException: StoreError('%s')".formatted(text));
    wrappings.put(
        "in a log of JSON lines",
        text ->
            "{\"level\":\"error\",\"log\":\"%s\"}"
                .formatted(text.replace("\"", "\\\"").replace("\n", "\\n")));
    wrappings.put("upper case", text -> text.toUpperCase(Locale.ROOT));
    wrappings.put("a line break at each blank", text -> text.replace(" ", "\r\n  "));
    wrappings.put("broken by a terminal of 40 columns", text -> broken(text, 40));
    wrappings.put("broken by a terminal of 79 columns", text -> broken(byDocker(text), 79));
    wrappings.put("coloured", text -> "\u001b[1;31m" + text.replace(" ", " \u001b[0m\u001b[31m"));
    wrappings.put("a link", text -> "\u001b]8;;https://x.io\u0007" + text + "\u001b]8;;\u001b\\");
    wrappings.put("typographic", PastedMessagesTest::typographic);
    wrappings.put("hard blanks", text -> text.replace(' ', '\u00A0'));
    return wrappings;
  }

  private static String byDocker(String text) {
    return "https://ghcr.io: error erasing credentials - err: exit status 1, out: `" + text + "`";
  }

  private static String broken(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n")) {
      for (int i = 0; i < line.length(); i += columns) {
        lines.add(line.substring(i, Math.min(line.length(), i + columns)));
      }
    }
    return String.join("\n", lines);
  }

  private static String typographic(String text) {
    return text.replaceAll("\"([^\"]*)\"", "\u201C$1\u201D")
        .replaceAll("(\\s)'", "$1\u2018")
        .replace("'", "\u2019");
  }

  private static List<String> ids(String text) {
    List<FoundMessage> found = KnownMessages.allIn(text);
    assertTrue(found.stream().distinct().count() == found.size(), "each once");
    return found.stream().map(one -> one.message().id()).toList();
  }
}
