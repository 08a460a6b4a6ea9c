package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.reglogout.helper.MessagePattern.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The table of known messages, in {@code messages.json}; read only when something has failed.
 *
 * <p>The first entry that matches counts.
 */
public final class KnownMessages {
  /** The outcomes, from what stands in the way to what does not. */
  private static final List<String> IMPORTANCE =
      List.of("unavailable", "failed", "bad-call", "config", "unsupported", "client", "not-found");

  /** What reglogout says itself. */
  private static final String OTHER_TOPIC = "reglogout";

  /** Beside one of these a store that merely held nothing is of no interest, and misleads. */
  private static final Set<String> FAILURES = Set.of("unavailable", "failed", "bad-call", "config");

  private KnownMessages() {}

  /** Loaded when first asked for. */
  private static final class Table {
    static final List<Message> ALL = load();
    static final List<Entry> ENTRIES = ALL.stream().map(Entry::of).toList();
  }

  /** A message and what it is recognised by; {@code reasons} is how JSON documents name it. */
  private record Entry(
      Message message, List<MessagePattern> patterns, List<MessagePattern> reasons) {
    static Entry of(Message message) {
      return new Entry(
          message,
          message.match().stream().map(MessagePattern::new).toList(),
          Stream.of("reason", "id")
              .map(member -> "\"%s\": \"%s\"".formatted(member, message.id()))
              .map(MessagePattern::new)
              .toList());
    }

    boolean occursIn(String folded) {
      return patterns.stream().anyMatch(pattern -> pattern.occursIn(folded));
    }

    List<Place> placesIn(PastedText text) {
      return Stream.concat(patterns.stream(), reasons.stream())
          .flatMap(pattern -> pattern.placesIn(text).stream())
          .toList();
    }
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
    String folded = MessagePattern.folded(text);
    return Table.ENTRIES.stream()
        .filter(entry -> entry.occursIn(folded))
        .map(Entry::message)
        .findFirst();
  }

  /**
   * Returns every known message in a text that somebody pasted, whatever is wrapped around it.
   *
   * <p>What only wraps others is left out where one of these is found, as is what another covers or
   * is found in the same place as a more special one, and, beside a failure, that another entry was
   * not there. What failed comes first.
   *
   * @param text of any length and content; an id alone is explained, too
   */
  public static List<Message> allIn(String text) {
    Optional<Message> named =
        all().stream().filter(message -> message.id().equalsIgnoreCase(text.strip())).findFirst();
    if (named.isPresent()) {
      return List.of(named.get());
    }
    List<Message> found = new ArrayList<>(apart(PastedText.of(text)));
    if (found.stream().anyMatch(message -> FAILURES.contains(message.outcome()))) {
      found.removeIf(message -> message.outcome().equals("not-found"));
    }
    List<String> covered = found.stream().flatMap(message -> message.covers().stream()).toList();
    found.removeIf(message -> covered.contains(message.id()));
    if (found.stream().allMatch(Message::generic)) {
      return found.stream().limit(1).toList();
    }
    found.removeIf(Message::generic);
    found.sort(Comparator.comparingInt(message -> IMPORTANCE.indexOf(message.outcome())));
    return List.copyOf(found);
  }

  /** Returns the messages that occur where none occurs that stands above it in the table. */
  private static List<Message> apart(PastedText text) {
    List<Message> found = new ArrayList<>();
    BitSet taken = new BitSet();
    for (Entry entry : Table.ENTRIES) {
      List<Place> places = entry.placesIn(text);
      if (places.stream().anyMatch(place -> isFree(taken, place))) {
        found.add(entry.message());
      }
      places.forEach(place -> taken.set(place.from(), place.to()));
    }
    return found;
  }

  private static boolean isFree(BitSet taken, Place place) {
    int next = taken.nextSetBit(place.from());
    return next < 0 || next >= place.to();
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
    return new Message(
        text(json, "id"),
        json.has("topic") ? text(json, "topic") : OTHER_TOPIC,
        text(json, "outcome"),
        texts(json, "match"),
        text(json, "meaning"),
        text(json, "logout"),
        text(json, "advice"),
        text(json, "avoid"),
        text(json, "source"),
        text(json, "sample"),
        json.has("generic") && json.get("generic").getAsBoolean(),
        texts(json, "covers"));
  }

  private static String text(JsonObject json, String member) {
    return json.get(member).getAsString();
  }

  private static List<String> texts(JsonObject json, String member) {
    List<String> texts = new ArrayList<>();
    if (json.has(member)) {
      json.getAsJsonArray(member).forEach(text -> texts.add(text.getAsString()));
    }
    return List.copyOf(texts);
  }
}
