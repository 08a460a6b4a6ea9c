package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks a plan.
 *
 * <ol>
 *   <li>inline secrets are cut, whatever the helpers will do
 *   <li>the helpers erase, side by side
 *   <li>the helpers are asked for their second list
 *   <li>placeholders are cut, and the files looked at again
 * </ol>
 */
final class Execution {
  private final LogoutPlan plan;
  private final UserFilter users;
  private final Requested requested;
  private final Map<CredentialStore, FileWork> files = new LinkedHashMap<>();
  private final Map<CredentialStore, HelperWork> helpers = new LinkedHashMap<>();

  Execution(LogoutPlan plan, UserFilter users, StopSignal stop) {
    this.plan = plan;
    this.users = users;
    this.requested =
        new Requested(plan.registries().stream().map(RegistrySteps::registry).toList());
    Map<CredentialStore, List<Step>> byStore = new LinkedHashMap<>();
    for (Step step : plan.steps()) {
      byStore.computeIfAbsent(step.store(), store -> new ArrayList<>()).add(step);
    }
    byStore.forEach(
        (store, steps) -> {
          if (steps.stream().noneMatch(Step::isPlanned)) {
            return;
          }
          if (store instanceof HelperStore helper) {
            helpers.put(store, new HelperWork(helper, steps));
          } else {
            files.put(store, new FileWork(store, steps, users, stop));
          }
        });
  }

  LogoutReport run() {
    Set<Registry> helped = new HashSet<>();
    plan.steps().stream()
        .filter(step -> !step.isInline() && (step.isPlanned() || mayStay(step)))
        .forEach(step -> helped.add(step.registry()));
    files.values().forEach(file -> file.cutSecrets(helped));

    List<HelperWork> all = List.copyOf(helpers.values());
    SideBySide.each(all, all.size(), HelperWork::erase);
    SideBySide.each(all, all.size(), HelperWork::lookAgain);

    Set<Registry> held = new HashSet<>();
    plan.steps().stream()
        .filter(step -> !step.isInline() && mayStay(step))
        .forEach(step -> held.add(step.registry()));
    all.stream()
        .flatMap(work -> work.results(requested).stream())
        .filter(this::mayStay)
        .forEach(step -> held.add(step.registry()));
    files.values().forEach(file -> file.cutRestAndLookAgain(requested, held));
    return report();
  }

  /** Returns whether a helper may go on to hold something that a placeholder stands for. */
  private boolean mayStay(Step step) {
    Verdict verdict = step.outcome().verdict();
    return verdict.mayRemain() || (users.isSet() && verdict == Verdict.KEPT);
  }

  /** Puts what came of the work where the planned steps stood. */
  private LogoutReport report() {
    Map<CredentialStore, Map<Registry, List<Step>>> done = new LinkedHashMap<>();
    files.forEach((store, work) -> done.put(store, byRegistry(work.results(requested))));
    helpers.forEach((store, work) -> done.put(store, byRegistry(work.results(requested))));
    List<RegistrySteps> reports = new ArrayList<>();
    for (RegistrySteps planned : plan.registries()) {
      List<Step> steps = new ArrayList<>();
      for (Step step : planned.steps()) {
        if (!step.isPlanned()) {
          steps.add(step);
        } else {
          List<Step> results = done.get(step.store()).remove(planned.registry());
          steps.addAll(results == null ? List.of() : results);
        }
      }
      reports.add(new RegistrySteps(planned.registry(), steps, planned.revoked()));
    }
    return new LogoutReport(reports, plan.warnings());
  }

  private static Map<Registry, List<Step>> byRegistry(List<Step> steps) {
    Map<Registry, List<Step>> byRegistry = new LinkedHashMap<>();
    for (Step step : steps) {
      byRegistry.computeIfAbsent(step.registry(), registry -> new ArrayList<>()).add(step);
    }
    return byRegistry;
  }
}
