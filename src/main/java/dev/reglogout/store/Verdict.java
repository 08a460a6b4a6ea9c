package dev.reglogout.store;

import java.util.Locale;

/** What became of a credential, the calmest first. */
public enum Verdict {
  /** Nothing has been done yet; it would be erased. */
  PLANNED,
  /** It was there and is gone. */
  ERASED,
  /** It was not there. */
  ABSENT,
  /** The helper makes credentials from another session and stores none. */
  MINTED,
  /** It is someone else's, or not ours to touch. */
  KEPT,
  /** It was seen there after it should have gone. */
  REMAINS,
  /** It could not be erased, or nobody can tell whether it was. */
  FAILED;

  /** {@return whether a credential may be left behind against the user's wish} */
  public boolean mayRemain() {
    return this == REMAINS || this == FAILED;
  }

  /** {@return the name used in JSON} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
