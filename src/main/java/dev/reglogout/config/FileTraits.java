package dev.reglogout.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * What a new file must have in common with the one it takes the place of.
 *
 * @param names how many hard links the file has
 * @param mode its permission bits; -1 where the file system has none
 * @param uid its owner
 * @param gid its group
 */
record FileTraits(int names, int mode, int uid, int gid) {
  /** Stands for the user who runs this. */
  private static final int OURS = -1;

  static FileTraits of(Path path) throws IOException {
    if (!hasModes(path)) {
      return new FileTraits(1, -1, -1, -1);
    }
    Map<String, Object> all = Files.readAttributes(path, "unix:nlink,mode,uid,gid");
    return new FileTraits(
        (Integer) all.get("nlink"),
        (Integer) all.get("mode") & 0777,
        (Integer) all.get("uid"),
        (Integer) all.get("gid"));
  }

  /**
   * Gives a file this mode, and this owner and group where they differ from its own.
   *
   * <p>A link is not followed: where root does this in a user's directory, the user could put one
   * in the file's place, and be given what is behind it.
   */
  void applyTo(Path path) throws IOException {
    if (mode < 0) {
      return;
    }
    FileTraits own = of(path);
    int given = mode;
    if (own.gid != gid) {
      try {
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
      } catch (IOException e) {
        if (uid != OURS) {
          throw e;
        }
        given = mode & (mode << 3 | 0707); // to another group, no more than to everybody
      }
    }
    if (uid != OURS && own.uid != uid) {
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
    if (own.mode != given) {
      Files.setAttribute(path, "unix:mode", given, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /**
   * Returns the same for a file of the user's own, for where nobody else may own it: who could read
   * the old one by its mode, its group's members and everybody, can read the new one.
   */
  FileTraits ofOurOwn() {
    return new FileTraits(names, mode, OURS, gid);
  }

  /**
   * Gives a file of our own to whose directory it is in: only root can, and what it leaves behind
   * when it is killed would else be in that user's way.
   */
  static void giveToOwnerOfDirectory(Path ours) {
    try {
      FileTraits directory = of(ours.getParent());
      FileTraits own = of(ours);
      if (own.uid != directory.uid) {
        new FileTraits(1, own.mode, directory.uid, directory.gid).applyTo(ours);
      }
    } catch (IOException e) {
      // we are not root, and it stays ours
    }
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
