package dev.reglogout.store;

/**
 * What became of one entry, or what is known of it so far.
 *
 * @param verdict what became of it
 * @param verified true if a look at the store afterwards confirms it, false if none could, null
 *     where there is nothing to confirm
 * @param reason a stable id from the message table, or null
 * @param cause why, in words, without a full stop; null if there is nothing to say
 * @param advice what to do about it; null if there is nothing to do
 */
public record Outcome(
    Verdict verdict, Boolean verified, String reason, String cause, String advice) {

  /** {@return the outcome of an entry that would be erased} */
  public static Outcome planned() {
    return new Outcome(Verdict.PLANNED, null, null, null, null);
  }

  /**
   * {@return the outcome of an entry that would be erased, unless something turns out}
   *
   * @param reason a stable id from the message table
   * @param cause why, in words, without a full stop
   */
  public static Outcome plannedUnless(String reason, String cause) {
    return new Outcome(Verdict.PLANNED, null, reason, cause, null);
  }

  /**
   * {@return the outcome of an entry that is gone, as the store says}
   *
   * @param verified whether a look at the store afterwards confirms it
   */
  public static Outcome erased(boolean verified) {
    return new Outcome(Verdict.ERASED, verified, null, null, null);
  }

  /**
   * {@return the outcome of an entry that is not there, as the store says}
   *
   * @param verified whether a look at the store afterwards confirms it
   */
  public static Outcome absent(boolean verified) {
    return new Outcome(Verdict.ABSENT, verified, null, null, null);
  }

  /**
   * {@return the outcome of a helper that stores nothing}
   *
   * @param reason a stable id from the message table
   * @param cause why, in words, without a full stop
   * @param advice what to do about it, or null
   */
  public static Outcome minted(String reason, String cause, String advice) {
    return new Outcome(Verdict.MINTED, null, reason, cause, advice);
  }

  /**
   * {@return the outcome of an entry that is left alone}
   *
   * @param reason a stable id from the message table
   * @param cause why, in words, without a full stop
   */
  public static Outcome kept(String reason, String cause) {
    return new Outcome(Verdict.KEPT, null, reason, cause, null);
  }

  /**
   * {@return the outcome of an entry that was seen after it should have gone}
   *
   * @param reason a stable id from the message table
   * @param cause why, in words, without a full stop
   * @param advice what to do about it, or null
   */
  public static Outcome remains(String reason, String cause, String advice) {
    return new Outcome(Verdict.REMAINS, true, reason, cause, advice);
  }

  /**
   * {@return the outcome of an entry that could not be erased, or not be looked for}
   *
   * @param reason a stable id from the message table
   * @param cause why, in words, without a full stop
   * @param advice what to do about it, or null
   */
  public static Outcome failed(String reason, String cause, String advice) {
    return new Outcome(Verdict.FAILED, false, reason, cause, advice);
  }

  /** {@return cause and advice as one text, or null if there is neither} */
  public String detail() {
    if (cause == null) {
      return advice;
    }
    return advice == null || advice.isEmpty() ? cause : cause + ". " + advice;
  }
}
