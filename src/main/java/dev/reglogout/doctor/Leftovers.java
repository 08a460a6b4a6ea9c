package dev.reglogout.doctor;

import dev.reglogout.helper.HelperListing;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import java.util.ArrayList;
import java.util.List;

/** Entries of earlier round trips that were killed before they could clean up. */
record Leftovers(List<RegistryKey> keys) {

  /** Returns those in a list, which may be null. */
  static Leftovers of(HelperListing listing) {
    List<RegistryKey> left = new ArrayList<>();
    if (listing != null) {
      for (Entry entry : listing.entries()) {
        if (RoundTripKey.isLeftover(entry.key())) {
          left.add(entry.key());
        }
      }
    }
    return new Leftovers(left);
  }

  /** Says that they are there. */
  void report(HelperFindings findings) {
    for (RegistryKey key : keys) {
      findings.warning(
          "round-trip-leftover", key.text() + " is left of a round trip that was killed");
    }
  }
}
