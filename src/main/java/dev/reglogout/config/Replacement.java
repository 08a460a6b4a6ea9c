package dev.reglogout.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Puts a new file in the place of an old one, whole or not at all.
 *
 * <p>Only where nobody else can change the directory: a new name cannot be held open while it is
 * moved.
 */
final class Replacement {
  private final Path target;
  private final FileStep.Listener listener;

  Replacement(Path target, FileStep.Listener listener) {
    this.target = target;
    this.listener = listener;
  }

  /**
   * Replaces the file if nobody has changed it since it was opened.
   *
   * @param old the file, which is at the target
   * @param traits what the new file is given
   * @return false if somebody else changed the file meanwhile
   * @throws OwnerException if the new file cannot be given the old one's owner or mode
   * @throws AccessListException if more people could read the new file than the old one
   */
  boolean put(OpenFile old, byte[] oldBytes, byte[] newBytes, FileTraits traits)
      throws IOException {
    Path fresh = TemporaryFiles.besides(target);
    listener.before(FileStep.CREATE, fresh);
    FileChannel file =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            FileTraits.privateMode(fresh));
    boolean renamed = false;
    try (file) {
      write(file, fresh, newBytes);
      if (traits.groupMayMore() && AccessLists.mayBeOn(target, fresh)) {
        throw new AccessListException();
      }
      Path link = Descriptors.named(fresh);
      if (link == null && Descriptors.areShown()) {
        throw new IOException("The new file is not where it was made");
      }
      Path held = link == null ? fresh : link;
      FileTraits own = FileTraits.behind(held);
      beforeAttributes(fresh);
      listener.before(FileStep.RENAME, fresh);
      if (!old.isUnchanged(oldBytes) || !isStillAt(fresh, link, own)) {
        return false;
      }
      // last of all, so that what a killed run leaves is private
      give(held, own, traits);
      if (traits.mode() < 0) {
        old.close(); // there, what is open stays
      }
      rename(fresh);
      renamed = true;
      return true;
    } finally {
      if (!renamed) {
        TemporaryFiles.delete(fresh, listener);
      }
    }
  }

  private void write(FileChannel file, Path fresh, byte[] newBytes) throws IOException {
    listener.before(FileStep.WRITE, fresh);
    ByteBuffer bytes = ByteBuffer.wrap(newBytes);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    listener.before(FileStep.SYNC, fresh);
    file.force(true);
  }

  private static boolean isStillAt(Path fresh, Path link, FileTraits own) throws IOException {
    if (link != null) {
      return Descriptors.isNamed(link, fresh);
    }
    try {
      return own.isSameFile(FileTraits.of(fresh));
    } catch (NoSuchFileException e) {
      return false;
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

  private void beforeAttributes(Path fresh) throws IOException {
    try {
      listener.before(FileStep.ATTRIBUTES, fresh);
    } catch (IOException e) {
      throw new OwnerException(e);
    }
  }

  private static void give(Path held, FileTraits own, FileTraits traits) throws IOException {
    try {
      traits.applyTo(held, own);
    } catch (IOException e) {
      throw new OwnerException(e);
    }
  }

  /** Says that a new file cannot have the owner or the mode of the old one. */
  static final class OwnerException extends IOException {
    private static final long serialVersionUID = 1L;

    OwnerException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Says that a file has a list of who may read it, or the new one would have. */
  static final class AccessListException extends IOException {
    private static final long serialVersionUID = 1L;

    AccessListException() {
      super("A new file would not have its access list");
    }
  }
}
