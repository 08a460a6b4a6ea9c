package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreId;

/**
 * One entry of one store, and what is to become of it or what became of it.
 *
 * @param registry the registry it belongs to
 * @param store where it is
 * @param entry the entry, or null when nothing was looked up
 * @param intent what is to be done
 * @param outcome planned, or what is known
 */
public record Step(Registry registry, StoreId store, Entry entry, Intent intent, Outcome outcome) {

  /** What is to be done about an entry. */
  public enum Intent {
    /** Cut a secret out of a file. */
    CUT_SECRET,
    /** Cut an entry without a secret out of a file, when nothing else is left. */
    CUT_PLACEHOLDER,
    /** Erase an entry that a helper lists. */
    ERASE_LISTED,
    /** Tell a helper to erase what it does not list. */
    PROBE,
    /** Nothing. */
    NOTHING
  }

  /** {@return whether there is something to do} */
  public boolean isPlanned() {
    return intent != Intent.NOTHING;
  }

  /** {@return whether it is in a login file} */
  public boolean isInline() {
    return store.kind() == StoreId.Kind.INLINE;
  }

  /** {@return whether it is an entry of a login file that holds no secret} */
  public boolean isPlaceholder() {
    return isInline() && entry != null && !entry.secret();
  }

  /** {@return whether doing it takes away what is known to be there} */
  boolean changes() {
    return isPlanned() && intent != Intent.PROBE;
  }

  /** Returns what came of the step. */
  Step with(Outcome other) {
    return new Step(registry, store, entry, intent, other);
  }

  /** Returns the same step, with nothing to be done any more. */
  Step settled(Outcome other) {
    return new Step(registry, store, entry, Intent.NOTHING, other);
  }

  /** Returns the step in a line: verdict, key, store, and why. */
  @Override
  public String toString() {
    String key = entry == null ? registry.displayName() : entry.key().masked();
    String why = outcome.detail() == null ? "" : ": " + outcome.detail();
    return outcome.verdict().id() + " " + key + " in " + store.name() + why;
  }
}
