package dev.reglogout.config;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The open files of this process as Linux shows them, each as a link that leads to the open file
 * whatever has become of its name.
 *
 * <p>Java has no calls on open files for owner, mode and inode; through these links the calls on
 * paths become such.
 */
final class Descriptors {
  private static final String FOLDER = "/proc/self/fd/";

  private Descriptors() {}

  /** Returns whether this system shows them. */
  static boolean areShown() {
    return new File(FOLDER).isDirectory();
  }

  /**
   * Returns the link to the open file that now has this name, or null: none has, or there are no
   * such links here.
   *
   * @param path without links in it
   */
  static Path named(Path path) {
    String[] all = new File(FOLDER).list();
    if (all == null) {
      return null;
    }
    for (int i = all.length - 1; i >= 0; i--) { // what was opened last has a high number
      Path link = Path.of(FOLDER + all[i]);
      if (isNamed(link, path)) {
        return link;
      }
    }
    return null;
  }

  /** Returns whether an open file still has this name; one that was deleted or replaced has not. */
  static boolean isNamed(Path link, Path path) {
    try {
      return Files.readSymbolicLink(link).equals(path);
    } catch (IOException e) {
      return false; // closed meanwhile, as is the list of them itself
    }
  }
}
