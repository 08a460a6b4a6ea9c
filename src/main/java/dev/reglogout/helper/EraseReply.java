package dev.reglogout.helper;

import dev.reglogout.store.StoreException;

/**
 * What a helper answered when it was sent an erase; never more than its word.
 *
 * @param kind what sort of answer it is
 * @param problem why the entry may not be gone; null for YES and NOT_FOUND
 * @param answer as it came, or null if none did
 */
public record EraseReply(Kind kind, StoreException problem, Reply answer) {

  /** The sorts of answers. */
  public enum Kind {
    /** It ended with exit code 0. */
    YES,
    /** It says, in a sentence of the protocol or its own, that there is no such entry. */
    NOT_FOUND,
    /** It knows no erase. */
    UNSUPPORTED,
    /** Anything else, a call that ran into its limit or was stopped included. */
    NO,
    /** Nothing was sent. */
    NOT_SENT
  }
}
