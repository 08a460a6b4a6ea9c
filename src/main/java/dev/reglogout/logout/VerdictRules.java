package dev.reglogout.logout;

import dev.reglogout.helper.EraseReply;
import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;

/**
 * Tells what became of an entry that a helper listed, from what it lists afterwards. What the
 * helper answered only says why an entry is still there.
 */
final class VerdictRules {
  private VerdictRules() {}

  /**
   * Returns the outcome of an entry that was listed before.
   *
   * @param reply to its erase
   * @param after the second list
   * @param isListed whether that list shows the entry
   */
  static Outcome ofListed(
      EraseReply reply, HelperListing after, boolean isListed, KnownHelper known) {
    if (after.state() != HelperListing.State.LISTED) {
      return notVerified(after.problem());
    }
    if (isListed) {
      return stillListed(reply, known);
    }
    return after.lockedItem() ? HelperPlanner.lockedItem().asOutcome() : Outcome.erased(true);
  }

  /** Returns the outcome where the second list failed: nobody knows what is left. */
  static Outcome notVerified(StoreException problem) {
    return Outcome.failed(
        problem.reason(),
        "nobody can tell whether it is gone: " + problem.getMessage(),
        problem.advice());
  }

  private static Outcome stillListed(EraseReply reply, KnownHelper known) {
    StoreException problem = reply.problem();
    if (problem != null) {
      return Outcome.remains(problem.reason(), problem.getMessage(), problem.advice());
    }
    String cause =
        known.kind() == KnownHelper.Kind.UNRELIABLE_EXIT
            ? "the keyring may be locked"
            : "it said yes and did nothing";
    return Outcome.remains("still-listed", cause, known.advice());
  }
}
