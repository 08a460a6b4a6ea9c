package dev.reglogout.logout;

import dev.reglogout.config.EntryStore;
import dev.reglogout.logout.Step.Intent;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.RequestKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done in one login file: cutting, and looking again until nothing has come back. */
final class FileRun implements StoreRun {
  /** An entry that came back after so many cuts is left, and said to remain. */
  private static final int CUTS = 2;

  private final FileSurvey file;
  private final EntryStore store;
  private final List<Step> planned;
  private final Requested requested;
  private final Selection selection;
  private final StopSignal stop;
  private final Set<Registry> helperBacked;
  private final boolean tokensWait;
  // by what tells entries apart, also after another program has moved them
  private final Set<String> plannedNames = new HashSet<>();
  private final Map<String, Integer> cuts = new HashMap<>();
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private final Map<String, Entry> late = new LinkedHashMap<>();
  private final Set<String> unrequested = new HashSet<>();
  private StoreException unreadable;

  /**
   * Prepares a run.
   *
   * @param file as it was when the plan was made
   * @param store reads and cuts it
   * @param planned every step of the file, also those with nothing to do
   * @param helperBacked registries with work to do in a helper, or with a helper that cannot be
   *     asked: their placeholders have to wait
   * @param tokensWait whether the tokens of Docker Hub's sign-in have to wait for its end
   */
  FileRun(
      FileSurvey file,
      EntryStore store,
      List<Step> planned,
      Requested requested,
      Selection selection,
      StopSignal stop,
      Set<Registry> helperBacked,
      boolean tokensWait) {
    this.file = file;
    this.store = store;
    this.planned = planned;
    this.requested = requested;
    this.selection = selection;
    this.stop = stop;
    this.helperBacked = helperBacked;
    this.tokensWait = tokensWait;
    for (Step step : planned) {
      if (step.entry() != null && step.outcome().verdict() != Verdict.ABSENT) {
        plannedNames.add(nameOf(step.entry()));
      }
    }
  }

  /** Of several entries with one key, one may be another user's, and one may hold no secret. */
  private static String nameOf(Entry entry) {
    return (entry.secret() ? "secret " : "placeholder ") + entry.user() + " " + entry.key().text();
  }

  @Override
  public void erase() {
    Set<Entry> now =
        Collections.newSetFromMap(new IdentityHashMap<>()); // one may be asked for twice
    List<Entry> due = new ArrayList<>();
    for (Step step : planned) {
      if (isDue(step) && now.add(step.entry())) {
        due.add(step.entry());
      }
    }
    cut(due);
  }

  private boolean isDue(Step step) {
    return switch (step.intent()) {
      case CUT_SECRET -> !(tokensWait && step.entry().key().isHubToken());
      case CUT_PLACEHOLDER -> !helperBacked.contains(step.registry());
      default -> false;
    };
  }

  @Override
  public void eraseTokens() {
    // they go with what had to wait, in one write
  }

  @Override
  public void lookAgain(Set<Registry> stillHeld) {
    while (true) {
      List<Entry> wanted = new ArrayList<>();
      Set<String> found = new HashSet<>();
      try {
        for (Entry entry : store.read().entries()) {
          List<RequestKeys> owners = requested.meaning(file, entry.key());
          if (owners.isEmpty() && requested.everything()) {
            unrequested.add(entry.key().text());
          } else if (!owners.isEmpty() && judge(entry, isHeld(owners, stillHeld), wanted)) {
            found.add(nameOf(entry));
          }
        }
      } catch (StoreException e) {
        unreadable = e;
        return;
      }
      if (wanted.isEmpty()) {
        outcomes.replaceAll((name, outcome) -> found.contains(name) ? outcome : verified(outcome));
        return;
      }
      cut(wanted);
    }
  }

  private static boolean isHeld(List<RequestKeys> owners, Set<Registry> stillHeld) {
    for (RequestKeys owner : owners) {
      if (stillHeld.contains(owner.request().registry())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether an entry that is there should not be; whether it can be cut is another thing.
   */
  private boolean judge(Entry entry, boolean held, List<Entry> wanted) {
    String name = nameOf(entry);
    boolean isLate = !plannedNames.contains(name);
    if (isLate) {
      late.put(name, entry);
    }
    Outcome allowed = selection.of(entry);
    if (allowed.verdict() != Verdict.PLANNED) {
      if (isLate) {
        outcomes.put(name, allowed);
      }
      return false;
    }
    Outcome known = outcomes.get(name);
    if (known != null && known.verdict() == Verdict.FAILED) {
      return true;
    }
    if (!entry.secret() && held) {
      outcomes.put(
          name,
          Outcome.kept("placeholder-kept", "it is the only trace of what a helper may still hold"));
    } else if (cuts.getOrDefault(name, 0) >= CUTS) {
      outcomes.put(
          name,
          Outcome.remains(
              "written-back",
              "another program has written it back twice",
              "end that program and run it again"));
    } else {
      wanted.add(entry);
    }
    return true;
  }

  private void cut(List<Entry> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    if (stop.requested()) {
      put(wanted, Outcome.failed("interrupted", "the run was interrupted", "run it again"));
      return;
    }
    Collection<Entry> done;
    try {
      done = store.cut(wanted);
    } catch (StoreException e) {
      put(wanted, e.asOutcome());
      return;
    }
    Set<String> gone = new HashSet<>();
    for (Entry entry : done) {
      gone.add(nameOf(entry));
    }
    Set<String> tried = new HashSet<>(); // an entry that stands twice is cut once
    for (Entry entry : wanted) {
      String name = nameOf(entry);
      if (tried.add(name)) {
        cuts.merge(name, 1, Integer::sum);
      }
      if (gone.contains(name)) {
        outcomes.put(name, Outcome.erased(false));
      } else {
        outcomes.putIfAbsent(name, Outcome.absent(false)); // another program was faster
      }
    }
  }

  private void put(List<Entry> entries, Outcome outcome) {
    for (Entry entry : entries) {
      outcomes.put(nameOf(entry), outcome);
    }
  }

  private static Outcome verified(Outcome outcome) {
    return switch (outcome.verdict()) {
      case ERASED -> Outcome.erased(true);
      case ABSENT -> Outcome.absent(true);
      default -> outcome;
    };
  }

  @Override
  public List<Step> results() {
    Set<Registry> foundLate = new HashSet<>();
    for (Entry entry : late.values()) {
      for (RequestKeys owner : requested.meaning(file, entry.key())) {
        foundLate.add(owner.request().registry());
      }
    }
    List<Step> results = new ArrayList<>();
    for (Step step : planned) {
      if (unreadable != null && file.document() != null) {
        results.add(step.with(notReadAgain()));
      } else if (step.isPlanned()) {
        results.add(step.with(outcomes.getOrDefault(nameOf(step.entry()), Outcome.absent(true))));
      } else if (step.outcome().verdict() != Verdict.ABSENT
          || !foundLate.contains(step.registry())) {
        results.add(step);
      }
    }
    for (Entry entry : late.values()) {
      Outcome outcome = outcomes.get(nameOf(entry));
      boolean cut = outcome.verdict() == Verdict.ERASED;
      for (RequestKeys owner : requested.meaning(file, entry.key())) {
        Intent intent = cut ? Intent.CUT_SECRET : Intent.NOTHING;
        results.add(new Step(owner.request().registry(), file.id(), entry, intent, outcome));
      }
    }
    return results;
  }

  private Outcome notReadAgain() {
    return Outcome.failed(
        unreadable.reason(),
        "it changed meanwhile and cannot be read again: " + unreadable.getMessage(),
        unreadable.advice());
  }

  @Override
  public List<Warning> warnings() {
    if (unrequested.isEmpty()) {
      return List.of();
    }
    int entries = unrequested.size();
    return List.of(
        new Warning(
            "late-entry",
            (entries == 1 ? "1 entry came" : entries + " entries came")
                + " to "
                + file.id()
                + " meanwhile and "
                + (entries == 1 ? "is" : "are")
                + " left alone: run it again to erase "
                + (entries == 1 ? "it" : "them"),
            true));
  }
}
