package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.reglogout.registry.RegistryKey;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Cuts random documents, and reads them independently with gson. */
class CutFuzzTest {
  private static final String[] KEYS = {
    "a", "b", "ghcr.io", "https://index.docker.io/v1/", "", "é😀", "x\"y", "q\\r", "tab\t", "}", ","
  };
  private static final String PAIR = "\\ud83d\\ude00";
  private static final String[] LITERALS = {
    "null", "true", "false", "0", "-0", "1.10", "1e400", "-12E-3", "123456789012345678901234567890"
  };

  private final Random random = new Random(42);

  @Test
  void whatIsCutIsGoneAndAllElseIsAsItWas() throws Exception {
    int cuts = 0;
    for (int i = 0; i < 20_000; i++) {
      String json = document();
      String key = key();
      Predicate<String> chosen =
          switch (random.nextInt(4)) {
            case 0 -> name -> true;
            case 1 -> name -> name.length() % 2 == 0;
            default -> key::equals;
          };
      cuts += cutAndCompare(json, chosen);
    }
    assertTrue(cuts >= 20_000, cuts + " cuts are too few to prove anything");
  }

  /** Returns how many members there were to cut. */
  private static int cutAndCompare(String json, Predicate<String> chosen) throws Exception {
    ConfigDocument document = ConfigDocument.parse(Path.of("f"), json.getBytes(UTF_8));
    List<String> survivors = new ArrayList<>();
    int chosenMembers = 0;
    for (Leaf leaf : read(json)) {
      if (leaf.inAuths() && chosen.test(leaf.name())) {
        chosenMembers++;
      } else {
        survivors.add(leaf.toString());
      }
    }

    Cut cut = document.cut(key -> chosen.test(key.text()));
    byte[] rest = cut.removedFrom(document.json());
    byte[] blanked = document.json().clone();
    for (Cut.Span span : cut.spans()) {
      byte[] blanks = Cut.blanks(span);
      System.arraycopy(blanks, 0, blanked, span.start(), blanks.length);
    }

    assertEquals(chosenMembers > 0, !cut.isEmpty(), json);
    assertEquals(survivors, shown(rest), json);
    assertEquals(survivors, shown(blanked), json);
    assertEquals(document.json().length, blanked.length);
    assertTrue(document.cut(RegistryKey.of("no such key")::equals).isEmpty());
    return chosenMembers;
  }

  private static List<String> shown(byte[] json) throws IOException {
    return read(new String(json, UTF_8)).stream().map(Leaf::toString).toList();
  }

  /**
   * A member of the document, or of one of its sections of that name.
   *
   * @param section which section in the document's order, or -1
   * @param value as gson writes it
   */
  private record Leaf(boolean inAuths, int section, String name, String value) {}

  private static List<Leaf> read(String json) throws IOException {
    List<Leaf> leaves = new ArrayList<>();
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    reader.beginObject();
    for (int section = 0; reader.hasNext(); section++) {
      String name = reader.nextName();
      if (name.equalsIgnoreCase("auths") && reader.peek() == JsonToken.BEGIN_OBJECT) {
        leaves.add(new Leaf(false, section, name, "section"));
        reader.beginObject();
        while (reader.hasNext()) {
          leaves.add(new Leaf(true, section, reader.nextName(), value(reader)));
        }
        reader.endObject();
      } else {
        leaves.add(new Leaf(false, section, name, value(reader)));
      }
    }
    reader.endObject();
    assertEquals(JsonToken.END_DOCUMENT, reader.peek());
    return leaves;
  }

  private static String value(JsonReader reader) {
    JsonElement value = JsonParser.parseReader(reader);
    return value.toString();
  }

  private String document() {
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
  private String key() {
    return KEYS[random.nextInt(random.nextBoolean() ? 2 : KEYS.length)];
  }

  /** Writes a string, its characters escaped in one way or another. */
  private void string(StringBuilder json, String text) {
    int start = json.length();
    json.append('"');
    for (char c : text.toCharArray()) {
      // both halves of a surrogate pair are escaped, or neither
      if (c < ' ' || (!Character.isSurrogate(c) && random.nextInt(12) == 0)) {
        json.append("\\u").append(HexFormat.of().toHexDigits(c));
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
