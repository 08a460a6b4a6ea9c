package dev.reglogout.docs;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --json} prints is what the published schemas and their page say, and no more. */
class JsonDocumentsTest {
  private static final Path PAGE = Path.of("docs/json.md");

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.reglogout.docs.RealDocuments#runs")
  void aRealDocumentIsAsItsSchemaSays(RealDocuments.Run run) {
    String document = document(run, directory);

    assertEquals(List.of(), JsonSchema.named(run.schema()).problems(document), document);
  }

  /** What a schema allows and no run shows may be a slip of its author. */
  @Test
  void everyWordOfTheSchemasIsPrintedByOneOfTheRuns() throws IOException {
    Set<String> printed = new TreeSet<>();
    int i = 0;
    for (RealDocuments.Run run : RealDocuments.runs()) {
      Path place = Files.createDirectory(directory.resolve("run" + i++));
      strings(run.schema(), JsonParser.parseString(document(run, place)), printed);
    }
    Set<String> words = new TreeSet<>();
    JsonSchema.names().forEach(name -> words(name, JsonSchema.text(name), words));

    words.removeAll(printed);

    assertEquals(Set.of(), words);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleOfThePageIsAsItsSchemaSays(Block block) {
    String schema = block.noted("schema").orElseThrow(() -> new AssertionError("no schema"));

    assertEquals(List.of(), JsonSchema.named(schema).problems(block.text()), block.toString());
  }

  static Stream<Block> examples() {
    return Page.read(PAGE).blocks().stream().filter(block -> block.language().equals("json"));
  }

  @Test
  void everySchemaIsShownByAnExampleAndTestedByARun() {
    Set<String> names = Set.copyOf(JsonSchema.names());

    assertEquals(names, examples().map(b -> b.noted("schema").orElse("")).collect(toSet()));
    assertEquals(
        names, RealDocuments.runs().stream().map(RealDocuments.Run::schema).collect(toSet()));
  }

  @Test
  void theSchemasAreSchemas() {
    for (String name : JsonSchema.names()) {
      assertEquals(List.of(), JsonSchema.ofSchemas().problems(JsonSchema.text(name)), name);
    }
    assertFalse(JsonSchema.ofSchemas().problems("{\"type\": \"strange\"}").isEmpty());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'version\": 1' | 'version\": 2'                      | another version",
        "'version\": 1' | 'version\": 1, \"more\": 1'         | a member that is not described",
        "'\"dryRun\": false,' | ''                            | a member that is missing",
        "erased         | vanished                            | a verdict that does not exist",
        "'verified\": true' | 'verified\": null'              | nobody says whether it was seen",
        "'key\": \"ghcr.io\"' | 'key\": \"ghcr.io\", \"x\": 0' | a member too many in a step",
      })
  void aDocumentThatIsNotAsDescribedIsFoundOut(String from, String to, String what) {
    RealDocuments.Run run = RealDocuments.runs().get(0);
    String good = document(run, directory);

    String bad = good.replace(from, to == null ? "" : to);

    assertFalse(bad.equals(good), good);
    assertFalse(JsonSchema.named(run.schema()).problems(bad).isEmpty(), what);
  }

  private static String document(RealDocuments.Run run, Path directory) {
    Machine machine = new Machine(directory);
    run.machine().accept(machine);
    Machine.Result result = machine.run(run.arguments());
    int told = JsonParser.parseString(result.out()).getAsJsonObject().get("exitCode").getAsInt();
    assertEquals(result.exit(), told, result.out());
    assertTrue(result.err().isEmpty() || run.schema().equals("usage-error"), result.err());
    return result.out();
  }

  /** Collects the words of a document: {@code SCHEMA WORD}. */
  private static void strings(String schema, JsonElement element, Set<String> found) {
    children(element).forEach(child -> strings(schema, child, found));
    if (element.isJsonPrimitive()) {
      found.add(schema + " " + element.getAsString());
    }
  }

  /** Collects the words and numbers that a schema lists. */
  private static void words(String schema, String text, Set<String> found) {
    listed(schema, JsonParser.parseString(text), found);
  }

  private static void listed(String schema, JsonElement element, Set<String> found) {
    children(element).forEach(child -> listed(schema, child, found));
    if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      for (String keyword : List.of("enum", "const")) {
        if (object.has(keyword)) {
          strings(schema, object.get(keyword), found);
        }
      }
    }
  }

  private static List<JsonElement> children(JsonElement element) {
    if (element.isJsonObject()) {
      return List.copyOf(element.getAsJsonObject().asMap().values());
    }
    List<JsonElement> items = new ArrayList<>();
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(items::add);
    }
    return items;
  }
}
