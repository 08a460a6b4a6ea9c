package dev.reglogout.helper;

import dev.reglogout.store.StoreException;

/** The seam behind which a helper runs. */
@FunctionalInterface
interface HelperProgram {

  /**
   * Calls the helper once.
   *
   * <pre>{@code printf %s STDIN | docker-credential-NAME VERB}</pre>
   *
   * @throws StoreException if it cannot be started, or ran into its limit
   */
  Reply run(String verb, String stdin) throws StoreException;
}
