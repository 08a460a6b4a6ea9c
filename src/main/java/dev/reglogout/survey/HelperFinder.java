package dev.reglogout.survey;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.survey.HelperPlace.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Finds the helpers of one run, each once however often it is named, and asks them to list. */
final class HelperFinder {
  private final Helpers helpers;
  private final LongSupplier clock; // null where nobody asks how long a list takes
  private final Map<String, HelperSurvey> byName = new LinkedHashMap<>();

  HelperFinder(Helpers helpers, LongSupplier clock) {
    this.helpers = helpers;
    this.clock = clock;
  }

  /** Returns the helper of a name as a file gives it. */
  HelperSurvey named(String name) {
    HelperSurvey known = byName.get(name);
    if (known == null) {
      known = new HelperSurvey(helpers.named(name), helpers, clock);
      byName.put(name, known);
    }
    return known;
  }

  /** Returns the helper that docker takes where nothing is named, or null if it is not there. */
  HelperSurvey platformDefault() {
    HelperStore store = helpers.platformDefault().orElse(null);
    return store == null ? null : named(store.configuredName());
  }

  Collection<HelperSurvey> all() {
    return byName.values();
  }

  /** Asks those that have not been asked yet, side by side, and returns them. */
  List<HelperSurvey> list(Collection<HelperPlace> places) {
    Map<String, HelperSurvey> asked = new LinkedHashMap<>();
    for (HelperPlace place : places) {
      HelperSurvey helper = place.helper();
      if (helper.listing() == null && isAsked(helper.store().known()) && mayOpen(place)) {
        asked.put(helper.id().name(), helper);
      }
    }
    List<HelperSurvey> all = new ArrayList<>(asked.values());
    SideBySide.each(all, all.size(), HelperSurvey::list);
    return all;
  }

  /**
   * A helper that makes logins has nothing to list, and VS Code's bridge hangs when it is asked.
   */
  private static boolean isAsked(KnownHelper known) {
    return known.kind() != KnownHelper.Kind.MINTS && known.kind() != KnownHelper.Kind.BRIDGE;
  }

  /** A helper that nothing points to is not started where its store cannot be opened anyway. */
  private static boolean mayOpen(HelperPlace place) {
    return place.lookup() != Lookup.PLATFORM_DEFAULT
        || place.helper().health().state() != StoreHealth.State.NO_STORE;
  }
}
