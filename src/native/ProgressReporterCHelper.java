package com.oracle.svm.hosted;

/**
 * Stands in for a class of the builder that is half written in C, which its jar does not bring: how
 * wide the terminal is, and how much memory was used, as the builder's account shows it.
 */
public final class ProgressReporterCHelper {
  static final int MAX_CHARACTERS_PER_LINE = 120;

  private ProgressReporterCHelper() {}

  public static int getTerminalWindowColumns() {
    return getTerminalWindowColumnsClamped();
  }

  public static int getTerminalWindowColumnsClamped() {
    return 100;
  }

  public static long getPeakRSS() {
    return 0;
  }
}
