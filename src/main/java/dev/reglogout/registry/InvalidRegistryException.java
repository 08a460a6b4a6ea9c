package dev.reglogout.registry;

import java.util.Locale;

/** Says why a text cannot name a registry; a password in the text is never part of the message. */
public final class InvalidRegistryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  static final String EMPTY =
      "SERVER is empty (an unset variable?); for Docker Hub give none, or docker.io";

  InvalidRegistryException(String message) {
    super(message);
  }

  static String of(String server, String reason) {
    return "SERVER '"
        + Authority.masked(server)
        + "' is no registry: "
        + reason
        + "; give a host such as ghcr.io or localhost:5000";
  }

  static String tooLong(int length, int longest) {
    return String.format(
        Locale.ROOT, "SERVER is too long: %,d characters, at most %,d", length, longest);
  }
}
