package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;

/** Makes config files at random: strict JSON in odd shapes, and what is left of it when damaged. */
final class RandomDocument {
  static final String[] KEYS = {
    "a",
    "b",
    "ghcr.io",
    "https://index.docker.io/v1/",
    "",
    "é😀",
    "x\"y",
    "q\\r",
    "tab\t",
    "}",
    ",",
    "\u0000",
    "\u001b[2J",
    "\u007f",
    "\u202e",
    "--all",
    "auths"
  };
  private static final String PAIR = "\\ud83d\\ude00";
  private static final String SHORT = "\b\f\n\r\t";
  private static final String[] LITERALS = {
    "null", "true", "false", "0", "-0", "1.10", "1e400", "-12E-3", "123456789012345678901234567890"
  };
  private static final String[] SHARDS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "\\u0000",
    "\\x",
    "\"auths\":{",
    "//",
    "#",
    "'",
    "null",
    "nul",
    "-",
    "1e",
    "\n",
    "\u0000",
    "\u001b",
    "\ufeff",
    "é"
  };
  private static final byte[][] NO_UTF8 = {
    {(byte) 0xff},
    {(byte) 0xc0, (byte) 0xaf},
    {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
    {(byte) 0xe9},
    {0}
  };

  private final Random random;

  RandomDocument(Random random) {
    this.random = random;
  }

  /** Returns strict JSON, an object with sections of all kinds. */
  String text() {
    StringBuilder json = new StringBuilder(random.nextInt(8) == 0 ? "\ufeff" : "");
    blank(json).append('{');
    int members = 1 + random.nextInt(4);
    for (int i = 0; i < members; i++) {
      if (i > 0) {
        blank(json).append(',');
      }
      blank(json);
      if (random.nextInt(4) > 0) {
        string(json, random.nextInt(4) == 0 ? "AuthS" : "auths");
        blank(json).append(':');
        section(blank(json));
      } else {
        string(json, random.nextBoolean() ? "credHelpers" : "x");
        blank(json).append(':');
        value(blank(json), 3);
      }
    }
    blank(json).append('}');
    return blank(json).toString();
  }

  /** Returns a document with bytes changed, dropped, repeated and put in. */
  byte[] damaged(byte[] document) {
    byte[] damaged = document;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(damaged.length + 1);
      int end = Math.min(damaged.length, at + 1 + random.nextInt(8));
      damaged =
          switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(damaged, at);
            case 1 -> spliced(damaged, at, end, new byte[0]);
            case 2 -> spliced(damaged, end, end, Arrays.copyOfRange(damaged, at, end));
            case 3 -> spliced(damaged, at, at, NO_UTF8[random.nextInt(NO_UTF8.length)]);
            case 4 ->
                spliced(damaged, at, end, SHARDS[random.nextInt(SHARDS.length)].getBytes(UTF_8));
            default ->
                spliced(damaged, at, at, SHARDS[random.nextInt(SHARDS.length)].getBytes(UTF_8));
          };
    }
    return damaged;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, from);
    spliced.writeBytes(between);
    spliced.write(bytes, to, bytes.length - to);
    return spliced.toByteArray();
  }

  private void section(StringBuilder json) {
    if (random.nextInt(16) == 0) {
      json.append("null");
    } else {
      object(json, random.nextInt(6), 2);
    }
  }

  private void value(StringBuilder json, int depth) {
    int kind = random.nextInt(depth > 0 ? 5 : 3);
    if (kind == 3) {
      object(json, random.nextInt(3), depth - 1);
    } else if (kind == 4) {
      json.append('[');
      int elements = random.nextInt(3);
      for (int i = 0; i < elements; i++) {
        value(blank(i > 0 ? json.append(',') : json), depth - 1);
        blank(json);
      }
      blank(json).append(']');
    } else if (kind == 2) {
      json.append(LITERALS[random.nextInt(LITERALS.length)]);
    } else {
      string(json, key());
    }
  }

  private void object(StringBuilder json, int members, int depth) {
    json.append('{');
    for (int i = 0; i < members; i++) {
      string(blank(i > 0 ? json.append(',') : json), key());
      blank(json).append(':');
      value(blank(json), depth);
      blank(json);
    }
    blank(json).append('}');
  }

  /** Returns a key; half of the time one of two, so that keys meet. */
  String key() {
    return KEYS[random.nextInt(random.nextBoolean() ? 2 : KEYS.length)];
  }

  /** Writes a string, its characters escaped in one way or another. */
  private void string(StringBuilder json, String text) {
    int start = json.length();
    json.append('"');
    for (char c : text.toCharArray()) {
      int named = SHORT.indexOf(c);
      // both halves of a surrogate pair are escaped, or neither
      if (named >= 0 && random.nextBoolean()) {
        json.append('\\').append("bfnrt".charAt(named));
      } else if (c < ' ' || (!Character.isSurrogate(c) && random.nextInt(12) == 0)) {
        String hex = HexFormat.of().toHexDigits(c);
        json.append("\\u").append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
      } else if (c == '"' || c == '\\' || (c == '/' && random.nextBoolean())) {
        json.append('\\').append(c);
      } else {
        json.append(c);
      }
    }
    json.append('"');
    if (random.nextInt(4) == 0) {
      int pair = json.indexOf("😀", start);
      json.replace(Math.max(pair, 0), pair < 0 ? 0 : pair + 2, pair < 0 ? "" : PAIR);
    }
  }

  private StringBuilder blank(StringBuilder json) {
    while (random.nextInt(3) == 0) {
      json.append(" \n\t\r".charAt(random.nextInt(4)));
    }
    return json;
  }
}
