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
    if (own.gid != gid) {
      Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }
    if (own.uid != uid) {
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
    if (own.mode != mode) {
      Files.setAttribute(path, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
    }
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
