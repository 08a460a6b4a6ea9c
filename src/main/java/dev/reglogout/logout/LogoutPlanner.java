package dev.reglogout.logout;

import dev.reglogout.helper.HelperListing.State;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.logout.Step.Intent;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.StoreId;
import dev.reglogout.store.Verdict;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.HelperPlace;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import dev.reglogout.survey.Survey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes down what would be erased where, from what a survey has shown. */
final class LogoutPlanner {
  private static final Outcome SIGN_IN_REMAINS =
      Outcome.remains(
          "shared-sign-in",
          "it is one sign-in for all of Google's hosts",
          "to end it for all of them: docker-credential-gcr gcr-logout, or reglogout --all");

  private final Survey survey;
  private final Requested requested;
  private final Selection selection;
  private final PlanWarnings warnings;
  private final HelperPlanner helpers;
  private final List<Step> steps = new ArrayList<>();
  private final List<StoreProblem> unsearched = new ArrayList<>();

  /**
   * Prepares a plan.
   *
   * @param warnings what has been noticed so far
   */
  LogoutPlanner(
      Survey survey, Requested requested, Selection selection, PlanWarnings warnings, Os os) {
    this.survey = survey;
    this.requested = requested;
    this.selection = selection;
    this.warnings = warnings;
    this.helpers = new HelperPlanner(requested, selection, warnings, os, storesOfAll(survey));
  }

  private static Set<StoreId> storesOfAll(Survey survey) {
    Set<StoreId> stores = new HashSet<>();
    for (HelperPlace place : survey.placesOfAll()) {
      stores.add(place.helper().id());
    }
    return stores;
  }

  LogoutPlan plan(List<Warning> more) {
    for (RequestKeys request : requested.all()) {
      plan(request);
    }
    if (requested.everything()) {
      findUnsearched();
      countOthers();
    }
    warnings.ofStrayLogins(survey.files(), requested);
    warnings.ofOtherTools(survey.unasked(), requested);
    warnings.add(more);
    return new LogoutPlan(requested, survey, steps, unsearched, warnings.all());
  }

  private void plan(RequestKeys keys) {
    Registry registry = keys.request().registry();
    boolean placeholder = false;
    for (FileSurvey file : survey.files()) {
      placeholder |= addInline(keys, file);
    }
    Set<HelperSurvey> done = new HashSet<>();
    boolean asked = false; // those that a client would ask come first
    for (HelperPlace place : survey.placesOf(registry)) {
      boolean primary = place.lookup().isPrimary();
      asked |= primary;
      done.add(place.helper());
      // what a placeholder stands for is in a helper that is asked, if there is one
      steps.addAll(helpers.plan(keys, place, placeholder && (primary || !asked)));
    }
    if (requested.everything()
        && registry.hasHost()) { // also where it is bound to other registries
      for (HelperSurvey helper : survey.listing(registry.identity())) {
        if (done.add(helper)) {
          steps.addAll(helpers.onlyListed(keys, helper));
        }
      }
    }
  }

  /** Adds the steps in a file; returns whether it has an entry without a secret. */
  private boolean addInline(RequestKeys keys, FileSurvey file) {
    Registry registry = keys.request().registry();
    if (!file.mayHold(registry) && !survey.isBoundToKeeperOf(file, registry)) {
      return false;
    }
    List<StoreException> problems = file.problems();
    if (!requested.everything()) { // else it is said once, of the file
      for (StoreException problem : problems) {
        add(registry, file, null, Intent.NOTHING, problem.asOutcome());
      }
    }
    if (file.document() == null) {
      return false;
    }
    StoreException binding = survey.unreadableBinding(file, registry);
    if (binding != null) {
      add(registry, file, null, Intent.NOTHING, binding.asOutcome());
    }
    Entry signIn = requested.everything() || registry.isExactKey() ? null : file.signIn();
    if (signIn != null) { // else it goes itself
      add(registry, file, signIn, Intent.NOTHING, SIGN_IN_REMAINS);
    }
    boolean placeholder = false;
    boolean any = signIn != null;
    for (Entry entry : file.entriesOf(registry)) {
      if (keys.inFile(file, entry.key())) {
        any = true;
        placeholder |= !entry.secret();
        addEntry(registry, file, entry);
      } else if (entry.secret()) {
        warnings.ofOtherKey(keys, file, entry);
      }
    }
    if (!any && problems.isEmpty()) {
      Entry none = Entry.ofSecret(RegistryKey.of(registry.canonicalKey()), null);
      add(registry, file, none, Intent.NOTHING, Outcome.absent(true));
    }
    return placeholder;
  }

  private void addEntry(Registry registry, FileSurvey file, Entry entry) {
    Outcome outcome = selection.of(entry);
    Intent intent = Intent.NOTHING;
    if (outcome.verdict() == Verdict.PLANNED) {
      intent = entry.secret() ? Intent.CUT_SECRET : Intent.CUT_PLACEHOLDER;
    }
    add(registry, file, entry, intent, outcome);
  }

  private void add(
      Registry registry, FileSurvey file, Entry entry, Intent intent, Outcome outcome) {
    steps.add(new Step(registry, file.id(), entry, intent, outcome));
  }

  /** Notes what may hold registries that nobody knows of. */
  private void findUnsearched() {
    for (FileSurvey file : survey.files()) {
      for (StoreException problem : file.problems()) {
        unsearched.add(StoreProblem.ofFile(file.id().name(), problem));
      }
    }
    for (HelperPlace place : survey.placesOfAll()) {
      HelperSurvey helper = place.helper();
      KnownHelper known = helper.store().known();
      if (known.kind() == KnownHelper.Kind.MINTS) {
        Outcome minted = HelperPlanner.minted(helper.store());
        warnings.add(List.of(new Warning("minted", minted.detail(), true)));
      } else if (helper.listing() != null) {
        addUnsearched(helper);
      }
    }
  }

  private void addUnsearched(HelperSurvey helper) {
    StoreId id = helper.id();
    if (helper.listing().lockedItem()) {
      unsearched.add(StoreProblem.ofHelper(id.name(), HelperPlanner.lockedItem()));
    } else if (helper.listing().state() != State.LISTED) {
      unsearched.add(StoreProblem.ofHelper(id.name(), helper.listing().problem()));
    } else if (known(helper) == KnownHelper.Kind.UNRELIABLE_EXIT
        && helper.health().state() == StoreHealth.State.LOCKED) {
      unsearched.add(StoreProblem.ofHelper(id.name(), helper.health().problem()));
    }
  }

  private static KnownHelper.Kind known(HelperSurvey helper) {
    return helper.store().known().kind();
  }

  /** Says how many entries of other programs are left alone. */
  private void countOthers() {
    for (HelperSurvey helper : survey.helpers()) {
      int others = 0;
      if (helper.lists()) {
        for (Entry entry : helper.listing().entries()) {
          if (!entry.key().isRegistryLogin() && requested.meaning(helper, entry.key()).isEmpty()) {
            others++;
          }
        }
      }
      warnings.ofOthers(helper, others);
    }
  }
}
