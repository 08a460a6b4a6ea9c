package dev.reglogout.store;

/** Says why a store cannot be asked; its message is the cause in words, without a full stop. */
public class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String advice;

  /** Creates the exception from the parts of an {@link Outcome}. */
  public StoreException(String reason, String cause, String advice) {
    this(reason, cause, advice, null);
  }

  /** Creates the exception with what caused it. */
  public StoreException(String reason, String cause, String advice, Throwable thrown) {
    super(cause, thrown);
    this.reason = reason;
    this.advice = advice;
  }

  /** Returns the stable id of the cause. */
  public String reason() {
    return reason;
  }

  /** Returns what to do about it, or null. */
  public String advice() {
    return advice;
  }

  /** Returns the outcome of every entry the store may hold. */
  public Outcome asOutcome() {
    return Outcome.failed(reason, getMessage(), advice);
  }
}
