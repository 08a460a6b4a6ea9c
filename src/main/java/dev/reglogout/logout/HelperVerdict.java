package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.Verdict;

/**
 * Tells what became of an entry behind a helper, from what the helper listed before and after, and
 * only where it could not list from what it answered.
 */
final class HelperVerdict {
  private HelperVerdict() {}

  /**
   * Returns the outcome of a step.
   *
   * @param step with the answer to its erase as outcome
   * @param after the second list; null if none was asked for
   */
  static Outcome of(Step step, Listing after) {
    Outcome answer = step.outcome();
    KnownHelper known = ((HelperStore) step.store()).known();
    if (after == null || !after.works()) {
      return unseen(step.seen(), answer, known, after);
    }
    if (after.shows(step.registry(), step.entry().key())) {
      return stillThere(answer, known);
    }
    if (after.hasLockedItem()) {
      return Listing.LOCKED;
    }
    if (step.seen() == Seen.LISTED) {
      return Outcome.erased(true);
    }
    if (answer.verdict() == Verdict.MINTED) {
      return answer;
    }
    boolean erased = step.seen() == Seen.UNKNOWN && answer.verdict() == Verdict.ERASED;
    return erased ? Outcome.erased(true) : Outcome.absent(true);
  }

  private static Outcome stillThere(Outcome answer, KnownHelper known) {
    if (answer.cause() != null) {
      return Outcome.remains(answer.reason(), answer.cause(), answer.advice());
    }
    String cause =
        known.kind() == KnownHelper.Kind.UNRELIABLE_EXIT
            ? "the keyring may be locked"
            : "it said yes and did nothing";
    return Outcome.remains("still-listed", cause, known.advice());
  }

  /** Nobody could look afterwards, so the answer decides, as far as it can be believed. */
  private static Outcome unseen(Seen seen, Outcome answer, KnownHelper known, Listing after) {
    if (answer.verdict() == Verdict.FAILED) {
      return answer;
    }
    if (answer.verdict() == Verdict.MINTED) {
      return seen == Seen.LISTED
          ? Outcome.remains(answer.reason(), answer.cause(), answer.advice())
          : answer;
    }
    if (seen == Seen.NOT_LISTED) {
      return Outcome.absent(true); // the first list has shown it
    }
    if (known.kind() == KnownHelper.Kind.UNRELIABLE_EXIT
        || known.kind() == KnownHelper.Kind.SHARED_KEYCHAIN) {
      String why = after == null ? "" : ": " + after.problem().getMessage();
      return Outcome.failed(
          "not-verified", "its yes proves nothing, and it cannot list" + why, known.advice());
    }
    return answer;
  }
}
