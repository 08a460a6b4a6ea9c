package dev.reglogout.messages;

import dev.reglogout.store.Environment.Os;
import java.util.HashMap;
import java.util.Map;

/**
 * What a problem means and what to do about it, by its id.
 *
 * <p>The words of the problems that the program raises itself stand in switches, one class for each
 * kind: nothing is parsed and nothing but the strings of one case is made, where the large table of
 * {@link KnownMessages} costs 17 to 30 ms at a start. For any other id that table is asked.
 *
 * <p>Facts are {@code helper} (its name), {@code program} (else made from that), {@code path},
 * {@code directory}, {@code member} (of the config file, such as {@code credsStore}), {@code
 * registry}, {@code exitCode}, {@code words} (a helper's or the system's own), {@code user}, {@code
 * seconds}, {@code line}, {@code installed} (helpers that could be named instead). They are given
 * as they are to be shown: masked and escaped.
 */
public final class Messages {
  private Messages() {}

  /**
   * Returns the words for a problem.
   *
   * @param id such as {@code helper-timed-out}
   * @param facts what is known, by name; one that is missing costs words, never the advice
   * @param os whose commands to name
   * @throws java.util.NoSuchElementException if there is no such id
   */
  public static Message of(String id, Map<String, String> facts, Os os) {
    Map<String, String> known = facts;
    String helper = facts.get("helper");
    if (helper != null) {
      known = new HashMap<>();
      HelperFacts.addKnown(helper, known);
      known.putAll(facts);
    }
    ProblemText problem = problem(id);
    if (problem == null) {
      KnownMessage message = KnownMessages.byId(id);
      String text =
          known.containsKey("words") ? "it says: " + known.get("words") : message.meaning();
      return new Message(text, message.advice(os, known), message.avoid(), false);
    }
    return new Message(
        Template.fill(problem.text(), known, os),
        Template.fill(problem.advice().on(os), known, os),
        problem.avoid(),
        problem.accessMaySurvive());
  }

  /**
   * Returns the id for a helper that is not installed.
   *
   * @param helper its name without {@code docker-credential-}
   */
  public static String idOfMissing(String helper) {
    return switch (helper) {
      case "desktop",
          "wincred",
          "osxkeychain",
          "pass",
          "secretservice",
          "ecr-login",
          "gcloud",
          "gcr",
          "acr-env",
          "file",
          "none" ->
          "missing-" + helper;
      case "desktop.exe" -> "missing-desktop-exe";
      case "wincred.exe" -> "missing-wincred";
      default ->
          helper.startsWith("dev-containers-") ? "missing-dev-containers" : "helper-not-installed";
    };
  }

  /** Returns the words of a problem of our own, or null. */
  static ProblemText problem(String id) {
    ProblemText problem = HelperProblems.of(id);
    if (problem == null) {
      problem = StoreProblems.of(id);
    }
    if (problem == null) {
      problem = FileProblems.of(id);
    }
    if (problem == null) {
      problem = ContentProblems.of(id);
    }
    return problem == null ? LogoutProblems.of(id) : problem;
  }
}
