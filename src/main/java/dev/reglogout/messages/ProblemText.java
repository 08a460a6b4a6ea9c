package dev.reglogout.messages;

/**
 * The words of a problem that the program itself raises, with gaps for facts.
 *
 * @param text the cause, in words whose subject is the store or file
 * @param advice what to do
 * @param avoid what not to do; may be empty
 * @param accessMaySurvive whether access to a registry may survive although nothing failed
 */
record ProblemText(String text, Advice advice, String avoid, boolean accessMaySurvive) {
  static ProblemText of(String text, String advice) {
    return new ProblemText(text, Advice.everywhere(advice), "", false);
  }

  static ProblemText of(String text, String linux, String macos, String windows) {
    return new ProblemText(text, new Advice(linux, macos, windows), "", false);
  }

  ProblemText avoiding(String what) {
    return new ProblemText(text, advice, what, accessMaySurvive);
  }

  ProblemText accessMayLiveOn() {
    return new ProblemText(text, advice, avoid, true);
  }
}
