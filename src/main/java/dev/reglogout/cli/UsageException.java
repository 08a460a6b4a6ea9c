package dev.reglogout.cli;

/** Says what is wrong with the arguments; nothing has been done yet. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
