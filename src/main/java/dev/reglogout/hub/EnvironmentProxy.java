package dev.reglogout.hub;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/** The proxy the environment names for HTTPS, read as Go, and so docker, reads it. */
final class EnvironmentProxy {
  private static final String ADVICE = "set it to a proxy such as http://proxy.example.com:3128";

  private EnvironmentProxy() {}

  /**
   * Returns the proxy for a host, unresolved, or nothing if it is to be reached directly.
   *
   * @throws StoreException if a proxy is named that cannot be used; the direct way would not be the
   *     user's wish
   */
  static Optional<InetSocketAddress> of(Environment environment, String host, int port)
      throws StoreException {
    Optional<String> named = variable(environment, "HTTPS_PROXY");
    if (named.isEmpty() || isExempt(variable(environment, "NO_PROXY").orElse(""), host, port)) {
      return Optional.empty();
    }
    return Optional.of(address(named.get().strip()));
  }

  private static Optional<String> variable(Environment environment, String name) {
    return environment.get(name).or(() -> environment.get(name.toLowerCase(Locale.ROOT)));
  }

  private static InetSocketAddress address(String proxy) throws StoreException {
    int scheme = proxy.indexOf("://");
    if (scheme >= 0 && !proxy.substring(0, scheme).equalsIgnoreCase("http")) {
      throw new StoreException(
          "proxy-not-usable", "HTTPS_PROXY names a proxy that is not spoken to by HTTP", ADVICE);
    }
    String rest = scheme < 0 ? proxy : proxy.substring(scheme + 3);
    int user = rest.lastIndexOf('@'); // a password may hold anything, also a slash
    String authority = user < 0 ? rest : rest.substring(user + 1);
    int path = authority.indexOf('/');
    authority = path < 0 ? authority : authority.substring(0, path);
    int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    int port = colon < 0 ? 80 : port(authority.substring(colon + 1));
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new StoreException("proxy-not-usable", "HTTPS_PROXY names no proxy", ADVICE);
    }
    return InetSocketAddress.createUnresolved(host, port);
  }

  private static int port(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Returns whether a list such as {@code example.com,.other.com:443} names the host. */
  private static boolean isExempt(String list, String host, int port) {
    StringTokenizer entries = new StringTokenizer(list.toLowerCase(Locale.ROOT), ", \t");
    while (entries.hasMoreTokens()) {
      String entry = entries.nextToken();
      int colon = entry.lastIndexOf(':');
      boolean otherPort = colon >= 0 && port(entry.substring(colon + 1)) != port;
      String name = colon < 0 ? entry : entry.substring(0, colon);
      name = name.startsWith("*.") ? name.substring(1) : name;
      boolean named =
          name.startsWith(".")
              ? host.endsWith(name)
              : host.equals(name) || host.endsWith("." + name);
      if (entry.equals("*") || (named && !otherPort)) {
        return true;
      }
    }
    return false;
  }
}
