package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.store.StoreException;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the place and the cause where a document is not strict JSON in UTF-8. */
final class JsonProblem {
  private static final Pattern POSITION = Pattern.compile("at line (\\d+) column (\\d+)");
  private static final Pattern NUMBER_BEGUN =
      Pattern.compile("-?([0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]*)?)?");

  private static final int LONG_NUMBER = 1000;

  /** What stands before the first sign. */
  private static final char NONE = '\0';

  private JsonProblem() {}

  /** Names the place and the cause; gson's message names keys of the file, and is not repeated. */
  static StoreException notJson(Path path, String text, Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    int at = culprit(text, offset(text, message), message);
    if (e instanceof EOFException
        || message.startsWith("Unterminated string")
        || message.startsWith("Unterminated escape")
        || endsInLiteral(text, at)) {
      return malformed(path, text, text.length(), "it ends too early");
    }
    if (message.startsWith("Unescaped control")) {
      while (at < text.length() && text.charAt(at) >= ' ') {
        at++;
      }
      return malformed(path, text, at, "a text has a raw line break or control character in it");
    }
    return malformed(path, text, at, cause(text, at, message));
  }

  private static String cause(String text, int at, String message) {
    char sign = at < text.length() ? text.charAt(at) : ' ';
    char before = previousSign(text, at - 1);
    if (message.startsWith("Nesting limit")) {
      return "it is nested too deeply";
    }
    if (message.startsWith("Invalid escape") || message.startsWith("Malformed Unicode")) {
      return "JSON has no such escape";
    }
    if (message.startsWith("Unpaired surrogate")) {
      return "an escape is half of a surrogate pair";
    }
    if (sign == '/' || sign == '#') {
      return "comments are not JSON";
    }
    if (sign == '\'') {
      return "texts stand in double quotes";
    }
    if ((sign == ',' && "[{,".indexOf(before) >= 0)
        || ((sign == '}' || sign == ']') && before == ',')) {
      return "there is a comma too many";
    }
    if (isLongNumber(text, at)) {
      return "a number is longer than can be read";
    }
    if (message.endsWith(" path $") && before != NONE) {
      return "there is more text after the end";
    }
    if (message.startsWith("Unterminated ") && "}]".indexOf(sign) < 0) {
      return "a comma is missing before it";
    }
    return message.startsWith("Expected ':'") ? "a colon is missing before it" : "this is not JSON";
  }

  /** Returns the index of what gson stumbled over: it has read it, unless it is a bare word. */
  private static int culprit(String text, int next, String message) {
    char read = next == 0 ? ' ' : text.charAt(next - 1);
    boolean commaTooMany = read == ',' && "[{,".indexOf(previousSign(text, next - 2)) >= 0;
    boolean bareWord = isBlank(read) || ":[,".indexOf(read) >= 0;
    if (!bareWord || commaTooMany || message.startsWith("Nesting limit")) {
      return next - 1;
    }
    int end = next;
    while (end < text.length() && isWordSign(text.charAt(end))) {
      end++;
    }
    return end < text.length() && "/#;=\\".indexOf(text.charAt(end)) >= 0 ? end : next;
  }

  private static boolean isWordSign(char c) {
    return Character.isLetterOrDigit(c) || "+-._".indexOf(c) >= 0;
  }

  /** Returns whether nothing but the beginning of true, false, null or a number follows. */
  private static boolean endsInLiteral(String text, int at) {
    String rest = text.substring(at);
    return Stream.of("true", "false", "null").anyMatch(word -> word.startsWith(rest))
        || NUMBER_BEGUN.matcher(rest).matches();
  }

  /** Returns whether a number follows that gson takes for none because of its length. */
  private static boolean isLongNumber(String text, int at) {
    int end = Math.min(text.length(), at + LONG_NUMBER);
    return end - at == LONG_NUMBER
        && text.substring(at, end).chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
  }

  private static char previousSign(String text, int from) {
    int i = from;
    while (i >= 0 && isBlank(text.charAt(i))) {
      i--;
    }
    return i < 0 ? NONE : text.charAt(i);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** Returns the index gson's message names, that of the next sign it would have read. */
  private static int offset(String text, String message) {
    Matcher position = POSITION.matcher(message);
    if (!position.find()) {
      return 0;
    }
    int at = 0;
    for (int line = Integer.parseInt(position.group(1)); line > 1; line--) {
      at = text.indexOf('\n', at) + 1;
    }
    return Math.min(text.length(), at + Integer.parseInt(position.group(2)) - 1);
  }

  /** Names the place of the first byte that is no UTF-8. */
  static StoreException notUtf8(Path path, byte[] json) {
    boolean utf16 =
        json.length >= 2
            && ((json[0] == (byte) 0xFE && json[1] == (byte) 0xFF)
                || (json[0] == (byte) 0xFF && json[1] == (byte) 0xFE));
    ByteBuffer bytes = ByteBuffer.wrap(json);
    CharBuffer chars = CharBuffer.allocate(json.length);
    UTF_8.newDecoder().decode(bytes, chars, true);
    String before = chars.flip().toString().substring(JsonSyntax.start(json) > 0 ? 1 : 0);
    return malformed(
        path,
        before,
        before.length(),
        utf16 ? "it is UTF-16; save it as UTF-8" : "it is not UTF-8; save it as UTF-8");
  }

  private static StoreException malformed(Path path, String text, int at, String cause) {
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    long line = 1 + text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new StoreException(
        "config-malformed",
        "%s:%d:%d: %s".formatted(path, line, at - lineStart + 1, cause),
        "nothing was written; correct the file there and run it again");
  }
}
