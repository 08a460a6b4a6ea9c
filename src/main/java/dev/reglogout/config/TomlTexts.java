package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one list of texts at the top of a TOML document, and passes over all else.
 *
 * <p>Needs to know comments, the four kinds of texts and how brackets nest, and nothing more: a
 * member of the top table stands before the first line that begins with a bracket.
 */
final class TomlTexts {
  private final String text;
  private final String name;
  private int at;

  private TomlTexts(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /**
   * Returns the texts of a member, or null if it is not there.
   *
   * @throws ParseException if it is not a list of texts, or the document is none before it
   */
  static List<String> of(byte[] toml, String name) throws ParseException {
    return new TomlTexts(new String(toml, UTF_8), name).find();
  }

  private List<String> find() throws ParseException {
    while (true) {
      skipBlank();
      if (at >= text.length() || text.charAt(at) == '[') {
        return null;
      }
      boolean wanted = key().equals(name);
      skipInLine();
      if (next() != '=') {
        throw problem("a name has no value");
      }
      at++;
      skipInLine();
      if (wanted) {
        return texts();
      }
      skipValue();
    }
  }

  /** Returns a name as it is written; one of several parts is none that is wanted. */
  private String key() throws ParseException {
    StringBuilder key = new StringBuilder();
    while (at < text.length() && "= \t\r\n".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        key.append(quoted());
      } else {
        key.append(c);
        at++;
      }
    }
    return key.toString();
  }

  private List<String> texts() throws ParseException {
    if (next() != '[') {
      throw problem(name + " is not a list");
    }
    at++;
    List<String> texts = new ArrayList<>();
    while (true) {
      skipBlank();
      char c = next();
      if (c == ']') {
        return texts;
      }
      if (c != '"' && c != '\'') {
        throw problem(name + " is not a list of texts");
      }
      texts.add(quoted());
      skipBlank();
      if (next() == ',') {
        at++;
      } else if (next() != ']') {
        throw problem(name + " is not a list of texts");
      }
    }
  }

  /** Passes over a value: to the end of its line, where that is within no text and no bracket. */
  private void skipValue() throws ParseException {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        quoted();
      } else if (c == '#') {
        skipComment();
      } else if (c == '\n' && depth == 0) {
        return;
      } else {
        depth += c == '[' || c == '{' ? 1 : 0;
        depth -= c == ']' || c == '}' ? 1 : 0;
        at++;
      }
    }
    if (depth != 0) {
      throw problem("a list has no end");
    }
  }

  /** Reads a text in quotes of one of the four kinds. */
  private String quoted() throws ParseException {
    char quote = text.charAt(at);
    String three = String.valueOf(quote).repeat(3);
    String end = text.startsWith(three, at) ? three : String.valueOf(quote);
    StringBuilder read = new StringBuilder();
    at += end.length();
    while (!text.startsWith(end, at)) {
      if (at >= text.length() || (end.length() == 1 && text.charAt(at) == '\n')) {
        throw problem("a text has no end");
      }
      if (quote == '"' && text.charAt(at) == '\\') {
        read.append(escaped());
      } else {
        read.append(text.charAt(at));
        at++;
      }
    }
    at += end.length();
    return read.toString();
  }

  private String escaped() throws ParseException {
    at++;
    char c = next();
    at++;
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) {
      try {
        int code = Integer.parseInt(text.substring(at, at + digits), 16);
        at += digits;
        return Character.toString(code);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw problem("TOML has no such escape");
      }
    }
    int known = "btnfr\"\\".indexOf(c);
    return known < 0 ? "\\" + c : String.valueOf("\b\t\n\f\r\"\\".charAt(known));
  }

  private char next() throws ParseException {
    if (at >= text.length()) {
      throw problem("it ends too early");
    }
    return text.charAt(at);
  }

  private void skipInLine() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private void skipBlank() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        skipComment();
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\ufeff') {
        at++;
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private ParseException problem(String why) {
    int line = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return new ParseException("line " + line + ": " + why, at);
  }
}
