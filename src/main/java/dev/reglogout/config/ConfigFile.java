package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Reads a file, if it is one that can be read without harm. */
final class ConfigFile {
  /** In bytes; a config file of this size is no config file. */
  private static final long LARGEST = 64L << 20;

  private ConfigFile() {}

  /**
   * Returns the bytes of a file, or nothing if it is not there, points nowhere, or is the null
   * device.
   *
   * @throws StoreException if it is neither a regular file nor absent (it is not opened then), or
   *     cannot be read
   */
  static Optional<byte[]> read(Path path, FileStep.Listener listener) throws StoreException {
    try {
      listener.before(FileStep.READ, path);
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        if (attributes.size() > LARGEST) {
          throw new StoreException(
              "config-too-large", "it is larger than 64 MiB", "check whether it is the right file");
        }
        return Optional.of(Files.readAllBytes(path));
      }
      if (attributes.isOther() && path.toRealPath().equals(Path.of("/dev/null"))) {
        return Optional.empty();
      }
      String kind = attributes.isDirectory() ? "a directory" : "no regular file";
      throw new StoreException(
          "config-not-file", "it is " + kind + ", so it was not opened", "name a file instead");
    } catch (NoSuchFileException e) {
      // the only answer that means "not there": other errors may hide a file
      return Optional.empty();
    } catch (IOException e) {
      throw FileCause.of(e).asException("it cannot be read");
    }
  }
}
