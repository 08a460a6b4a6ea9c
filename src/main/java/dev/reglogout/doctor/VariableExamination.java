package dev.reglogout.doctor;

import dev.reglogout.config.AuthVariable;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.util.List;
import java.util.Optional;

/**
 * Examines {@code DOCKER_AUTH_CONFIG}.
 *
 * <p>docker obeys it from 28.3 on, before all that is stored; it wants {@code auths} alone, and an
 * {@code auth} in each entry. 28.2.2 passes it over.
 */
final class VariableExamination {
  private static final String NAME = AuthVariable.NAME;

  private VariableExamination() {}

  /** Returns what was found, or nothing if the variable is not set. */
  static Optional<ExaminedVariable> examine(Environment environment) {
    return environment.get(NAME).map(value -> new ExaminedVariable(NAME, findings(value)));
  }

  private static List<Finding> findings(String value) {
    try {
      List<Entry> logins = AuthVariable.entries(value);
      return logins.isEmpty() ? List.of() : List.of(set(logins));
    } catch (StoreException e) {
      return List.of(unusable(FileExamination.placed(e.getMessage())));
    }
  }

  private static Finding set(List<Entry> logins) {
    return Finding.warning(
        "docker-auth-config",
        "it is a login to %s, which docker 28.3 and newer prefers to all that is stored"
            .formatted(Names.of(logins.stream().map(login -> login.key().masked()).toList())));
  }

  private static Finding unusable(String why) {
    return Finding.problem("docker-auth-config-unusable", "docker cannot use it: " + why);
  }
}
