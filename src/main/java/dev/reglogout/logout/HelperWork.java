package dev.reglogout.logout;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done in one helper: erasing, the second list, and the verdicts. */
final class HelperWork {
  private final HelperStore helper;
  private final Set<RegistryKey> knownKeys = new HashSet<>();
  private List<Step> steps;
  private Listing second;

  /** Takes the steps of the helper; those that are not planned are only remembered as known. */
  HelperWork(HelperStore helper, List<Step> all) {
    this.helper = helper;
    this.steps = all.stream().filter(Step::isPlanned).toList();
    all.stream()
        .filter(step -> step.entry() != null)
        .forEach(step -> knownKeys.add(step.entry().key()));
  }

  /** Sends the erases, each key once; the steps then hold the helper's answers. */
  void erase() {
    Map<RegistryKey, Entry> entries = new LinkedHashMap<>();
    steps.forEach(step -> entries.putIfAbsent(step.entry().key(), step.entry()));
    List<Outcome> outcomes = helper.erase(List.copyOf(entries.values()));
    Map<RegistryKey, Outcome> answers = new HashMap<>();
    int next = 0;
    for (RegistryKey key : entries.keySet()) {
      answers.put(key, outcomes.get(next++));
    }
    steps = steps.stream().map(step -> step.with(answers.get(step.entry().key()))).toList();
  }

  /** Asks for the second list, unless it would tell nothing new. */
  void lookAgain() {
    boolean neverLists =
        helper.known() == KnownHelper.OTHER
            && steps.stream().anyMatch(step -> step.seen() == Seen.UNKNOWN);
    boolean onlyNothing =
        steps.stream()
            .allMatch(
                step ->
                    step.seen() == Seen.NOT_LISTED
                        && (step.outcome().verdict() == Verdict.ABSENT
                            || step.outcome().verdict() == Verdict.MINTED));
    second = neverLists || onlyNothing ? null : Listing.of(helper);
  }

  /**
   * Returns the steps with their verdicts, and a step for what is listed now and was not before.
   */
  List<Step> results(Requested requested) {
    List<Step> results = new ArrayList<>();
    Map<Registry, List<Step>> blind = new LinkedHashMap<>();
    for (Step step : steps) {
      Step settled = step.with(HelperVerdict.of(step, second));
      if (step.seen() == Seen.UNKNOWN) {
        blind.computeIfAbsent(step.registry(), registry -> new ArrayList<>()).add(settled);
      } else {
        results.add(settled);
      }
    }
    blind.values().forEach(tried -> results.addAll(withoutEchoes(tried)));
    if (second != null) {
      requested.registries().forEach(registry -> addNewcomers(registry, results));
    }
    return results;
  }

  /**
   * Of several keys that were tried blindly for one registry, returns those that tell something:
   * what was erased or went wrong, each once, else that nothing was there.
   */
  private static List<Step> withoutEchoes(List<Step> tried) {
    List<Step> telling = new ArrayList<>();
    Set<Outcome> told = new HashSet<>();
    for (Step step : tried) {
      Verdict verdict = step.outcome().verdict();
      boolean erased = verdict == Verdict.ERASED;
      if (erased || (verdict != Verdict.ABSENT && told.add(step.outcome()))) {
        telling.add(step);
      }
    }
    return telling.isEmpty() ? tried.subList(0, 1) : telling;
  }

  private void addNewcomers(Registry registry, List<Step> results) {
    if (steps.stream().noneMatch(step -> step.registry().equals(registry))) {
      return;
    }
    for (Entry entry : second.entriesOf(registry)) {
      if (!knownKeys.contains(entry.key())) {
        Outcome outcome =
            Outcome.remains("still-listed", "it is listed now, and was not before", "run it again");
        results.add(new Step(registry, helper, entry, Seen.LISTED, outcome));
      }
    }
  }
}
