package dev.reglogout.config;

import java.io.IOException;
import java.nio.file.Path;

/** Writes over spans of a file that no new file can take the place of. */
final class InPlaceCut {
  private final Path target;
  private final FileStep.Listener listener;

  InPlaceCut(Path target, FileStep.Listener listener) {
    this.target = target;
    this.listener = listener;
  }

  /**
   * Makes the edit if nobody has changed the file since it was opened.
   *
   * @param file the file, which is at the target
   * @return false if somebody else changed the file meanwhile, or put another in its place
   */
  boolean make(OpenFile file, byte[] json, Edit edit) throws IOException {
    listener.before(FileStep.CREATE, target);
    if (!edit.fitsInPlace()) {
      throw new IOException("What is to be written is longer than what stands there");
    }
    if (!file.isUnchanged(json)) {
      return false;
    }
    // the file is strict JSON after each of them
    for (Splice splice : edit.splices()) {
      listener.before(FileStep.WRITE, target);
      file.write(splice.padded(), splice.start());
    }
    listener.before(FileStep.SYNC, target);
    file.sync();
    return file.isCurrent(); // else another file has taken its place, with what was cut in it
  }
}
