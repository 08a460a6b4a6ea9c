package dev.reglogout.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.reglogout.messages.KnownMessage.Context;
import dev.reglogout.messages.MessagePattern.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The table of known messages, in {@code known-messages.json}: what {@code explain} knows, and what
 * helpers say. It is large, and read only when it is asked for.
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
    static final List<KnownMessage> ALL = load();
    static final List<Entry> ENTRIES = ALL.stream().map(Entry::of).toList();
  }

  /** A message and what it is recognised by; {@code reasons} is how JSON documents name it. */
  private record Entry(
      KnownMessage message, List<MessagePattern> patterns, List<MessagePattern> reasons) {
    static Entry of(KnownMessage message) {
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
      return patterns.stream().flatMap(pattern -> pattern.placesIn(text).stream()).toList();
    }

    List<Place> reasonsIn(PastedText text) {
      return reasons.stream().flatMap(pattern -> pattern.placesIn(text).stream()).toList();
    }
  }

  /** Returns every known message, in the order of the table. */
  public static List<KnownMessage> all() {
    return Table.ALL;
  }

  /**
   * Returns what a text of a helper, docker or another client means.
   *
   * @return the first entry of the table that occurs in it; none if no one knows it
   */
  public static Optional<KnownMessage> find(String text) {
    String folded = MessagePattern.folded(text);
    return Table.ENTRIES.stream()
        .filter(entry -> entry.occursIn(folded))
        .map(Entry::message)
        .findFirst();
  }

  /**
   * Returns every known message in a text that somebody pasted, whatever is wrapped around it, the
   * likeliest first.
   *
   * <p>What only wraps others is left out where one of these is found, as is what another covers or
   * is found in the same place as a more special one; beside a failure, that another entry was not
   * there; and beside what is certain, what is not.
   *
   * @param text of any length and content; an id alone is explained, too
   */
  public static List<FoundMessage> allIn(String text) {
    return allIn(text, null);
  }

  /**
   * Returns the same for a text that a helper is known to have said.
   *
   * @param helper its name without {@code docker-credential-}, or null if it is not known
   */
  public static List<FoundMessage> allIn(String text, String helper) {
    String only = text.strip();
    for (KnownMessage message : all()) {
      if (message.id().equalsIgnoreCase(only)) {
        Map<String, String> facts = helper == null ? Map.of() : HelperFacts.of(helper);
        return List.of(new FoundMessage(message, true, facts));
      }
    }
    List<FoundMessage> found = new ArrayList<>(apart(PastedText.of(text), helper));
    if (found.stream().anyMatch(one -> one.certain() && !one.message().generic())) {
      found.removeIf(one -> !one.certain());
    }
    if (found.stream().anyMatch(one -> FAILURES.contains(one.message().outcome()))) {
      found.removeIf(one -> one.message().outcome().equals("not-found"));
    }
    List<String> covered = found.stream().flatMap(one -> one.message().covers().stream()).toList();
    found.removeIf(one -> covered.contains(one.message().id()));
    if (found.stream().allMatch(one -> one.message().generic())) {
      return found.stream().limit(1).toList();
    }
    found.removeIf(one -> one.message().generic());
    found.sort(Comparator.comparingInt(one -> IMPORTANCE.indexOf(one.message().outcome())));
    return List.copyOf(found);
  }

  /** An entry of the table, and where it occurs and no entry above it does. */
  private record Match(KnownMessage message, List<Place> places, boolean byItsId) {}

  /** Returns the messages that occur where none occurs that stands above it in the table. */
  private static List<FoundMessage> apart(PastedText text, String helper) {
    LoginContext context = new LoginContext(text, helper);
    List<Match> matches = new ArrayList<>();
    BitSet taken = new BitSet();
    for (Entry entry : Table.ENTRIES) {
      List<Place> named = entry.reasonsIn(text);
      List<Place> places = new ArrayList<>(entry.placesIn(text));
      places.addAll(named);
      places.removeIf(place -> !isFree(taken, place));
      if (!places.isEmpty()) {
        matches.add(new Match(entry.message(), places, !named.isEmpty()));
        if (entry.message().needsContext() == Context.NONE) {
          context.addCertain(places);
        }
      }
      places.forEach(place -> taken.set(place.from(), place.to()));
    }
    List<FoundMessage> found = new ArrayList<>();
    for (Match match : matches) {
      boolean certain =
          match.byItsId() || context.isNear(match.places(), match.message().needsContext());
      found.add(new FoundMessage(match.message(), certain, context.factsOf(match.places())));
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
  public static KnownMessage byId(String id) {
    return all().stream().filter(message -> message.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * Returns the message about a helper that is not installed.
   *
   * @param helper its name without {@code docker-credential-}
   */
  public static KnownMessage missing(String helper) {
    return byId(Messages.idOfMissing(helper));
  }

  private static List<KnownMessage> load() {
    try (InputStream in = KnownMessages.class.getResourceAsStream("known-messages.json");
        InputStreamReader text = new InputStreamReader(in, UTF_8)) {
      List<KnownMessage> messages = new ArrayList<>();
      for (JsonElement element : JsonParser.parseReader(text).getAsJsonArray()) {
        messages.add(message(element.getAsJsonObject()));
      }
      return List.copyOf(messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownMessage message(JsonObject json) {
    String id = text(json, "id");
    ProblemText problem =
        Messages.problem(id); // what the program raises itself has its words there
    return new KnownMessage(
        id,
        json.has("topic") ? text(json, "topic") : OTHER_TOPIC,
        text(json, "outcome"),
        texts(json, "match"),
        json.has("needsContext")
            ? Context.valueOf(text(json, "needsContext").toUpperCase(Locale.ROOT))
            : Context.NONE,
        text(json, "meaning"),
        text(json, "logout"),
        problem == null ? advice(json.get("advice")) : problem.advice(),
        problem == null ? text(json, "avoid") : problem.avoid(),
        text(json, "source"),
        text(json, "sample"),
        json.has("generic") && json.get("generic").getAsBoolean(),
        texts(json, "covers"));
  }

  private static Advice advice(JsonElement json) {
    if (json.isJsonPrimitive()) {
      return Advice.everywhere(json.getAsString());
    }
    JsonObject systems = json.getAsJsonObject();
    return new Advice(text(systems, "linux"), text(systems, "macos"), text(systems, "windows"));
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
