package dev.reglogout.logout;

import dev.reglogout.config.AuthVariable;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The logins in {@code DOCKER_AUTH_CONFIG}, which docker prefers to all stores. */
final class EnvironmentLogin {
  static final String VARIABLE = AuthVariable.NAME;

  private EnvironmentLogin() {}

  /** Returns a warning for each registry the variable holds a login of. */
  static List<Warning> warnings(Environment environment, List<Registry> registries) {
    List<Warning> warnings = new ArrayList<>();
    List<Entry> logins;
    try {
      logins = credentials(environment);
    } catch (StoreException e) {
      return warnings; // docker does not use it either, so nobody is logged in by it
    }
    for (Registry registry : registries) {
      if (logins.stream().anyMatch(login -> login.key().belongsTo(registry))) {
        warnings.add(
            new Warning(
                "docker-auth-config",
                registry.displayName()
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
