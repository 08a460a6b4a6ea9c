package dev.reglogout.config;

import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.util.Collection;
import java.util.List;

/** Reads the entries of one login file, and cuts some of them out. */
public interface EntryStore {

  /**
   * Reads the file as it is now; one that is not there says nothing.
   *
   * @throws StoreException if it cannot be read, or is not strict JSON
   */
  LoginDocument read() throws StoreException;

  /**
   * Cuts entries in one write, and returns those that were cut.
   *
   * <p>They are looked for anew, by key, place and user: one that is not there any more, or another
   * user's by then, is not among those returned.
   *
   * @param entries as a document of this file lists them
   * @throws StoreException if nothing was cut, and why
   */
  List<Entry> cut(Collection<Entry> entries) throws StoreException;
}
