package dev.reglogout.doctor;

/**
 * What a throw-away entry went through.
 *
 * @param stored whether the helper stored it
 * @param listed whether the helper then listed it
 * @param got whether the helper then told the secret that was stored
 * @param erased whether it is gone again
 */
public record RoundTrip(boolean stored, boolean listed, boolean got, boolean erased) {

  /** Returns whether all of it worked. */
  public boolean worked() {
    return stored && listed && got && erased;
  }
}
