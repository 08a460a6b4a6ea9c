package dev.reglogout.logout;

import dev.reglogout.internal.SideBySide;
import dev.reglogout.logout.Step.Intent;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreId;
import dev.reglogout.store.Verdict;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Does what a plan says.
 *
 * <ol>
 *   <li>the tokens of Docker Hub's sign-in are fetched
 *   <li>inline secrets are cut, whatever the helpers will do
 *   <li>the helpers erase, side by side, and beside them the sign-in is revoked
 *   <li>its tokens are erased
 *   <li>the helpers are asked for their second list
 *   <li>placeholders are cut, and every file is looked at again
 * </ol>
 */
final class PlanExecutor {
  private final LogoutPlan plan;
  private final Selection selection;
  private final Environment environment;
  private final LogoutSettings settings;
  private final String revocationUrl;
  private final Map<StoreId, StoreRun> runs = new LinkedHashMap<>();
  private final List<FileRun> files = new ArrayList<>();
  private final List<HelperRun> helpers = new ArrayList<>();

  PlanExecutor(
      LogoutPlan plan,
      Selection selection,
      Environment environment,
      LogoutSettings settings,
      String revocationUrl) {
    this.plan = plan;
    this.selection = selection;
    this.environment = environment;
    this.settings = settings;
    this.revocationUrl = revocationUrl;
  }

  LogoutReport run() {
    HubSession hub = settings.revoke() ? HubSession.fetched(plan) : HubSession.left(plan);
    List<Step> steps = hub.steps();
    prepare(steps, hub.isToBeRevoked());

    files.forEach(FileRun::erase);
    List<Runnable> work = new ArrayList<>();
    for (HelperRun helper : helpers) {
      work.add(helper::erase);
    }
    if (hub.isToBeRevoked()) {
      work.add(() -> hub.revoke(environment, settings, revocationUrl));
    }
    SideBySide.each(work, work.size(), Runnable::run);
    SideBySide.each(helpers, helpers.size(), HelperRun::eraseTokens);
    SideBySide.each(helpers, helpers.size(), helper -> helper.lookAgain(Set.of()));
    Set<Registry> held = stillHeld(steps);
    files.forEach(file -> file.lookAgain(held));
    clearLeftovers();

    List<Warning> warnings = new ArrayList<>(plan.warnings());
    warnings.addAll(hub.warnings());
    runs.values().forEach(run -> warnings.addAll(run.warnings()));
    return LogoutReport.of(
        plan.requested(), results(steps), hub.revoked(), plan.unsearched(), warnings);
  }

  /** Also where nothing was to be cut: what a killed run has left may hold it still. */
  private void clearLeftovers() {
    for (FileSurvey file : plan.survey().files()) {
      if (file.document() != null && !settings.stop().requested()) {
        file.store().clearLeftovers();
      }
    }
  }

  /** Makes a run for each helper with work to do, and, if there is any work, for every file. */
  private void prepare(List<Step> steps, boolean tokensWait) {
    Map<StoreId, List<Step>> byStore = new LinkedHashMap<>();
    boolean anything = false;
    Set<Registry> helperBacked = new HashSet<>();
    Set<Registry> placeholders = new HashSet<>();
    for (Step step : steps) {
      byStore.computeIfAbsent(step.store(), store -> new ArrayList<>()).add(step);
      anything |= step.isPlanned();
      if (step.isPlanned() ? !step.isInline() : leavesDoubt(step)) {
        helperBacked.add(step.registry());
      }
      if (step.isPlaceholder()) {
        placeholders.add(step.registry());
      }
    }
    if (!anything) {
      return;
    }
    for (FileSurvey file : plan.survey().files()) {
      if (file.document() != null && byStore.containsKey(file.id())) {
        FileRun run =
            new FileRun(
                file,
                file.store(),
                byStore.get(file.id()),
                plan.requested(),
                selection,
                settings.stop(),
                helperBacked,
                tokensWait);
        files.add(run);
        runs.put(file.id(), run);
      }
    }
    Map<Registry, RequestKeys> requests = new HashMap<>();
    for (RequestKeys request : plan.requested().all()) {
      requests.put(request.request().registry(), request);
    }
    byStore.forEach((store, all) -> prepareHelper(store, all, requests, placeholders));
  }

  private void prepareHelper(
      StoreId store,
      List<Step> steps,
      Map<Registry, RequestKeys> requests,
      Set<Registry> placeholders) {
    HelperSurvey helper = plan.helper(store);
    if (helper == null || steps.stream().noneMatch(Step::isPlanned)) {
      return;
    }
    List<Probe> probes = new ArrayList<>();
    for (Step step : steps) {
      if (step.intent() == Intent.PROBE) {
        probes.add(
            new Probe(
                step,
                requests.get(step.registry()).request(),
                helper,
                plan.survey().storedKeys(step.registry()),
                placeholders.contains(step.registry())));
      }
    }
    HelperRun run = new HelperRun(helper, steps, probes, plan.requested());
    helpers.add(run);
    runs.put(store, run);
  }

  /** Returns the registries of which a helper may still hold what a placeholder stands for. */
  private Set<Registry> stillHeld(List<Step> steps) {
    Set<Registry> held = new HashSet<>();
    for (Step step : steps) {
      if (!step.isPlanned() && leavesDoubt(step)) {
        held.add(step.registry());
      }
    }
    for (HelperRun helper : helpers) {
      for (Step step : helper.results()) {
        if (leavesDoubt(step)) {
          held.add(step.registry());
        }
      }
    }
    return held;
  }

  /**
   * Returns whether a helper, or one that nobody could tell, may hold a credential all the same.
   */
  private boolean leavesDoubt(Step step) {
    Verdict verdict = step.outcome().verdict();
    boolean left = verdict.mayRemain() || (selection.isLimited() && verdict == Verdict.KEPT);
    return left && (!step.isInline() || step.entry() == null);
  }

  /** Returns what came of every step: the results of the runs where their stores' steps stood. */
  private List<Step> results(List<Step> steps) {
    Map<StoreId, Map<Registry, List<Step>>> done = new HashMap<>();
    runs.forEach((store, run) -> done.put(store, byRegistry(run.results())));
    List<Step> results = new ArrayList<>(steps.size());
    for (Step step : steps) {
      Map<Registry, List<Step>> ofStore = done.get(step.store());
      if (ofStore == null) {
        results.add(step);
      } else {
        List<Step> ofRegistry = ofStore.remove(step.registry());
        if (ofRegistry != null) {
          results.addAll(ofRegistry);
        }
      }
    }
    done.values().forEach(rest -> rest.values().forEach(results::addAll)); // none is dropped
    return results;
  }

  private static Map<Registry, List<Step>> byRegistry(List<Step> steps) {
    Map<Registry, List<Step>> byRegistry = new LinkedHashMap<>();
    for (Step step : steps) {
      byRegistry.computeIfAbsent(step.registry(), registry -> new ArrayList<>()).add(step);
    }
    return byRegistry;
  }
}
