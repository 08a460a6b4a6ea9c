package dev.reglogout.helper;

/**
 * What a helper answered.
 *
 * @param exitCode 0 for yes; helpers answer no with 1
 * @param stdout where helpers of the protocol put their messages, too
 * @param stderr what it said beside that
 * @param cutOff whether there was more than is kept
 */
record Reply(int exitCode, String stdout, String stderr, boolean cutOff) {
  /** In characters; known messages are short, and looking for them in 16 MiB takes long. */
  private static final int LONGEST = 16 << 10;

  /** Returns the words to understand a failure by: those on stdout, else those on stderr. */
  String words() {
    String words = (stdout.isBlank() ? stderr : stdout).strip();
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }
}
