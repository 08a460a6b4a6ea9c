package dev.reglogout.config;

import dev.reglogout.store.Entry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Finds entries again in a document that may have been changed: by key, place and user. */
final class EntryMatcher {
  private final Map<String, Map<Integer, Entry>> wanted = new HashMap<>();
  private final boolean withUsers;

  /**
   * Creates a matcher.
   *
   * @param withUsers whether an entry that is another user's by now is another entry
   */
  EntryMatcher(Collection<Entry> entries, boolean withUsers) {
    this.withUsers = withUsers;
    for (Entry entry : entries) {
      Map<Integer, Entry> places = wanted.get(entry.key().text());
      if (places == null) {
        places = new HashMap<>(2);
        wanted.put(entry.key().text(), places);
      }
      places.put(entry.place(), entry);
    }
  }

  /** Returns whether an entry is one of those wanted. */
  boolean matches(Entry entry) {
    return find(entry) != null;
  }

  /** Returns the wanted entry that an entry is, or null. */
  Entry find(Entry entry) {
    Map<Integer, Entry> places = wanted.get(entry.key().text());
    Entry found = places == null ? null : places.get(entry.place());
    boolean isSame = found != null && (!withUsers || Objects.equals(found.user(), entry.user()));
    return isSame ? found : null;
  }
}
