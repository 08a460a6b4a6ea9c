package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps other runs of ours from changing a file meanwhile, by an empty, locked file beside it that
 * is deleted afterwards.
 *
 * <p>A lock file that is deleted can be locked by one process while another has made a new one. So
 * whoever holds the lock looks whether what it has locked is still at the lock file's path; if not,
 * it starts over. What stands at that path and is not ours is left alone; there, and where no lock
 * file can be made, the lock on the config file itself has to do.
 */
final class ConfigLock implements AutoCloseable {
  // A process's own locks do not keep its threads apart.
  private static final Map<Path, Turn> THREADS = new ConcurrentHashMap<>();

  private final Path path;
  private final Turn thread;
  private final FileStep.Listener listener;
  private FileChannel channel;
  private FileTraits found; // of the lock file that was there; null if none was
  private boolean inTheWay;

  private ConfigLock(Path path, Turn thread, FileStep.Listener listener) {
    this.path = path;
    this.thread = thread;
    this.listener = listener;
  }

  /** A lock between threads that counts how often it was taken. */
  private static final class Turn extends ReentrantLock {
    private static final long serialVersionUID = 1L;

    private volatile int count;
  }

  private enum State {
    HELD,
    BUSY,
    NOT_TO_BE_HAD
  }

  /**
   * Takes the lock of a file, if it can be had.
   *
   * @param ours whether nobody else can change where the file's path leads
   * @throws StoreException if another run holds it for more than 10 seconds
   */
  static ConfigLock of(Path file, boolean ours, FileStep.Listener listener) throws StoreException {
    return of(file, ours, listener, LockWait.MILLIS);
  }

  static ConfigLock of(Path file, boolean ours, FileStep.Listener listener, long waitMillis)
      throws StoreException {
    Path path = file.resolveSibling("." + file.getFileName() + ".reglogout.lock");
    Turn thread = THREADS.computeIfAbsent(path, p -> new Turn());
    takeTurn(thread, path, waitMillis);
    ConfigLock lock = new ConfigLock(path, thread, listener);
    boolean done = false;
    try {
      if (ours) {
        lock.await(waitMillis);
      }
      done = true;
      return lock;
    } finally {
      if (!done) {
        thread.unlock();
      }
    }
  }

  private static void takeTurn(Turn thread, Path path, long waitMillis) throws StoreException {
    try {
      int before;
      do {
        before = thread.count;
        if (thread.tryLock(waitMillis, TimeUnit.MILLISECONDS)) {
          thread.count++;
          return;
        }
      } while (thread.count != before); // it has changed hands
    } catch (InterruptedException e) {
      throw LockWait.interrupted();
    }
    throw heldByAnother(path, waitMillis);
  }

  private void await(long waitMillis) throws StoreException {
    LockWait wait = null;
    while (tryOnce() == State.BUSY) {
      wait = wait == null ? new LockWait(waitMillis) : wait;
      FileCause.during(listener, FileStep.WAIT, path);
      if (!wait.goesOn(found)) {
        throw heldByAnother(path, waitMillis);
      }
    }
  }

  /** Returns whether other runs are kept out by the lock file. */
  boolean isHeld() {
    return channel != null;
  }

  /**
   * Checks that something keeps other runs out, where neither file is locked.
   *
   * @throws StoreException if that is so because another file is at the lock file's path
   */
  void checkNothingInTheWay() throws StoreException {
    if (inTheWay) {
      throw new StoreException(
          "lock-in-the-way",
          "it cannot be locked: another file is at " + path,
          "see what that is, and move it away");
    }
  }

  @Override
  public void close() {
    if (channel != null) {
      TemporaryFiles.delete(path, listener);
      closeQuietly(channel);
    }
    thread.unlock();
  }

  private State tryOnce() {
    FileChannel opened = null;
    try {
      listener.before(FileStep.LOCK, path);
      found = traits();
      if (found != null && !isOurs(found)) {
        inTheWay = true;
        return State.NOT_TO_BE_HAD;
      }
      opened = open(found == null);
      if (opened.tryLock() == null || !isAtItsPath()) {
        return State.BUSY;
      }
      channel = opened;
      return State.HELD;
    } catch (FileAlreadyExistsException e) {
      return State.BUSY; // another run was quicker
    } catch (NoSuchFileException e) {
      return found == null ? State.NOT_TO_BE_HAD : State.BUSY; // its holder has deleted it
    } catch (IOException e) {
      if (opened == null) {
        inTheWay = found != null;
      } else if (found == null) {
        TemporaryFiles.delete(path, listener); // just made, and nobody can lock it
      }
      return State.NOT_TO_BE_HAD;
    } finally {
      if (opened != null && channel == null) {
        closeQuietly(opened);
      }
    }
  }

  private FileTraits traits() throws IOException {
    try {
      return FileTraits.of(path);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static boolean isOurs(FileTraits found) throws IOException {
    return found.mode() < 0
        || found.regular()
            && found.size() == 0
            && found.names() == 1
            && found.uid() == Surroundings.ourUid();
  }

  private FileChannel open(boolean create) throws IOException {
    return create
        ? FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
            FileTraits.privateMode(path)) // who may read it could lock it
        : FileChannel.open(
            path,
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
  }

  /** Returns whether the lock file we have open, the only one of this path, is still there. */
  private boolean isAtItsPath() {
    return FileTraits.hasModes(path) ? Descriptors.named(path) != null : Files.exists(path);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // closing drops the lock all the same
    }
  }

  private static StoreException heldByAnother(Path path, long waitMillis) {
    return new StoreException(
        "locked",
        "another run of reglogout has been changing it for more than "
            + waitMillis / 1000
            + " seconds",
        "wait for that run; if there is none, delete " + path);
  }
}
