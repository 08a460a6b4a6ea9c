package dev.reglogout.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** The attributes that users and programs give a file by a name of their own. */
final class ExtendedAttributes {
  /** What macOS puts on every file by itself. */
  private static final String SYSTEMS = "com.apple.";

  private ExtendedAttributes() {}

  /**
   * Returns whether a file has any.
   *
   * <p>The file is opened and closed for that, which ends this process's locks on it.
   */
  static boolean areOn(Path file) {
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    if (view == null) {
      return false;
    }
    try {
      for (String name : view.list()) {
        if (!name.startsWith(SYSTEMS)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // the file system has none
    }
  }
}
