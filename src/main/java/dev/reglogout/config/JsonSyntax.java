package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.store.StoreException;
import dev.reglogout.store.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that bytes are strict JSON in UTF-8, and names the place and the cause if they are not.
 */
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
      throw notUtf8(path, json);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      // gson's message names the position, but also keys of the file: only the position is used
      Matcher position =
          Pattern.compile("at line (\\d+) column (\\d+)").matcher(String.valueOf(e.getMessage()));
      boolean found = position.find();
      int line = found ? Integer.parseInt(position.group(1)) : 1;
      int column = found ? Integer.parseInt(position.group(2)) : 1;
      throw malformed(path, line, column, cause(e, new String(json, UTF_8), line, column));
    }
  }

  private static String cause(Exception e, String text, int line, int column) {
    if (e instanceof EOFException || String.valueOf(e.getMessage()).contains("Unterminated")) {
      return "it ends too early";
    }
    if (String.valueOf(e.getMessage()).contains("Nesting limit")) {
      return "it is nested too deeply";
    }
    int offset = offset(text, line, column);
    // gson points at the offending sign or right behind it
    for (int at = Math.max(0, offset - 2); at <= offset && at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '/' || c == '#') {
        return "comments are not JSON";
      }
      if (c == '\'') {
        return "texts stand in double quotes";
      }
      if (c == ',' && nextSign(text, at + 1, "}]")) {
        return "there is a comma too many";
      }
      if ((c == '}' || c == ']') && previousSign(text, at - 1) == ',') {
        return "there is a comma too many";
      }
    }
    return "this is not JSON";
  }

  private static boolean nextSign(String text, int from, String signs) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && signs.indexOf(text.charAt(i)) >= 0;
  }

  private static char previousSign(String text, int from) {
    int i = from;
    while (i > 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 ? ' ' : text.charAt(i);
  }

  private static int offset(String text, int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    return Math.min(text.length(), at + column - 1);
  }

  private static StoreException notUtf8(Path path, byte[] json) {
    boolean utf16 =
        json.length >= 2
            && ((u(json, 0) == 0xFE && u(json, 1) == 0xFF)
                || (u(json, 0) == 0xFF && u(json, 1) == 0xFE));
    ByteBuffer bytes = ByteBuffer.wrap(json);
    CharBuffer chars = CharBuffer.allocate(json.length);
    CoderResult result = UTF_8.newDecoder().decode(bytes, chars, true);
    String before = chars.flip().toString();
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    String cause = utf16 ? "it is UTF-16; save it as UTF-8" : "it is not UTF-8";
    return malformed(path, line, column, result.isError() ? cause : "it is not UTF-8");
  }

  private static StoreException malformed(Path path, int line, int column, String cause) {
    return new StoreException(
        "config-malformed",
        "%s:%d:%d: %s".formatted(path, line, column, cause),
        "nothing was written; mend the file there and run it again");
  }

  private static int u(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }
}
