package dev.reglogout.config;

import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Changes spans of a file: by putting a new file in its place, or, where that cannot be, by writing
 * over them.
 *
 * <p>Links stay links. What another program wrote since the file was read is never written over, as
 * far as a comparison right before the change can see.
 */
final class FileEditor {
  /** How often a file may change under our hands before we give up. */
  private static final int TRIES = 20;

  /** How often another may be at its path once we have locked it, as in a long queue of ours. */
  private static final int MISSES = 1000;

  private static final byte[] NOTHING = {};

  private final FileStep.Listener listener;
  private final StopSignal stop;

  FileEditor(FileStep.Listener listener, StopSignal stop) {
    this.listener = listener;
    this.stop = stop;
  }

  FileStep.Listener listener() {
    return listener;
  }

  /** Chooses what to change in the bytes that are in the file now; none if it is gone. */
  @FunctionalInterface
  interface Choice {
    /** Returns the edit; an empty one leaves the file as it is. */
    Edit of(byte[] json) throws StoreException;
  }

  /**
   * Edits a file under its lock; the choice is made anew each time the file has changed.
   *
   * @throws StoreException if it cannot be done; the file is then as it was
   */
  void edit(Path path, Choice choice) throws StoreException {
    Path target = target(path);
    if (target == null) {
      return; // it is gone, and so is all that was in it
    }
    boolean ours = isOurs(target);
    boolean done = stop.tidily(() -> new Attempts(target, ours, choice).untilDone());
    if (!done) {
      throw new StoreException(
          "config-busy",
          "another program keeps changing it",
          "stop that program, or run it again later");
    }
  }

  /**
   * Deletes what killed runs have left beside a file, under its lock, for a run at work makes such
   * a file too; what cannot be deleted is left to the next run.
   */
  void clearLeftovers(Path path) {
    try {
      Path target = target(path);
      if (target != null && !TemporaryFiles.all(target).isEmpty() && isOurs(target)) {
        edit(path, json -> new Edit(List.of()));
      }
    } catch (StoreException e) {
      // nothing was to be done in the file itself
    }
  }

  /** Returns where a path leads; null if nowhere. */
  static Path target(Path path) throws StoreException {
    try {
      Path target = path.toRealPath();
      Surroundings.checkLinks(path, target);
      return target;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw FileCause.of(e).asException("it cannot be found");
    }
  }

  private static boolean isOurs(Path target) {
    try {
      return Surroundings.areOurs(target);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns why an edit of a file would fail as things are, without changing anything: nothing if
   * it would succeed, or if nobody can tell.
   */
  static Optional<StoreException> problemOf(Path path) {
    try {
      Path target = target(path);
      return target == null
          ? Optional.empty()
          : Writability.problemOf(target, Surroundings.areOurs(target));
    } catch (StoreException e) {
      return Optional.of(e);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The tries to edit one file. */
  private final class Attempts {
    private final Path target;
    private final boolean ours;
    private final Choice choice;
    private boolean cleared;
    private FileTraits busy; // of the file that another program has locked

    Attempts(Path target, boolean ours, Choice choice) {
      this.target = target;
      this.ours = ours;
      this.choice = choice;
    }

    /** Returns false if other programs kept changing the file. */
    boolean untilDone() throws StoreException {
      try (ConfigLock lock = ConfigLock.of(target, ours, listener)) {
        LockWait wait = null;
        int changes = 0;
        int misses = 0;
        while (changes < TRIES && misses < MISSES) {
          Result result = once(lock);
          if (result == Result.DONE) {
            return true;
          } else if (result == Result.CHANGED) {
            changes++;
          } else if (result == Result.MISSED) {
            misses++;
          } else {
            wait = wait == null ? new LockWait(LockWait.MILLIS) : wait;
            FileCause.during(listener, FileStep.WAIT, target);
            if (!wait.goesOn(busy)) {
              throw locked();
            }
          }
        }
      }
      return false;
    }

    private Result once(ConfigLock lock) throws StoreException {
      OpenFile.ONE_AT_A_TIME.lock();
      try (OpenFile file = OpenFile.toChange(target, ours, listener)) {
        if (file == null) {
          choice.of(NOTHING);
          clear(lock.isHeld());
          return Result.DONE;
        }
        OpenFile.Lock state = file.tryLock();
        if (state == OpenFile.Lock.BUSY) {
          busy = file.traits();
          return Result.BUSY;
        }
        if (!file.isCurrent()) {
          return Result.MISSED;
        }
        if (state == OpenFile.Lock.NOT_WRITABLE && !lock.isHeld()) {
          lock.checkNothingInTheWay();
        }
        clear(lock.isHeld() || state == OpenFile.Lock.HELD);
        byte[] json = file.read();
        Edit edit = choice.of(json);
        if (edit.isEmpty() || stop.step(() -> change(file, json, edit))) {
          return Result.DONE;
        }
        return Result.CHANGED;
      } catch (OpenFile.LinkException e) {
        return Result.MISSED;
      } catch (IOException e) {
        throw FileCause.of(e).asException("it cannot be read");
      } finally {
        OpenFile.ONE_AT_A_TIME.unlock();
      }
    }

    /** Deletes leftovers if no other run can be at work on what looks like one. */
    private void clear(boolean alone) {
      if (alone && ours && !cleared) {
        TemporaryFiles.clear(target, listener);
        cleared = true;
      }
    }

    /** Returns false if the file was changed by somebody else meanwhile; nothing was written. */
    private boolean change(OpenFile file, byte[] json, Edit edit) throws StoreException {
      Replacement replacement = new Replacement(target, listener);
      FileTraits traits = file.traits();
      IOException cause = null;
      // a new file would leave the secret under other names, and has no attributes
      if (ours && traits.names() == 1 && !file.hasExtendedAttributes()) {
        try {
          return replacement.put(file, json, edit.applyTo(json), traits);
        } catch (IOException e) {
          cause = e;
        }
      }
      if (!ours) {
        Surroundings.checkOwner(target, traits);
      }
      try {
        return new InPlaceCut(target, listener).make(file, json, edit);
      } catch (IOException e) {
        if (cause instanceof Replacement.OwnerException) {
          try {
            return replacement.put(file, json, edit.applyTo(json), traits.ofOurOwn());
          } catch (IOException last) {
            e.addSuppressed(last);
          }
        }
        if (!ours && !edit.fitsInPlace()) {
          throw Surroundings.shared();
        }
        throw FileCause.of(cause == null ? e : cause).asException("it cannot be written");
      }
    }

    private static StoreException locked() {
      return new StoreException(
          "locked",
          "another program has kept it locked for more than " + LockWait.MILLIS / 1000 + " seconds",
          "wait for that program, or stop it");
    }
  }

  /** How a try ended. */
  private enum Result {
    DONE,
    /** Somebody else has changed the file. */
    CHANGED,
    /** The file that was opened was no longer at its path once it was locked. */
    MISSED,
    /** Another program has locked the file. */
    BUSY
  }
}
