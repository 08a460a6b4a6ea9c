package dev.reglogout.doctor;

import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is found of one helper, in the order it is found; the advice is the message table's. */
final class HelperFindings {
  /**
   * Outcomes whose advice is not for here: nothing is left to do for a logout, or the words are
   * those of docker and its like.
   */
  private static final Set<String> NOT_FOR_HERE = Set.of("not-found", "unsupported", "client");

  /** The table's id for words that it does not know. */
  private static final String UNKNOWN = "helper-failed";

  private final String program;
  private final List<Finding> all = new ArrayList<>();

  HelperFindings(String program) {
    this.program = program;
  }

  /** Adds a problem that the message table knows. */
  void problem(String id, String text) {
    add(Severity.PROBLEM, KnownMessages.byId(id), text);
  }

  /** Adds a warning that the message table knows. */
  void warning(String id, String text) {
    add(Severity.WARNING, KnownMessages.byId(id), text);
  }

  /** Adds a problem with an advice of its own. */
  void problem(String id, String text, String advice) {
    add(Finding.problem(id, text, advice));
  }

  /**
   * Adds the problem that a call failed.
   *
   * @param what could not be done, in words before the cause, such as {@code it does not list: }
   */
  void problem(String what, StoreException e) {
    add(Severity.PROBLEM, what, e);
  }

  /** Adds the warning that a call failed. */
  void warning(String what, StoreException e) {
    add(Severity.WARNING, what, e);
  }

  boolean hasProblem() {
    return all.stream().anyMatch(finding -> finding.severity() == Severity.PROBLEM);
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  /** Returns whether a failure is about a verb that the helper does not know. */
  static boolean isUnsupported(StoreException e) {
    return Finding.known(e.reason())
        .filter(m -> m.outcome().equals("unsupported") || m.id().equals("usage-printed"))
        .isPresent();
  }

  /** Adds what the message table says most of a failure. */
  private void add(Severity severity, String what, StoreException e) {
    String cause = String.valueOf(e.getMessage());
    Optional<KnownMessage> known =
        switch (e.reason()) {
          case "helper-not-installed" -> KnownMessages.find(cause).or(this::missing);
          case "helper-not-started" -> KnownMessages.find(cause);
          case "helper-failed" ->
              cause.endsWith("said nothing") ? KnownMessages.find(cause) : Optional.empty();
          default -> Finding.known(e.reason());
        };
    known
        .or(() -> Finding.known(e.reason()).filter(message -> !message.id().equals(UNKNOWN)))
        .filter(message -> !NOT_FOR_HERE.contains(message.outcome()))
        .ifPresentOrElse(
            message -> add(severity, message, what + cause),
            () -> add(new Finding(severity, UNKNOWN, what + cause, byHand())));
  }

  private String byHand() {
    return "do what its words say; to see them by hand: `" + program + " list </dev/null`";
  }

  private Optional<KnownMessage> missing() {
    return KnownMessages.find("exec: \"" + program + "\": executable file not found in $PATH");
  }

  private void add(Severity severity, KnownMessage message, String text) {
    String advice = message.advice().replace("docker-credential-NAME", program);
    add(new Finding(severity, message.id(), text, advice));
  }

  private void add(Finding finding) {
    if (!all.contains(finding)) {
      all.add(finding);
    }
  }
}
