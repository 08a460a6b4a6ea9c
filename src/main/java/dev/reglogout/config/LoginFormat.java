package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.nio.file.Path;

/** A form of files that hold logins: where its entries stand, and what of an entry is secret. */
public interface LoginFormat {

  /** Returns the stable id of the form, such as {@code docker}. */
  String id();

  /**
   * Reads a document of this form; a blank one holds nothing.
   *
   * @param path whose document it is, for messages alone
   * @param json its bytes
   * @param withUsers whether the user names of its entries are wanted
   * @throws StoreException if it is not strict JSON in UTF-8, or not an object
   */
  LoginDocument read(Path path, byte[] json, boolean withUsers) throws StoreException;
}
