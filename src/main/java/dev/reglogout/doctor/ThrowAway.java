package dev.reglogout.doctor;

import dev.reglogout.registry.RegistryKey;

/**
 * A throw-away entry that is to be erased.
 *
 * @param key what it is, or may be, stored under
 * @param secret what was stored, or null if nobody knows
 * @param mayBeStored whether it may have been stored; if not, it is gone where nobody can tell
 * @param denied whether the helper did not tell the secret while it was stored; it proves nothing
 *     then that it does not tell it afterwards
 */
record ThrowAway(RegistryKey key, String secret, boolean mayBeStored, boolean denied) {

  /** Returns one of an earlier run, of which the key alone is known. */
  static ThrowAway ofEarlierRun(RegistryKey key) {
    return new ThrowAway(key, null, true, false);
  }

  /** Returns the key alone. */
  @Override
  public String toString() {
    return key.text();
  }
}
