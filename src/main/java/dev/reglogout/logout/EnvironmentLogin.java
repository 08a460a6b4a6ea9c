package dev.reglogout.logout;

import dev.reglogout.config.AuthVariable;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The logins in {@code DOCKER_AUTH_CONFIG}, which docker prefers to all stores. */
final class EnvironmentLogin {
  static final String VARIABLE = AuthVariable.NAME;

  private EnvironmentLogin() {}

  /** Returns a warning for each registry the variable holds a login of, or that it is of no use. */
  static List<Warning> warnings(Environment environment, Requested requested) {
    List<Warning> warnings = new ArrayList<>();
    List<Entry> logins;
    try {
      logins = credentials(environment);
    } catch (StoreException e) {
      // nobody is logged in by it, as docker does not use it either
      String text = VARIABLE + " is set, and docker cannot use it: " + e.getMessage();
      warnings.add(new Warning(e.reason(), text + ": correct or unset it", false));
      return warnings;
    }
    for (Entry login : logins) {
      if (requested.everything() || requested.isAskedFor(login.key())) {
        warnings.add(
            new Warning(
                "docker-auth-config",
                login.key().displayName()
                    + " is still logged in by the variable "
                    + VARIABLE
                    + ": unset it",
                true));
      }
    }
    return warnings;
  }

  /**
   * Returns what the variable holds; never a secret.
   *
   * @throws StoreException if docker cannot use it
   */
  static List<Entry> credentials(Environment environment) throws StoreException {
    Optional<String> value = environment.get(VARIABLE);
    return value.isEmpty() ? List.of() : AuthVariable.entries(value.get());
  }
}
