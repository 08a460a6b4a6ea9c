package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;

/**
 * What an entry of {@code auths} is; never its secret.
 *
 * @param key the key it is stored under
 * @param user its user name, or null if none can be read
 * @param form what it holds
 */
public record InlineCredential(RegistryKey key, String user, Entry.Form form) {

  /** Returns whether a secret stands in the entry. */
  public boolean holdsSecret() {
    return form != Entry.Form.PLACEHOLDER;
  }
}
