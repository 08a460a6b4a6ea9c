package dev.reglogout.store;

import java.util.List;

/** A place where credentials of registries live: a config file, or a credential helper. */
public interface CredentialStore {

  /** {@return the path of the file, as found, or the name of the helper's program} */
  String name();

  /** {@return what sort of place it is} */
  Kind kind();

  /**
   * {@return what is stored}
   *
   * @throws StoreException if the store cannot be asked, or its answer is not understood
   */
  List<Entry> list() throws StoreException;

  /**
   * Erases entries, and returns the outcome of each in their order, as far as the store itself
   * tells.
   *
   * <p>One entry that cannot be erased does not keep the others from being erased.
   *
   * @param entries of this store, as it lists them
   * @return one outcome for each entry
   */
  List<Outcome> erase(List<Entry> entries);

  /** The sorts of stores. */
  enum Kind {
    /** Entries in the {@code auths} of a config file. */
    INLINE,
    /** Entries behind a program {@code docker-credential-<name>}. */
    HELPER
  }
}
