package dev.reglogout.helper;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.reglogout.internal.StrictJson;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Reads what a helper answers to {@code list}: {@code {"key": "user", …}}, or {@code null}. */
final class ListAnswer {
  private ListAnswer() {}

  /**
   * Reads an answer.
   *
   * @throws StoreException if it is not a JSON object or {@code null}
   */
  static List<Entry> read(String json) throws StoreException {
    List<Entry> entries = new ArrayList<>();
    try {
      JsonReader reader = StrictJson.reader(new StringReader(json));
      if (reader.peek() == JsonToken.NULL) {
        reader.nextNull();
      } else {
        reader.beginObject();
        while (reader.hasNext()) {
          RegistryKey key = RegistryKey.of(reader.nextName());
          entries.add(new Entry(key, user(reader), true));
        }
        reader.endObject();
      }
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw notJson();
      }
      return entries;
    } catch (IOException | IllegalStateException e) {
      throw notJson();
    }
  }

  private static String user(JsonReader reader) throws IOException {
    if (reader.peek() == JsonToken.STRING) {
      return reader.nextString();
    }
    reader.skipValue();
    return null;
  }

  private static StoreException notJson() {
    return new StoreException(
        "list-not-json",
        "its list is not a JSON object",
        KnownMessages.byId("list-not-json").advice());
  }
}
