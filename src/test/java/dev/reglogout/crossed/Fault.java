package dev.reglogout.crossed;

/** What can be wrong about a run. */
enum Fault {
  /** Exit 0, the login is still stored, and the design does not say that this is so. */
  LIE,
  /** A secret stands in the file after the run. */
  INLINE_SECRET_LEFT,
  /** Exit 1, the login is still stored, and the placeholder that showed it is gone. */
  TRACE_LOST,
  /** An entry of another registry is gone, and nobody was told. */
  BYSTANDER_LOST,
  /** Exit 1, and nothing is stored any more. */
  FALSE_ALARM,
  /** Neither exit 0 nor exit 1. */
  ODD_EXIT
}
