package dev.reglogout.logout;

import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;

/**
 * Whose entries are meant.
 *
 * @param name the only user's name, or null for everybody's
 */
record UserFilter(String name) {
  /** Returns whether some users' entries are to be left. */
  boolean isSet() {
    return name != null;
  }

  /** Returns what to do about an entry that is there: erase it, or leave it and why. */
  Outcome of(Entry entry) {
    if (!isSet() || !entry.secret() || name.equals(entry.user())) {
      return Outcome.planned();
    }
    if (entry.user() == null || entry.isTokens() || entry.user().isEmpty()) {
      return unknown("its user name cannot be told");
    }
    return Outcome.kept("another-user", "it is another user's (" + entry.user() + ")");
  }

  /** Returns the outcome of what nobody can tell whose it is. */
  Outcome unknown(String why) {
    return Outcome.failed(
        "user-unknown", why + ", so it was left", "log out without --only-user to remove it");
  }
}
