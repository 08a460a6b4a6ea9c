package dev.reglogout.helper;

/**
 * What a helper, or another program, answered.
 *
 * @param exitCode 0 for yes; helpers answer no with 1
 * @param stdout where helpers of the protocol put their messages, too
 * @param stderr what it said beside that
 * @param cutOff whether there was more than is kept
 */
public record Reply(int exitCode, String stdout, String stderr, boolean cutOff) {
  /** In characters; known messages are short, and looking for them in 16 MiB takes long. */
  private static final int LONGEST = 16 << 10;

  /** Returns the words to understand a failure by: those on stdout, else those on stderr. */
  public String words() {
    String words = (stdout.isBlank() ? stderr : stdout).strip();
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }

  /**
   * Returns the whole answer without the blanks around it: stdout, or stderr where that is empty.
   */
  String wholeAnswer() {
    return (stdout.isBlank() ? stderr : stdout).strip();
  }

  /** Returns whether two replies have the same exit code and the same whole answer. */
  boolean isSameAs(Reply other) {
    return exitCode == other.exitCode && wholeAnswer().equals(other.wholeAnswer());
  }

  /** Returns the same answer with a text masked wherever it stands. */
  Reply without(String secret) {
    return with(secret, "***");
  }

  /** Returns the same answer with another text in the place of one. */
  Reply with(String text, String other) {
    return text.isEmpty()
        ? this
        : new Reply(exitCode, stdout.replace(text, other), stderr.replace(text, other), cutOff);
  }
}
