package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.internal.StrictJson;
import dev.reglogout.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/** Checks that bytes are strict JSON in UTF-8. */
final class JsonSyntax {
  private JsonSyntax() {}

  /** Returns the index behind a byte order mark, or 0. */
  static int start(byte[] json) {
    return json.length >= 3 && u(json, 0) == 0xEF && u(json, 1) == 0xBB && u(json, 2) == 0xBF
        ? 3
        : 0;
  }

  /** Returns whether there is nothing but blank space. */
  static boolean isBlank(byte[] json) {
    return JsonObjectSpan.skipBlanks(json, start(json)) == json.length;
  }

  /**
   * Returns the object that a document is, or null if it is blank or {@code null}.
   *
   * @throws StoreException if it is not strict JSON in UTF-8, or anything else
   */
  static JsonObjectSpan object(Path path, byte[] json) throws StoreException {
    if (isBlank(json)) {
      return null;
    }
    check(path, json);
    int start = JsonObjectSpan.skipBlanks(json, start(json));
    if (json[start] == '{') {
      return JsonObjectSpan.at(json, start);
    }
    if (json[start] == 'n') {
      return null;
    }
    throw new StoreException(
        "config-not-object", "it is JSON, but not an object", "correct or remove the file");
  }

  /**
   * Checks a document.
   *
   * @throws StoreException with {@code path:line:column} and the cause; keys and values are not
   *     part of the message
   */
  static void check(Path path, byte[] json) throws StoreException {
    try {
      StrictJson.validate(
          new InputStreamReader(
              new ByteArrayInputStream(json),
              UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)));
    } catch (CharacterCodingException e) {
      throw JsonProblem.notUtf8(path, json);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      int start = start(json);
      String text = new String(json, start, json.length - start, UTF_8);
      throw JsonProblem.notJson(path, text, e);
    }
  }

  private static int u(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }
}
