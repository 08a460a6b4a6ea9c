package dev.reglogout.config;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Who else can change where a path leads.
 *
 * <p>Whoever can write a directory, or owns it, can put another file or a link in the place of each
 * name in it, at any moment. A path all of whose directories are root's or our own stays what it
 * is, and can be used again and again.
 */
final class Surroundings {
  private static final int STICKY = 01000;
  private static final int GROUP_WRITES = 020;
  private static final int OTHERS_WRITE = 02;
  private static final int MOST_LINKS = 40;

  private Surroundings() {}

  /**
   * Returns whether nobody but us and root can change the directories that lead to a file.
   *
   * @param real without links in it
   */
  static boolean areOurs(Path real) throws IOException {
    if (!FileTraits.hasModes(real)) {
      return true; // nothing is set there by a path
    }
    int us = ourUid();
    Path parent = real.getParent();
    Path directory = real.getRoot();
    for (int i = 0; ; i++) {
      boolean last = directory.equals(parent);
      if (!isOurs(directory, last, us)) {
        return false;
      }
      if (last) {
        return true;
      }
      directory = directory.resolve(real.getName(i));
    }
  }

  private static boolean isOurs(Path directory, boolean last, int us) throws IOException {
    Map<String, Object> all =
        Files.readAttributes(directory, "unix:uid,gid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
    int uid = (Integer) all.get("uid");
    int mode = (Integer) all.get("mode");
    if ((uid != 0 && uid != us) || !(Boolean) all.get("isDirectory")) {
      return false;
    }
    // a group for each user has the user's number
    boolean shared =
        (mode & OTHERS_WRITE) != 0
            || ((mode & GROUP_WRITES) != 0 && uid != (Integer) all.get("gid"));
    return !shared || ((mode & STICKY) != 0 && !last); // what is ours there cannot be renamed
  }

  /**
   * Checks that no other user's link leads to a file that is not that user's.
   *
   * @param path as given
   * @param real where it leads
   * @throws StoreException if one does
   */
  static void checkLinks(Path path, Path real) throws IOException, StoreException {
    Path given = path.toAbsolutePath();
    if (given.equals(real) || !FileTraits.hasModes(real)) {
      return;
    }
    int us = ourUid();
    int owner = FileTraits.of(real).uid();
    Path reached = given.getRoot();
    Path rest = given.getRoot().relativize(given);
    for (int links = 0; rest != null; ) {
      Path next = reached.resolve(rest.getName(0));
      rest = rest.getNameCount() > 1 ? rest.subpath(1, rest.getNameCount()) : null;
      if (!Files.isSymbolicLink(next)) {
        reached = next.normalize(); // what was reached has no link in it
        continue;
      }
      int by = FileTraits.of(next).uid();
      if ((by != us && by != 0 && by != owner) || ++links > MOST_LINKS) {
        throw new StoreException(
            "link-of-another-user",
            "another user's link leads to it: " + next,
            "name the file itself if it is the right one: " + real);
      }
      Path target = Files.readSymbolicLink(next);
      reached = target.isAbsolute() ? target.getRoot() : reached;
      Path left = target.isAbsolute() ? target.getRoot().relativize(target) : target;
      rest = rest == null ? left : left.resolve(rest);
    }
    if (!reached.equals(real)) {
      throw new StoreException(
          "config-busy",
          "another program keeps changing where it leads",
          "stop that program, or run it again later");
    }
  }

  /**
   * Checks a file in a directory that others can change: one that has several names, and is not the
   * directory's owner's, may have been given its name there by somebody else.
   *
   * @throws StoreException if the file may be meant to be another
   */
  static void checkOwner(Path real, FileTraits traits) throws StoreException {
    if (traits.names() < 2) {
      return;
    }
    try {
      if (FileTraits.of(real.getParent()).uid() == traits.uid()) {
        return;
      }
    } catch (IOException e) {
      // then nobody can tell
    }
    throw new StoreException(
        "file-of-another-user",
        "it has several names, and belongs to another user than its directory",
        "name it where it is its owner's if it is the right one (find -samefile)");
  }

  /** Says why nothing can be done that needs a new file. */
  static StoreException shared() {
    return new StoreException(
        "shared-directory",
        "it cannot be written: other users can change its directory, so no new file is put there",
        "run it as the owner of the directory");
  }

  /** Returns the number of the user we run as. */
  static int ourUid() throws IOException {
    return Environment.uidOfProcess();
  }
}
