package dev.reglogout.store;

import java.nio.file.Path;

/**
 * Is told of the calls that may take long, so that somebody waiting can be told too.
 *
 * <p>What it throws ends the logout midway.
 */
@FunctionalInterface
public interface Observer {
  /** Nobody watches. */
  Observer NONE = new Nobody();

  /**
   * Called before a helper or a server is called, from any thread.
   *
   * @param program the helper's or the server's name
   * @param verb what it is asked for
   * @param key the key it is sent, or null
   * @return what to run when the call has ended
   */
  Runnable calling(String program, String verb, String key);

  /**
   * Called before a helper is called for one purpose, once or several times, from any thread.
   *
   * @param program the helper's name
   * @param verb what it is asked for each time
   * @param calls how often at most
   * @return what to run when the last call has ended
   */
  default Runnable series(String program, String verb, int calls) {
    return NONE.calling(program, verb, null);
  }

  /**
   * Called once for each helper, before its first call, with the program that was found for it.
   *
   * @param name the helper's name
   * @param program its path, absolute
   */
  default void found(String name, Path program) {}
}
