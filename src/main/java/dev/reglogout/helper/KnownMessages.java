package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of known messages, in {@code messages.json}; read only when something has failed.
 *
 * <p>The first entry that matches counts.
 */
public final class KnownMessages {
  private KnownMessages() {}

  /** Loaded when first asked for. */
  private static final class Table {
    static final List<Message> ALL = load();
  }

  /** Returns every known message, in the order of the table. */
  public static List<Message> all() {
    return Table.ALL;
  }

  /**
   * Returns what a text of a helper, docker or another client means.
   *
   * @return the first entry of the table that occurs in it; none if no one knows it
   */
  public static Optional<Message> find(String text) {
    return all().stream().filter(message -> message.matches(text)).findFirst();
  }

  /**
   * Returns the entry of an id that is known to be there.
   *
   * @param id such as {@code helper-timed-out}
   * @throws java.util.NoSuchElementException if there is none
   */
  public static Message byId(String id) {
    return all().stream().filter(message -> message.id().equals(id)).findFirst().orElseThrow();
  }

  /** Returns the message about a helper that is not installed. */
  static Message missing(HelperName name) {
    String text = "exec: \"%s\": executable file not found in $PATH".formatted(name.program());
    return find(text).orElseGet(() -> byId("helper-not-installed"));
  }

  private static List<Message> load() {
    try (InputStream in = KnownMessages.class.getResourceAsStream("messages.json");
        InputStreamReader text = new InputStreamReader(in, UTF_8)) {
      List<Message> messages = new ArrayList<>();
      for (JsonElement element : JsonParser.parseReader(text).getAsJsonArray()) {
        messages.add(message(element.getAsJsonObject()));
      }
      return List.copyOf(messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Message message(JsonObject json) {
    JsonArray match = json.getAsJsonArray("match");
    List<String> patterns = new ArrayList<>();
    match.forEach(pattern -> patterns.add(pattern.getAsString()));
    return new Message(
        text(json, "id"),
        text(json, "outcome"),
        List.copyOf(patterns),
        text(json, "meaning"),
        text(json, "logout"),
        text(json, "advice"),
        text(json, "avoid"),
        text(json, "source"),
        text(json, "sample"));
  }

  private static String text(JsonObject json, String member) {
    return json.get(member).getAsString();
  }
}
