package dev.reglogout.logout;

import java.util.List;

/**
 * What a logout would do; nothing has been changed yet.
 *
 * @param registries in the order they were asked for, each once
 * @param warnings what was noticed on the way
 */
public record LogoutPlan(List<RegistrySteps> registries, List<Warning> warnings) {

  /** {@return all steps} */
  public List<Step> steps() {
    return registries.stream().flatMap(registry -> registry.steps().stream()).toList();
  }

  /** {@return the plan as the report of a dry run} */
  public LogoutReport asReport() {
    return new LogoutReport(registries, warnings);
  }
}
