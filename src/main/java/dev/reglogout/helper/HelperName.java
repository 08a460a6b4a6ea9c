package dev.reglogout.helper;

import dev.reglogout.store.StoreException;
import java.util.Optional;

/**
 * The name of a credential helper, as config files give it.
 *
 * @param text what follows {@code docker-credential-} in the program's name
 */
record HelperName(String text) {
  private static final String PREFIX = "docker-credential-";
  private static final String VALID = "[A-Za-z0-9][A-Za-z0-9._-]*";

  String program() {
    return PREFIX + text;
  }

  /** Returns the program's name for printing: a password that stands in it by mistake is hidden. */
  String shownProgram() {
    int colon = text.indexOf(':');
    int at = text.lastIndexOf('@');
    return colon >= 0 && colon < at
        ? PREFIX + text.substring(0, colon + 1) + "***" + text.substring(at)
        : program();
  }

  /** Returns what follows {@code docker-credential-} where the name begins with it, too. */
  Optional<String> withoutPrefix() {
    return text.startsWith(PREFIX) && text.length() > PREFIX.length()
        ? Optional.of(text.substring(PREFIX.length()))
        : Optional.empty();
  }

  /**
   * Checks that the name is one, and no path or option.
   *
   * @throws StoreException if it is not; nothing of that name may be run
   */
  void check() throws StoreException {
    if (!text.matches(VALID)) {
      throw new StoreException(
          "helper-name-invalid",
          "its name is not one of a helper (letters, digits, '.', '_' and '-')",
          "correct credsStore or credHelpers in the config file");
    }
  }
}
