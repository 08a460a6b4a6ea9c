package dev.reglogout.docs;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published description of a document: {@code docs/schema/NAME.schema.json}. */
final class JsonSchema {
  private static final Path FOLDER = Path.of("docs/schema");
  private static final String SUFFIX = ".schema.json";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  /** Reads the schema of a name, such as {@code logout}. */
  static JsonSchema named(String name) {
    return new JsonSchema(REGISTRY.getSchema(text(name)));
  }

  /** Returns the rules for schemas themselves. */
  static JsonSchema ofSchemas() {
    String draft = SpecificationVersion.DRAFT_2020_12.getDialectId();
    return new JsonSchema(REGISTRY.getSchema(SchemaLocation.of(draft)));
  }

  /** Returns the names of all schemas, sorted. */
  static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of a schema. */
  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what is wrong with a document, a line each. */
  List<String> problems(String document) {
    return schema.validate(document, InputFormat.JSON).stream().map(Error::toString).toList();
  }
}
