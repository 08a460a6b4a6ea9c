package dev.reglogout.helper;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.reglogout.internal.StrictJson;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.io.StringReader;

/** Reads what a helper answers to {@code get}: {@code {"ServerURL": …, "Secret": …}}. */
final class GetAnswer {
  private GetAnswer() {}

  /**
   * Reads the secret out of an answer.
   *
   * @throws StoreException if there is none; it holds nothing of the answer
   */
  static String secret(String json) throws StoreException {
    String secret = null;
    try {
      JsonReader reader = StrictJson.reader(new StringReader(json));
      reader.beginObject();
      while (reader.hasNext()) {
        boolean wanted = reader.nextName().equalsIgnoreCase("Secret");
        if (wanted && reader.peek() == JsonToken.STRING) {
          secret = reader.nextString();
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
    } catch (IOException | IllegalStateException e) {
      throw notUnderstood(); // without the cause, which may quote the answer
    }
    if (secret == null) {
      throw notUnderstood();
    }
    return secret;
  }

  private static StoreException notUnderstood() {
    return new StoreException(
        "get-not-understood", "its answer is not understood", "upgrade the helper");
  }
}
