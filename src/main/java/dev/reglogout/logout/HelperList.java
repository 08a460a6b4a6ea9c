package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.util.List;

/**
 * All that a helper lists, and why that may not be all it holds.
 *
 * @param entries those with a key
 * @param problem null if it shows everything
 */
record HelperList(HelperStore helper, List<Entry> entries, StoreException problem) {

  static HelperList of(HelperStore helper) {
    try {
      List<Entry> all = helper.list();
      List<Entry> named = all.stream().filter(entry -> !entry.key().text().isEmpty()).toList();
      return new HelperList(helper, named, named.size() < all.size() ? locked() : null);
    } catch (StoreException e) {
      return new HelperList(helper, List.of(), e);
    }
  }

  private static StoreException locked() {
    Outcome locked = Listing.LOCKED;
    return new StoreException(locked.reason(), locked.cause(), locked.advice());
  }
}
