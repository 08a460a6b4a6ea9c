package dev.reglogout.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * All entries of one file logged out of at once, by a process each, while somebody reads it all the
 * time and, if wanted, a neighbour changes it without a lock.
 */
final class ParallelRound {
  private static final int LIMIT_SECONDS = 120;

  /** The neighbour rewrites as fast as it can; the least of all pauses. */
  static final long WITHOUT_PAUSE = 0;

  /** There is no neighbour. */
  static final long ALONE = -1;

  private final SharedFile file;
  private final Contender contender;
  private final boolean watched;
  private final Map<String, String> environment;

  /**
   * Prepares rounds.
   *
   * @param watched whether the steps of each process are written down, so that it can be told what
   *     it could have seen
   */
  ParallelRound(
      SharedFile file, Contender contender, boolean watched, Map<String, String> environment) {
    this.file = file;
    this.contender = watched ? contender.watched() : contender;
    this.watched = watched;
    this.environment = environment;
  }

  /** A process of the round. */
  private record Run(Process process, long begin, CompletableFuture<Long> end) {}

  /** Runs one round, and adds what became of it to a tally. */
  void run(long pauseMillis, Tally tally) throws IOException, InterruptedException {
    file.fill();
    Map<String, Run> runs = new LinkedHashMap<>();
    Rewriter rewriter = pauseMillis == ALONE ? null : new Rewriter(file, pauseMillis);
    Onlooker onlooker = new Onlooker(file);
    try (onlooker;
        rewriter) {
      for (String host : file.hosts()) {
        long begin = SharedFile.now();
        Process process = contender.start(file.file(), host, environment);
        runs.put(host, new Run(process, begin, process.onExit().thenApply(p -> SharedFile.now())));
      }
      for (Run run : runs.values()) {
        if (!run.process().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          runs.values().forEach(each -> each.process().destroyForcibly());
          throw new AssertionError("still running after " + LIMIT_SECONDS + " s");
        }
      }
    }
    tally.rounds++;
    tally.runs += runs.size();
    tally.looks += onlooker.looks();
    tally.torn.addAll(onlooker.torn());
    tally.leftovers.addAll(file.leftovers());
    judge(runs, rewriter, tally);
  }

  private void judge(Map<String, Run> runs, Rewriter rewriter, Tally tally) throws IOException {
    List<Rewriter.Write> writes = rewriter == null ? List.of() : rewriter.writes();
    Map<String, Trace> traces = traces(runs.keySet());
    Set<String> there;
    try {
      there = SharedFile.hostsOf(file.read());
    } catch (SharedFile.TornException e) {
      tally.torn.add(e.toString());
      return;
    }
    for (Map.Entry<String, Run> entry : runs.entrySet()) {
      String host = entry.getKey();
      Run run = entry.getValue();
      Path err = Contender.err(file.file(), host);
      if (run.process().exitValue() != 0) {
        tally.saidToRemain.merge(cause(Files.readString(err)), 1, Integer::sum);
      } else if (there.contains(host)) {
        cameBack(host, run, traces.get(host), writes, tally);
      }
      Files.delete(err);
    }
    if (rewriter != null) {
      tally.neighbourWrites += writes.size();
      tally.torn.addAll(rewriter.faults());
      tally.overwritten += rewriter.lost().size();
      for (Rewriter.Lost lost : rewriter.lost()) {
        if (watched && traces.values().stream().noneMatch(t -> t.couldNotSee(lost.write()))) {
          tally.broken.add("a neighbour's write that could be seen was lost: " + lost);
        }
      }
    }
  }

  /** Returns what stands between the file and the advice. */
  private static String cause(String err) {
    String[] parts = err.strip().split(": |\\. ");
    return parts.length > 2 ? parts[2] : err;
  }

  /** An entry is there although its process said that it is gone: who brought it back, and when? */
  private static void cameBack(
      String host, Run run, Trace trace, List<Rewriter.Write> writes, Tally tally) {
    Rewriter.Write last = null;
    for (Rewriter.Write write : writes) {
      if (write.hosts().contains(host) && write.end() >= run.begin()) {
        last = write;
      }
    }
    if (last == null) {
      tally.lostByItsKind++;
    } else if (trace != null && last.end() < trace.lastLook()) {
      tally.broken.add(
          "%s was there at the last look at %d: %s".formatted(host, trace.lastLook(), last));
    } else {
      tally.cameBack++;
      tally.afterExit += last.begin() > run.end().join() ? 1 : 0;
    }
  }

  private Map<String, Trace> traces(Set<String> hosts) throws IOException {
    Map<String, Trace> traces = new LinkedHashMap<>();
    if (watched) {
      for (String host : hosts) {
        Path log = Contender.trace(file.file(), host);
        traces.put(host, Trace.read(log, file.file()));
        Files.delete(log);
      }
    }
    return traces;
  }

  /** What became of some rounds. */
  static final class Tally {
    int rounds;
    int runs;
    int looks;
    int neighbourWrites;

    /** Processes that did not say that the entry is gone, by the cause they gave. */
    final Map<String, Integer> saidToRemain = new TreeMap<>();

    /** Entries said to be gone and there, though the neighbour did not write them any more. */
    int lostByItsKind;

    /** Entries said to be gone that the neighbour wrote back when nobody could look any more. */
    int cameBack;

    /** How many of these when their process had even ended. */
    int afterExit;

    /** Writes of the neighbour's that somebody wrote over. */
    int overwritten;

    final List<String> torn = new ArrayList<>();
    final List<String> leftovers = new ArrayList<>();

    /** What must not be, with the times that prove it. */
    final List<String> broken = new ArrayList<>();

    /** Returns all that must not be, whatever the neighbour does; empty if all is well. */
    List<String> wrong() {
      List<String> wrong = new ArrayList<>(broken);
      torn.forEach(text -> wrong.add("torn: " + text));
      leftovers.forEach(name -> wrong.add("left: " + name));
      if (lostByItsKind > 0) {
        wrong.add(lostByItsKind + " entries said to be gone were lost by the same program");
      }
      return wrong;
    }
  }
}
