package dev.reglogout.registry;

/** Tells an IPv6 address from other texts; by hand, as a pattern would cost time at every start. */
final class Ipv6 {
  private Ipv6() {}

  /** Returns whether a text is an address, perhaps with a zone, as in {@code fe80::1%eth0}. */
  static boolean is(String text) {
    int zone = text.indexOf('%');
    if (zone >= 0
        && (zone == text.length() - 1
            || text.indexOf('[', zone) >= 0
            || text.indexOf(']', zone) >= 0)) {
      return false;
    }
    String address = zone < 0 ? text : text.substring(0, zone);
    int gap = address.indexOf("::");
    if (gap < 0) {
      return groups(address) == 8;
    }
    String before = address.substring(0, gap);
    String after = address.substring(gap + 2);
    int first = before.isEmpty() ? 0 : groups(before);
    int last = after.isEmpty() ? 0 : groups(after);
    boolean noIpv4Before = before.indexOf('.') < 0;
    return first >= 0 && last >= 0 && first + last < 8 && noIpv4Before;
  }

  /** Returns how many groups of 16 bits a text is made of, or -1 if of anything else. */
  private static int groups(String text) {
    int groups = 0;
    int start = 0;
    while (true) {
      int colon = text.indexOf(':', start);
      int end = colon < 0 ? text.length() : colon;
      if (colon < 0 && text.indexOf('.', start) >= 0) {
        return isIpv4(text.substring(start)) && groups <= 6 ? groups + 2 : -1;
      }
      groups++;
      if (end == start || end - start > 4 || groups > 8 || !isHex(text, start, end)) {
        return -1;
      }
      if (colon < 0) {
        return groups;
      }
      start = colon + 1;
    }
  }

  private static boolean isHex(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpv4(String text) {
    int number = -1;
    int dots = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c == '.') {
        if (number < 0 || number > 255) {
          return false;
        }
        dots++;
        number = -1;
      } else if (c >= '0' && c <= '9' && number < 256) {
        number = Math.max(number, 0) * 10 + c - '0';
      } else {
        return false;
      }
    }
    return dots == 4;
  }
}
