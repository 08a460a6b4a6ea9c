package dev.reglogout.logout;

import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperListing.State;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.logout.Step.Intent;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.StoreId;
import dev.reglogout.store.Verdict;
import dev.reglogout.survey.HelperPlace;
import dev.reglogout.survey.HelperPlace.Lookup;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decides what is to be done for one request in one helper, by what is known of the helper and what
 * it lists.
 */
final class HelperPlanner {
  private static final Outcome PERHAPS_DESKTOPS_OWN =
      Outcome.plannedUnless(
          HubSession.DESKTOPS, "it is left if it is Docker Desktop's own sign-in");

  private final Requested requested;
  private final Selection selection;
  private final PlanWarnings warnings;
  private final Os os;
  private final Set<StoreId> storesOfAll;

  /**
   * Creates a planner.
   *
   * @param storesOfAll the helpers that are for every registry
   */
  HelperPlanner(
      Requested requested,
      Selection selection,
      PlanWarnings warnings,
      Os os,
      Set<StoreId> storesOfAll) {
    this.requested = requested;
    this.selection = selection;
    this.warnings = warnings;
    this.os = os;
    this.storesOfAll = storesOfAll;
  }

  /**
   * Returns the steps; none where a helper that no client asks cannot be asked either.
   *
   * @param placeholder whether a file has an entry without a secret for the registry: a trace of
   *     something that this helper may keep
   */
  List<Step> plan(RequestKeys keys, HelperPlace place, boolean placeholder) {
    Registry registry = keys.request().registry();
    HelperSurvey helper = place.helper();
    KnownHelper known = helper.store().known();
    if (known.kind() == KnownHelper.Kind.MINTS) {
      boolean bound = place.lookup() == Lookup.EXACT_KEY || place.lookup() == Lookup.OTHER_SPELLING;
      boolean serves = bound || known.serves(registry);
      return settled(registry, helper, serves ? minted(helper.store()) : Outcome.absent(true));
    }
    if (known.kind() == KnownHelper.Kind.BRIDGE) {
      return place.lookup().isPrimary() ? ofBridge(registry, helper) : List.of();
    }
    if (!place.lookup().isPrimary()) {
      return further(keys, place, placeholder);
    }
    if (helper.listing() == null) { // docker cannot open the store of its default from here either
      return settled(registry, helper, Outcome.absent(true));
    }
    return switch (helper.listing().state()) {
      case LISTED -> listed(keys, helper, placeholder);
      case NOT_STARTED -> settled(registry, helper, failed(helper.listing().problem(), place));
      case FAILED, UNSUPPORTED -> notListed(registry, place);
    };
  }

  /**
   * Returns the steps in a helper that no client asks: it is cleaned where it lists the registry.
   */
  private List<Step> further(RequestKeys keys, HelperPlace place, boolean placeholder) {
    HelperSurvey helper = place.helper();
    boolean saidOfTheStore = requested.everything() && place.lookup() == Lookup.SHADOWED;
    if (!helper.lists() && !saidOfTheStore) {
      warnings.ofFurtherHelper(helper);
    }
    if (!helper.lists()) {
      return List.of();
    }
    return placeholder ? listed(keys, helper, true) : onlyListed(keys, helper);
  }

  /** Returns the steps in a helper that lists, for what it lists. */
  List<Step> onlyListed(RequestKeys keys, HelperSurvey helper) {
    List<Step> steps = found(keys, helper);
    if (steps.isEmpty()) {
      boolean locked = helper.listing().lockedItem();
      steps.add(
          absent(
              keys.request().registry(),
              helper,
              locked ? lockedItem().asOutcome() : Outcome.absent(true)));
    }
    return steps;
  }

  /** Returns why a store does not show all it holds while an item of it is locked. */
  static StoreException lockedItem() {
    return new StoreException(
        "keyring-locked-item",
        "the keyring is locked, so it does not show what it holds",
        "unlock the keyring and run it again");
  }

  /**
   * Returns why an empty list of a keyring proves nothing where nobody can look whether it is
   * locked.
   */
  static StoreException notKnown() {
    return new StoreException(
        "keyring-not-known",
        "it lists nothing, and whether its keyring is locked cannot be told without dbus-send",
        "install dbus-send, or look into the keyring");
  }

  /** Returns what is to be said of a helper that makes its credentials and stores none. */
  static Outcome minted(HelperStore helper) {
    KnownHelper known = helper.known();
    String cause =
        "%s stores nothing; access comes from %s".formatted(helper.name(), known.session());
    return Outcome.minted("minted", cause, "To end it: " + known.advice());
  }

  private List<Step> listed(RequestKeys keys, HelperSurvey helper, boolean placeholder) {
    Registry registry = keys.request().registry();
    List<Step> steps = found(keys, helper);
    boolean nothing = steps.isEmpty();
    if (nothing && helper.listing().lockedItem()) {
      steps.add(absent(registry, helper, lockedItem().asOutcome()));
    } else if (isProbed(keys, helper, nothing, placeholder)) {
      steps.add(
          selection.isLimited()
              ? absent(registry, helper, selection.cannotTell("it does not list it"))
              : probing(registry, helper, Outcome.planned()));
    } else if (nothing) {
      steps.add(absent(registry, helper, notListedBy(helper)));
    }
    return steps;
  }

  /**
   * Returns whether a helper that lists is told to erase what it does not list: where something
   * tells that its list may not be all, and what it answers can be believed or does no harm.
   */
  private static boolean isProbed(
      RequestKeys keys, HelperSurvey helper, boolean nothing, boolean placeholder) {
    KnownHelper known = helper.store().known();
    return switch (known.kind()) {
      case RELIABLE ->
          nothing && (placeholder || helper.hides(keys.request().candidateKeys(List.of())));
      case UNRELIABLE_EXIT -> helper.listing().hasRenamedLabel() || (nothing && placeholder);
      case OTHER ->
          nothing
              && placeholder
              && helper.entriesOfHost(keys.request().registry().identity()).isEmpty();
      default -> false;
    };
  }

  /** A Secret Service provider that is locked may list nothing at all, as if nothing was there. */
  private static Outcome notListedBy(HelperSurvey helper) {
    if (helper.store().known().kind() == KnownHelper.Kind.UNRELIABLE_EXIT) {
      StoreHealth health = helper.health();
      if (health.state() == StoreHealth.State.LOCKED) {
        return health.problem().asOutcome();
      }
    }
    return Outcome.absent(true);
  }

  private List<Step> notListed(Registry registry, HelperPlace place) {
    HelperSurvey helper = place.helper();
    HelperListing listing = helper.listing();
    KnownHelper.Kind kind = helper.store().known().kind();
    if (kind == KnownHelper.Kind.SHARED_KEYCHAIN) {
      return settled(registry, helper, failed(listing.problem(), place));
    }
    if (selection.isLimited()) {
      return settled(registry, helper, usersUnknown());
    }
    boolean certain =
        kind == KnownHelper.Kind.RELIABLE
            || (kind == KnownHelper.Kind.OTHER && listing.state() == State.UNSUPPORTED);
    Outcome known = certain ? Outcome.planned() : causeOf(helper).asOutcome();
    List<Step> steps = new ArrayList<>();
    steps.add(probing(registry, helper, known));
    return steps;
  }

  /** The state of the keyring says more than the words of a helper that cannot reach it. */
  private static StoreException causeOf(HelperSurvey helper) {
    boolean keyring = helper.store().known().kind() == KnownHelper.Kind.UNRELIABLE_EXIT;
    StoreException ofStore = keyring ? helper.health().problem() : null;
    return ofStore == null ? helper.listing().problem() : ofStore;
  }

  private List<Step> found(RequestKeys keys, HelperSurvey helper) {
    Registry registry = keys.request().registry();
    List<Step> steps = new ArrayList<>();
    for (Entry entry : helper.entriesOf(registry.identity())) {
      if (keys.inHelper(helper, entry.key())) {
        Outcome outcome = outcome(helper, entry);
        boolean planned = outcome.verdict() == Verdict.PLANNED;
        Intent intent = planned ? Intent.ERASE_LISTED : Intent.NOTHING;
        steps.add(new Step(registry, helper.id(), entry, intent, outcome));
      } else {
        ofOtherPath(keys, helper, entry, steps);
      }
    }
    if (helper.store().getMatchesWholeHost(os)) {
      warnings.ofOtherPorts(keys, helper);
    }
    return steps;
  }

  private Outcome outcome(HelperSurvey helper, Entry entry) {
    Outcome outcome = selection.of(entry, helper);
    if (outcome.verdict() != Verdict.PLANNED) {
      return outcome;
    }
    if (!HelperStore.canBeSent(entry.key())) {
      return helper.store().notSendable(entry.key()).asOutcome();
    }
    RegistryKey hit = alsoHit(helper, entry);
    if (hit != null) {
      return Outcome.remains(
          "erase-hits-another",
          "to erase it would also erase " + hit.masked(),
          "to erase both: reglogout " + entry.key().masked() + " " + hit.masked());
    }
    boolean desktops = helper.store().known() == KnownHelper.DESKTOP && entry.key().isHubToken();
    return desktops ? PERHAPS_DESKTOPS_OWN : outcome;
  }

  /** Returns an entry that was not asked for and would be erased, too; null if there is none. */
  private RegistryKey alsoHit(HelperSurvey helper, Entry entry) {
    if (helper.store().eraseMatchesWholeHost(os)) {
      for (Entry other : helper.entriesOfHost(entry.key().registryName())) {
        if (isHitBy(entry.key(), other.key()) && requested.meaning(helper, other.key()).isEmpty()) {
          return other.key();
        }
      }
    }
    return null;
  }

  /** The keychain matches a port and a path only where the key has one. */
  private static boolean isHitBy(RegistryKey erased, RegistryKey other) {
    String port = portOf(erased);
    return !erased.equals(other)
        && (port.isEmpty() || port.equals(portOf(other)))
        && (erased.path().isEmpty() || erased.path().equals(other.path()));
  }

  private static String portOf(RegistryKey key) {
    String identity = key.registryName();
    int port = identity.lastIndexOf(':');
    return port > identity.lastIndexOf(']') ? identity.substring(port) : "";
  }

  /**
   * Another path of the host is another program's, but some helpers answer with it for the host.
   */
  private void ofOtherPath(RequestKeys keys, HelperSurvey helper, Entry entry, List<Step> steps) {
    if (keys.isExactIn(helper)) {
      if (entry.key().isLogin()) {
        warnings.ofWholeRegistry(keys.request().registry(), helper.id(), entry);
      }
    } else if (helper.store().getMatchesWholeHost(os) && !keys.request().registry().isDockerHub()) {
      String key = entry.key().masked();
      steps.add(
          new Step(
              keys.request().registry(),
              helper.id(),
              entry,
              Intent.NOTHING,
              Outcome.remains(
                  "other-path",
                  "it is asked for by the host alone, too",
                  "to erase it: reglogout " + key)));
    } else if (!requested.everything()) { // else they are counted
      warnings.ofOtherPath(helper.id(), entry, storesOfAll.contains(helper.id()));
    }
  }

  private static Outcome failed(StoreException problem, HelperPlace place) {
    return Outcome.failed(
        problem.reason(),
        problem.getMessage(),
        "%s names it; %s".formatted(place.namedBy(), problem.advice()));
  }

  private List<Step> ofBridge(Registry registry, HelperSurvey helper) {
    return selection.isLimited()
        ? settled(registry, helper, usersUnknown())
        : List.of(probing(registry, helper, Outcome.planned()));
  }

  private Outcome usersUnknown() {
    return selection.cannotTell("it cannot list, so nobody can tell whose entries it holds");
  }

  private static Step probing(Registry registry, HelperSurvey helper, Outcome known) {
    return new Step(registry, helper.id(), canonical(registry), Intent.PROBE, known);
  }

  private static Step absent(Registry registry, HelperSurvey helper, Outcome outcome) {
    return new Step(registry, helper.id(), canonical(registry), Intent.NOTHING, outcome);
  }

  private static List<Step> settled(Registry registry, HelperSurvey helper, Outcome outcome) {
    boolean lookedUp = outcome.verdict() == Verdict.ABSENT;
    Entry entry = lookedUp ? canonical(registry) : null;
    return List.of(new Step(registry, helper.id(), entry, Intent.NOTHING, outcome));
  }

  private static Entry canonical(Registry registry) {
    return Entry.ofSecret(RegistryKey.of(registry.canonicalKey()), null);
  }
}
