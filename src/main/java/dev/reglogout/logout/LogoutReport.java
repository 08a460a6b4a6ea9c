package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.store.Verdict;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.RequestKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a logout did, or, of a plan, would do.
 *
 * @param registries in the order they were asked for, each once
 * @param unsearched stores that may hold registries that nobody knows of, because they could not be
 *     searched; only where every registry is meant
 * @param warnings what was noticed on the way
 */
public record LogoutReport(
    List<RegistrySteps> registries, List<StoreProblem> unsearched, List<Warning> warnings) {

  /**
   * Puts steps together by their registries.
   *
   * @param revoked whether Docker Hub's sign-in was revoked, null if there was none
   */
  static LogoutReport of(
      Requested requested,
      List<Step> steps,
      Boolean revoked,
      List<StoreProblem> unsearched,
      List<Warning> warnings) {
    Map<Registry, List<Step>> byRegistry = new LinkedHashMap<>();
    for (RequestKeys request : requested.all()) {
      byRegistry.put(request.request().registry(), new ArrayList<>());
    }
    for (Step step : steps) {
      byRegistry.get(step.registry()).add(step);
    }
    List<RegistrySteps> registries = new ArrayList<>(byRegistry.size());
    for (Map.Entry<Registry, List<Step>> entry : byRegistry.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        Boolean ofHub = entry.getKey().isDockerHub() ? revoked : null;
        registries.add(new RegistrySteps(entry.getKey(), entry.getValue(), ofHub));
      }
    }
    return new LogoutReport(registries, unsearched, warnings);
  }

  /** {@return whether nothing of the registries may be left against the user's wish} */
  public boolean loggedOut() {
    for (RegistrySteps registry : registries) {
      if (!registry.loggedOut()) {
        return false;
      }
    }
    return unsearched.isEmpty();
  }

  /**
   * {@return whether anything was erased, or would be; to tell a helper to erase what it does not
   * list changes nothing}
   */
  public boolean changed() {
    for (RegistrySteps registry : registries) {
      for (Step step : registry.steps()) {
        Verdict verdict = step.outcome().verdict();
        if (step.changes() && (verdict == Verdict.ERASED || verdict == Verdict.PLANNED)) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@return the steps after which a credential remains, or may} */
  public List<Step> remaining() {
    return registries.stream()
        .flatMap(registry -> registry.steps().stream())
        .filter(step -> step.outcome().verdict().mayRemain())
        .toList();
  }

  /**
   * {@return whether access may survive although nothing remains: by a helper that makes
   * credentials, by something that was warned of, or because nobody could look again}
   */
  public boolean accessMaySurvive() {
    return warnings.stream().anyMatch(Warning::accessMaySurvive)
        || registries.stream()
            .flatMap(registry -> registry.steps().stream())
            .anyMatch(
                step ->
                    step.outcome().verdict() == Verdict.MINTED
                        || Boolean.FALSE.equals(step.outcome().verified()));
  }
}
