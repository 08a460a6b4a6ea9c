package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps other runs of ours from changing a file meanwhile, by a locked file beside it that is
 * deleted afterwards.
 *
 * <p>A lock file that is deleted can be locked by one process while another has made a new one. So
 * whoever holds the lock gives its file a random length and asks the path for its size: another
 * size means that the file that was locked is no longer the one the others see, and it starts over.
 */
final class ConfigLock implements AutoCloseable {
  private static final long WAIT_MILLIS = 10_000;
  private static final int LONGEST_PAUSE = 64; // milliseconds
  private static final int LENGTHS = 1 << 24;

  // A process's own locks do not keep its threads apart.
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final Path path;
  private final ReentrantLock thread;
  private final FileStep.Listener listener;
  private FileChannel channel;

  private ConfigLock(Path path, ReentrantLock thread, FileStep.Listener listener) {
    this.path = path;
    this.thread = thread;
    this.listener = listener;
  }

  /**
   * Takes the lock of a file; where no lock file can be made, the work goes on without.
   *
   * @throws StoreException if another run holds it for more than 10 seconds
   */
  static ConfigLock of(Path file, FileStep.Listener listener) throws StoreException {
    return of(file, listener, WAIT_MILLIS);
  }

  static ConfigLock of(Path file, FileStep.Listener listener, long waitMillis)
      throws StoreException {
    Path path = file.resolveSibling("." + file.getFileName() + ".reglogout.lock");
    ReentrantLock thread = THREADS.computeIfAbsent(path, p -> new ReentrantLock());
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
    try {
      if (!thread.tryLock(waitMillis, TimeUnit.MILLISECONDS)) {
        throw held(path, waitMillis);
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
    ConfigLock lock = new ConfigLock(path, thread, listener);
    try {
      for (int tries = 1; !lock.tryOnce(); tries++) {
        if (System.nanoTime() > deadline) {
          throw held(path, waitMillis);
        }
        // the longer the queue, the less each may ask, or asking is all the machine does
        Thread.sleep(1 + ThreadLocalRandom.current().nextInt(Math.min(8 * tries, LONGEST_PAUSE)));
      }
      return lock;
    } catch (InterruptedException e) {
      thread.unlock();
      throw interrupted();
    } catch (StoreException e) {
      thread.unlock();
      throw e;
    }
  }

  /** Returns whether other runs are really kept out. */
  boolean isHeld() {
    return channel != null;
  }

  @Override
  public void close() {
    if (channel != null) {
      delete();
      closeQuietly(channel);
    }
    thread.unlock();
  }

  /** Returns whether to go on: with the lock, or without where it cannot be had at all. */
  private boolean tryOnce() {
    FileChannel opened = null;
    try {
      listener.before(FileStep.LOCK, path);
      boolean found = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      if (found && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        return true; // behind a link is another's file, and opening a pipe may take for ever
      }
      opened =
          FileChannel.open(
              path,
              Set.of(
                  StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
              FileTraits.privateMode(path)); // who may read it could lock it
      if (!found) {
        FileTraits.giveToOwnerOfDirectory(path);
      }
      FileLock lock = opened.tryLock();
      if (lock == null) {
        opened.close();
        return false;
      }
      int length = 1 + ThreadLocalRandom.current().nextInt(LENGTHS - 1);
      opened.truncate(0);
      opened.write(ByteBuffer.allocate(1), length - 1L);
      if (seenLength() != length) {
        opened.close();
        return false;
      }
      channel = opened;
      return true;
    } catch (IOException e) {
      if (opened != null) {
        delete();
        closeQuietly(opened);
      }
      return true;
    }
  }

  private long seenLength() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return -1;
    }
  }

  private void delete() {
    try {
      listener.before(FileStep.DELETE, path);
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // it stays behind, empty of anything, and the next run takes it over
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // closing drops the lock all the same
    }
  }

  private static StoreException interrupted() {
    Thread.currentThread().interrupt();
    return new StoreException("interrupted", "the run was interrupted", "run it again");
  }

  private static StoreException held(Path path, long waitMillis) {
    return new StoreException(
        "locked",
        "another run of reglogout has been changing it for more than %d seconds"
            .formatted(waitMillis / 1000),
        "wait for that run; if there is none, delete " + path);
  }
}
