package dev.reglogout.survey;

import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One credential helper, and what it showed when it was asked. */
public final class HelperSurvey {
  private final HelperStore store;
  private final StoreId id;
  private HelperListing listing;
  private StoreHealth health;
  private final Map<String, List<Entry>> byIdentity = new HashMap<>();
  private final Map<String, List<Entry>> byHost = new HashMap<>();

  HelperSurvey(HelperStore store) {
    this.store = store;
    this.id = StoreId.ofHelper(store.name());
  }

  /** Returns the helper itself. */
  public HelperStore store() {
    return store;
  }

  /** Returns the name of the store. */
  public StoreId id() {
    return id;
  }

  /** Returns what it lists, or null if it is one that is not asked. */
  public HelperListing listing() {
    return listing;
  }

  /** Asks it for its list. */
  void list() {
    listing = store.listing();
    for (Entry entry : listing.entries()) {
      String identity = entry.key().registryName();
      byIdentity.computeIfAbsent(identity, none -> new ArrayList<>(2)).add(entry);
      byHost.computeIfAbsent(hostOf(identity), none -> new ArrayList<>(2)).add(entry);
    }
  }

  /** Returns whether it lists; what is not listed need not be absent all the same. */
  public boolean lists() {
    return listing != null && listing.state() == HelperListing.State.LISTED;
  }

  /** Returns the listed entries of a registry, whatever their path. */
  public List<Entry> entriesOf(String identity) {
    return byIdentity.getOrDefault(identity, List.of());
  }

  /** Returns the listed entries of a host, whatever their port and path. */
  public List<Entry> entriesOfHost(String identity) {
    return byHost.getOrDefault(hostOf(identity), List.of());
  }

  private static String hostOf(String identity) {
    int port = identity.lastIndexOf(':');
    return port > identity.lastIndexOf(']') ? identity.substring(0, port) : identity;
  }

  /** Returns the identities of which it lists anything. */
  Iterable<String> identities() {
    return byIdentity.keySet();
  }

  /** Returns the state of what the helper rests on; looked at once, where it is asked for. */
  public synchronized StoreHealth health() {
    if (health == null) {
      health = store.health();
    }
    return health;
  }
}
