package dev.reglogout.doctor;

import dev.reglogout.store.Entry;
import java.util.List;

/** Entries of earlier round trips that were killed before they could clean up. */
record Leftovers(List<Entry> entries) {

  static Leftovers of(HelperList list) {
    return new Leftovers(
        list.works()
            ? list.entries().stream().filter(e -> RoundTripKey.isLeftover(e.key())).toList()
            : List.of());
  }

  /** Says that they are there. */
  void report(HelperFindings findings) {
    for (Entry entry : entries) {
      findings.warning(
          "round-trip-leftover", entry.key().text() + " is left of a round trip that was killed");
    }
  }
}
