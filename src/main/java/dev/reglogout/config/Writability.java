package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells without changing anything whether a file can be changed. */
final class Writability {
  private static final int OWNER_WRITES = 0200;

  private Writability() {}

  /**
   * Returns why a file cannot be changed, if that can be told.
   *
   * @param real without links in it
   * @param ours whether nobody else can change its directory, so that a new file may be put there
   */
  static Optional<StoreException> problemOf(Path real, boolean ours) throws IOException {
    if (Files.isWritable(real)) {
      return Optional.empty(); // in place, if nothing else
    }
    boolean directoryWritable = ours && Files.isWritable(real.getParent());
    if (!directoryWritable) {
      return problem(real, isReadOnly(real));
    }
    FileTraits traits = FileTraits.of(real);
    int us = Surroundings.ourUid();
    boolean modeAllows = us == 0 || us == traits.uid() && (traits.mode() & OWNER_WRITES) != 0;
    if (modeAllows || traits.names() > 1) {
      // a file that refuses what its mode allows is immutable, and no new one can replace it
      return problem(real, isReadOnly(real));
    }
    return Optional.empty();
  }

  private static boolean isReadOnly(Path real) throws IOException {
    return Files.getFileStore(real).isReadOnly();
  }

  private static Optional<StoreException> problem(Path real, boolean readOnly) {
    IOException cause =
        readOnly
            ? new FileSystemException(real.toString(), null, "Read-only file system")
            : new AccessDeniedException(real.toString());
    return Optional.of(FileCause.of(cause).asException("it cannot be written"));
  }
}
