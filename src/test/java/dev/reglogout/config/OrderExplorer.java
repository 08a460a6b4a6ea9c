package dev.reglogout.config;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goes through every order in which some runs and a neighbour that does not lock can take their
 * steps on one file, with real processes, locks and files, and checks what each step does.
 *
 * <p>Two orders that lead to the same state are gone on with once. A state is the file's bytes,
 * what lies beside it, and for each run the step it is at and the bytes it has read; what a run
 * does next depends on nothing else.
 */
public final class OrderExplorer implements AutoCloseable {
  private static final String KEPT = "kept";

  /** How the file can be changed. */
  public enum Setting {
    /** Replaced, under a lock file. */
    LOCK_FILE,
    /** Replaced, with something else at the lock file's name. */
    NO_LOCK_FILE,
    /** Cut in place, in a directory that others can change. */
    IN_PLACE
  }

  private final Path directory;
  private final Setting setting;
  private final List<SteppedRun> runs = new ArrayList<>();
  private final Set<String> states = new HashSet<>();
  private final boolean withNeighbour;
  private final Path file;

  private String[] readBy; // what each run read last
  private Object[] inodes;
  private boolean[] removed; // whether each run has taken its key out
  private String neighboursCopy;
  private boolean neighbourIsDone;
  private long steps;
  private long ends;

  /** Starts the processes of the runs. */
  public OrderExplorer(Path directory, Setting setting, int count, boolean withNeighbour)
      throws IOException {
    this.directory = Files.createDirectory(directory.resolve(setting.name()));
    this.setting = setting;
    this.withNeighbour = withNeighbour;
    file = this.directory.resolve("config.json").toAbsolutePath();
    for (int i = 0; i < count; i++) {
      runs.add(new SteppedRun());
    }
  }

  /** Goes through all orders; the first step that does what it may not ends it with an error. */
  public void explore() throws IOException {
    restart();
    explore(new ArrayList<>());
  }

  /** Returns how many states there were. */
  public int states() {
    return states.size();
  }

  /** Returns how many steps were taken, again and again. */
  public long steps() {
    return steps;
  }

  /** Returns in how many ways it ended. */
  public long ends() {
    return ends;
  }

  @Override
  public void close() {
    runs.forEach(SteppedRun::close);
  }

  /** Explores from the state that the order of steps has led to. */
  private void explore(List<Integer> order) throws IOException {
    if (!states.add(state())) {
      return;
    }
    List<Integer> movable = movable();
    if (movable.isEmpty()) {
      checkEnd(order);
      ends++;
      return;
    }
    boolean first = true;
    for (int actor : movable) {
      if (!first) {
        restart();
        for (int earlier : order) {
          take(earlier, order);
        }
      }
      first = false;
      order.add(actor);
      take(actor, order);
      explore(order);
      order.remove(order.size() - 1);
    }
  }

  private List<Integer> movable() {
    List<Integer> movable = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (!runs.get(i).hasEnded()) {
        movable.add(i);
      }
    }
    if (withNeighbour && !neighbourIsDone) {
      movable.add(runs.size());
    }
    return movable;
  }

  private void restart() throws IOException {
    for (SteppedRun run : runs) {
      run.abort();
    }
    for (Path left : list()) {
      Files.delete(left);
    }
    StringBuilder text = new StringBuilder("{\"auths\": {\"" + KEPT + "\": {}");
    for (int i = 0; i < runs.size(); i++) {
      text.append(", \"k").append(i).append("\": {\"auth\": \"s\"}");
    }
    Files.writeString(file, text.append("}}"));
    Files.setAttribute(directory, "unix:mode", setting == Setting.IN_PLACE ? 0777 : 0700);
    if (setting == Setting.NO_LOCK_FILE) {
      Files.createDirectory(directory.resolve(".config.json.reglogout.lock"));
    }
    readBy = new String[runs.size()];
    inodes = new Object[runs.size()];
    removed = new boolean[runs.size()];
    neighboursCopy = null;
    neighbourIsDone = false;
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).begin(file, "k" + i);
    }
  }

  private void take(int actor, List<Integer> order) throws IOException {
    steps++;
    Set<String> before = keys();
    if (actor == runs.size()) {
      neighbourSteps();
      keys();
      return;
    }
    SteppedRun run = runs.get(actor);
    if (run.pending().equals("OPEN")) {
      readBy[actor] = Files.readString(file);
      inodes[actor] = Folder.inode(file);
    }
    run.step();
    Set<String> after = keys();
    if (!after.equals(before)) {
      Set<String> allowed = new TreeSet<>(before);
      allowed.remove("k" + actor);
      check(after.equals(allowed), order, "run " + actor + " made " + before + " to " + after);
      removed[actor] = true;
    }
    if (run.hasEnded()) {
      boolean erased = run.verdict().startsWith("ERASED");
      // one that was cut in place, and again in the file that came instead, was not in that one
      boolean absent =
          run.verdict().startsWith("ABSENT") && (!removed[actor] || setting == Setting.IN_PLACE);
      check(erased && removed[actor] || absent, order, "run " + actor + " says " + run.verdict());
    }
  }

  /**
   * As docker does: it reads, and later renames what it read, with an entry more, over the file.
   */
  private void neighbourSteps() throws IOException {
    if (neighboursCopy == null) {
      neighboursCopy = Files.readString(file);
      return;
    }
    Path fresh = directory.resolve("neighbours");
    Files.writeString(fresh, neighboursCopy.replace("{\"kept\"", "{\"new\": {}, \"kept\""));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    neighbourIsDone = true;
  }

  /** Returns the keys in the file, which is never torn. */
  private Set<String> keys() throws IOException {
    return new TreeSet<>(
        JsonParser.parseString(Files.readString(file))
            .getAsJsonObject()
            .getAsJsonObject("auths")
            .keySet());
  }

  private void checkEnd(List<Integer> order) throws IOException {
    Set<String> expected = new TreeSet<>(Set.of(KEPT));
    if (withNeighbour) {
      expected.add("new");
      for (int i = 0; i < runs.size(); i++) {
        if (keys().contains("k" + i)) {
          check(neighboursCopy.contains("\"k" + i + '"'), order, "k" + i + " was not written back");
          expected.add("k" + i);
        }
      }
    }
    check(keys().equals(expected), order, "in the end there is " + keys());
    int others = setting == Setting.NO_LOCK_FILE ? 1 : 0;
    check(list().size() == 1 + others, order, "left: " + list());
  }

  private void check(boolean holds, List<Integer> order, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise + ", in the order " + order);
    }
  }

  private String state() throws IOException {
    StringBuilder state = new StringBuilder(Files.readString(file));
    for (Path each : list()) {
      String name = each.getFileName().toString();
      state.append('\n').append(name.endsWith(".tmp") ? "new file" : name);
    }
    Object inode = Folder.inode(file);
    for (int i = 0; i < runs.size(); i++) {
      state.append('\n').append(runs.get(i).pending()).append(readBy[i]);
      state.append(inode.equals(inodes[i])).append(removed[i]);
    }
    return state + "\n" + neighboursCopy + neighbourIsDone;
  }

  private List<Path> list() throws IOException {
    try (var all = Files.list(directory)) {
      return all.sorted().toList();
    }
  }
}
