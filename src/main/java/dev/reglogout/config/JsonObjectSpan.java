package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.internal.StrictJson;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an object and its members stand in a document that is known to be strict JSON in UTF-8.
 *
 * <p>Works on bytes, so that what is not cut stays as it is: all of JSON's own signs are ASCII, and
 * no byte of a longer UTF-8 sequence is. Iterative, so that depth costs nothing.
 *
 * @param start index of the opening brace
 * @param end index behind the closing brace
 * @param members in the order they stand, repeated names included
 */
record JsonObjectSpan(int start, int end, List<Member> members) {

  /**
   * One member of an object.
   *
   * @param name read from its spelling
   * @param start index of the name's opening quote
   * @param valueStart index of the value's first byte
   * @param end index behind the value
   */
  record Member(String name, int start, int valueStart, int end) {}

  /** Reads the object whose opening brace stands at the given index. */
  static JsonObjectSpan at(byte[] json, int start) {
    List<Member> members = new ArrayList<>();
    int at = skipBlanks(json, start + 1);
    while (json[at] != '}') {
      int nameEnd = skipString(json, at);
      String name = string(json, at, nameEnd);
      int valueStart = skipBlanks(json, skipBlanks(json, nameEnd) + 1);
      int valueEnd = skipValue(json, valueStart);
      members.add(new Member(name, at, valueStart, valueEnd));
      at = skipBlanks(json, valueEnd);
      if (json[at] == ',') {
        at = skipBlanks(json, at + 1);
      }
    }
    return new JsonObjectSpan(start, at + 1, members);
  }

  /** Returns the text of the string whose quotes stand at the two ends. */
  static String string(byte[] json, int start, int end) {
    for (int i = start; i < end; i++) {
      if (json[i] == '\\') {
        return StrictJson.unquote(new String(json, start, end - start, UTF_8));
      }
    }
    return new String(json, start + 1, end - start - 2, UTF_8);
  }

  static int skipBlanks(byte[] json, int at) {
    int i = at;
    while (i < json.length
        && (json[i] == ' ' || json[i] == '\n' || json[i] == '\r' || json[i] == '\t')) {
      i++;
    }
    return i;
  }

  private static int skipString(byte[] json, int at) {
    int i = at + 1;
    while (json[i] != '"') {
      i += json[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /** Returns the index behind the value that begins at the given one. */
  static int skipValue(byte[] json, int at) {
    int depth = 0;
    int i = at;
    do {
      byte c = json[i];
      if (c == '"') {
        i = skipString(json, i);
      } else if (c == '{' || c == '[') {
        depth++;
        i++;
      } else if (c == '}' || c == ']') {
        depth--;
        i++;
      } else if (depth == 0) {
        return skipLiteral(json, i);
      } else {
        i++;
      }
    } while (depth > 0);
    return i;
  }

  private static int skipLiteral(byte[] json, int at) {
    int i = at;
    while (i < json.length && ",]} \n\r\t".indexOf(json[i]) < 0) {
      i++;
    }
    return i;
  }
}
