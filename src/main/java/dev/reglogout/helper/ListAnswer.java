package dev.reglogout.helper;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.reglogout.internal.StrictJson;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.UserName;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a helper answers to {@code list}: {@code {"key": "user", …}}, or {@code null}.
 *
 * @param entries as they stand there; a user is null where nobody can tell it
 */
record ListAnswer(List<Entry> entries) {
  // secretservice lists an item's label since 0.9, where the key used to be
  private static final String LABEL = "Registry credentials for ";

  /**
   * Reads an answer.
   *
   * @throws StoreException if it is not a JSON object or {@code null}
   */
  static ListAnswer read(String json) throws StoreException {
    List<Entry> entries = new ArrayList<>();
    try {
      JsonReader reader = StrictJson.reader(new StringReader(json));
      if (reader.peek() == JsonToken.NULL) {
        reader.nextNull();
      } else {
        reader.beginObject();
        while (reader.hasNext()) {
          RegistryKey key = RegistryKey.of(reader.nextName());
          entries.add(Entry.ofSecret(key, user(reader)));
        }
        reader.endObject();
      }
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw notJson();
      }
      return new ListAnswer(entries);
    } catch (IOException | IllegalStateException e) {
      throw notJson();
    }
  }

  private static String user(JsonReader reader) throws IOException {
    if (reader.peek() == JsonToken.STRING) {
      String user = reader.nextString();
      return Protocol.isText(user) ? UserName.withoutToken(user) : null;
    }
    reader.skipValue();
    return null;
  }

  /**
   * Returns the listing of a helper: each key once, without labels and the empty key.
   *
   * <p>Of a key that is listed for several users nobody can tell whose it is.
   */
  HelperListing asListing(KnownHelper known) {
    boolean labels = known == KnownHelper.SECRETSERVICE;
    boolean lockedItem = false;
    boolean labelled = false;
    Set<RegistryKey> bare = new HashSet<>(); // without the label that a helper of today gives
    Set<RegistryKey> noKeys = new HashSet<>();
    Map<RegistryKey, Entry> byKey = new LinkedHashMap<>();
    for (Entry listed : entries) {
      String text = listed.key().text();
      if (text.isEmpty()) {
        lockedItem = true;
        continue;
      }
      Entry entry = listed;
      if (labels && text.startsWith(LABEL) && text.length() > LABEL.length()) {
        labelled = true;
        entry = Entry.ofSecret(RegistryKey.of(text.substring(LABEL.length())), listed.user());
      } else {
        bare.add(listed.key());
        if (labels && !isKey(listed.key())) {
          noKeys.add(listed.key());
        }
      }
      Entry other = byKey.get(entry.key());
      boolean differ = other != null && !Objects.equals(other.user(), entry.user());
      byKey.put(entry.key(), differ ? Entry.ofSecret(entry.key(), null) : entry);
    }
    Set<RegistryKey> renamed = labelled ? bare : noKeys;
    return HelperListing.of(new ArrayList<>(byKey.values()), lockedItem, renamed);
  }

  /** Returns whether a name can be a key: a host that docker takes for one, or a URL. */
  private static boolean isKey(RegistryKey key) {
    return key.identity().isPresent() && (key.isRegistryLogin() || key.text().contains("://"));
  }

  private static StoreException notJson() {
    return new StoreException(
        "list-not-json",
        "its list is not a JSON object",
        KnownMessages.byId("list-not-json").advice());
  }
}
