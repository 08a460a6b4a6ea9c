package dev.reglogout.survey;

import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.PassFolder;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** One credential helper, and what it showed when it was asked. */
public final class HelperSurvey {
  private final HelperStore store;
  private final Helpers helpers;
  private final LongSupplier clock; // null where nobody asks how long a list takes
  private final StoreId id;
  private HelperListing listing;
  private long listMillis;
  private StoreHealth health;
  private final Map<String, List<Entry>> byIdentity = new HashMap<>();
  private final Map<String, List<Entry>> byHost = new HashMap<>();

  HelperSurvey(HelperStore store, Helpers helpers, LongSupplier clock) {
    this.store = store;
    this.helpers = helpers;
    this.clock = clock;
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

  /** Returns how long its list took in milliseconds; 0 where the survey has no clock. */
  public long listMillis() {
    return listMillis;
  }

  /** Asks it for its list. */
  void list() {
    long start = clock == null ? 0 : clock.getAsLong();
    listing = store.listing();
    listMillis = clock == null ? 0 : (clock.getAsLong() - start) / 1_000_000;
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

  /**
   * Returns whether an entry of the list may stand for those of several users: secretservice shows
   * one of several and erases all, and pass shows the first of a folder.
   */
  public boolean mayHoldSeveralUsers(Entry entry) {
    return switch (store.known()) {
      case SECRETSERVICE -> true;
      case PASS -> helpers.passFolder(entry.key()) != PassFolder.ONE_USER;
      default -> false;
    };
  }

  /** Returns whether the store has something under one of some keys that its list does not show. */
  public boolean hides(List<String> unlisted) {
    if (store.known() == KnownHelper.PASS) {
      for (String key : unlisted) {
        if (helpers.passFolder(RegistryKey.of(key)) != PassFolder.ABSENT) {
          return true;
        }
      }
    }
    return false;
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
