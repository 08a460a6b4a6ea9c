package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A regular file that is held open, so that all that is read of it is read of one file, whatever is
 * put at its path meanwhile.
 *
 * <p>It is opened for reading and writing where it may be: that waits for nobody, even if a pipe
 * has taken the file's place since it was looked at.
 */
final class OpenFile implements AutoCloseable {
  /**
   * Held while a file is read, or is locked to be changed: a process that closes a file loses its
   * locks on it, also on those of its other threads.
   */
  static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  /** In bytes; a config file of this size is no config file. */
  private static final long LARGEST = 64L << 20;

  private static final Set<OpenOption> BOTH =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  /** Whether the file is locked. */
  enum Lock {
    /** It is, until it is closed. */
    HELD,
    /** Another program has locked it. */
    BUSY,
    /** It may not be written, so it cannot be locked either. */
    NOT_WRITABLE,
    /** The file system has no locks. */
    UNSUPPORTED
  }

  private final Path path;
  private final FileChannel channel;
  private final boolean writable;
  private Path link; // among the open files; null where there are none
  private FileTraits traits; // null before they were looked at
  private boolean attributed;

  private OpenFile(Path path, FileChannel channel, boolean writable) {
    this.path = path;
    this.channel = channel;
    this.writable = writable;
  }

  /**
   * Opens a file to read it.
   *
   * @return null if it is not there, points nowhere, or is the null device
   * @throws StoreException if it is neither a regular file nor absent; it is not opened then
   */
  static OpenFile toRead(Path path, FileStep.Listener listener) throws IOException, StoreException {
    try {
      listener.before(FileStep.READ, path);
      if (!isThere(path)) {
        return null;
      }
      listener.before(FileStep.OPEN, path);
      OpenFile file;
      try {
        file = open(path);
      } catch (LinkException e) {
        file = open(path.toRealPath());
      }
      return file.checked();
    } catch (NoSuchFileException e) {
      return null; // the only answer that means "not there": other errors may hide a file
    }
  }

  /**
   * Opens a file to change it, and looks at its traits.
   *
   * @param real without links in it
   * @param ours whether nobody else can change where the path leads
   * @return null if it is not there
   */
  static OpenFile toChange(Path real, boolean ours, FileStep.Listener listener)
      throws IOException, StoreException {
    try {
      FileTraits before = FileTraits.of(real);
      listener.before(FileStep.READ, real);
      if (!isThere(real)) {
        return null;
      }
      listener.before(FileStep.OPEN, real);
      OpenFile file = open(real).checked();
      try {
        file.traits = file.traitsSince(before, ours);
        // now, for it would end a lock on the file
        file.attributed = ours && ExtendedAttributes.areOn(file.link == null ? real : file.link);
        return file;
      } catch (IOException e) {
        file.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Returns the traits of what is open; null if its path led elsewhere meanwhile. */
  private FileTraits traitsSince(FileTraits before, boolean ours) throws IOException {
    if (before.mode() < 0) {
      return before;
    }
    link = Descriptors.named(path);
    try {
      if (link != null) {
        return FileTraits.behind(link);
      }
      // where open files cannot be found by name, the path has to have led to one all the time
      boolean same = ours && before.isUnchanged(FileTraits.of(path)) && Surroundings.areOurs(path);
      return same ? before : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static boolean isThere(Path path) throws IOException, StoreException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isRegularFile()) {
      if (attributes.size() == 0 && isTheKernels(path)) {
        throw notRegular("no regular file");
      }
      checkSize(attributes.size());
      return true;
    }
    if (attributes.isOther() && path.toRealPath().equals(Path.of("/dev/null"))) {
      return false;
    }
    throw notRegular(attributes.isDirectory() ? "a directory" : "no regular file");
  }

  /** Returns whether it only looks like a file: reading some of these waits for an event. */
  private static boolean isTheKernels(Path path) throws IOException {
    Path real = path.toRealPath();
    return real.startsWith("/proc") || real.startsWith("/sys");
  }

  /**
   * Opens what is at the path itself.
   *
   * @throws LinkException if it is a link
   */
  private static OpenFile open(Path path) throws IOException {
    try {
      return new OpenFile(path, FileChannel.open(path, BOTH), true);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) { // of a link that is not followed, it is no FileSystemException
      if (Files.isSymbolicLink(path)) {
        throw new LinkException(path);
      }
      return new OpenFile(path, PatientOpening.toRead(path), false);
    }
  }

  /** Looks at what was opened in the end. */
  private OpenFile checked() throws IOException, StoreException {
    try {
      channel.position();
    } catch (IOException e) {
      close();
      throw notRegular("no regular file"); // a pipe has no position
    }
    try {
      checkSize(channel.size());
      return this;
    } catch (IOException | StoreException e) {
      close();
      throw e;
    }
  }

  private static void checkSize(long size) throws StoreException {
    if (size > LARGEST) {
      throw new StoreException(
          "config-too-large", "it is larger than 64 MiB", "check whether it is the right file");
    }
  }

  private static StoreException notRegular(String kind) {
    return new StoreException(
        "config-not-file", "it is " + kind + ", so it was not opened", "name a file instead");
  }

  /** Returns all its bytes. */
  byte[] read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size() + 1); // more shows that it grows
    int count;
    do {
      count = channel.read(bytes, bytes.position());
      if (!bytes.hasRemaining()) {
        bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
      }
      if (bytes.position() > LARGEST) {
        throw new FileSystemException(path.toString(), null, "It grows while it is read");
      }
    } while (count >= 0);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /**
   * Returns whether it still holds exactly these bytes, has the traits it had when it was opened,
   * and is what its path leads to.
   */
  boolean isUnchanged(byte[] bytes) throws IOException {
    return isCurrent()
        && (traits.mode() < 0 || FileTraits.behind(link == null ? path : link).isUnchanged(traits))
        && channel.size() == bytes.length
        && Arrays.equals(read(), bytes);
  }

  /** Returns the traits it had when it was opened. */
  FileTraits traits() {
    return traits;
  }

  /** Returns whether it has attributes that a new file would not have. */
  boolean hasExtendedAttributes() {
    return attributed;
  }

  /** Returns whether its path leads to it, so that whoever reads the path reads this file. */
  boolean isCurrent() throws IOException {
    if (traits == null) {
      return false;
    }
    if (traits.mode() < 0) {
      return Files.exists(path);
    }
    try {
      return link != null
          ? Descriptors.isNamed(link, path)
          : traits.isSameFile(FileTraits.of(path));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Locks the file, if that can be had at once. */
  Lock tryLock() {
    if (traits != null && traits.mode() < 0) {
      return Lock.UNSUPPORTED; // there, a lock keeps others from reading
    }
    if (!writable) {
      return Lock.NOT_WRITABLE;
    }
    try {
      return channel.tryLock() == null ? Lock.BUSY : Lock.HELD;
    } catch (OverlappingFileLockException e) {
      return Lock.BUSY; // a thread of ours, which knows the file by another name
    } catch (IOException e) {
      return Lock.UNSUPPORTED; // as on a network file system without locks
    }
  }

  /** Writes over bytes of the file. */
  void write(byte[] bytes, long start) throws IOException {
    if (!writable) {
      throw new AccessDeniedException(path.toString());
    }
    ByteBuffer left = ByteBuffer.wrap(bytes);
    long at = start;
    while (left.hasRemaining()) {
      at += channel.write(left, at);
    }
  }

  /** Waits until what was written is on the disk. */
  void sync() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // nothing that is not on the disk already is lost by that
    }
  }

  /** Says that what is to be opened is a link. */
  static final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    LinkException(Path path) {
      super("it has become a link: " + path);
    }
  }
}
