package dev.reglogout.doctor;

import dev.reglogout.helper.KnownMessages;
import dev.reglogout.helper.Message;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is found of one helper, in the order it is found; the advice is the message table's. */
final class HelperFindings {
  /** Outcomes after which nothing is left to do for a logout; here something is missing. */
  private static final Set<String> GOOD_FOR_A_LOGOUT = Set.of("not-found", "unsupported");

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
    add(Severity.PROBLEM, messageOf(e), what + e.getMessage());
  }

  /** Adds the warning that a call failed. */
  void warning(String what, StoreException e) {
    add(Severity.WARNING, messageOf(e), what + e.getMessage());
  }

  boolean hasProblem() {
    return all.stream().anyMatch(finding -> finding.severity() == Severity.PROBLEM);
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  /** Returns whether a failure is about a verb that the helper does not know. */
  static boolean isUnsupported(StoreException e) {
    return withId(e.reason())
        .filter(m -> m.outcome().equals("unsupported") || m.id().equals("usage-printed"))
        .isPresent();
  }

  /** Returns the entry of the message table that says most about a failure. */
  private Message messageOf(StoreException e) {
    String cause = String.valueOf(e.getMessage());
    Optional<Message> closer =
        switch (e.reason()) {
          case "helper-not-installed" -> KnownMessages.find(cause).or(this::missing);
          case "helper-not-started" -> KnownMessages.find(cause);
          case "helper-failed" -> KnownMessages.find(cause); // our own words for its silence
          default -> Optional.empty();
        };
    return closer
        .or(() -> withId(e.reason()))
        .filter(message -> !GOOD_FOR_A_LOGOUT.contains(message.outcome()))
        .orElseGet(() -> KnownMessages.byId("helper-failed"));
  }

  private Optional<Message> missing() {
    return KnownMessages.find("exec: \"" + program + "\": executable file not found in $PATH");
  }

  private static Optional<Message> withId(String id) {
    return KnownMessages.all().stream().filter(message -> message.id().equals(id)).findFirst();
  }

  private void add(Severity severity, Message message, String text) {
    String advice = message.advice().replace("docker-credential-NAME", program);
    add(new Finding(severity, message.id(), text, advice));
  }

  private void add(Finding finding) {
    if (!all.contains(finding)) {
      all.add(finding);
    }
  }
}
