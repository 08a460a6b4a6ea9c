package dev.reglogout.store;

/** Says why a store cannot be asked; its message is the cause in words, without a full stop. */
public class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Is stable. */
  private final String reason;

  /** Tells what to do about it; may be null. */
  private final String advice;

  /**
   * Creates the exception from the parts of an {@link Outcome}.
   *
   * @param reason a stable id
   * @param cause why, in words, without a full stop
   * @param advice what to do about it, or null
   */
  public StoreException(String reason, String cause, String advice) {
    this(reason, cause, advice, null);
  }

  /**
   * Creates the exception from the parts of an {@link Outcome}, with what caused it.
   *
   * @param reason a stable id
   * @param cause why, in words, without a full stop
   * @param advice what to do about it, or null
   * @param thrown what caused it, or null
   */
  public StoreException(String reason, String cause, String advice, Throwable thrown) {
    super(cause, thrown);
    this.reason = reason;
    this.advice = advice;
  }

  /** {@return the stable id of the cause} */
  public String reason() {
    return reason;
  }

  /** {@return what to do about it, or null} */
  public String advice() {
    return advice;
  }

  /** {@return the outcome of every entry the store may hold} */
  public Outcome asOutcome() {
    return Outcome.failed(reason, getMessage(), advice);
  }
}
