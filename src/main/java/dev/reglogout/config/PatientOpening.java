package dev.reglogout.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Opens a file for reading alone, which waits for as long as nobody writes if it has just become a
 * pipe: so another thread does it, and is left behind if it takes too long.
 */
final class PatientOpening {
  private static final long LIMIT_SECONDS = 2;

  private PatientOpening() {}

  /** Opens a file that may not be written. */
  static FileChannel toRead(Path path) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    FutureTask<FileChannel> opening =
        new FutureTask<>(
            () -> {
              FileChannel file =
                  FileChannel.open(
                      path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
              if (late.get()) {
                file.close(); // nobody waits for it any more
              }
              return file;
            });
    Thread thread = new Thread(opening, "opening a file");
    thread.setDaemon(true);
    thread.start();
    try {
      return opening.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      late.set(true);
      throw new FileSystemException(path.toString(), null, "It does not open");
    } catch (InterruptedException e) {
      late.set(true);
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    }
  }
}
