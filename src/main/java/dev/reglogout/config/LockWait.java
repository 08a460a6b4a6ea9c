package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waiting for a lock: for a time that begins anew whenever the lock changes hands. */
final class LockWait {
  static final long MILLIS = 10_000;

  private static final int LONGEST_PAUSE = 64; // milliseconds

  private final long nanos;
  private long deadline;
  private FileTraits last;
  private int tries;

  LockWait(long millis) {
    nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    deadline = System.nanoTime() + nanos;
  }

  /**
   * Waits a moment.
   *
   * @param locked the file that another run has locked, as it was seen; null if it was not
   * @return false if it has been the same for too long
   * @throws StoreException if the thread is interrupted
   */
  boolean goesOn(FileTraits locked) throws StoreException {
    long now = System.nanoTime();
    if (locked != null && (last == null || !last.isUnchanged(locked))) {
      last = locked;
      deadline = now + nanos;
    } else if (now - deadline > 0) {
      return false;
    }
    pause();
    return true;
  }

  private void pause() throws StoreException {
    tries++;
    try {
      // the longer the queue, the less each may ask, or asking is all the machine does
      Thread.sleep(1 + ThreadLocalRandom.current().nextInt(Math.min(8 * tries, LONGEST_PAUSE)));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  static StoreException interrupted() {
    Thread.currentThread().interrupt();
    return new StoreException("interrupted", "the run was interrupted", "run it again");
  }
}
