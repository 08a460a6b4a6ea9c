package dev.reglogout.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A config file that many programs change at once: one entry for each of them, and one that nobody
 * may touch.
 */
record SharedFile(Path file, List<String> hosts) {
  /** What nobody logs out of. */
  static final String KEPT = "kept.example.com";

  static SharedFile of(Path file, int entries) {
    return new SharedFile(
        file, IntStream.range(0, entries).mapToObj(i -> "r" + i + ".example.com").toList());
  }

  /** Writes it, with all its entries. */
  SharedFile fill() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text(hosts));
    return this;
  }

  /** Returns the text of a file with some of the entries. */
  String text(List<String> some) {
    return Stream.concat(some.stream(), Stream.of(KEPT))
        .map(host -> "\t\t\"" + host + "\": {\"auth\": \"" + secret(host) + "\"}")
        .collect(Collectors.joining(",\n", "{\n\t\"auths\": {\n", "\n\t}\n}\n"));
  }

  /** Returns what stands for the credential of a host, and nowhere else. */
  static String secret(String host) {
    return Base64.getEncoder().encodeToString(("u:s3cret of " + host).getBytes(UTF_8));
  }

  /** Returns what is in the file now. */
  JsonObject read() throws IOException, TornException {
    return parse(Files.readString(file));
  }

  /** Returns a document without entries. */
  static JsonObject empty() {
    JsonObject document = new JsonObject();
    document.add("auths", new JsonObject());
    return document;
  }

  /** Returns the hosts of a document. */
  static Set<String> hostsOf(JsonObject document) {
    return Set.copyOf(document.getAsJsonObject("auths").keySet());
  }

  /** Returns the names of what lies beside the file. */
  List<String> leftovers() throws IOException {
    try (Stream<Path> all = Files.list(file.getParent())) {
      return all.filter(path -> !path.equals(file)).map(Path::toString).sorted().toList();
    }
  }

  /** Returns the time in microseconds since 1970, the clock of {@code strace -ttt}. */
  static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** Reads strictly: half a document, or more than one, is a torn file. */
  static JsonObject parse(String text) throws IOException, TornException {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonObject document = JsonParser.parseReader(reader).getAsJsonObject();
      if (reader.peek() != JsonToken.END_DOCUMENT || !hostsOf(document).contains(KEPT)) {
        throw new TornException(text);
      }
      return document;
    } catch (JsonParseException | IllegalStateException | IOException e) {
      throw new TornException(text.length() + " characters: " + text);
    }
  }

  /** Says that a file was not whole. */
  static final class TornException extends Exception {
    private static final long serialVersionUID = 1L;

    TornException(String text) {
      super(text);
    }
  }
}
