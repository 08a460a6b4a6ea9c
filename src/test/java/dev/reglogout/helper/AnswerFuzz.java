package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.reglogout.helper.EraseReply.Kind;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Understands answers of helpers that are made at random: lists, gets, and words of failure. */
public final class AnswerFuzz {
  private static final String SECRET = "s3cret-123";
  private static final String[] SHARDS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u00e9",
    "\\ud800",
    "\u0000",
    "\u001b[2J",
    "\n",
    " ",
    "\ufffd",
    "null",
    "true",
    "-1.5e3",
    "\"ghcr.io\":\"ci\"",
    "\"ghcr.io\":{\"a\":[1]}",
    "\"\":\"x\"",
    "\"https://ghcr.io\"",
    "\"Registry credentials for a.io\":\"u\"",
    "\"Secret\":\"" + SECRET + "\"",
    "\"secret\":\"" + SECRET + "\"",
    "\"Username\":\"<token>\"",
    SECRET,
    "credentials not found in",
    "credentials not found in native keychain",
    "not implemented",
    "exit status 1",
    "Error: ",
    "exec: \"pass\": executable file not found in $PATH",
    "gpg: decryption failed: ",
    "docker-credential-",
    "is not in the password store",
    "@",
    "://u:",
    "😀",
    "\u202e"
  };

  private final Random random;
  private long lists;
  private long secrets;
  private long failures;
  private long longest;

  /** Creates a fuzz that does the same for the same seed. */
  public AnswerFuzz(long seed) {
    random = new Random(seed);
  }

  /** Returns how many lists were read so far. */
  public long lists() {
    return lists;
  }

  /** Returns how many secrets were read so far. */
  public long secrets() {
    return secrets;
  }

  /** Returns how many words of failure were understood so far. */
  public long failures() {
    return failures;
  }

  /** Returns the longest time understanding words took, in nanoseconds. */
  public long longest() {
    return longest;
  }

  /** Reads a list: as gson reads it, or not at all. */
  public void listOne() {
    String answer = answer();
    JsonElement read = strictly(answer);
    boolean readable = read != null && (read.isJsonNull() || read.isJsonObject());
    HelperListing listing = store(0, answer).listing();
    if (listing.works()) {
      assertTrue(readable, () -> "taken for a list: " + answer);
      Set<String> keys = read.isJsonNull() ? Set.of() : keys(read.getAsJsonObject());
      Set<String> found = new HashSet<>();
      listing.entries().forEach(entry -> found.add(entry.key().text()));
      if (listing.lockedItem()) {
        found.add("");
      }
      assertEquals(keys, found, answer);
      lists++;
    } else {
      assertFalse(readable, () -> "not taken for a list: " + answer);
      String reason = answer.isEmpty() ? "helper-cannot-list" : "list-not-json";
      assertEquals(reason, listing.problem().reason());
      assertNull(listing.problem().getCause());
    }
  }

  /** Reads a secret, which no complaint repeats. */
  public void getOne() {
    String answer = random.nextBoolean() ? object() : answer();
    int exitCode = random.nextInt(3);
    try {
      String secret = store(exitCode, answer).secret(RegistryKey.of("ghcr.io"));
      assertEquals(0, exitCode);
      assertTrue(answer.toLowerCase(Locale.ROOT).contains("secret"), answer);
      secrets += secret.equals(SECRET) ? 1 : 0;
    } catch (StoreException e) {
      assertFalse((e.getMessage() + e.advice() + e.getCause()).contains(SECRET), e.getMessage());
    }
  }

  /** Understands the words of a refused erase, however long they are, in a moment. */
  public void failOne() {
    StringBuilder words = new StringBuilder();
    boolean monotonous = random.nextInt(4) == 0;
    String again = shard();
    for (int i = random.nextInt(monotonous ? 3000 : 40); i >= 0; i--) {
      words.append(monotonous ? again : shard());
    }
    long start = System.nanoTime();

    EraseReply reply =
        store(1, words.toString()).eraseKeys(List.of(RegistryKey.of("ghcr.io"))).get(0);

    longest = Math.max(longest, System.nanoTime() - start);
    assertTrue(
        Set.of(Kind.NO, Kind.NOT_FOUND, Kind.UNSUPPORTED).contains(reply.kind()), reply::toString);
    StoreException problem = reply.problem();
    assertTrue(problem == null || problem.getMessage().length() < 2000, reply::toString);
    failures++;
  }

  /** A helper whose every answer is the same, as bytes that may be cut within a character. */
  private HelperStore store(int exitCode, String answer) {
    BoundedOutput out = new BoundedOutput(1 << 20, null);
    byte[] bytes = answer.getBytes(UTF_8);
    out.write(bytes, 0, bytes.length);
    Reply reply = new Reply(exitCode, out.text(), "", out.cutOff());
    return new HelperStore(new HelperName("x"), (verb, stdin) -> reply, Observer.NONE);
  }

  private String answer() {
    if (random.nextInt(3) > 0) {
      String object = object();
      return random.nextInt(3) > 0
          ? object
          : object.substring(0, random.nextInt(object.length())) + shard();
    }
    StringBuilder answer = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      answer.append(shard());
    }
    if (random.nextInt(4) == 0) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      answer.append(new String(bytes, ISO_8859_1));
    }
    return answer.toString();
  }

  private String object() {
    StringBuilder object = new StringBuilder(random.nextBoolean() ? " {" : "{");
    for (int i = random.nextInt(5); i > 0; i--) {
      String member = shard();
      object.append(member.matches("\".*\":.*") ? member : "\"k" + i + "\":\"u\"");
      object.append(i > 1 ? "," : "");
    }
    return object.append("}\n").toString();
  }

  private String shard() {
    return SHARDS[random.nextInt(SHARDS.length)];
  }

  private static JsonElement strictly(String text) {
    try {
      JsonReader reader = new JsonReader(new StringReader(text));
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(reader);
      boolean empty = text.isBlank();
      return !empty && reader.peek() == JsonToken.END_DOCUMENT ? element : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static Set<String> keys(JsonObject object) {
    return new LinkedHashSet<>(object.keySet());
  }
}
