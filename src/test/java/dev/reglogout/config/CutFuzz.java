package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Cuts documents, and reads them before and after independently, with gson. */
public final class CutFuzz {
  private static final Path FILE = Path.of("config.json");

  private final Random random;
  private final RandomDocument documents;
  private long cuts;
  private long refused;

  /** Creates a fuzz that does the same for the same seed. */
  public CutFuzz(long seed) {
    random = new Random(seed);
    documents = new RandomDocument(random);
  }

  /** Returns how many members were cut so far, each compared with what gson reads. */
  public long cuts() {
    return cuts;
  }

  /** Returns how many damaged documents were refused so far. */
  public long refused() {
    return refused;
  }

  /** Cuts one random document. */
  public void cutOne() throws Exception {
    String json = documents.text();
    ConfigDocument document = ConfigDocument.parse(FILE, json.getBytes(UTF_8));
    cutAndCompare(document, json, chosen());
  }

  /**
   * Damages a document and reads it: it is cut as strict JSON, or refused where gson refuses it.
   *
   * @param secret a text of the document that no message may repeat
   */
  public void damageOne(byte[] sound, String secret) throws Exception {
    byte[] json = documents.damaged(sound);
    String shown = new String(json, UTF_8);
    String read = strictly(json);
    try {
      ConfigDocument document = ConfigDocument.parse(FILE, json);
      if (JsonSyntax.isBlank(json)) {
        return;
      }
      assertTrue(read != null, () -> "taken for JSON: " + shown);
      if (document.without(document.entries()).isEmpty()) {
        return;
      }
      cutAndCompare(document, read, chosen());
    } catch (StoreException e) {
      boolean isObject = read != null && JsonParser.parseString(read).isJsonObject();
      assertFalse(isObject, () -> e.getMessage() + " although it is JSON: " + shown);
      assertFalse(e.getMessage().contains(secret), e.getMessage());
      assertNull(e.getCause(), "a parser's message may quote the file");
      refused++;
    }
  }

  /** Damages a random document. */
  public void damageOne() throws Exception {
    damageOne(documents.text().getBytes(UTF_8), "no such text");
  }

  private Predicate<String> chosen() {
    String key = documents.key();
    return switch (random.nextInt(4)) {
      case 0 -> name -> true;
      case 1 -> name -> name.length() % 2 == 0;
      default -> key::equals;
    };
  }

  private void cutAndCompare(ConfigDocument document, String json, Predicate<String> chosen)
      throws Exception {
    List<String> survivors = new ArrayList<>();
    int chosenMembers = 0;
    for (Leaf leaf : leaves(json)) {
      if (leaf.inAuths() && chosen.test(leaf.name())) {
        chosenMembers++;
      } else {
        survivors.add(leaf.toString());
      }
    }

    Edit edit =
        document.without(
            document.entries().stream().filter(entry -> chosen.test(entry.key().text())).toList());
    byte[] rest = edit.applyTo(document.json());
    byte[] blanked = document.json().clone();
    for (Splice splice : edit.splices()) {
      byte[] blanks = splice.padded();
      System.arraycopy(blanks, 0, blanked, splice.start(), blanks.length);
    }

    assertEquals(chosenMembers > 0, !edit.isEmpty(), json);
    assertEquals(survivors, shown(rest), json);
    assertEquals(survivors, shown(blanked), json);
    assertEquals(document.json().length, blanked.length);
    assertTrue(document.without(List.of(Folder.entry("no such key"))).isEmpty());
    cuts += chosenMembers;
  }

  private static List<String> shown(byte[] json) throws IOException {
    return leaves(new String(json, UTF_8)).stream().map(Leaf::toString).toList();
  }

  /** Returns the text of bytes that gson takes for one strict document, else null. */
  private static String strictly(byte[] json) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      JsonReader reader = reader(text);
      JsonParser.parseReader(reader);
      return reader.peek() == JsonToken.END_DOCUMENT ? text : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /**
   * A member of the document, or of one of its sections of that name.
   *
   * @param section which section in the document's order, or -1
   * @param value as gson writes it
   */
  private record Leaf(boolean inAuths, int section, String name, String value) {}

  private static List<Leaf> leaves(String json) throws IOException {
    List<Leaf> leaves = new ArrayList<>();
    JsonReader reader = reader(json);
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

  private static JsonReader reader(String json) {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    return reader;
  }

  private static String value(JsonReader reader) {
    JsonElement value = JsonParser.parseReader(reader);
    return value.toString();
  }
}
