package dev.reglogout.doctor;

import java.util.List;

/**
 * All that was examined.
 *
 * @param subjects files first, then the variable, then helpers
 */
public record Diagnosis(List<Subject> subjects) {

  /** Returns how many findings there are of a severity. */
  public long count(Severity severity) {
    return subjects.stream()
        .flatMap(subject -> subject.findings().stream())
        .filter(finding -> finding.severity() == severity)
        .count();
  }
}
