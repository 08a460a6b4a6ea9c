package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Decides what is to be done for one registry in one helper, from its list. */
final class HelperSteps {
  private static final Outcome PERHAPS_DESKTOPS_OWN =
      Outcome.plannedUnless(HubSignIn.DESKTOPS, "it is left if it is Docker Desktop's own sign-in");

  private final UserFilter users;

  HelperSteps(UserFilter users) {
    this.users = users;
  }

  /** Returns the steps in a helper that docker would ask; a minting one is never asked. */
  List<Step> primary(Registry registry, HelperStore helper, String namedBy, Listing before) {
    if (helper.known().kind() == KnownHelper.Kind.MINTS) {
      return List.of(new Step(registry, helper, null, Seen.UNKNOWN, minted(helper)));
    }
    return before.works()
        ? listed(registry, helper, before)
        : notListed(registry, helper, namedBy, before);
  }

  /** Returns what is to be said of a helper that makes its credentials and stores none. */
  static Outcome minted(HelperStore helper) {
    KnownHelper known = helper.known();
    String cause =
        "%s stores nothing; access comes from %s".formatted(helper.name(), known.session());
    return Outcome.minted("minted", cause, "To end it: " + known.advice());
  }

  /** Returns the steps in a helper that is only cleaned where it lists the registry. */
  List<Step> second(Registry registry, HelperStore helper, Listing before) {
    List<Step> steps = found(registry, helper, before);
    return steps.isEmpty() ? List.of(absent(registry, helper, before)) : steps;
  }

  private List<Step> listed(Registry registry, HelperStore helper, Listing before) {
    List<Step> steps = found(registry, helper, before);
    if (!steps.isEmpty()) {
      return steps;
    }
    boolean blindly = helper.known().kind() == KnownHelper.Kind.OTHER && !users.isSet();
    return blindly && !before.hasLockedItem()
        ? List.of(planned(registry, helper, registry.canonicalKey(), Seen.NOT_LISTED))
        : List.of(absent(registry, helper, before));
  }

  private List<Step> notListed(
      Registry registry, HelperStore helper, String namedBy, Listing before) {
    if (before.isOutOfReach() || helper.known().kind() == KnownHelper.Kind.SHARED_KEYCHAIN) {
      StoreException problem = before.problem();
      Outcome failed =
          Outcome.failed(
              problem.reason(),
              problem.getMessage(),
              "%s names it; %s".formatted(namedBy, problem.advice()));
      return List.of(new Step(registry, helper, null, Seen.UNKNOWN, failed));
    }
    if (users.isSet()) {
      Outcome left = users.unknown("it cannot list, so nobody can tell whose entries it holds");
      return List.of(new Step(registry, helper, null, Seen.UNKNOWN, left));
    }
    List<Step> steps = new ArrayList<>();
    for (String key : registry.candidateKeys()) {
      steps.add(planned(registry, helper, key, Seen.UNKNOWN));
    }
    return steps;
  }

  private List<Step> found(Registry registry, HelperStore helper, Listing before) {
    List<Step> steps = new ArrayList<>();
    for (Entry entry : before.entriesOf(registry)) {
      steps.add(new Step(registry, helper, entry, Seen.LISTED, outcome(helper, entry)));
    }
    return steps;
  }

  private Outcome outcome(HelperStore helper, Entry entry) {
    Outcome outcome = users.of(entry);
    if (outcome.verdict() != Verdict.PLANNED) {
      return outcome;
    }
    if (entry.key().hasControlCharacters()) {
      return helper.notSendable();
    }
    boolean desktops = helper.known() == KnownHelper.DESKTOP && entry.key().isHubToken();
    return desktops ? PERHAPS_DESKTOPS_OWN : outcome;
  }

  private static Step absent(Registry registry, HelperStore helper, Listing before) {
    Entry entry = Entry.ofSecret(RegistryKey.of(registry.canonicalKey()), null);
    Outcome outcome = before.hasLockedItem() ? Listing.LOCKED : Outcome.absent(true);
    return new Step(registry, helper, entry, Seen.NOT_LISTED, outcome);
  }

  private static Step planned(Registry registry, HelperStore helper, String key, Seen seen) {
    Entry entry = Entry.ofSecret(RegistryKey.of(key), null);
    return new Step(registry, helper, entry, seen, Outcome.planned());
  }
}
