package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.internal.SideBySide;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first lists of the helpers of one run: each is asked once, minting ones never. */
final class Listings {
  private final Map<HelperStore, Listing> listings = new HashMap<>();

  /** Asks those that have not been asked yet, side by side. */
  void ask(Collection<HelperStore> helpers) {
    List<HelperStore> asked =
        helpers.stream()
            .distinct()
            .filter(helper -> helper.known().kind() != KnownHelper.Kind.MINTS)
            .filter(helper -> !listings.containsKey(helper))
            .toList();
    List<Listing> answers = SideBySide.map(asked, asked.size(), Listing::of);
    for (int i = 0; i < answers.size(); i++) {
      listings.put(asked.get(i), answers.get(i));
    }
  }

  /** Returns the list of a helper, or null if it was not asked. */
  Listing of(HelperStore helper) {
    return listings.get(helper);
  }
}
