package dev.reglogout.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Puts a new file in the place of an old one, whole or not at all. */
final class Replacement {
  private final Path target;
  private final FileStep.Listener listener;
  private final boolean alone;

  /**
   * Prepares to replace a file.
   *
   * @param alone whether no other run of ours can be at work on it, so that what lies beside it
   *     under our name was left by one that was killed
   */
  Replacement(Path target, FileStep.Listener listener, boolean alone) {
    this.target = target;
    this.listener = listener;
    this.alone = alone;
  }

  /**
   * Replaces the file if it still holds the old bytes.
   *
   * @param traits what the new file is given
   * @return false if somebody else changed the file meanwhile
   * @throws OwnerException if the new file cannot be given the old one's owner
   */
  boolean put(byte[] oldBytes, byte[] newBytes, FileTraits traits) throws IOException {
    if (alone) {
      removeLeftovers();
    }
    Path fresh =
        target.resolveSibling(
            prefix() + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp");
    listener.before(FileStep.CREATE, fresh);
    try (FileChannel file =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            FileTraits.privateMode(fresh))) {
      listener.before(FileStep.WRITE, fresh);
      ByteBuffer bytes = ByteBuffer.wrap(newBytes);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      giveTraits(fresh, traits);
      listener.before(FileStep.SYNC, fresh);
      file.force(true);
      listener.before(FileStep.RENAME, fresh);
      if (!FileEditor.holds(target, oldBytes)) {
        deleteQuietly(fresh);
        return false;
      }
      rename(fresh);
      return true;
    } catch (IOException e) {
      deleteQuietly(fresh);
      throw e;
    }
  }

  /** Moves at once: what a program without our lock renames in between is lost to both. */
  private void rename(Path fresh) throws IOException {
    // The old call is a bare rename, and needs no class that is not loaded; it only cannot say why
    // it failed.
    if (!fresh.toFile().renameTo(target.toFile())) {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void giveTraits(Path fresh, FileTraits traits) throws IOException {
    try {
      listener.before(FileStep.ATTRIBUTES, fresh);
      traits.applyTo(fresh);
    } catch (IOException e) {
      throw new OwnerException(e);
    }
  }

  private String prefix() {
    return "." + target.getFileName() + ".reglogout-";
  }

  private void removeLeftovers() {
    String[] names = target.getParent().toFile().list(); // quicker than a stream of paths
    if (names == null) {
      return; // a directory that cannot be read keeps its leftovers
    }
    for (String name : names) {
      if (name.startsWith(prefix())) {
        deleteQuietly(target.resolveSibling(name));
      }
    }
  }

  private void deleteQuietly(Path file) {
    try {
      listener.before(FileStep.DELETE, file);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it holds nothing that was to be removed, and the next run tries again
    }
  }

  /** Says that a new file cannot have the owner or the mode of the old one. */
  static final class OwnerException extends IOException {
    private static final long serialVersionUID = 1L;

    OwnerException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
