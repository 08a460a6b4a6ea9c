package dev.reglogout.helper;

import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.StoreException;

/**
 * Whether what a helper keeps its entries in can be opened from here.
 *
 * @param state whether it can
 * @param problem what stands in the way, or keeps us from knowing; may be null for NOT_KNOWN, and
 *     is null for OPEN
 */
public record StoreHealth(State state, StoreException problem) {
  static final StoreHealth OPEN = new StoreHealth(State.OPEN, null);
  static final StoreHealth NOT_KNOWN = new StoreHealth(State.NOT_KNOWN, null);

  /** What is known. */
  public enum State {
    /** It can be opened, and shows what it holds. */
    OPEN,
    /** There is none that this user can open from here, so that docker cannot use it either. */
    NO_STORE,
    /** It is there, and locked: it may hold what it does not show. */
    LOCKED,
    /** Nobody can tell. */
    NOT_KNOWN
  }

  static StoreHealth of(State state, String reason, String words) {
    return new StoreHealth(
        state, new StoreException(reason, words, KnownMessages.byId(reason).advice()));
  }
}
