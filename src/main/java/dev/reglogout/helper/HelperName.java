package dev.reglogout.helper;

import dev.reglogout.store.StoreException;

/**
 * The name of a credential helper, as config files give it.
 *
 * @param text what follows {@code docker-credential-} in the program's name
 */
record HelperName(String text) {
  private static final String VALID = "[A-Za-z0-9][A-Za-z0-9._-]*";

  String program() {
    return "docker-credential-" + text;
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
