package dev.reglogout.soak;

/** A share of the time of a long run. */
final class Minutes {
  private final long end;

  private Minutes(long nanos) {
    end = System.nanoTime() + nanos;
  }

  /** Returns a part of the minutes that the first argument gives. */
  static Minutes of(String[] arguments, double part) {
    return new Minutes((long) (Double.parseDouble(arguments[0]) * part * 60e9));
  }

  boolean left() {
    return System.nanoTime() < end;
  }
}
