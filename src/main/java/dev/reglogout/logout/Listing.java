package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a helper lists, or why it does not.
 *
 * @param byIdentity the logins by the identity of their registry; empty if it does not list
 * @param hasLockedItem whether something is locked: libsecret lists it under an empty name
 * @param others keys that are not logins of a registry by their look
 * @param problem null if it lists
 */
record Listing(
    Map<String, List<Entry>> byIdentity,
    boolean hasLockedItem,
    List<RegistryKey> others,
    StoreException problem) {
  /** What is known of an entry while an item of the store is locked. */
  static final Outcome LOCKED =
      Outcome.failed(
          "keyring-locked-item",
          "the keyring is locked, so it does not show what it holds",
          "unlock the keyring and run it again");

  /** Reasons for which it makes no sense to call the helper for anything else. */
  private static final Set<String> OUT_OF_REACH =
      Set.of(
          "helper-name-invalid",
          "helper-not-installed",
          "helper-not-executable",
          "helper-bad-format",
          "helper-bad-interpreter",
          "helper-not-started",
          "helper-timed-out",
          "interrupted");

  static Listing of(HelperStore helper) {
    try {
      Map<String, List<Entry>> byIdentity = new LinkedHashMap<>();
      boolean locked = false;
      List<RegistryKey> others = new ArrayList<>();
      for (Entry entry : helper.list()) {
        boolean lockedItem = entry.key().text().isEmpty();
        locked |= lockedItem;
        if (!lockedItem && !entry.key().isRegistryLogin()) {
          others.add(entry.key());
        }
        if (entry.key().isLogin()) {
          entry
              .key()
              .identity()
              .ifPresent(
                  identity ->
                      byIdentity.computeIfAbsent(identity, i -> new ArrayList<>()).add(entry));
        }
      }
      return new Listing(byIdentity, locked, others, null);
    } catch (StoreException e) {
      return new Listing(Map.of(), false, List.of(), e);
    }
  }

  /** Returns the logins of all registries, in the order they are listed. */
  Stream<Entry> registryLogins() {
    return byIdentity.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.key().isRegistryLogin());
  }

  boolean works() {
    return problem == null;
  }

  boolean isOutOfReach() {
    return problem != null && OUT_OF_REACH.contains(problem.reason());
  }

  /** Returns the logins of a registry. */
  List<Entry> entriesOf(Registry registry) {
    return byIdentity.getOrDefault(registry.identity(), List.of());
  }

  boolean shows(Registry registry, RegistryKey key) {
    return entriesOf(registry).stream().anyMatch(entry -> entry.key().equals(key));
  }
}
