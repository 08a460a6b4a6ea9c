package dev.reglogout.doctor;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * What a helper lists, or why it does not.
 *
 * @param entries those with a key; null if it was not asked or did not answer
 * @param millis how long it took, or null like the entries
 * @param lockedItem whether something is locked: libsecret lists it under an empty name
 * @param failure why it did not answer, or null
 */
record HelperList(List<Entry> entries, Long millis, boolean lockedItem, StoreException failure) {
  static final HelperList NOT_ASKED = new HelperList(null, null, false, null);

  /** In milliseconds; docker asks for a list at every build. */
  private static final long SLOW = 3_000;

  /** Asks a helper; what docker's own helpers need is milliseconds. */
  static HelperList of(HelperStore helper, LongSupplier clock) {
    long start = clock.getAsLong();
    try {
      List<Entry> all = helper.list();
      long millis = (clock.getAsLong() - start) / 1_000_000;
      List<Entry> named = all.stream().filter(entry -> !entry.key().text().isEmpty()).toList();
      return new HelperList(named, millis, named.size() < all.size(), null);
    } catch (StoreException e) {
      return new HelperList(null, null, false, e);
    }
  }

  /** Returns the same list, with a closer cause of its failure. */
  HelperList because(StoreException cause) {
    return new HelperList(entries, millis, lockedItem, cause);
  }

  /** Says what is wrong with the answer. */
  void report(HelperFindings findings) {
    if (failure != null) {
      reportFailure(findings);
    } else if (lockedItem) {
      findings.problem(
          "keyring-locked-item", "the keyring is locked, so it does not show what it holds");
    }
    if (millis != null && millis > SLOW) {
      findings.warning(
          "helper-slow", String.format(Locale.ROOT, "its list took %.1f s", millis / 1000.0));
    }
  }

  private void reportFailure(HelperFindings findings) {
    if (HelperFindings.isUnsupported(failure)) {
      findings.warning("helper-cannot-list", "it cannot list: " + failure.getMessage());
    } else {
      findings.problem("it does not list: ", failure);
    }
  }

  boolean works() {
    return entries != null;
  }

  /** Returns whether it makes no sense to call the helper again. */
  boolean hung() {
    return failure != null && failure.reason().equals("helper-timed-out");
  }

  /** Returns how many entries there are, or null like the entries. */
  Integer count() {
    return entries == null ? null : entries.size();
  }
}
