package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in the file itself: they go, and every other byte stays. */
class InlineFileIT extends EndToEnd {

  /** As docker writes it, with what docker does not know; line 12 ends without a newline. */
  private static final String TABS =
      """
      {
      \t"auths": {
      \t\t"a.example.com": { "auth": "YTph", "email": "\\u003ca@example.com\\u003e" },
      \t\t"ghcr.io": { "auth": "YjpzM2NyZXQ=", "since": 1.10 },
      \t\t"z.example.com": { "auth": "ejp6", "weight": 1e400 }
      \t},
      \t"HttpHeaders": { "User-Agent": "café \\/ \\u003c" },
      \t"unknown": [1.10, 1e400, -0.0, 12345678901234567890, "\\u003c", null, { }],
      \t"psFormat":   "table {{.ID}}",
      \t"auths2": {"ghcr.io": "not ours"}
      }"""
          .replace("{ }", "{\t}");

  @ParameterizedTest
  @CsvSource({"a.example.com, 3", "ghcr.io, 4"})
  void fromATabIndentedFileWithUnknownFieldsOnlyTheEntrysOwnLineIsGone(String registry, int line) {
    machine.config(TABS);

    Program.Result result = run(registry);

    assertEquals(0, result.exit(), result.err());
    assertEquals(
        "Removing login credentials for %s%n  removed %s from %s%n"
            .formatted(registry, registry, machine.config()),
        result.out());
    assertEquals(withoutLine(TABS, line), machine.configText());
  }

  @Test
  void withTheLastEntryItsNeighboursCommaGoesToo() {
    machine.config(TABS);

    Program.Result result = run("z.example.com");

    assertEquals(0, result.exit(), result.err());
    assertEquals(withoutLine(TABS, 5).replace("1.10 },", "1.10 }"), machine.configText());
  }

  @Test
  void anEntryOverSeveralLinesLeavesNoneOfThem() {
    machine.config(
        "{\n\t\"auths\": {\n\t\t\"ghcr.io\": {\n\t\t\t\"auth\": \"dTpw\"\n\t\t}\n\t}\n}");

    Program.Result result = run("ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals("{\"auths\":{}}", JsonParser.parseString(machine.configText()).toString());
    assertTrue(machine.configText().startsWith("{\n\t\"auths\": {"), machine.configText());
    assertTrue(machine.configText().endsWith("}\n}"), machine.configText());
  }

  @Test
  void whoNeverLoggedInIsToldSoAndTheFileIsNotTouched() throws IOException {
    machine.config(TABS);
    List<Object> before = identity(machine.config());

    Program.Result result = run("never.example.com");

    assertEquals("Not logged in to never.example.com\n", result.out());
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    assertEquals(before, identity(machine.config()));
  }

  @Test
  void withoutAnyConfigFileNobodyIsLoggedInAndNoneIsMade() throws IOException {
    Files.delete(machine.configDirectory());

    Program.Result result = run("ghcr.io");

    assertEquals("Not logged in to ghcr.io\n", result.out());
    assertEquals(0, result.exit(), result.err());
    assertTrue(Files.notExists(machine.configDirectory()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\":{\"a.io\":{\"auth\":\"YTph\"},@ \"b.io\" : {\"auth\": \"Yjpi\"}},"
            + "\"experimental\": true}",
        "{\"auths\":{\"a.io\":{\"auth\":\"%%% undecodable\"},@ \"b.io\" : {\"auth\": \"Yjpi\"}}}",
        "{\"auths\":{\"a.io\":{\"auth\":\"bm9jb2xvbg\"},@ \"b.io\" : {\"auth\": 5}}}"
      })
  void whatTripsDockerElsewhereInTheFileLeavesEveryOtherEntryByteIdentical(String json) {
    machine.config(json.replace("@", "\"ghcr.io\":{\"auth\":\"dTpw\"},"));

    Program.Result result = run("ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals(json.replace("@", ""), machine.configText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"auths\": {\\n  \"ghcr.io\": {\"auth\": \"dTpw\"},\\n }}| 3:[23]",
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}} x| 1:4[23]",
        "{\"auths\": {\"ghcr.io\": {\"auth\": 'dTpw'}}}| 1:3[23]"
      })
  // the column of the sign that is wrong, or of the one behind it
  void malformedJsonIsNamedWithItsPlaceAndNotTouched(String json, String place) throws IOException {
    machine.config(json.replace("\\n", "\n"));
    List<Object> before = identity(machine.config());

    Program.Result result = run("ghcr.io");

    assertEquals(1, result.exit());
    assertEquals("", result.out().replace("Removing login credentials for ghcr.io\n", ""));
    String message = "reglogout: ghcr\\.io may remain in %s:%s: \\w.+\n";
    assertTrue(result.err().matches(message.formatted(machine.config(), place)), result.err());
    assertEquals(json.replace("\\n", "\n"), machine.configText());
    assertEquals(before, identity(machine.config()));
  }

  /** Returns what changes when a file is replaced or written. */
  static List<Object> identity(Path file) throws IOException {
    return List.of(
        Files.getAttribute(file, "unix:ino"),
        Files.getLastModifiedTime(file),
        Files.getAttribute(file, "unix:ctime"));
  }

  private static String withoutLine(String text, int number) {
    String[] lines = text.split("\n");
    lines[number - 1] = null;
    return String.join(
        "\n", java.util.Arrays.stream(lines).filter(java.util.Objects::nonNull).toList());
  }
}
