package dev.reglogout.e2e;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What may become of the lock beside a file, and a round of many runs with it so. */
enum LockState {
  FREE("nothing is there", "true", "true"),
  LEFT("a run that was killed has left it", ": >$lock; chmod 600 $lock", "rm -f $lock"),
  SMALL_FILES("no file may be large (ulimit -f 64)", "true", "true"),
  ANOTHER_USERS(
      "another user has left it",
      ": >$lock; chmod 600 $lock; chown 12345 $lock",
      "test -f $lock && rm $lock"),
  DIRECTORY("a directory has its name", "mkdir $lock", "rmdir $lock"),
  DANGLING_LINK("a dangling link has its name", "ln -s nowhere $lock", "test -h $lock && rm $lock"),
  HARD_LINK(
      "another file has its name, too",
      ": >$file.x; ln $file.x $lock",
      "test $lock -ef $file.x && rm $lock $file.x"),
  CONTENT("a file with content has its name", "echo x >$lock", "grep -q x $lock && rm $lock"),
  IMMUTABLE("it is immutable", ": >$lock; chattr +i $lock", "chattr -i $lock; rm $lock"),
  SHARED_DIRECTORY(
      "others can change the directory", "chmod 777 ${file%/*}", "chmod 700 ${file%/*}");

  private final String words;
  private final String before;
  private final String after;

  /**
   * Creates a state.
   *
   * @param before a shell's words that bring it about
   * @param after those that end it, and fail if what was there is not there any more
   */
  LockState(String words, String before, String after) {
    this.words = words;
    this.before = before;
    this.after = after;
  }

  /** Runs one round, and adds what became of it to a tally. */
  void round(Path file, int runs, Map<String, String> environment, ParallelRound.Tally tally)
      throws IOException, InterruptedException {
    if (this == ANOTHER_USERS || this == IMMUTABLE) {
      RealHelpers.requireThat(OrdinaryUser.weAreRoot(), "only root can bring about that " + words);
    }
    Files.createDirectories(file.getParent());
    RealHelpers.requireThat(shell(file, before) == 0, "this machine cannot do: " + before);
    Contender contender = Contender.ours();
    if (this == SMALL_FILES) {
      List<String> limited =
          new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 64; exec \"$@\"", "sh"));
      limited.addAll(contender.words());
      contender = new Contender(contender.name(), limited);
    }
    int known = tally.leftovers.size();
    new ParallelRound(SharedFile.of(file, runs), contender, false, environment)
        .run(ParallelRound.ALONE, tally);
    tally.leftovers.subList(known, tally.leftovers.size()).clear();
    if (shell(file, after) != 0) {
      tally.broken.add("what was at the lock's name is not there any more: " + words);
    }
    tally.leftovers.addAll(SharedFile.of(file, 0).leftovers());
  }

  private static int shell(Path file, String script) throws IOException, InterruptedException {
    String lock = file.resolveSibling(".config.json.reglogout.lock").toString();
    return OrdinaryUser.exit(
        "/bin/sh", "-c", "file=$1 lock=$2; " + script, "sh", file.toString(), lock);
  }

  @Override
  public String toString() {
    return words;
  }
}
