package dev.reglogout.helper;

import dev.reglogout.store.StoreException;

/**
 * The state of the store that a helper rests on.
 *
 * @param state what it is in
 * @param problem why it is not OPEN, else null
 */
public record StoreHealth(State state, StoreException problem) {

  /** The states of a store. */
  public enum State {
    /** It can be opened. */
    OPEN,
    /** There is none here: not initialised, no bus, no provider. */
    NO_STORE,
    /** It is locked, and may show less than it holds. */
    LOCKED,
    /** Nobody can tell. */
    NOT_KNOWN
  }
}
