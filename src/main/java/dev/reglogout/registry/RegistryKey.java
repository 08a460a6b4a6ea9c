package dev.reglogout.registry;

import java.util.Optional;
import java.util.Set;

/**
 * A key as a config file or a credential helper stores it, read leniently.
 *
 * <p>Keys come from other programs and may be anything: a host, a URL, a namespace, an empty text.
 * Control characters are passed over when the host is read, because the official helpers drop line
 * breaks from what they are sent.
 *
 * <p>Comparable by its text, so that a map keeps its speed with keys made to collide in it.
 */
public final class RegistryKey implements Comparable<RegistryKey> {
  private static final Set<String> LOGIN_PATHS = Set.of("", "/", "/v1", "/v1/", "/v2", "/v2/");

  private final String text;
  // read when first asked for: many keys are only compared; whoever reads one reads the same
  private Authority authority;
  private Optional<String> identity;

  private RegistryKey(String text) {
    this.text = text;
  }

  private Authority authority() {
    Authority read = authority;
    if (read == null) {
      read = Authority.of(withoutControlCharacters(text).strip());
      authority = read;
    }
    return read;
  }

  /**
   * Reads a stored key.
   *
   * @param text as stored
   * @return the key
   */
  public static RegistryKey of(String text) {
    return new RegistryKey(text);
  }

  /** {@return the key byte for byte as stored} */
  public String text() {
    return text;
  }

  /**
   * {@return the identity of the registry the key belongs to, or nothing if no host can be read}
   */
  public Optional<String> identity() {
    Optional<String> known = identity;
    if (known == null) {
      known =
          authority().hasHost()
              ? Optional.of(DockerHub.canonicalIdentity(authority().hostAndPort()))
              : Optional.empty();
      identity = known;
    }
    return known;
  }

  /** {@return the identity, or the key itself if no host can be read from it} */
  public String registryName() {
    return identity().orElse(text);
  }

  /**
   * {@return the name to show for the registry of the key: the identity, or the masked key where no
   * host can be read, or where host and port may be pieces of a password with a slash in it}
   */
  public String displayName() {
    return mayHidePassword() ? masked() : identity().orElse(masked());
  }

  /** {@return whether what is read as host, port or path may be a piece of a password} */
  boolean mayHidePassword() {
    return authority().mayHidePassword();
  }

  /**
   * {@return whether the key has the identity of a registry, or is the very key that it stands for}
   *
   * @param registry whose path does not count
   */
  public boolean belongsTo(Registry registry) {
    return registry.isExactKey()
        ? text.equals(registry.identity())
        : registryName().equals(registry.identity());
  }

  /**
   * {@return whether the key can be a registry login, as told by its path}
   *
   * <p>Other programs keep their secrets in the same stores, under URLs with other paths.
   */
  public boolean isLogin() {
    return (authority().suffix().isEmpty() && LOGIN_PATHS.contains(authority().path()))
        || isHubToken();
  }

  /**
   * {@return whether the key, found in a store that others use too, is a registry login beyond
   * doubt: its path is one of a login, and its host has a dot or a port, or is {@code localhost}}
   *
   * <p>Hosts under {@code mcp-dcr} are those of docker's MCP gateway.
   */
  public boolean isRegistryLogin() {
    String host = identity().orElse("");
    int port = host.lastIndexOf(':');
    String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    return isLogin() && looksLikeHost() && !name.endsWith(".mcp-dcr");
  }

  /** {@return whether its host has a dot or a port, or is {@code localhost}} */
  public boolean looksLikeHost() {
    String host = identity().orElse("");
    return host.indexOf('.') >= 0 || host.indexOf(':') >= 0 || host.equals("localhost");
  }

  /**
   * {@return the path of a key such as {@code quay.io/team}, without its outer slashes; nothing if
   * it has none, or one of a login}
   */
  public Optional<String> path() {
    if (isHubToken()) {
      return Optional.empty();
    }
    String path = pathOf(authority(), identity().orElse(""));
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  /** Returns the path that tells a key from the registry's own, or an empty text. */
  static String pathOf(Authority authority, String identity) {
    String path = authority.path();
    if (LOGIN_PATHS.contains(path)) {
      return "";
    }
    String inner = Authority.withoutOuterSlashes(path);
    boolean ofApi = DockerHub.is(identity) && (inner.startsWith("v1/") || inner.startsWith("v2/"));
    boolean ofHub = DockerHub.is(identity) && (inner.equals("v1") || inner.equals("v2"));
    return ofApi || ofHub ? "" : inner;
  }

  /** {@return whether the key holds the access or the refresh token of Docker Hub's sign-in} */
  public boolean isHubToken() {
    return DockerHub.isTokenPath(authority().path())
        && identity().filter(DockerHub::is).isPresent();
  }

  /** {@return whether the key holds the refresh token of Docker Hub's sign-in} */
  public boolean isHubRefreshToken() {
    return isHubToken() && authority().path().endsWith(DockerHub.REFRESH_TOKEN);
  }

  /** {@return whether the key holds characters that must not reach a helper or a terminal} */
  public boolean hasControlCharacters() {
    return hasControlCharacters(text);
  }

  /** {@return the key for printing: a password in its user info is shown as {@code ***}} */
  public String masked() {
    return Authority.masked(text);
  }

  @Override
  public int compareTo(RegistryKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegistryKey key && key.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }

  // a plain loop, here and elsewhere on the way of every key: streams cost time at every start
  static boolean hasControlCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7F && c <= 0x9F)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutControlCharacters(String text) {
    if (!hasControlCharacters(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    text.chars().filter(c -> !Character.isISOControl(c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
