package dev.reglogout.logout;

import dev.reglogout.registry.RegistryKey;
import java.time.Instant;
import java.util.Locale;

/**
 * One credential and where it is; never its secret.
 *
 * @param registry the identity of its registry; the key, without passwords, where no host can be
 *     read; null if it is for every registry
 * @param kind what it is
 * @param store path of the file as found, name of the helper's program, or name of the variable
 * @param key as stored; null where nothing is stored
 * @param user the user name the store tells, or null
 * @param plainText whether its secret stands in a file or a variable for everyone to read
 * @param shadowed whether it does so although a helper is configured for the registry
 * @param file the login file in which it stands; null if it stands in none
 * @param expires when it is of no more use, as far as the store tells; else null
 */
public record StoredCredential(
    String registry,
    Kind kind,
    String store,
    RegistryKey key,
    String user,
    boolean plainText,
    boolean shadowed,
    StoredFile file,
    Instant expires) {

  /** Makes one that stands in no file. */
  StoredCredential(
      String registry, Kind kind, String store, RegistryKey key, String user, boolean plainText) {
    this(registry, kind, store, key, user, plainText, false, null, null);
  }

  /** What a credential is. */
  public enum Kind {
    /** A password in a config file. */
    INLINE_SECRET,
    /** An identity or registry token in a config file. */
    INLINE_TOKEN,
    /** An entry of a config file that holds no secret. */
    PLACEHOLDER,
    /** An entry behind a helper. */
    HELPER_ENTRY,
    /** A token behind a helper. */
    HELPER_TOKEN,
    /** Nothing: a helper makes it from another session when it is needed. */
    MINTED,
    /** A login in the variable {@code DOCKER_AUTH_CONFIG}. */
    ENVIRONMENT;

    /** {@return the name to show} */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** {@return whether something is stored: what is minted is not} */
  public boolean isStored() {
    return kind != Kind.MINTED;
  }

  /**
   * Returns the name to show for the registry of a key: its identity, unless that may be part of a
   * password.
   *
   * <p>A password with a slash in it ends the host too early: of {@code https://u:1/x@host} the
   * identity would be {@code u:1}.
   */
  static String registryOf(RegistryKey key) {
    String masked = key.masked();
    return key.identity()
        .filter(
            identity ->
                masked.equals(key.text())
                    || identity.equals("docker.io")
                    || masked.toLowerCase(Locale.ROOT).contains("@" + identity))
        .orElse(masked);
  }
}
