package dev.reglogout.registry;

import java.util.List;
import java.util.Set;

/** Docker Hub's family: one registry under many names, and the two keys of its sign-in. */
final class DockerHub {
  /** The identity all names of Docker Hub share. */
  static final String IDENTITY = "docker.io";

  /** The key under which {@code docker login} stores a Hub login. */
  static final String URL = "https://index.docker.io/v1/";

  static final String ACCESS_TOKEN = "access-token";
  static final String REFRESH_TOKEN = "refresh-token";

  /** The keys under which {@code docker login} stores a Hub sign-in, the login first. */
  static final List<String> KEYS = List.of(URL, URL + ACCESS_TOKEN, URL + REFRESH_TOKEN);

  /** Its names, the one that podman stores first. */
  static final List<String> HOSTS =
      List.of(IDENTITY, "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com");

  // Docker Desktop writes the form with two slashes.
  private static final Set<String> TOKEN_PATHS =
      Set.of(
          "/v1/" + ACCESS_TOKEN,
          "/v1/" + REFRESH_TOKEN,
          "/v1//" + ACCESS_TOKEN,
          "/v1//" + REFRESH_TOKEN);

  private DockerHub() {}

  static boolean is(String identity) {
    return identity.equals(IDENTITY);
  }

  static String canonicalIdentity(String hostAndPort) {
    return HOSTS.contains(hostAndPort) ? IDENTITY : hostAndPort;
  }

  static boolean isTokenPath(String path) {
    return TOKEN_PATHS.contains(path);
  }
}
