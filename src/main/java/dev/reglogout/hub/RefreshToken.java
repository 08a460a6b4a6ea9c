package dev.reglogout.hub;

import java.util.Optional;

/**
 * The refresh token of a sign-in to Docker Hub; never shown.
 *
 * @param text the token itself
 * @param clientId the program it was given to
 */
public record RefreshToken(String text, String clientId) {
  private static final String SEPARATOR = "..";

  /**
   * Reads a secret in the form docker stores it in, {@code token..clientid}; any other is not of
   * docker's making.
   */
  public static Optional<RefreshToken> read(String secret) {
    int end = secret.indexOf(SEPARATOR);
    int next = end + SEPARATOR.length();
    if (end < 1 || next == secret.length() || secret.lastIndexOf(SEPARATOR) != end) {
      return Optional.empty();
    }
    return Optional.of(new RefreshToken(secret.substring(0, end), secret.substring(next)));
  }

  /** Returns no byte of the token. */
  @Override
  public String toString() {
    return "a refresh token";
  }
}
