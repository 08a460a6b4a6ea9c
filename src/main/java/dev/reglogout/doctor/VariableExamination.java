package dev.reglogout.doctor;

import dev.reglogout.config.ConfigReview;
import dev.reglogout.config.JsonValue;
import dev.reglogout.registry.RegistryKey;
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
  private static final String NAME = "DOCKER_AUTH_CONFIG";

  private VariableExamination() {}

  /** Returns what was found, or nothing if the variable is not set. */
  static Optional<ExaminedVariable> examine(Environment environment) {
    return environment.get(NAME).map(value -> new ExaminedVariable(NAME, findings(value)));
  }

  private static List<Finding> findings(String value) {
    try {
      ConfigReview review = ConfigReview.ofVariable(NAME, value);
      List<JsonValue> entries = review.membersOf("auths");
      Optional<String> unusable =
          entries.stream()
              .filter(entry -> !isLogin(entry))
              .map(entry -> name(entry) + " has no auth that is Base64 of user:password")
              .findFirst();
      if (review.document().authsProblem().isPresent()) {
        unusable = Optional.of("its auths is not an object");
      }
      if (unusable.isPresent()) {
        return List.of(unusable(unusable.get()));
      }
      return entries.isEmpty() ? List.of() : List.of(set(entries));
    } catch (StoreException e) {
      return List.of(unusable(FileExamination.placed(e.getMessage())));
    }
  }

  private static boolean isLogin(JsonValue entry) {
    return entry.members().stream()
        .anyMatch(
            field ->
                field.name().equalsIgnoreCase("auth")
                    && field.kind() == JsonValue.Kind.TEXT
                    && !field.isEmptyText()
                    && field.isLogin());
  }

  private static Finding set(List<JsonValue> entries) {
    return Finding.warning(
        "docker-auth-config",
        "it is a login to %s, which docker 28.3 and newer prefers to all that is stored"
            .formatted(
                Names.of(entries.stream().map(VariableExamination::name).distinct().toList())));
  }

  private static Finding unusable(String why) {
    return Finding.problem("docker-auth-config-unusable", "docker cannot use it: " + why);
  }

  private static String name(JsonValue entry) {
    return RegistryKey.of(entry.name()).masked();
  }
}
