package dev.reglogout.config;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes paths of what variables and options hold, if a file can have such a name. */
final class NamedPath {
  /** What Java puts in the place of bytes that are no text. */
  private static final char REPLACEMENT = '\ufffd';

  private NamedPath() {}

  /**
   * Returns the path of a text.
   *
   * @param what names the text where it is wrong, such as {@code DOCKER_CONFIG}
   * @throws StoreException if the file that is meant cannot be named
   */
  static Path of(String what, String text) throws StoreException {
    if (text.indexOf(REPLACEMENT) >= 0) {
      throw problem(what, "it holds bytes that are not UTF-8", null);
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw problem(what, e.getReason(), e);
    }
  }

  /** Returns the path that a variable holds, or null if it is not set. */
  static Path variable(Environment environment, String name) throws StoreException {
    Optional<String> value = environment.get(name);
    return value.isEmpty() ? null : of(name, value.get());
  }

  /** Returns the user's home, or null if it is not set. */
  static Path home(Environment environment) throws StoreException {
    return variable(environment, environment.os() == Os.WINDOWS ? "USERPROFILE" : "HOME");
  }

  private static StoreException problem(String what, String why, InvalidPathException cause) {
    return new StoreException(
        "path-invalid",
        "the path in " + what + " cannot be used: " + why,
        "check the path, or set a UTF-8 locale such as LC_ALL=C.UTF-8",
        cause);
  }
}
