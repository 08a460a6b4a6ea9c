package dev.reglogout.e2e;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs that are ended by kill -9 while they cut an entry out of a large file. */
final class KillRound {
  private static final String LOCK = ".config.json.reglogout.lock";

  /** When a run is killed. */
  enum Moment {
    /** At any time between its start and its end. */
    ANY,
    /** About as long as it holds its lock: while it compares, writes and renames. */
    AT_WORK
  }

  private final SharedFile file;
  private final Program program;
  private final Map<String, String> environment;
  private final Random random;
  private final long wholeNanos;
  private final long lockedNanos;
  private int next;

  /**
   * Prepares the file, and measures how long a whole run takes.
   *
   * @param inPlace whether the file has a second name, so that it is cut in place
   */
  KillRound(
      SharedFile file,
      Program program,
      Map<String, String> environment,
      Random random,
      boolean inPlace)
      throws IOException, InterruptedException {
    this.file = file.fill();
    this.program = program;
    this.environment = environment;
    this.random = random;
    if (inPlace) {
      Path names = Files.createDirectories(file.file().getParent().resolveSibling("names"));
      Files.createLink(names.resolve("config.json"), file.file());
    }
    Files.setPosixFilePermissions(file.file(), PosixFilePermissions.fromString("rw-------"));
    complete(file.hosts().get(next++));
    long begin = System.nanoTime();
    complete(file.hosts().get(next++));
    wholeNanos = System.nanoTime() - begin;
    lockedNanos = lockedNanos(file.hosts().get(next++));
  }

  /** Lets a run come to its end, and returns how long its lock was seen. */
  private long lockedNanos(String host) throws IOException, InterruptedException {
    Process process = Contender.ours().start(file.file(), host, environment);
    awaitLock(process, true);
    long begin = System.nanoTime();
    awaitLock(process, false);
    long nanos = System.nanoTime() - begin;
    process.waitFor();
    Files.delete(Contender.err(file.file(), host));
    return Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(2));
  }

  private void awaitLock(Process process, boolean there) {
    Path lock = file.file().resolveSibling(LOCK);
    while (process.isAlive() && Files.exists(lock) != there) {
      Thread.onSpinWait();
    }
  }

  /** Returns whether there is an entry left to be cut. */
  boolean hasNext() {
    return next < file.hosts().size() - 1; // a killed run may need one more to clear what it left
  }

  /** Kills one run, looks at what it left, and lets the next run clear it. */
  void run(Moment moment, Tally tally) throws IOException, InterruptedException {
    String host = file.hosts().get(next++);
    JsonObject before = parsed(tally);
    Process process = Contender.ours().start(file.file(), host, environment);
    waitFor(moment, process);
    boolean alive = process.isAlive();
    process.destroyForcibly().waitFor();
    Files.delete(Contender.err(file.file(), host));

    JsonObject after = parsed(tally);
    boolean cut = !SharedFile.hostsOf(after).contains(host);
    before.getAsJsonObject("auths").remove(cut ? host : "");
    if (!after.equals(before)) {
      tally.wrong.add("after the kill something else has changed: " + after);
    }
    List<Path> left = file.leftovers().stream().map(Path::of).toList();
    left.forEach(path -> judgeLeftover(path, host, tally));
    if (alive) {
      tally.kills++;
      tally.cut += cut ? 1 : 0;
      tally.locks += left.stream().anyMatch(path -> path.endsWith(LOCK)) ? 1 : 0;
      tally.temporary += left.stream().anyMatch(path -> !path.endsWith(LOCK)) ? 1 : 0;
    }
    if (!left.isEmpty()) {
      complete(cut ? file.hosts().get(next++) : host);
      file.leftovers().forEach(name -> tally.wrong.add("the next run left " + name));
    }
  }

  private JsonObject parsed(Tally tally) throws IOException {
    try {
      return file.read();
    } catch (SharedFile.TornException e) {
      tally.wrong.add("torn: " + e);
      return SharedFile.empty();
    }
  }

  private void judgeLeftover(Path path, String host, Tally tally) {
    try {
      String name = path.getFileName().toString();
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      boolean ours = name.equals(LOCK) || name.startsWith(".config.json.reglogout-");
      if (!ours || !mode.equals("rw-------")) {
        tally.wrong.add("left: " + name + " " + mode);
      }
      if (Files.readString(path).contains(SharedFile.secret(host))) {
        tally.wrong.add("left: " + name + " with the credential that was to go");
      }
    } catch (IOException e) {
      tally.wrong.add(e.toString());
    }
  }

  private void waitFor(Moment moment, Process process) {
    long from = System.nanoTime();
    long nanos;
    if (moment == Moment.AT_WORK) {
      awaitLock(process, true);
      from = System.nanoTime();
      nanos = random.nextLong(lockedNanos + lockedNanos / 4);
    } else {
      nanos = random.nextLong(wholeNanos);
    }
    while (System.nanoTime() - from < nanos) {
      Thread.onSpinWait();
    }
  }

  private void complete(String host) throws IOException {
    Program.Result result = program.run(environment, "--config", file.file().toString(), host);
    if (result.exit() != 0) {
      throw new AssertionError("exit " + result.exit() + ": " + result.err());
    }
  }

  /** What became of some kills. */
  static final class Tally {
    /** Runs that were alive when they were killed. */
    int kills;

    /** How many of them had made their cut. */
    int cut;

    /** How many of them left a lock file behind. */
    int locks;

    /** How many of them left a half-made new file behind. */
    int temporary;

    /** What must not be. */
    final List<String> wrong = new ArrayList<>();
  }
}
