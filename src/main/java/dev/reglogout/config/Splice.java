package dev.reglogout.config;

import java.util.Arrays;

/**
 * One change of a document: what stands from one index up to another becomes other bytes.
 *
 * <p>Both ends stand between two tokens of JSON, so that blanks may stand there, too.
 *
 * @param start of the first byte that goes
 * @param end behind the last byte that goes
 * @param bytes what comes in their place; nothing for a cut
 */
record Splice(int start, int end, byte[] bytes) {
  private static final byte[] NOTHING = {};

  /** Returns the splice that takes bytes out and puts nothing in. */
  static Splice cut(int start, int end) {
    return new Splice(start, end, NOTHING);
  }

  /** Returns whether what comes is no longer than what goes. */
  boolean fitsInPlace() {
    return bytes.length <= end - start;
  }

  /**
   * Returns what to write over the span at its own length: the new bytes, and blanks after them.
   */
  byte[] padded() {
    byte[] padded = Arrays.copyOf(bytes, end - start);
    Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
    return padded;
  }
}
