package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;

/**
 * What an entry of {@code auths} is; never its secret.
 *
 * @param key the key it is stored under
 * @param user its user name, or null if none can be read
 * @param form what it holds
 */
public record InlineCredential(RegistryKey key, String user, Form form) {

  /** What an entry of {@code auths} holds. */
  public enum Form {
    /** A password. */
    SECRET,
    /** An identity or registry token. */
    TOKEN,
    /** No secret. */
    PLACEHOLDER
  }

  /** Returns whether a secret stands in the entry. */
  public boolean holdsSecret() {
    return form != Form.PLACEHOLDER;
  }
}
