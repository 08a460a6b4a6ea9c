package dev.reglogout.store;

import dev.reglogout.registry.RegistryKey;

/**
 * One entry of a store; never its secret.
 *
 * @param key the key it is stored under
 * @param user the user name the store tells, or null
 * @param secret whether a secret is stored under the key; false for a placeholder
 */
public record Entry(RegistryKey key, String user, boolean secret) {

  /** {@return whether docker stored a token, and so no user's name} */
  public boolean isTokens() {
    return "<token>".equals(user);
  }
}
