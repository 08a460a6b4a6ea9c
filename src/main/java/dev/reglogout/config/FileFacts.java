package dev.reglogout.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the file system says of a config file and its directory.
 *
 * @param target where the file really is, if the path given is a link; else null
 * @param file the file itself; null if it is not there, or the file system has no modes
 * @param directory the one it really is in; null likewise
 * @param groupGetsThere whether the file's group may pass all directories above it
 * @param othersGetThere whether everybody may
 */
public record FileFacts(
    Path target, Item file, Item directory, boolean groupGetsThere, boolean othersGetThere) {
  private static final int READ = 4;
  private static final int GROUP_PASSES = 010;
  private static final int OTHERS_PASS = 01;

  /**
   * A file or a directory.
   *
   * @param path links followed
   * @param uid number of its owner
   * @param owner name of its owner
   * @param gid number of its group
   * @param mode its permission bits, the sticky bit included
   * @param writable whether this process may write it
   */
  public record Item(Path path, int uid, String owner, int gid, int mode, boolean writable) {

    static Item of(Path path) throws IOException {
      Map<String, Object> all = Files.readAttributes(path, "unix:uid,gid,mode,owner");
      return new Item(
          path,
          (Integer) all.get("uid"),
          String.valueOf(all.get("owner")),
          (Integer) all.get("gid"),
          (Integer) all.get("mode") & 01777,
          Files.isWritable(path));
    }

    /** Returns the mode in four octal digits. */
    public String octalMode() {
      String digits = Integer.toOctalString(mode);
      return "0".repeat(4 - digits.length()) + digits;
    }

    /** Returns whether bits are set that let the group do something, and it is not one's own. */
    public boolean letsGroup(int bits) {
      return (mode & bits << 3) != 0 && gid != uid; // a group for each user has the user's number
    }

    /** Returns whether bits are set that let everybody do something: 4 read, 2 write. */
    public boolean letsOthers(int bits) {
      return (mode & bits) != 0;
    }
  }

  /** Looks at a file; what cannot be looked at is not told. */
  public static FileFacts of(Path path) {
    Path target = target(path).orElse(null);
    try {
      if (!FileTraits.hasModes(path)) {
        return new FileFacts(target, null, null, false, false);
      }
      Path real = path.toRealPath();
      return new FileFacts(
          target,
          Item.of(real),
          Item.of(real.getParent()),
          passes(real, GROUP_PASSES | OTHERS_PASS),
          passes(real, OTHERS_PASS));
    } catch (IOException e) {
      return new FileFacts(target, null, null, false, false);
    }
  }

  /** Returns whether another user can read the file; false if nobody can tell. */
  public boolean isOpenToOthers() {
    return file != null
        && ((file.letsOthers(READ) && othersGetThere) || (file.letsGroup(READ) && groupGetsThere));
  }

  /** Returns whether the path is a link that leads to no file. */
  public boolean isDangling() {
    return target != null && Files.notExists(target);
  }

  /** Returns where a link leads; one that leads nowhere still names a path. */
  private static Optional<Path> target(Path path) {
    try {
      return Files.isSymbolicLink(path) ? Optional.of(path.toRealPath()) : Optional.empty();
    } catch (IOException e) {
      try {
        return Optional.of(path.resolveSibling(Files.readSymbolicLink(path)).normalize());
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
  }

  private static boolean passes(Path real, int bits) throws IOException {
    for (Path above = real.getParent(); above != null; above = above.getParent()) {
      int mode = (Integer) Files.getAttribute(above, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      if ((mode & bits) == 0) {
        return false;
      }
    }
    return true;
  }
}
