package dev.reglogout.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever reason or warning the program prints, {@code explain} knows it. */
class ReasonsTest {
  private static final Path MAIN = Path.of("src/main/java/dev/reglogout");

  /** Where an id is given to what will be printed. */
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?:new (?:StoreException|Warning|FileCause)|Outcome\\s*\\.(?:failed|remains|kept|minted|"
              + "plannedUnless))\\(\\s*(\"[^\"]*\"|[\\w.()]+?)\\s*,");

  /** The same where it stands before the words: what doctor found, what a search noticed. */
  private static final Pattern FOUND =
      Pattern.compile(
          "(?:[fF]indings?\\s*\\.(?:problem|warning)\\(|finder\\.noticed\\(|StoreHealth"
              + "\\.of\\(\\s*\\w+(?:\\.\\w+)?,|notReadable\\(|(?<![.\\w])add\\()\\s*\"([a-z0-9-]+)\"\\s*,");

  private static final Pattern ELSE = Pattern.compile("\\.orElse\\(\\s*\"([a-z]+-[a-z-]+)\"\\)");

  /** Ids that come from another place, where they were given. */
  private static final Set<String> PASSED_ON =
      Set.of(
          "id",
          "reason",
          "reason()",
          "e.reason()",
          "message.id()",
          "locked.reason()",
          "answer.reason()",
          "problem.reason()",
          "unreadable.reason()");

  @Test
  void everyReasonInTheSourceIsInTheTable() {
    Map<String, String> given = reasons();
    Set<String> known = new TreeSet<>();
    KnownMessages.all().forEach(message -> known.add(message.id()));

    Map<String, String> unknown = new TreeMap<>(given);
    unknown.keySet().removeAll(known);

    assertEquals(Map.of(), unknown, "add them to known-messages.json");
  }

  @Test
  void theSearchSeesReasonsOfEveryKind() {
    assertTrue(
        reasons()
            .keySet()
            .containsAll(
                List.of(
                    "helper-timed-out",
                    "permission-denied",
                    "helper-failed",
                    "another-user",
                    "desktop-sign-in",
                    "minted",
                    "still-listed",
                    "config-leftover",
                    "sudo",
                    "second-store",
                    "hub-session-not-revoked")),
        reasons().toString());
  }

  /** Returns each id in the source, and a file it is in. */
  private static Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    String all = String.join("\n", sources().values());
    sources()
        .forEach(
            (file, text) -> {
              for (MatchResult result : GIVEN.matcher(text).results().toList()) {
                String id = result.group(1);
                if (!PASSED_ON.contains(id)) {
                  reasons.put(id.startsWith("\"") ? unquoted(id) : constant(id, all, file), file);
                }
              }
              FOUND.matcher(text).results().forEach(result -> reasons.put(result.group(1), file));
              ELSE.matcher(text).results().forEach(result -> reasons.put(result.group(1), file));
            });
    return reasons;
  }

  /** Returns the value of a constant; one that has none is reported under its name. */
  private static String constant(String name, String sources, String file) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    Matcher value =
        Pattern.compile("String " + Pattern.quote(last) + " =\\s*(\"[^\"]*\")").matcher(sources);
    return value.find() ? unquoted(value.group(1)) : name + " in " + file;
  }

  private static String unquoted(String literal) {
    return literal.substring(1, literal.length() - 1);
  }

  private static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.put(MAIN.relativize(file).toString(), Files.readString(file));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
