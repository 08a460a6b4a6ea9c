package dev.reglogout.doctor;

import java.util.List;

/**
 * A credential helper, examined.
 *
 * @param name the program's, {@code docker-credential-…}
 * @param namedBy who names it, in words: {@code credsStore in PATH}, {@code credHelpers["HOST"] in
 *     PATH}, {@code platform default}
 * @param path where it was found on PATH, or null
 * @param realPath where that leads when links are followed, or null
 * @param nature what it does with credentials
 * @param version what it answers to {@code version}, on one line, or null
 * @param entries how many entries it lists, or null if it was not asked or did not answer
 * @param listMillis how long the list took, in milliseconds, or null
 * @param roundTrip what a throw-away entry went through, or null if it was not tried
 * @param findings what is not as it should be
 */
public record ExaminedHelper(
    String name,
    List<String> namedBy,
    String path,
    String realPath,
    Nature nature,
    String version,
    Integer entries,
    Long listMillis,
    RoundTrip roundTrip,
    List<Finding> findings)
    implements Subject {

  /** What a helper does with credentials. */
  public enum Nature {
    /** Keeps them in a store. */
    KEEPS,
    /** Makes them from another session. */
    MINTS,
    /** Passes calls on to a helper elsewhere: Docker Desktop's, a dev container's. */
    BRIDGE,
    /** Nobody knows. */
    UNKNOWN;

    /** Returns the name used in JSON and in text. */
    public String id() {
      return switch (this) {
        case KEEPS -> "keeps";
        case MINTS -> "mints";
        case BRIDGE -> "bridge";
        case UNKNOWN -> "unknown";
      };
    }
  }
}
