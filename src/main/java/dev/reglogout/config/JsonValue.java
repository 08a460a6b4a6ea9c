package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of a config file: what it is, what it is made of, and where it stands.
 *
 * <p>Repeated names are kept apart. No text is ever made of a value, which may be a secret.
 */
public final class JsonValue {
  private final byte[] json;
  private final Lines lines;
  private final String name;
  private final int start;
  private final int end;

  private JsonValue(byte[] json, Lines lines, String name, int start, int end) {
    this.json = json;
    this.lines = lines;
    this.name = name;
    this.start = start;
    this.end = end;
  }

  /** Returns the value of a document that is known to be strict JSON and not blank. */
  static JsonValue of(byte[] json) {
    return new JsonValue(
        json,
        new Lines(json),
        "",
        JsonObjectSpan.skipBlanks(json, JsonSyntax.start(json)),
        json.length);
  }

  /** The types of values. */
  public enum Kind {
    /** In braces. */
    OBJECT("an object"),
    /** In brackets. */
    LIST("a list"),
    /** In quotes. */
    TEXT("a text"),
    /** A number. */
    NUMBER("a number"),
    /** A truth value. */
    BOOLEAN("true or false"),
    /** Nothing. */
    NULL("null");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns the name to show, with its article. */
    public String words() {
      return words;
    }
  }

  /** Returns the name it stands under; empty where it is no member of an object. */
  public String name() {
    return name;
  }

  /** Returns its type. */
  public Kind kind() {
    return switch (json[start]) {
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.LIST;
      case '"' -> Kind.TEXT;
      case 't', 'f' -> Kind.BOOLEAN;
      case 'n' -> Kind.NULL;
      default -> Kind.NUMBER;
    };
  }

  /** Returns the members of an object in the order they stand; of anything else none. */
  public List<JsonValue> members() {
    List<JsonValue> values = new ArrayList<>();
    if (kind() == Kind.OBJECT) {
      for (Member member : JsonObjectSpan.at(json, start).members()) {
        values.add(new JsonValue(json, lines, member.name(), member.valueStart(), member.end()));
      }
    }
    return values;
  }

  /** Returns the values of a list; of anything else none. */
  public List<JsonValue> elements() {
    List<JsonValue> values = new ArrayList<>();
    if (kind() == Kind.LIST) {
      int at = JsonObjectSpan.skipBlanks(json, start + 1);
      while (json[at] != ']') {
        int valueEnd = JsonObjectSpan.skipValue(json, at);
        values.add(new JsonValue(json, lines, "", at, valueEnd));
        at = JsonObjectSpan.skipBlanks(json, valueEnd);
        if (json[at] == ',') {
          at = JsonObjectSpan.skipBlanks(json, at + 1);
        }
      }
    }
    return values;
  }

  /** Returns whether it is a text without a sign in it. */
  public boolean isEmptyText() {
    return kind() == Kind.TEXT && json[start + 1] == '"';
  }

  /** Returns whether docker can make a user name and a password of this text. */
  public boolean isLogin() {
    return InlineUser.isLogin(json, start, end);
  }

  /** Returns the line it begins on, from 1 on. */
  public int line() {
    return lines.at(start);
  }

  /** Returns the name alone: a value may be a secret. */
  @Override
  public String toString() {
    return name + ": " + kind().words();
  }
}
