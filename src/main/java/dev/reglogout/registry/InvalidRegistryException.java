package dev.reglogout.registry;

/** Says why a text cannot name a registry; a password in the text is never part of the message. */
public final class InvalidRegistryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidRegistryException(String server, String reason) {
    super(
        "SERVER '%s' is no registry: %s; give a host such as ghcr.io or localhost:5000"
            .formatted(Authority.masked(server), reason));
  }

  private InvalidRegistryException(String message) {
    super(message);
  }

  static InvalidRegistryException empty() {
    return new InvalidRegistryException(
        "SERVER is empty (an unset variable?); for Docker Hub give none, or docker.io");
  }

  static InvalidRegistryException tooLong(int length, int longest) {
    return new InvalidRegistryException(
        "SERVER is too long: %,d characters, at most %,d".formatted(length, longest));
  }
}
