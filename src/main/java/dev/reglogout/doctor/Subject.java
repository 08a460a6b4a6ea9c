package dev.reglogout.doctor;

import java.util.List;

/** What was examined, and what was found: a file, a helper, a variable. */
public sealed interface Subject permits ExaminedFile, ExaminedHelper, ExaminedVariable {

  /** Returns the path, the program's name, or the variable's. */
  String name();

  /** Returns what is not as it should be, in the order it was looked for. */
  List<Finding> findings();

  /** Returns how bad the worst finding is. */
  default Severity severity() {
    return findings().stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.OK);
  }
}
