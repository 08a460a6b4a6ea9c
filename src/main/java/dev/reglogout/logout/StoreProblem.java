package dev.reglogout.logout;

import dev.reglogout.store.StoreException;

/**
 * Why nobody can tell what a store holds, or all of it.
 *
 * @param store path of the file, name of the helper's program, or name of the variable
 * @param helper whether it is a helper
 * @param reason a stable id
 * @param cause in words, without a full stop
 * @param advice what to do about it, or null
 */
public record StoreProblem(
    String store, boolean helper, String reason, String cause, String advice) {

  static StoreProblem ofFile(String store, StoreException e) {
    return new StoreProblem(store, false, e.reason(), e.getMessage(), e.advice());
  }

  static StoreProblem ofHelper(String store, StoreException e) {
    return new StoreProblem(store, true, e.reason(), e.getMessage(), e.advice());
  }

  /** {@return the problem in a line: store, cause and advice} */
  public String text() {
    String end = advice == null || advice.isEmpty() ? cause : cause + ". " + advice;
    // some causes begin with the store's name already: its path and the place in it, its option
    boolean named = cause.startsWith(store + ":") || reason.equals("config-missing");
    if (named) {
      return end;
    }
    return helper ? store + " cannot be asked: " + end : store + ": " + end;
  }

  /** {@return the store, and why it cannot be searched} */
  public String where() {
    String end = advice == null || advice.isEmpty() ? cause : cause + ". " + advice;
    return cause.startsWith(store + ":") ? end : store + ": " + end;
  }
}
