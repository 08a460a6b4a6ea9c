package dev.reglogout.doctor;

import dev.reglogout.store.StoreException;

/**
 * One thing that is not as it should be.
 *
 * @param severity never {@link Severity#OK}
 * @param id stable, that of the message table where the table has it
 * @param text what was found, in words, without a full stop
 * @param advice one line of what to do
 */
public record Finding(Severity severity, String id, String text, String advice) {

  static Finding problem(String id, String text, String advice) {
    return new Finding(Severity.PROBLEM, id, text, advice);
  }

  static Finding warning(String id, String text, String advice) {
    return new Finding(Severity.WARNING, id, text, advice);
  }

  /** Returns the problem that something cannot be read or asked. */
  static Finding of(StoreException e) {
    return problem(e.reason(), e.getMessage(), e.advice());
  }
}
