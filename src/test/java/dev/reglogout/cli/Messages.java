package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.reglogout.helper.HelperStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;

/** The message table, whose words may change without any test. */
final class Messages {
  private Messages() {}

  /** Returns the advice of an entry. */
  static String advice(String id) {
    try (InputStream in = HelperStore.class.getResourceAsStream("messages.json")) {
      for (JsonElement entry :
          JsonParser.parseReader(new InputStreamReader(in, UTF_8)).getAsJsonArray()) {
        if (entry.getAsJsonObject().get("id").getAsString().equals(id)) {
          return entry.getAsJsonObject().get("advice").getAsString();
        }
      }
      throw new IllegalArgumentException(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
