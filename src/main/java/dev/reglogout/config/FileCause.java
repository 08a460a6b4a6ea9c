package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What an {@link IOException} means to a user.
 *
 * @param reason a stable id
 * @param words the cause, in lower case
 * @param advice what to do
 */
record FileCause(String reason, String words, String advice, IOException thrown) {

  static FileCause of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return new FileCause(
          "permission-denied",
          "permission denied",
          "check owner and mode of the file and its directory (after sudo: chown it back)",
          e);
    }
    if (e instanceof NoSuchFileException) {
      return new FileCause("not-there", "it is not there", "check the path", e);
    }
    if (e instanceof FileAlreadyExistsException) {
      return new FileCause("in-the-way", "another file is in the way", "run it again", e);
    }
    if (e instanceof ClosedByInterruptException) {
      return new FileCause("interrupted", "the run was interrupted", "run it again", e);
    }
    // The operating system's own words stand in the reason alone; the message names paths, too.
    String words = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    words = words == null ? e.getClass().getSimpleName() : firstLower(words);
    String advice =
        words.contains("no space") || words.contains("quota")
            ? "make room on the file system and run it again"
            : words.contains("read-only")
                ? "make the file system writable, or remove the entry where it is written"
                : words.contains("not permitted")
                    ? "see whether it is immutable (lsattr, then chattr -i)"
                    : "mend that and run it again";
    return new FileCause("file-error", words, advice, e);
  }

  /** Calls the listener before a step that cannot fail by itself. */
  static void during(FileStep.Listener listener, FileStep step, Path path) throws StoreException {
    try {
      listener.before(step, path);
    } catch (IOException e) {
      throw of(e).asException("it cannot be locked");
    }
  }

  StoreException asException(String what) {
    return new StoreException(reason, what + ": " + words, advice, thrown);
  }

  private static String firstLower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
