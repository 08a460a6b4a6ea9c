package dev.reglogout.doctor;

/** How bad a finding is; in rising order. */
public enum Severity {
  /** As it should be. */
  OK,
  /** Works, but not as its owner may think. */
  WARNING,
  /** Does not work, or gives a secret away. */
  PROBLEM;

  /** Returns the name used in JSON and in text. */
  public String id() {
    return switch (this) {
      case OK -> "ok";
      case WARNING -> "warning";
      case PROBLEM -> "problem";
    };
  }
}
