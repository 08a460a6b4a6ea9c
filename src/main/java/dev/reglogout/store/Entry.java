package dev.reglogout.store;

import dev.reglogout.registry.RegistryKey;

/**
 * One entry of a store; never its secret.
 *
 * @param key the key it is stored under
 * @param user the user name the store tells, or null
 * @param form what is stored under the key
 * @param place which of several entries with this key it is, counted from 0 in the order they stand
 */
public record Entry(RegistryKey key, String user, Form form, int place) {

  /** What an entry holds. */
  public enum Form {
    /** A password. */
    SECRET,
    /** An identity, registry or session token. */
    TOKEN,
    /** No secret: a placeholder. */
    PLACEHOLDER
  }

  /**
   * {@return the only entry of a key with a password}
   *
   * @param key the key it is stored under
   * @param user the user name the store tells, or null
   */
  public static Entry ofSecret(RegistryKey key, String user) {
    return new Entry(key, user, Form.SECRET, 0);
  }

  /** {@return whether a secret is stored under the key; false for a placeholder} */
  public boolean secret() {
    return form != Form.PLACEHOLDER;
  }

  /** {@return whether docker stored a token, and so no user's name} */
  public boolean isTokens() {
    return "<token>".equals(user);
  }
}
