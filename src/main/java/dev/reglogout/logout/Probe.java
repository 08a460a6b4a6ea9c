package dev.reglogout.logout;

import dev.reglogout.helper.EraseReply;
import dev.reglogout.helper.EraseReply.Kind;
import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperListing.State;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.registry.Request;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.survey.HelperSurvey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a helper to erase what it does not list, and reads from its answers what that means.
 *
 * <p>The canonical key is sent first, for docker stores a login under it.
 */
final class Probe {
  private final Step step;
  private final HelperSurvey helper;
  private final List<RegistryKey> candidates;
  private final boolean placeholder;
  private List<EraseReply> replies = List.of();
  private boolean listIsMissing;

  /**
   * Prepares a probe.
   *
   * @param step with the canonical key
   * @param storedKeys of the registry, as files spell them
   * @param placeholder whether a file has an entry without a secret for the registry
   */
  Probe(
      Step step,
      Request request,
      HelperSurvey helper,
      List<RegistryKey> storedKeys,
      boolean placeholder) {
    this.step = step;
    this.helper = helper;
    this.placeholder = placeholder;
    this.candidates = new ArrayList<>();
    List<String> stored = new ArrayList<>();
    for (RegistryKey key : storedKeys) {
      stored.add(key.text());
    }
    for (String key : request.candidateKeys(stored)) {
      candidates.add(RegistryKey.of(key));
    }
  }

  /** Sends the erases. */
  void send() {
    HelperStore store = helper.store();
    replies = store.eraseKeys(sendsAll() ? candidates : candidates.subList(0, 1));
    if (helper.listing() != null && helper.listing().state() == State.FAILED && !sendsAll()) {
      listIsMissing = store.listIsMissing(replies.get(0));
      if (listIsMissing) {
        List<EraseReply> all = new ArrayList<>(replies);
        all.addAll(store.eraseKeys(candidates.subList(1, candidates.size())));
        replies = all;
      }
    }
  }

  /** A helper of which nothing is known is sent one guess, unless it has no list at all. */
  private boolean sendsAll() {
    return switch (helper.store().known().kind()) {
      case RELIABLE, UNRELIABLE_EXIT -> true;
      case OTHER -> helper.listing().state() == State.UNSUPPORTED;
      default -> false;
    };
  }

  /** Returns whether every answer was that there is no such entry. */
  boolean foundNothing() {
    for (EraseReply reply : replies) {
      if (reply.kind() != Kind.NOT_FOUND) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the helper's list is of no use, before and after. */
  boolean neverLists() {
    KnownHelper.Kind kind = helper.store().known().kind();
    return helper.listing() == null || (kind == KnownHelper.Kind.OTHER && !helper.lists());
  }

  /**
   * Returns the step with what came of it.
   *
   * @param after the second list; null if none was asked for
   */
  Step result(HelperListing after) {
    int first = firstYes();
    Entry entry = first < 0 ? step.entry() : Entry.ofSecret(candidates.get(first), null);
    Outcome outcome = outcome(first >= 0, after);
    return new Step(step.registry(), step.store(), entry, step.intent(), outcome);
  }

  private Outcome outcome(boolean yes, HelperListing after) {
    boolean known = step.outcome().verdict().mayRemain() && !listIsMissing;
    if (after != null && after.state() != State.LISTED) {
      return known ? step.outcome() : VerdictRules.notVerified(after.problem());
    }
    if (after != null && after.lockedItem()) {
      return HelperPlanner.lockedItem().asOutcome();
    }
    return switch (helper.store().known().kind()) {
      case RELIABLE -> ofTrueAnswers(yes, after);
      case UNRELIABLE_EXIT -> ofSilent(after);
      default -> helper.lists() ? ofHidden() : ofUnlisted(yes);
    };
  }

  private Outcome ofTrueAnswers(boolean yes, HelperListing after) {
    EraseReply refusal = refusal();
    if (refusal != null && replies.get(0).kind() != Kind.YES) {
      return refusal.problem().asOutcome();
    }
    boolean verified = after != null || helper.lists();
    return yes ? Outcome.erased(verified && !helper.lists()) : Outcome.absent(verified);
  }

  /** A yes of secretservice proves nothing, so its list and the state of the keyring decide. */
  private Outcome ofSilent(HelperListing after) {
    if (!helper.lists()) {
      return step.outcome();
    }
    EraseReply refusal = refusal();
    if (refusal != null) {
      return refusal.problem().asOutcome();
    }
    if (after != null && lostRenamedLabel(after)) {
      return Outcome.erased(true);
    }
    StoreHealth health = helper.health();
    boolean open = health.state() == StoreHealth.State.OPEN;
    boolean locked = health.state() == StoreHealth.State.LOCKED;
    if (open || (!locked && !placeholder)) { // without a trace, its list is enough
      return Outcome.absent(true);
    }
    return (health.problem() == null ? HelperPlanner.notKnown() : health.problem()).asOutcome();
  }

  /** Returns whether an item is gone whose label does not tell its key. */
  private boolean lostRenamedLabel(HelperListing after) {
    Set<RegistryKey> lost = new HashSet<>(helper.listing().renamedLabels());
    lost.removeIf(label -> label.belongsTo(step.registry())); // erased as it is listed
    for (Entry entry : after.entries()) {
      lost.remove(entry.key());
    }
    return !lost.isEmpty();
  }

  /** The helper lists, and does not list this; a refusal leaves the doubt that a trace raises. */
  private Outcome ofHidden() {
    EraseReply refusal = refusal();
    return refusal == null ? Outcome.absent(true) : refusal.problem().asOutcome();
  }

  private Outcome ofUnlisted(boolean yes) {
    if (step.outcome().verdict().mayRemain() && !listIsMissing) {
      return step.outcome(); // its list failed, so nobody knows what it holds
    }
    EraseReply canonical = replies.get(0);
    return switch (canonical.kind()) {
      case YES -> Outcome.erased(false);
      case UNSUPPORTED -> ofUnsupported(canonical);
      case NOT_FOUND -> {
        EraseReply refusal = refusal();
        if (yes) {
          yield Outcome.erased(false);
        }
        yield refusal == null ? Outcome.absent(false) : refusal.problem().asOutcome();
      }
      default -> canonical.problem().asOutcome();
    };
  }

  private Outcome ofUnsupported(EraseReply canonical) {
    StoreException problem = canonical.problem();
    boolean keepsElsewhere = helper.store().known().kind() == KnownHelper.Kind.BRIDGE;
    return placeholder || keepsElsewhere
        ? problem.asOutcome()
        : Outcome.minted(problem.reason(), problem.getMessage(), problem.advice());
  }

  private int firstYes() {
    for (int i = 0; i < replies.size(); i++) {
      if (replies.get(i).kind() == Kind.YES) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the first answer that is neither yes nor that there is no such entry, or null. */
  private EraseReply refusal() {
    for (EraseReply reply : replies) {
      if (reply.kind() != Kind.YES && reply.kind() != Kind.NOT_FOUND) {
        return reply;
      }
    }
    return null;
  }
}
