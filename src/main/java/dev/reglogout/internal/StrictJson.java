package dev.reglogout.internal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** Reads JSON as RFC 8259 has it, and nothing else. */
public final class StrictJson {
  /** As deep as Go's decoder reads, and so docker. */
  private static final int NESTING_LIMIT = 10_000;

  private StrictJson() {}

  /**
   * Returns a reader that accepts strict JSON alone; a byte order mark at its start is passed over.
   */
  public static JsonReader reader(Reader text) {
    JsonReader reader = new JsonReader(text);
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(NESTING_LIMIT);
    return reader;
  }

  /**
   * Reads the text of a string from its spelling with quotes and escapes.
   *
   * @throws IllegalArgumentException if it is no string
   */
  public static String unquote(String quoted) {
    try {
      return reader(new StringReader(quoted)).nextString();
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON string", e);
    }
  }

  /**
   * Reads a document to its end and keeps nothing of it.
   *
   * @throws IOException if it is not one strict JSON value and nothing more; the message of gson's
   *     exceptions names the position, and may hold keys
   */
  public static void validate(Reader text) throws IOException {
    JsonReader reader = reader(text);
    for (JsonToken token = reader.peek(); token != JsonToken.END_DOCUMENT; token = reader.peek()) {
      switch (token) {
        case BEGIN_OBJECT -> reader.beginObject();
        case END_OBJECT -> reader.endObject();
        case BEGIN_ARRAY -> reader.beginArray();
        case END_ARRAY -> reader.endArray();
        case NAME -> reader.nextName();
        // skipValue() passes over control characters in strings, which nextString() refuses
        case STRING, NUMBER -> reader.nextString();
        case BOOLEAN -> reader.nextBoolean();
        default -> reader.nextNull();
      }
    }
  }
}
