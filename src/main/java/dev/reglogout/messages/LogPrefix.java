package dev.reglogout.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off the lines of a text what a log, a mail or a chat puts before each: times, names of
 * containers and jobs, marks of quotation. They would stand amid a message of several lines.
 *
 * <p>What stands before a single line may be part of the message, and stays.
 */
final class LogPrefix {
  private static final String DATE = "[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}";
  private static final String TIME = "[0-9]{1,2}:[0-9]{2}:[0-9]{2}([.,][0-9]{1,9})?";

  /** In lower case, as the text is by then. */
  private static final List<Pattern> KINDS =
      List.of(
          Pattern.compile(" {0,8}(> ?){1,8}"),
          Pattern.compile(" {0,8}[a-z0-9][a-z0-9_.@/-]{0,60} {1,24}\\| ?"), // compose
          Pattern.compile(" {0,8}[|\u2502\u2503] "),
          Pattern.compile("#[0-9]{1,4} ([0-9]{1,6}\\.[0-9]{1,4} )?"), // buildkit
          Pattern.compile("\\[?" + DATE + "[t ]" + TIME + "(z| ?[+-][0-9]{2}:?[0-9]{2})?\\]?:? "),
          Pattern.compile("\\[?" + TIME + "\\]?:? "),
          Pattern.compile("\\[?" + DATE + "\\]?:? "),
          Pattern.compile( // syslog and journald
              "[a-z]{3} {1,2}[0-9]{1,2} " + TIME + " [^ ]{1,64} (?!docker-credential)[^ ]{1,64}: "),
          Pattern.compile("[iwef][0-9]{4} " + TIME + " {1,8}[0-9]{1,10} [^ ]{1,60}\\] "),
          Pattern.compile("(##)?\\[[a-z0-9 _./:+-]{1,40}\\] ?"), // [pipeline], ##[error]
          Pattern.compile("::(error|warning|notice|debug)[^:]{0,80}:: ?"),
          Pattern.compile("[a-z0-9_.-]{1,30}[\t ]{1,8}[a-z0-9 _./-]{1,40}\t"), // gh run view
          Pattern.compile("(stdout|stderr|remote) ?[|:] "),
          Pattern.compile("(stdout|stderr) f ")); // kubelet

  private static final int MOST_IN_A_ROW = 5;

  /** A longer text is no paste of a message, and looking at each of its lines takes too long. */
  private static final int MOST_LINES = 20_000;

  private LogPrefix() {}

  /** Returns the lines without what two or more of them begin with in the same way. */
  static List<String> strip(List<String> lines) {
    List<String> stripped = lines;
    if (lines.size() > MOST_LINES) {
      return lines;
    }
    for (int i = 0; i < MOST_IN_A_ROW; i++) {
      List<String> before = stripped;
      for (Pattern kind : KINDS) {
        stripped = strip(stripped, kind);
      }
      if (stripped == before) {
        break;
      }
    }
    return stripped;
  }

  /** Returns the same list if there is nothing to take off. */
  private static List<String> strip(List<String> lines, Pattern kind) {
    List<String> stripped = new ArrayList<>(lines.size());
    int found = 0;
    for (String line : lines) {
      Matcher prefix = kind.matcher(line);
      if (prefix.lookingAt() && prefix.end() > 0) {
        stripped.add(line.substring(prefix.end()));
        found++;
      } else {
        stripped.add(line);
      }
    }
    return found > 1 ? stripped : lines;
  }
}
