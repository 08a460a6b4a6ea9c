package dev.reglogout.cli;

/** What the program's exit codes mean. */
final class ExitCode {
  /** Gone, or nothing was stored; of a dry run: it could be done. */
  static final int DONE = 0;

  /** A credential remains or may remain; of a dry run: a step would fail already. */
  static final int REMAINS = 1;

  /** Wrong usage; nothing was done. */
  static final int USAGE = 2;

  /** With {@code --strict}: nothing remains, but access may survive. */
  static final int ACCESS_MAY_SURVIVE = 3;

  /** Of {@code list}: nothing is stored for the registries asked for. */
  static final int NOTHING_STORED = 1;

  /** Of {@code list}: a store could not be asked, and nothing was found. */
  static final int CANNOT_TELL = 3;

  /** Of {@code doctor}: there is a problem. */
  static final int PROBLEM = 1;

  /** Of {@code explain}: nothing in the text is known. */
  static final int NOT_KNOWN = 1;

  private ExitCode() {}
}
