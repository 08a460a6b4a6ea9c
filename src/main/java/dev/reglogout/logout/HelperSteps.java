package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** Decides what is to be done for one registry in one helper, from its list. */
final class HelperSteps {
  private static final Outcome PERHAPS_DESKTOPS_OWN =
      Outcome.plannedUnless(HubSignIn.DESKTOPS, "it is left if it is Docker Desktop's own sign-in");

  private HelperSteps() {}

  /** Returns the steps in a helper that docker would ask; a minting one is never asked. */
  static List<Step> primary(Registry registry, HelperStore helper, String namedBy, Listing before) {
    KnownHelper known = helper.known();
    if (known.kind() == KnownHelper.Kind.MINTS) {
      String cause =
          "%s stores nothing; access comes from %s".formatted(helper.name(), known.session());
      Outcome minted = Outcome.minted("minted", cause, "To end it: " + known.advice());
      return List.of(new Step(registry, helper, null, Seen.UNKNOWN, minted));
    }
    return before.works()
        ? listed(registry, helper, before)
        : notListed(registry, helper, namedBy, before);
  }

  /** Returns the steps in a helper that is only cleaned where it lists the registry. */
  static List<Step> second(Registry registry, HelperStore helper, Listing before) {
    List<Step> steps = found(registry, helper, before);
    return steps.isEmpty() ? List.of(absent(registry, helper, before)) : steps;
  }

  private static List<Step> listed(Registry registry, HelperStore helper, Listing before) {
    List<Step> steps = found(registry, helper, before);
    if (!steps.isEmpty()) {
      return steps;
    }
    return helper.known().kind() == KnownHelper.Kind.OTHER && !before.hasLockedItem()
        ? List.of(planned(registry, helper, registry.canonicalKey(), Seen.NOT_LISTED))
        : List.of(absent(registry, helper, before));
  }

  private static List<Step> notListed(
      Registry registry, HelperStore helper, String namedBy, Listing before) {
    if (before.isOutOfReach() || helper.known().kind() == KnownHelper.Kind.SHARED) {
      StoreException problem = before.problem();
      Outcome failed =
          Outcome.failed(
              problem.reason(),
              problem.getMessage(),
              "%s names it; %s".formatted(namedBy, problem.advice()));
      return List.of(new Step(registry, helper, null, Seen.UNKNOWN, failed));
    }
    List<Step> steps = new ArrayList<>();
    for (String key : registry.candidateKeys()) {
      steps.add(planned(registry, helper, key, Seen.UNKNOWN));
    }
    return steps;
  }

  private static List<Step> found(Registry registry, HelperStore helper, Listing before) {
    List<Step> steps = new ArrayList<>();
    for (Entry entry : before.entriesOf(registry)) {
      Outcome outcome = Outcome.planned();
      if (entry.key().hasControlCharacters()) {
        outcome = helper.notSendable();
      } else if (helper.known() == KnownHelper.DESKTOP && entry.key().isHubToken()) {
        outcome = PERHAPS_DESKTOPS_OWN;
      }
      steps.add(new Step(registry, helper, entry, Seen.LISTED, outcome));
    }
    return steps;
  }

  private static Step absent(Registry registry, HelperStore helper, Listing before) {
    Entry entry = new Entry(RegistryKey.of(registry.canonicalKey()), null, true);
    Outcome outcome = before.hasLockedItem() ? Listing.LOCKED : Outcome.absent(true);
    return new Step(registry, helper, entry, Seen.NOT_LISTED, outcome);
  }

  private static Step planned(Registry registry, HelperStore helper, String key, Seen seen) {
    Entry entry = new Entry(RegistryKey.of(key), null, true);
    return new Step(registry, helper, entry, seen, Outcome.planned());
  }
}
