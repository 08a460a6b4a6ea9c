package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a file says about logins. */
public interface LoginDocument {

  /**
   * Returns its entries in the order they stand, each of several with one key by itself; never a
   * secret, and user names only where they were asked for.
   */
  List<Entry> entries();

  /** Returns why not all entries can be read, if that is so. */
  Optional<StoreException> entriesProblem();

  /** Returns the helpers it names, in the order they stand; of several for one key the last. */
  List<Binding> bindings();

  /** Returns why nobody can tell which helpers it names, if that is so. */
  Optional<StoreException> bindingsProblem();

  /**
   * Returns whether its reader would turn to its platform's default helper if some entries went.
   *
   * @param gone as this document lists them
   */
  boolean wouldHaveNoAuthWithout(Collection<Entry> gone);

  /**
   * Returns what to change to be rid of entries; nothing for those that are not there any more.
   *
   * @param gone found again by key, place, and user where this document was read with users
   */
  Edit without(Collection<Entry> gone);

  /** Returns when an entry is of no more use, or null if the document does not tell. */
  default Instant expires(Entry entry) {
    return null;
  }

  /**
   * Returns the secrets stored under a key; never to be shown.
   *
   * @param key exactly as stored
   */
  List<String> secrets(RegistryKey key);

  /**
   * Returns keys of logins that stand where docker does not read them, but other programs do: at
   * the top of the document.
   */
  default List<RegistryKey> strayLogins() {
    return List.of();
  }
}
