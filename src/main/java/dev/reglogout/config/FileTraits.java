package dev.reglogout.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * What the file system keeps about a file beside its bytes.
 *
 * @param device the file system it is in
 * @param inode its number there, which no other file has while this one is open
 * @param names how many hard links the file has
 * @param mode its permission bits; -1 where the file system has none
 * @param uid its owner
 * @param gid its group
 * @param size in bytes
 * @param regular whether it is a file, and no directory, link, pipe or device
 * @param changed when its bytes, its traits or its name last changed
 */
record FileTraits(
    long device,
    long inode,
    int names,
    int mode,
    int uid,
    int gid,
    long size,
    boolean regular,
    FileTime changed) {
  /** Stands for the user who runs this. */
  private static final int OURS = -1;

  private static final int TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final FileTime NEVER = FileTime.fromMillis(0);

  /** Returns the traits of what stands at a path itself, be it a link. */
  static FileTraits of(Path path) throws IOException {
    return read(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns the traits of what a link leads to, such as an entry of the open files. */
  static FileTraits behind(Path link) throws IOException {
    return read(link);
  }

  private static FileTraits read(Path path, LinkOption... options) throws IOException {
    if (!hasModes(path)) {
      return new FileTraits(0, 0, 1, -1, -1, -1, Files.size(path), true, NEVER);
    }
    Map<String, Object> all =
        Files.readAttributes(path, "unix:dev,ino,nlink,mode,uid,gid,size,ctime", options);
    int mode = (Integer) all.get("mode");
    return new FileTraits(
        (Long) all.get("dev"),
        (Long) all.get("ino"),
        (Integer) all.get("nlink"),
        mode & 0777,
        (Integer) all.get("uid"),
        (Integer) all.get("gid"),
        (Long) all.get("size"),
        (mode & TYPE) == REGULAR,
        (FileTime) all.get("ctime"));
  }

  /** Returns whether both are the same file. */
  boolean isSameFile(FileTraits other) {
    return inode == other.inode && device == other.device;
  }

  /** Returns whether both are the same file, which nobody has changed or renamed in between. */
  boolean isUnchanged(FileTraits other) {
    return isSameFile(other) && size == other.size && changed.equals(other.changed);
  }

  /** Returns whether the group may do more than everybody, so that it matters who is in it. */
  boolean groupMayMore() {
    return mode > 0 && (mode >> 3 & ~mode & 7) != 0;
  }

  /**
   * Gives an open file this mode, and this owner and group where they differ from its own.
   *
   * @param file a path that only we can lead elsewhere
   * @param own the file's traits as they are
   */
  void applyTo(Path file, FileTraits own) throws IOException {
    if (mode < 0) {
      return;
    }
    int given = mode;
    if (own.gid != gid) {
      try {
        Files.setAttribute(file, "unix:gid", gid);
      } catch (IOException e) {
        if (uid != OURS) {
          throw e;
        }
        given = mode & (mode << 3 | 0707); // to another group, no more than to everybody
      }
    }
    if (uid != OURS && own.uid != uid) {
      Files.setAttribute(file, "unix:uid", uid);
    }
    if (own.mode != given) {
      Files.setAttribute(file, "unix:mode", given);
    }
  }

  /**
   * Returns the same for a file of the user's own, for where nobody else may own it: who could read
   * the old one by its mode, its group's members and everybody, can read the new one.
   */
  FileTraits ofOurOwn() {
    return new FileTraits(device, inode, names, mode, OURS, gid, size, regular, changed);
  }

  static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** The mode of a file of our own, from its first byte. */
  static FileAttribute<?>[] privateMode(Path path) {
    return hasModes(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
