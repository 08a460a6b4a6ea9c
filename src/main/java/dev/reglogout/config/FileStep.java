package dev.reglogout.config;

import java.io.IOException;
import java.nio.file.Path;

/** The steps in which a file is read and changed; tests make each of them fail. */
enum FileStep {
  /** Looking at the file, to see whether it can be opened without harm. */
  READ,
  /** Opening what was looked at. */
  OPEN,
  /** Opening or locking the lock file. */
  LOCK,
  /** Waiting for a lock that another run holds. */
  WAIT,
  /** Making the new file beside the old one. */
  CREATE,
  /** Writing the new file, or blanks into the old one. */
  WRITE,
  /** Making what was written last. */
  SYNC,
  /** Giving the new file the old one's mode and owner. */
  ATTRIBUTES,
  /** Putting the new file in the old one's place. */
  RENAME,
  /** Deleting a file of our own. */
  DELETE;

  /**
   * The seam: called before each step is taken.
   *
   * <p>It has no default method: with one, the start of a logout is a millisecond longer.
   */
  @FunctionalInterface
  interface Listener {
    /** Nobody listens. */
    Listener NONE = (step, path) -> {};

    /**
     * Called before a step.
     *
     * @throws IOException to make the step fail
     */
    void before(FileStep step, Path path) throws IOException;
  }
}
