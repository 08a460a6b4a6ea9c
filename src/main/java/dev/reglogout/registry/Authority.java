package dev.reglogout.registry;

import java.util.Locale;

/**
 * The parts of a registry's spelling: scheme, user info, host with port, path, and the rest.
 *
 * <p>{@code java.net.URI} is of no use here: it takes {@code localhost:5000} for a scheme. Where
 * docker reads a stored key as a URL, so does this: it is content with any scheme, and takes a host
 * that is no IPv6 address out of its brackets. Where podman takes off {@code http://} and then
 * {@code https://}, so does this.
 *
 * @param scheme without {@code ://}; empty if there is none
 * @param userInfo without {@code @}; empty if there is none
 * @param hostAndPort ASCII letters in lower case, IPv6 in brackets, without {@code :443}
 * @param path with its leading slash, without a digest; empty if there is none
 * @param suffix query and fragment, with their leading character
 * @param hasHost whether a host can be read, as docker or podman would
 * @param problem why this cannot name a registry; empty if it can
 * @param mayHidePassword whether host and path may be parts of a password with a slash in it
 */
record Authority(
    String scheme,
    String userInfo,
    String hostAndPort,
    String path,
    String suffix,
    boolean hasHost,
    String problem,
    boolean mayHidePassword) {

  private static final String NO_HOST = "it has no host";
  private static final String NO_PORT = "its port is not a number from 1 to 65535";
  private static final String NO_IPV6 = "its host is no IPv6 address, or its port is not a number";

  static Authority of(String text) {
    String scheme = "";
    String rest = text;
    int schemeEnd = schemeEnd(text);
    if (schemeEnd >= 0) {
      scheme = text.substring(0, schemeEnd);
      rest = text.substring(hostStart(text));
    }
    int digest = digestStart(rest, 0);
    int end = endOfAuthority(rest);
    int pathEnd = endOfPath(rest, end);
    String authority = rest.substring(0, end);
    int at = authority.lastIndexOf('@');
    boolean likeUrl = schemeEnd >= 0 && !text.startsWith("//");
    HostAndPort read = HostAndPort.of(asciiLowerCase(authority.substring(at + 1)), likeUrl);
    return new Authority(
        scheme,
        at < 0 ? "" : authority.substring(0, at),
        read.text,
        rest.substring(end, digest >= end && digest < pathEnd ? digest : pathEnd),
        rest.substring(pathEnd),
        read.readable,
        read.problem,
        hidesPassword(rest.substring(0, digest < 0 ? rest.length() : digest), end));
  }

  /** Host and port as one text; a final class, because a record costs time at every start. */
  private static final class HostAndPort {
    final String text;
    final boolean readable;
    final String problem;

    private HostAndPort(String text, boolean readable, String problem) {
      this.text = text;
      this.readable = readable;
      this.problem = problem;
    }

    /**
     * Reads what stands before the path.
     *
     * @param likeUrl whether a scheme stands before it: docker then takes what follows the last
     *     colon for a port, be it empty
     */
    static HostAndPort of(String text, boolean likeUrl) {
      boolean emptyPort = likeUrl && text.endsWith(":");
      String host = emptyPort ? text.substring(0, text.length() - 1) : text;
      String port = "";
      int bracket = host.startsWith("[") ? host.indexOf(']') : -1;
      int colon = host.lastIndexOf(':');
      if (bracket > 0) {
        port = host.substring(bracket + 1);
        host = host.substring(0, bracket + 1);
        host = likeUrl ? host.replace("%25", "%") : host; // as a zone is written in a URL
      } else if (host.indexOf(':') != colon) {
        boolean hasPort = likeUrl && !emptyPort && isPort(host.substring(colon));
        if (hasPort && Ipv6.is(host.substring(0, colon))) {
          port = host.substring(colon);
          host = host.substring(0, colon);
        }
        host = "[" + host + "]";
      } else if (colon >= 0) {
        port = host.substring(colon);
        host = host.substring(0, colon);
      }
      return of(host, port);
    }

    private static HostAndPort of(String host, String port) {
      String shown = port.equals(":443") ? host : host + port;
      if (host.isEmpty() || host.equals("[]")) {
        return new HostAndPort(shown, false, NO_HOST);
      }
      boolean portReadable = port.isEmpty() || isPort(port);
      boolean bracketed = host.startsWith("[");
      if (bracketed && host.endsWith("]") && Ipv6.is(host.substring(1, host.length() - 1))) {
        return new HostAndPort(shown, portReadable, portReadable ? "" : NO_PORT);
      }
      if (bracketed) {
        String inside = host.endsWith("]") ? host.substring(1, host.length() - 1) : "";
        boolean readable = portReadable && !inside.isEmpty() && hostProblem(inside).isEmpty();
        return new HostAndPort(
            readable ? inside + shown.substring(host.length()) : shown, readable, NO_IPV6);
      }
      String problem = hostProblem(host);
      problem = problem.isEmpty() && !portReadable ? NO_PORT : problem;
      return new HostAndPort(shown, problem.isEmpty(), problem);
    }
  }

  /** Returns what is wrong with the characters of a host name, or an empty text. */
  private static String hostProblem(String host) {
    for (int i = 0; i < host.length(); i += Character.charCount(host.codePointAt(i))) {
      int c = host.codePointAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!plain && c != '.' && c != '-' && c != '_' && !isOfAnyScript(c)) {
        String shown = c > ' ' && c < 0x7F ? "'" + (char) c + "'" : "U+" + hex(c);
        return "its host has " + shown + " in it, but may have only letters, digits, '.', '-', '_'";
      }
    }
    return "";
  }

  private static boolean isOfAnyScript(int c) {
    if (c < 0x80 || "\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5".indexOf(c) >= 0) {
      return false; // what has no shape is no letter to a reader
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return Character.isLetterOrDigit(c) || (mark && !isVariationSelector(c));
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0x180B && c <= 0x180F)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static String hex(int c) {
    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - hex.length())) + hex;
  }

  boolean hasPassword() {
    int colon = userInfo.indexOf(':');
    return mayHidePassword || (colon >= 0 && colon < userInfo.length() - 1);
  }

  /**
   * Returns a text with what may be a password in its user info shown as {@code ***}.
   *
   * <p>A password with a slash in it ends the authority too early, so everything from the first
   * colon up to the last {@code @} is hidden, wherever that stands.
   */
  static String masked(String text) {
    int start = hostStart(text);
    int digest = digestStart(text, start);
    int lastAt = text.lastIndexOf('@', digest < 0 ? text.length() : digest - 1);
    if (lastAt < 0) {
      return text;
    }
    int colon = text.indexOf(':', start);
    if (colon < 0 || colon > lastAt) {
      return text;
    }
    return text.substring(0, colon + 1) + "***" + text.substring(lastAt);
  }

  /** Returns whether a password may stand before an {@code @} that is part of the path. */
  private static boolean hidesPassword(String rest, int endOfAuthority) {
    int lastAt = rest.lastIndexOf('@');
    int colon = rest.indexOf(':');
    return lastAt > endOfAuthority && colon >= 0 && colon < lastAt;
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

  /** Returns where host or user info begin, behind the scheme. */
  private static int hostStart(String text) {
    int end = schemeEnd(text);
    if (end < 0) {
      return 0;
    }
    if (text.startsWith("//")) {
      return 2;
    }
    boolean twice = text.startsWith("http://https://"); // podman takes off both
    return twice ? "http://https://".length() : end + 3;
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
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == '_';
      if (!letter && !other) {
        return -1;
      }
    }
    return end;
  }

  /** Returns where the digest of an image begins, with its {@code @}, or -1 if there is none. */
  private static int digestStart(String text, int from) {
    int at = text.lastIndexOf('@');
    int slash = text.indexOf('/', from);
    int colon = at < 0 ? -1 : text.indexOf(':', at);
    if (slash < 0 || slash > at || colon <= at + 1 || text.length() - colon - 1 < 32) {
      return -1;
    }
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      boolean algorithm = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-';
      if (i != colon && !(i < colon ? algorithm : hex)) {
        return -1;
      }
    }
    return at;
  }

  private static boolean isPort(String port) {
    if (port.length() < 2 || port.length() > 6 || port.charAt(0) != ':') {
      return false;
    }
    int number = 0;
    for (int i = 1; i < port.length(); i++) {
      int digit = port.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      number = number * 10 + digit;
    }
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
