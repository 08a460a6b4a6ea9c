package dev.reglogout.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A container registry, whatever its spelling: {@code ghcr.io}, {@code https://GHCR.io/v2/} and
 * {@code ghcr.io:443} are one.
 *
 * <p>Two are equal if they have the same identity and the same namespace; their order is that of
 * these texts.
 */
public final class Registry implements Comparable<Registry> {
  private static final int LONGEST = 1024;
  private static final Registry UNNAMED = new Registry("*", false, null, "");

  private final String identity;
  private final boolean hasHost;
  private final String given;
  private final String namespace;

  private Registry(String identity, boolean hasHost, String given, String namespace) {
    this.identity = identity;
    this.hasHost = hasHost;
    this.given = given;
    this.namespace = namespace;
  }

  /** {@return Docker Hub, as meant by a logout that names no registry} */
  public static Registry dockerHub() {
    return new Registry(DockerHub.IDENTITY, true, null, "");
  }

  /**
   * {@return the registry of a stored key; where no host can be read, one that has this key alone}
   *
   * @param key as stored
   */
  public static Registry of(RegistryKey key) {
    return new Registry(key.registryName(), key.identity().isPresent(), null, "");
  }

  /** {@return what stands for registries that nobody can name, in a store that cannot be asked} */
  public static Registry unnamed() {
    return UNNAMED;
  }

  /**
   * Reads a registry as a user types it; blanks around it are dropped.
   *
   * @param server a host, a URL, or a host with a path
   * @return the registry; equal to that of every other spelling
   * @throws InvalidRegistryException if it is empty, over 1,024 characters, holds a blank, a
   *     control character or a password, has no host, or a port outside 1 to 65535
   */
  public static Registry parse(String server) {
    String text = trimmed(server);
    if (text.isEmpty()) {
      throw InvalidRegistryException.empty();
    }
    if (server.length() > LONGEST) {
      throw InvalidRegistryException.tooLong(server.length(), LONGEST);
    }
    if (RegistryKey.hasControlCharacters(text)) {
      throw new InvalidRegistryException(text, "it has a control character in it");
    }
    if (hasBlank(text)) {
      throw new InvalidRegistryException(text, "it has a blank in it");
    }
    if (text.startsWith("-")) {
      throw new InvalidRegistryException(text, "it begins with '-'");
    }
    Authority read = Authority.of(text);
    if (read.hasPassword()) {
      throw new InvalidRegistryException(text, "it has a password in it");
    }
    if (!read.problem().isEmpty()) {
      throw new InvalidRegistryException(text, read.problem());
    }
    if (read.hostAndPort().startsWith("-")) {
      throw new InvalidRegistryException(text, "its host begins with '-'");
    }
    // As podman reads it: a URL names the host alone, anything else may name a namespace.
    boolean mayName = read.scheme().isEmpty() && !read.path().isEmpty();
    String namespace = mayName ? RegistryKey.of(text).namespace().orElse("") : "";
    return new Registry(DockerHub.canonicalIdentity(read.hostAndPort()), true, text, namespace);
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

  /** {@return the namespace of a registry given as {@code quay.io/team}, which podman knows} */
  public Optional<String> namespace() {
    return Optional.of(namespace).filter(n -> !n.isEmpty());
  }

  /** {@return the registry as a whole, without the namespace it may have been given with} */
  public Registry withoutNamespace() {
    return namespace.isEmpty() ? this : new Registry(identity, hasHost, given, "");
  }

  /** {@return whether a host can be read, so that helpers can be asked for it} */
  public boolean hasHost() {
    return hasHost;
  }

  /** {@return whether this stands for registries that nobody can name} */
  public boolean isUnnamed() {
    return this == UNNAMED; // a registry may be spelt like it
  }

  /** {@return whether this is Docker Hub} */
  public boolean isDockerHub() {
    return DockerHub.is(identity);
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
      return identity.isBlank() ? "an empty key" : RegistryKey.of(identity).masked();
    }
    return namespace.isEmpty() ? identity : identity + "/" + namespace;
  }

  /** {@return the key {@code docker login} stores the registry's credential under} */
  public String canonicalKey() {
    return isDockerHub() ? DockerHub.URL : identity;
  }

  /**
   * {@return the keys to try in a store that cannot list, each once: as typed, host, {@code
   * http://host}, {@code https://host}; for Docker Hub its URL, its two token keys, and as typed}
   */
  public List<String> candidateKeys() {
    LinkedHashSet<String> keys = new LinkedHashSet<>();
    if (isDockerHub()) {
      keys.addAll(DockerHub.KEYS);
    }
    if (given != null) {
      keys.add(given);
    }
    if (!isDockerHub()) {
      keys.addAll(List.of(identity, "http://" + identity, "https://" + identity));
    }
    return new ArrayList<>(keys);
  }

  @Override
  public int compareTo(Registry other) {
    int byIdentity = identity.compareTo(other.identity);
    return byIdentity == 0 ? namespace.compareTo(other.namespace) : byIdentity;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Registry registry
        && registry.identity.equals(identity)
        && registry.namespace.equals(namespace);
  }

  @Override
  public int hashCode() {
    return identity.hashCode() * 31 + namespace.hashCode();
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
