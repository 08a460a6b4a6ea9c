package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file, if it is one that can be read without harm. */
final class ConfigFile {
  private ConfigFile() {}

  /**
   * Returns the bytes of a file, or nothing if it is not there, points nowhere, or is the null
   * device.
   *
   * @throws StoreException if it is neither a regular file nor absent (it is not opened then), or
   *     cannot be read
   */
  static Optional<byte[]> read(Path path, FileStep.Listener listener) throws StoreException {
    OpenFile.ONE_AT_A_TIME.lock();
    try (OpenFile file = OpenFile.toRead(path, listener)) {
      return file == null ? Optional.empty() : Optional.of(file.read());
    } catch (IOException e) {
      throw FileCause.of(e).asException("it cannot be read");
    } finally {
      OpenFile.ONE_AT_A_TIME.unlock();
    }
  }
}
