package dev.reglogout.registry;

import java.util.Optional;

/**
 * A container registry, whatever its spelling: {@code ghcr.io}, {@code https://GHCR.io/v2/} and
 * {@code ghcr.io:443} are one.
 *
 * <p>Two are equal if they have the same identity and the same path; their order is that of these
 * texts.
 */
public final class Registry implements Comparable<Registry> {
  private static final int LONGEST = 1024;
  private static final Registry UNNAMED = new Registry("*", false, null, "");

  private final String identity;
  private final boolean hasHost;
  private final String given;
  private final String path;

  private Registry(String identity, boolean hasHost, String given, String path) {
    this.identity = identity;
    this.hasHost = hasHost;
    this.given = given;
    this.path = path;
  }

  /** {@return Docker Hub, as meant by a logout that names no registry} */
  public static Registry dockerHub() {
    return new Registry(DockerHub.IDENTITY, true, null, "");
  }

  /**
   * {@return the registry of a stored key; where no host can be read, or what is read may be a
   * piece of a password, one that stands for this key alone}
   *
   * @param key as stored
   */
  public static Registry of(RegistryKey key) {
    boolean hasHost = key.identity().isPresent() && !key.mayHidePassword();
    return new Registry(hasHost ? key.registryName() : key.text(), hasHost, null, "");
  }

  /**
   * {@return what stands for one key of a file that names no registry, such as {@code
   * *.azurecr.io}; no helper can be asked for it}
   *
   * @param key exactly as stored
   */
  public static Registry exactKey(String key) {
    return new Registry(key, false, key, "");
  }

  /** {@return what stands for registries that nobody can name, in a store that cannot be asked} */
  public static Registry unnamed() {
    return UNNAMED;
  }

  /**
   * Reads a registry as a user types it; blanks around it are dropped, and so are the tag and the
   * digest of an image.
   *
   * @param server a host, a URL, or a host with a path
   * @return the registry; equal to that of every other spelling
   * @throws InvalidRegistryException if it is empty, over 1,024 characters, holds a blank, a
   *     control character, a quote, a comma or a password, has no host, one with other characters
   *     than letters, digits, {@code .}, {@code -} and {@code _}, or a port outside 1 to 65535
   */
  public static Registry parse(String server) {
    String text = trimmed(server);
    Optional<String> problem = problemOf(server);
    if (problem.isPresent()) {
      throw new InvalidRegistryException(problem.get());
    }
    Authority read = Authority.of(text);
    String identity = DockerHub.canonicalIdentity(read.hostAndPort());
    boolean isHubToken = DockerHub.is(identity) && DockerHub.isTokenPath(read.path());
    String path = isHubToken ? "" : withoutTag(RegistryKey.pathOf(read, identity));
    return new Registry(identity, true, text, path);
  }

  /**
   * {@return why a text cannot name a registry, as {@link #parse} would say; nothing if it can}
   *
   * <p>A text with a problem may still stand exactly so as a key in a file: {@link #exactKey}.
   *
   * @param server as a user types it
   */
  public static Optional<String> problemOf(String server) {
    String text = trimmed(server);
    if (text.isEmpty()) {
      return Optional.of(InvalidRegistryException.EMPTY);
    }
    if (server.length() > LONGEST) {
      return Optional.of(InvalidRegistryException.tooLong(server.length(), LONGEST));
    }
    String why = problemOfText(text);
    return why.isEmpty() ? Optional.empty() : Optional.of(InvalidRegistryException.of(text, why));
  }

  private static String problemOfText(String text) {
    if (RegistryKey.hasControlCharacters(text)) {
      return "it has a control character in it";
    }
    Authority read = Authority.of(text);
    String separator = separator(text);
    if (hasBlank(text)) {
      return separator.isEmpty() ? "it has a blank in it" : separator;
    }
    if (text.startsWith("-")) {
      return "it begins with '-'";
    }
    if (read.hasPassword()) {
      return "it has a password in it";
    }
    if (!separator.isEmpty()) {
      return separator;
    }
    if (!read.problem().isEmpty()) {
      return read.problem();
    }
    return read.hostAndPort().startsWith("-") ? "its host begins with '-'" : "";
  }

  /** Returns what is wrong with a text that holds what separates or quotes words elsewhere. */
  private static String separator(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == ';') {
        return "separate registries by blanks, not by '" + c + "'";
      }
      if (c == '"' || c == '\'' || c == '`' || (c >= '\u2018' && c <= '\u201f')) {
        return "the quotes are part of it (left by an env file?)";
      }
    }
    return "";
  }

  /** Returns a path without the tag of the image that it names. */
  private static String withoutTag(String path) {
    int colon = path.lastIndexOf(':');
    if (colon <= path.lastIndexOf('/') + 1 || colon == path.length() - 1) {
      return path;
    }
    for (int i = colon + 1; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '.' && c != '-') {
        return path;
      }
    }
    return path.substring(0, colon);
  }

  /** {@return the one spelling that tells registries apart: host and port, {@code docker.io}} */
  public String identity() {
    return identity;
  }

  /**
   * {@return what the user typed, without blanks around it, or nothing if no registry was named}
   */
  public Optional<String> given() {
    return Optional.ofNullable(given);
  }

  /**
   * {@return the path of a registry given as {@code quay.io/team} or {@code https://host/project},
   * without its outer slashes; nothing for the path of a login, such as {@code /v2/}}
   */
  public Optional<String> path() {
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  /** {@return the registry as a whole, without the path it may have been given with} */
  public Registry withoutPath() {
    return path.isEmpty() ? this : new Registry(identity, hasHost, given, "");
  }

  /** {@return whether a host can be read, so that helpers can be asked for it} */
  public boolean hasHost() {
    return hasHost;
  }

  /** {@return whether this stands for one stored key alone, because no host can be read from it} */
  public boolean isExactKey() {
    return !hasHost && !isUnnamed();
  }

  /** {@return whether this stands for registries that nobody can name} */
  public boolean isUnnamed() {
    return this == UNNAMED; // a registry may be spelt like it
  }

  /** {@return whether this is Docker Hub} */
  public boolean isDockerHub() {
    return hasHost && DockerHub.is(identity);
  }

  /** {@return the name to show: the identity; for Docker Hub what was typed, else its URL} */
  public String displayName() {
    if (isDockerHub()) {
      return given == null ? DockerHub.URL : given;
    }
    if (isUnnamed()) {
      return "other registries";
    }
    if (!hasHost) {
      return identity.isBlank() ? "an empty key" : Authority.masked(identity);
    }
    return path.isEmpty() ? identity : identity + "/" + path;
  }

  /** {@return the key {@code docker login} stores the registry's credential under} */
  public String canonicalKey() {
    return isDockerHub() ? DockerHub.URL : identity;
  }

  @Override
  public int compareTo(Registry other) {
    int byIdentity = identity.compareTo(other.identity);
    int byHost = byIdentity == 0 ? Boolean.compare(hasHost, other.hasHost) : byIdentity;
    return byHost == 0 ? path.compareTo(other.path) : byHost;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Registry registry
        && registry.identity.equals(identity)
        && registry.hasHost == hasHost
        && registry.path.equals(path);
  }

  @Override
  public int hashCode() {
    return identity.hashCode() * 31 + path.hashCode();
  }

  @Override
  public String toString() {
    return displayName();
  }

  private static boolean hasBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean printableAscii = c > ' ' && c < 0x7F;
      if (!printableAscii && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
        return true;
      }
    }
    return false;
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
