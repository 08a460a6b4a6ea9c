package dev.reglogout.logout;

import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.UserName;
import dev.reglogout.survey.HelperSurvey;

/**
 * Which of the entries that are found are meant.
 *
 * @param onlyUser the only user's name, or null for everybody's
 */
record Selection(String onlyUser) {
  /** Returns whether some users' entries are to be left. */
  boolean isLimited() {
    return onlyUser != null;
  }

  /** Returns what to do about an entry of a file: planned to be taken, or left and why. */
  Outcome of(Entry entry) {
    boolean hidden = UserName.HIDDEN.equals(entry.user());
    if (!isLimited() || !entry.secret() || (onlyUser.equals(entry.user()) && !hidden)) {
      return Outcome.planned();
    }
    if (entry.user() == null || entry.isTokens() || entry.user().isEmpty() || hidden) {
      return cannotTell("its user name cannot be told");
    }
    return Outcome.kept("another-user", "it is another user's (" + entry.user() + ")");
  }

  /** Returns what to do about an entry that a helper lists. */
  Outcome of(Entry entry, HelperSurvey helper) {
    if (isLimited() && helper.mayHoldSeveralUsers(entry)) {
      return cannotTell("it may hold entries of several users under this key, and shows one");
    }
    return of(entry);
  }

  /** Returns the outcome of what nobody can tell whose it is. */
  Outcome cannotTell(String why) {
    return Outcome.failed(
        "user-unknown", why + ", so it was left", "log out without --only-user to remove it");
  }
}
