package dev.reglogout.logout;

import dev.reglogout.helper.EraseReply;
import dev.reglogout.helper.HelperListing;
import dev.reglogout.logout.Step.Intent;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.Verdict;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done in one credential helper: erasing, the second list, and what came of it. */
final class HelperRun implements StoreRun {
  private final HelperSurvey helper;
  private final List<Step> planned;
  private final List<Probe> probes;
  private final Requested requested;
  private final Map<RegistryKey, EraseReply> replies = new HashMap<>();
  private HelperListing after;

  /**
   * Prepares a run.
   *
   * @param planned every step of the helper, also those with nothing to do
   * @param probes those of the steps that are probes
   */
  HelperRun(HelperSurvey helper, List<Step> planned, List<Probe> probes, Requested requested) {
    this.helper = helper;
    this.planned = planned;
    this.probes = probes;
    this.requested = requested;
  }

  @Override
  public void erase() {
    eraseListed(false);
    for (Probe probe : probes) {
      probe.send();
    }
  }

  @Override
  public void eraseTokens() {
    eraseListed(true);
  }

  /** Sends each key once. */
  private void eraseListed(boolean tokens) {
    Set<RegistryKey> keys = new HashSet<>();
    List<RegistryKey> sent = new ArrayList<>();
    for (Step step : planned) {
      if (step.intent() == Intent.ERASE_LISTED) {
        RegistryKey key = step.entry().key();
        if (key.isHubToken() == tokens && keys.add(key)) {
          sent.add(key);
        }
      }
    }
    if (!sent.isEmpty()) {
      List<EraseReply> answers = helper.store().eraseKeys(sent);
      for (int i = 0; i < sent.size(); i++) {
        replies.put(sent.get(i), answers.get(i));
      }
    }
  }

  @Override
  public void lookAgain(Set<Registry> stillHeld) {
    if (tellsAnything()) {
      after = helper.store().listing();
    }
  }

  /** A second list tells nothing where nothing was erased, or where there is no list. */
  private boolean tellsAnything() {
    if (!replies.isEmpty()) {
      return true;
    }
    for (Probe probe : probes) {
      if (!probe.neverLists() && !probe.foundNothing()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Step> results() {
    Set<RegistryKey> listed = keysOf(after);
    List<Step> results = new ArrayList<>();
    int probe = 0;
    for (Step step : planned) {
      switch (step.intent()) {
        case ERASE_LISTED -> {
          RegistryKey key = step.entry().key();
          Outcome outcome =
              VerdictRules.ofListed(
                  replies.get(key), after, listed.contains(key), helper.store().known());
          results.add(step.with(outcome));
        }
        case PROBE -> results.add(probes.get(probe++).result(after));
        default -> results.add(lookedUpAgain(step));
      }
    }
    addNewlyListed(results);
    return results;
  }

  /** What was absent is not known to be so where the second list fails, or hides an item. */
  private Step lookedUpAgain(Step step) {
    if (after == null || step.outcome().verdict() != Verdict.ABSENT) {
      return step;
    }
    if (!after.works()) {
      return step.with(VerdictRules.notVerified(after.problem()));
    }
    return after.lockedItem() ? step.with(HelperPlanner.lockedItem().asOutcome()) : step;
  }

  /** What is listed now and was not before is a result, too, and says more than an absence. */
  private void addNewlyListed(List<Step> results) {
    if (after == null || !helper.lists()) {
      return;
    }
    Set<RegistryKey> before = keysOf(helper.listing());
    Set<Registry> owners = new HashSet<>();
    List<Step> late = new ArrayList<>();
    for (Entry entry : after.entries()) {
      if (!before.contains(entry.key())) {
        for (RequestKeys request : requested.meaning(helper, entry.key())) {
          owners.add(request.request().registry());
          late.add(newlyListed(request, entry));
        }
      }
    }
    results.removeIf(
        step -> step.outcome().verdict() == Verdict.ABSENT && owners.contains(step.registry()));
    results.addAll(late);
  }

  private Step newlyListed(RequestKeys request, Entry entry) {
    return new Step(
        request.request().registry(),
        helper.id(),
        entry,
        Intent.NOTHING,
        Outcome.remains("still-listed", "it is listed now, and was not before", "run it again"));
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (after != null && after.works() && helper.lists()) {
      Set<RegistryKey> listed = keysOf(after);
      for (Entry entry : helper.listing().entries()) {
        RegistryKey key = entry.key();
        boolean ours =
            replies.containsKey(key)
                || !requested.meaning(helper, key).isEmpty()
                || (!probes.isEmpty() && helper.listing().renamedLabels().contains(key));
        if (!ours && !listed.contains(key) && key.isLogin()) {
          warnings.add(
              new Warning(
                  "neighbour-gone",
                  helper.id()
                      + " does not list "
                      + key.masked()
                      + " any more, which was not to be erased: log in there again",
                  false));
        }
      }
    }
    return warnings;
  }

  private static Set<RegistryKey> keysOf(HelperListing listing) {
    Set<RegistryKey> keys = new HashSet<>();
    if (listing != null) {
      for (Entry entry : listing.entries()) {
        keys.add(entry.key());
      }
    }
    return keys;
  }
}
