package dev.reglogout.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Writes blanks over spans of a file that no new file can take the place of.
 *
 * <p>Where that is so there is often no lock beside the file either: its directory cannot be
 * written, or the same file has a name in another one. Two cuts at once could then each leave the
 * other's comma, so the file itself is locked, which it can be because it stays the same file.
 */
final class InPlaceCut {
  private static final long WAIT_SECONDS = 10;

  private final Path target;
  private final FileStep.Listener listener;

  InPlaceCut(Path target, FileStep.Listener listener) {
    this.target = target;
    this.listener = listener;
  }

  /**
   * Makes the cut if the file still holds these bytes.
   *
   * @return false if somebody else changed the file meanwhile; nothing was written then
   */
  boolean make(byte[] json, Edit edit) throws IOException {
    if (!edit.fitsInPlace()) {
      throw new IOException("what is to be written is longer than what stands there");
    }
    listener.before(FileStep.CREATE, target);
    try (FileChannel file =
        FileChannel.open(target, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      lock(file);
      if (!holds(file, json)) {
        return false;
      }
      // each span goes with its own comma, so the file is strict JSON after each of them
      for (Splice splice : edit.splices()) {
        listener.before(FileStep.WRITE, target);
        ByteBuffer blanks = ByteBuffer.wrap(splice.padded());
        long at = splice.start();
        while (blanks.hasRemaining()) {
          at += file.write(blanks, at);
        }
      }
      listener.before(FileStep.SYNC, target);
      file.force(true);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Keeps other cuts away until the file is closed; where files cannot be locked, does nothing. */
  private static void lock(FileChannel file) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (!locked(file)) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "another program has kept it locked for " + WAIT_SECONDS + " seconds");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("the run was interrupted", e);
      }
    }
  }

  private static boolean locked(FileChannel file) {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // a thread of ours, which knows the file by another name
    } catch (IOException e) {
      return true; // as on a network file system without locks
    }
  }

  private static boolean holds(FileChannel file, byte[] json) throws IOException {
    if (file.size() != json.length) {
      return false;
    }
    ByteBuffer now = ByteBuffer.allocate(json.length);
    while (now.hasRemaining() && file.read(now) >= 0) {
      // until full
    }
    return !now.hasRemaining() && Arrays.equals(now.array(), json);
  }
}
