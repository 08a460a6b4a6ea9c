package dev.reglogout.registry;

/**
 * The parts of a registry's spelling: scheme, user info, host with port, path, and the rest.
 *
 * <p>{@code java.net.URI} is of no use here: it takes {@code localhost:5000} for a scheme.
 *
 * @param scheme without {@code ://}; empty if there is none
 * @param userInfo without {@code @}; empty if there is none
 * @param hostAndPort ASCII letters in lower case, IPv6 in brackets, without {@code :443}
 * @param path with its leading slash; empty if there is none
 * @param suffix query and fragment, with their leading sign
 * @param problem why this is no registry; empty if it is one
 */
record Authority(
    String scheme,
    String userInfo,
    String hostAndPort,
    String path,
    String suffix,
    String problem) {

  // plain texts: a compiled pattern would cost time at every start
  private static final String IPV6 = "\\[[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*(%[^\\[\\]]+)?]";

  static Authority of(String text) {
    String rest = text;
    String scheme = "";
    int schemeEnd = schemeEnd(text);
    if (schemeEnd >= 0) {
      scheme = text.substring(0, schemeEnd);
      rest = text.substring(schemeEnd + (scheme.isEmpty() ? 2 : 3));
    }
    int end = endOfAuthority(rest);
    String authority = rest.substring(0, end);
    int pathEnd = endOfPath(rest, end);
    int at = authority.lastIndexOf('@');
    String userInfo = at < 0 ? "" : authority.substring(0, at);
    String host = asciiLowerCase(authority.substring(at + 1));
    String port = "";
    String problem = "";

    int bracket = host.startsWith("[") ? host.indexOf(']') : -1;
    if (bracket > 0) {
      port = host.substring(bracket + 1);
      host = host.substring(0, bracket + 1);
    } else if (host.indexOf(':') != host.lastIndexOf(':')) {
      host = "[" + host + "]"; // IPv6 without brackets, which has no port
    } else if (host.indexOf(':') >= 0) {
      port = host.substring(host.indexOf(':'));
      host = host.substring(0, host.indexOf(':'));
    }
    if (host.isEmpty() || host.equals("[]")) {
      problem = "it has no host";
    } else if (host.startsWith("[") && !host.matches(IPV6)) {
      problem = "its host is no IPv6 address, or its port is not a number";
    } else if (!(port.isEmpty() || (port.equals(":") && !scheme.isEmpty()) || isPort(port))) {
      problem = "its port is not a number from 1 to 65535";
    }
    String hostAndPort = port.equals(":443") || port.equals(":") ? host : host + port;
    return new Authority(
        scheme,
        userInfo,
        hostAndPort,
        rest.substring(end, pathEnd),
        rest.substring(pathEnd),
        problem);
  }

  boolean hasPassword() {
    int colon = userInfo.indexOf(':');
    return colon >= 0 && colon < userInfo.length() - 1;
  }

  /**
   * Returns a text with what may be a password in its user info shown as {@code ***}.
   *
   * <p>A password with a slash in it ends the authority too early, so everything from the first
   * colon up to the last {@code @} is hidden, wherever that stands.
   */
  static String masked(String text) {
    int lastAt = text.lastIndexOf('@');
    if (lastAt < 0) {
      return text;
    }
    int start = schemeEnd(text);
    start = start < 0 ? 0 : start + (start == 0 ? 2 : 3);
    int colon = text.indexOf(':', start);
    if (colon < 0 || colon > lastAt) {
      return text;
    }
    return text.substring(0, colon + 1) + "***" + text.substring(lastAt);
  }

  static String withoutOuterSlashes(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  /** Returns where the scheme ends; 0 for {@code //host}, -1 if there is no scheme. */
  private static int schemeEnd(String text) {
    if (text.startsWith("//")) {
      return 0;
    }
    int end = text.indexOf("://");
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(i > 0 && later)) {
        return -1;
      }
    }
    return end > 0 ? end : -1;
  }

  private static boolean isPort(String port) {
    boolean digits =
        port.startsWith(":") && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    if (!digits || port.length() < 2 || port.length() > 6) {
      return false;
    }
    int number = Integer.parseInt(port.substring(1));
    return number >= 1 && number <= 65_535;
  }

  private static int endOfAuthority(String text) {
    int at = 0;
    while (at < text.length()
        && text.charAt(at) != '/'
        && text.charAt(at) != '?'
        && text.charAt(at) != '#') {
      at++;
    }
    return at;
  }

  private static int endOfPath(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '?' && text.charAt(at) != '#') {
      at++;
    }
    return at;
  }

  private static String asciiLowerCase(String text) {
    int upper = 0;
    while (upper < text.length() && !(text.charAt(upper) >= 'A' && text.charAt(upper) <= 'Z')) {
      upper++;
    }
    if (upper == text.length()) {
      return text;
    }
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }
}
