package dev.reglogout.survey;

/**
 * A credential helper in which one registry's credential may be, and why.
 *
 * @param helper which
 * @param lookup how docker or its kin come to it
 * @param namedBy what names it, in words: {@code credsStore in PATH}
 */
public record HelperPlace(HelperSurvey helper, Lookup lookup, String namedBy) {

  /** How a client comes to ask a helper for a registry; the first that fits counts. */
  public enum Lookup {
    /** {@code credHelpers} has a name that clients look up. */
    EXACT_KEY,
    /** {@code credsStore} serves every registry. */
    CREDS_STORE,
    /** Nothing is configured, so docker takes the helper of its platform. */
    PLATFORM_DEFAULT,
    /** {@code credHelpers} has a spelling that docker does not look up. */
    OTHER_SPELLING,
    /** {@code credsStore}, where docker's own key names another helper. */
    SHADOWED;

    /** Returns whether a client would ask the helper, as things are configured. */
    public boolean isPrimary() {
      return this == EXACT_KEY || this == CREDS_STORE || this == PLATFORM_DEFAULT;
    }
  }
}
