package dev.reglogout.logout;

import dev.reglogout.helper.KnownHelper;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.StoreId;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.Survey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a logout would do; nothing has been changed yet. */
public final class LogoutPlan {
  private final Requested requested;
  private final Survey survey;
  private final List<Step> steps;
  private final List<StoreProblem> unsearched;
  private final List<Warning> warnings;
  private final Map<StoreId, FileSurvey> files = new HashMap<>();
  private final Map<StoreId, HelperSurvey> helpers = new HashMap<>();

  LogoutPlan(
      Requested requested,
      Survey survey,
      List<Step> steps,
      List<StoreProblem> unsearched,
      List<Warning> warnings) {
    this.requested = requested;
    this.survey = survey;
    this.steps = steps;
    this.unsearched = unsearched;
    this.warnings = warnings;
    for (FileSurvey file : survey.files()) {
      files.put(file.id(), file);
    }
    for (HelperSurvey helper : survey.helpers()) {
      helpers.put(helper.id(), helper);
    }
  }

  /** {@return all steps, registry by registry in the order they were asked for} */
  public List<Step> steps() {
    return steps;
  }

  /** {@return what was noticed on the way} */
  public List<Warning> warnings() {
    return warnings;
  }

  /** {@return whether there is something to do} */
  public boolean isAnythingPlanned() {
    for (Step step : steps) {
      if (step.isPlanned()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the plan as the report of a dry run: a step that is known to fail has failed.
   *
   * @return what would come of it
   */
  public LogoutReport asReport() {
    Map<StoreId, Outcome> unwritable = new HashMap<>();
    List<Step> foreseen = new ArrayList<>(steps.size());
    for (Step step : steps) {
      Outcome failure =
          step.isPlanned() && step.isInline()
              ? unwritable.computeIfAbsent(step.store(), this::failureOf)
              : WRITABLE;
      foreseen.add(failure == WRITABLE ? step : step.settled(failure));
    }
    return LogoutReport.of(requested, foreseen, null, unsearched, warnings);
  }

  private static final Outcome WRITABLE = Outcome.planned();

  private Outcome failureOf(StoreId file) {
    Optional<StoreException> problem = file(file).store().writeProblem();
    return problem.isEmpty() ? WRITABLE : problem.get().asOutcome();
  }

  Requested requested() {
    return requested;
  }

  Survey survey() {
    return survey;
  }

  /** Returns what could not be searched for registries at all. */
  List<StoreProblem> unsearched() {
    return unsearched;
  }

  FileSurvey file(StoreId id) {
    return files.get(id);
  }

  HelperSurvey helper(StoreId id) {
    return helpers.get(id);
  }

  /** Returns whether a step is about Docker Desktop's own store. */
  boolean isDesktop(Step step) {
    return !step.isInline() && helper(step.store()).store().known() == KnownHelper.DESKTOP;
  }

  /**
   * Returns the secrets stored under the key of a step; never to be shown.
   *
   * @throws StoreException if the store does not tell them
   */
  List<String> secrets(Step step) throws StoreException {
    return step.isInline()
        ? file(step.store()).store().read().secrets(step.entry().key())
        : List.of(helper(step.store()).store().secret(step.entry().key()));
  }
}
