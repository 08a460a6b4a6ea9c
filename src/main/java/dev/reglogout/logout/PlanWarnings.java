package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what the user should know beside the steps of a plan. */
final class PlanWarnings {
  private final List<Warning> warnings = new ArrayList<>();

  void add(List<Warning> more) {
    warnings.addAll(more);
  }

  List<Warning> all() {
    return List.copyOf(warnings);
  }

  /** A second store that cannot be asked may still hold a login; one warning for each. */
  void ofSecondStores(Set<HelperStore> helpers, Listings listings) {
    for (HelperStore helper : helpers) {
      Listing listing = listings.of(helper);
      if (listing != null && !listing.works()) {
        Outcome problem = listing.problem().asOutcome();
        warnings.add(
            new Warning(
                "second-store",
                helper.name() + " may hold an older login: " + problem.detail(),
                true));
      }
    }
  }

  /** Who logs out of a namespace stays logged in to the registry as a whole. */
  void ofWholeRegistry(Registry registry, ConfigSource source, Entry entry) {
    warnings.add(
        new Warning(
            "registry-login-remains",
            entry.key().masked()
                + " is still logged in as a whole in "
                + source.store().name()
                + ": to end that too, log out of "
                + registry.identity(),
            true));
  }

  /** A registry may also be stored in a file that is not worked on. */
  void ofOtherTools(List<ConfigSource> others, Requested requested) {
    for (ConfigSource other : others) {
      for (Registry registry : requested.registries()) {
        if (other.entriesOf(registry).stream().anyMatch(Entry::secret)) {
          warnings.add(
              new Warning(
                  "also-stored",
                  registry.displayName()
                      + " is also stored in "
                      + other.store().name()
                      + ": --everywhere removes it there, too",
                  false));
        }
      }
    }
  }
}
