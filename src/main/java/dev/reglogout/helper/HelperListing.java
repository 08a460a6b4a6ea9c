package dev.reglogout.helper;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.util.List;
import java.util.Set;

/**
 * What a helper answered when it was asked for its list.
 *
 * @param state what sort of answer it is
 * @param entries what is listed, each key once and without the empty one; empty unless LISTED
 * @param lockedItem whether the empty key is listed, which is how libsecret shows a locked item
 * @param renamedLabels the listed names that are no keys but labels somebody has changed, so that
 *     the list does not tell which keys they stand for
 * @param problem why it is not LISTED, else null
 */
public record HelperListing(
    State state,
    List<Entry> entries,
    boolean lockedItem,
    Set<RegistryKey> renamedLabels,
    StoreException problem) {

  /** The sorts of answers. */
  public enum State {
    /** It lists; what it does not list may still be hidden by a locked item. */
    LISTED,
    /** It has no list; what it answers to an erase is all that can be known. */
    UNSUPPORTED,
    /** It has a list, as far as anyone can tell, and could not give it. */
    FAILED,
    /** It gave no answer at all: nothing else makes sense to be sent to it. */
    NOT_STARTED
  }

  static HelperListing of(List<Entry> entries, boolean lockedItem, Set<RegistryKey> renamedLabels) {
    return new HelperListing(State.LISTED, List.copyOf(entries), lockedItem, renamedLabels, null);
  }

  static HelperListing without(State state, StoreException problem) {
    return new HelperListing(state, List.of(), false, Set.of(), problem);
  }

  /** Returns whether a key may be listed under a name that does not tell it. */
  public boolean hasRenamedLabel() {
    return !renamedLabels.isEmpty();
  }

  /** Returns whether it lists. */
  public boolean works() {
    return state == State.LISTED;
  }
}
