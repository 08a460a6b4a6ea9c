package dev.reglogout.helper;

import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.util.List;

/**
 * What a helper answered when it was asked for its list.
 *
 * @param state what sort of answer it is
 * @param entries what is listed, each key once and without the empty one; empty unless LISTED
 * @param lockedItem whether the empty key is listed, which is how libsecret shows a locked item
 * @param renamedLabel whether a listed name is no key but a label somebody has changed, so that the
 *     list does not tell which key it stands for
 * @param problem why it is not LISTED, else null
 */
public record HelperListing(
    State state,
    List<Entry> entries,
    boolean lockedItem,
    boolean renamedLabel,
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

  static HelperListing of(List<Entry> entries, boolean lockedItem, boolean renamedLabel) {
    return new HelperListing(State.LISTED, List.copyOf(entries), lockedItem, renamedLabel, null);
  }

  static HelperListing without(State state, StoreException problem) {
    return new HelperListing(state, List.of(), false, false, problem);
  }

  /** Returns whether it lists. */
  public boolean works() {
    return state == State.LISTED;
  }
}
