package dev.reglogout.config;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Changes of one document that leave it strict JSON: all of them, and the first few of them, too.
 *
 * @param splices in ascending order, apart from each other
 */
record Edit(List<Splice> splices) {

  boolean isEmpty() {
    return splices.isEmpty();
  }

  /** Returns whether the document can be changed without changing its length. */
  boolean fitsInPlace() {
    for (Splice splice : splices) {
      if (!splice.fitsInPlace()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the changed document. */
  byte[] applyTo(byte[] json) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream(json.length);
    int from = 0;
    for (Splice splice : splices) {
      changed.write(json, from, splice.start() - from);
      changed.write(splice.bytes(), 0, splice.bytes().length);
      from = splice.end();
    }
    changed.write(json, from, json.length - from);
    return changed.toByteArray();
  }
}
