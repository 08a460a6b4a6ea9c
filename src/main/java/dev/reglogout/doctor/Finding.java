package dev.reglogout.doctor;

import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import java.util.Optional;

/**
 * One thing that is not as it should be.
 *
 * @param severity never {@link Severity#OK}
 * @param id stable, that of the message table where the table has it
 * @param text what was found, in words, without a full stop
 * @param advice one line of what to do
 */
public record Finding(Severity severity, String id, String text, String advice) {

  /** Returns a problem with the advice of the message table. */
  static Finding problem(String id, String text) {
    return problem(id, text, KnownMessages.byId(id).advice());
  }

  /** Returns a warning with the advice of the message table. */
  static Finding warning(String id, String text) {
    return warning(id, text, KnownMessages.byId(id).advice());
  }

  static Finding problem(String id, String text, String advice) {
    return new Finding(Severity.PROBLEM, id, text, advice);
  }

  static Finding warning(String id, String text, String advice) {
    return new Finding(Severity.WARNING, id, text, advice);
  }

  /** Returns what the message table knows of an id. */
  static Optional<KnownMessage> known(String id) {
    return KnownMessages.all().stream().filter(message -> message.id().equals(id)).findFirst();
  }
}
