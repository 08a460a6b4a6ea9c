package dev.reglogout.logout;

import dev.reglogout.config.InlineStore;
import dev.reglogout.config.Tool;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done in one config file: cutting, and looking again until nothing has come back. */
final class FileWork {
  /** An entry that came back after so many cuts is left, and said to remain. */
  private static final int CUTS = 2;

  private final CredentialStore store;
  private final List<Step> planned;
  private final UserFilter users;
  private final StopSignal stop;
  private final Map<RegistryKey, Integer> cuts = new LinkedHashMap<>();
  private final Map<RegistryKey, Outcome> outcomes = new LinkedHashMap<>();
  private final Map<RegistryKey, Entry> entries = new LinkedHashMap<>();

  FileWork(CredentialStore store, List<Step> all, UserFilter users, StopSignal stop) {
    this.store = store;
    this.planned = all.stream().filter(Step::isPlanned).toList();
    this.users = users;
    this.stop = stop;
    planned.forEach(step -> entries.put(step.entry().key(), step.entry()));
  }

  /**
   * Cuts the secrets, and the placeholders of registries that no helper is concerned with.
   *
   * @param helped registries with work to do in a helper, or with a helper that cannot be asked
   */
  void cutSecrets(Set<Registry> helped) {
    Map<RegistryKey, Entry> now = new LinkedHashMap<>();
    for (Step step : planned) {
      if (step.entry().secret() || !helped.contains(step.registry())) {
        now.put(step.entry().key(), step.entry());
      }
    }
    cut(List.copyOf(now.values()));
  }

  /**
   * Cuts what was left for later and what has come back, and looks at the file a last time.
   *
   * @param held registries that a helper may still hold a credential of; their placeholders stay,
   *     being the only trace
   */
  void cutRestAndLookAgain(Requested requested, Set<Registry> held) {
    while (true) {
      List<Entry> wanted = new ArrayList<>();
      Set<RegistryKey> found = new HashSet<>();
      try {
        for (Entry entry : store.list()) {
          List<Registry> owners = owners(entry.key(), requested);
          if (!owners.isEmpty()) {
            found.add(entry.key());
            entries.put(entry.key(), entry);
            judge(entry, owners.stream().anyMatch(held::contains), wanted);
          }
        }
      } catch (StoreException e) {
        planned.forEach(step -> outcomes.putIfAbsent(step.entry().key(), e.asOutcome()));
        return;
      }
      if (wanted.isEmpty()) {
        outcomes.replaceAll((key, outcome) -> found.contains(key) ? outcome : verified(outcome));
        planned.forEach(step -> outcomes.putIfAbsent(step.entry().key(), Outcome.absent(true)));
        return;
      }
      cut(wanted);
    }
  }

  /** Returns the steps with their outcomes, and a step for what came to the file meanwhile. */
  List<Step> results(Requested requested) {
    List<Step> results = new ArrayList<>();
    Set<RegistryKey> keys = new HashSet<>();
    for (Step step : planned) {
      keys.add(step.entry().key());
      Outcome outcome = outcomes.get(step.entry().key());
      results.add(outcome == null ? step : step.with(outcome));
    }
    outcomes.forEach(
        (key, outcome) -> {
          if (!keys.contains(key)) {
            owners(key, requested)
                .forEach(
                    owner ->
                        results.add(
                            new Step(owner, store, entries.get(key), Seen.LISTED, outcome)));
          }
        });
    return results;
  }

  private void judge(Entry entry, boolean held, List<Entry> wanted) {
    Outcome so = outcomes.get(entry.key());
    if (so != null && so.verdict() == Verdict.FAILED) {
      return;
    }
    Outcome allowed = users.of(entry);
    if (allowed.verdict() != Verdict.PLANNED) {
      outcomes.put(entry.key(), allowed);
      return;
    }
    if (!entry.secret() && held) {
      outcomes.put(
          entry.key(),
          Outcome.kept("placeholder-kept", "it is the only trace of what a helper may still hold"));
    } else if (cuts.getOrDefault(entry.key(), 0) >= CUTS) {
      outcomes.put(
          entry.key(),
          Outcome.remains(
              "written-back",
              "another program has written it back twice",
              "end that program and run it again"));
    } else {
      wanted.add(entry);
    }
  }

  private void cut(List<Entry> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    if (stop.requested()) {
      Outcome interrupted =
          Outcome.failed("interrupted", "the run was interrupted", "run it again");
      wanted.forEach(entry -> outcomes.put(entry.key(), interrupted));
      return;
    }
    List<Outcome> cutOutcomes = store.erase(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      RegistryKey key = wanted.get(i).key();
      Outcome outcome = cutOutcomes.get(i);
      cuts.merge(key, 1, Integer::sum);
      if (outcome.verdict() != Verdict.ABSENT) {
        outcomes.put(key, outcome);
      } else {
        outcomes.putIfAbsent(key, outcome); // another program was faster
      }
    }
  }

  private static Outcome verified(Outcome outcome) {
    return switch (outcome.verdict()) {
      case ERASED -> Outcome.erased(true);
      case ABSENT -> Outcome.absent(true);
      default -> outcome;
    };
  }

  private List<Registry> owners(RegistryKey key, Requested requested) {
    return requested.meaning(
        key, store instanceof InlineStore inline && inline.file().tool() == Tool.PODMAN);
  }
}
