package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.Verdict;

/**
 * One entry of one store, and what is to become of it or what became of it.
 *
 * @param registry the registry it belongs to
 * @param store where it is
 * @param entry the entry, or null when nothing was looked up
 * @param seen what the store showed before
 * @param outcome planned, or what is known
 */
public record Step(
    Registry registry, CredentialStore store, Entry entry, Seen seen, Outcome outcome) {

  /** What a store showed of an entry before anything was done. */
  public enum Seen {
    /** The store lists it. */
    LISTED,
    /** The store lists, but not this. */
    NOT_LISTED,
    /** The store could not list. */
    UNKNOWN
  }

  /** {@return whether there is something to do} */
  public boolean isPlanned() {
    return outcome.verdict() == Verdict.PLANNED;
  }

  /** {@return whether it is in a config file} */
  public boolean isInline() {
    return store.kind() == CredentialStore.Kind.INLINE;
  }

  /** {@return whether it is an entry of a config file that holds no secret} */
  public boolean isPlaceholder() {
    return isInline() && entry != null && !entry.secret();
  }

  /**
   * {@return the same step with another outcome}
   *
   * @param other what became of it
   */
  public Step with(Outcome other) {
    return new Step(registry, store, entry, seen, other);
  }

  /** Returns the step in a line: verdict, key, store, and why. */
  @Override
  public String toString() {
    String key = entry == null ? registry.displayName() : entry.key().masked();
    String why = outcome.detail() == null ? "" : ": " + outcome.detail();
    return outcome.verdict().id() + " " + key + " in " + store.name() + why;
  }
}
