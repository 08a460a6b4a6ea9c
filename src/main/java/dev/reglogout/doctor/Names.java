package dev.reglogout.doctor;

import dev.reglogout.registry.RegistryKey;
import java.util.List;
import java.util.regex.Pattern;

/** Puts names into a sentence. */
final class Names {
  /** As many are named; the rest is counted. */
  private static final int MOST = 3;

  private static final Pattern SERVER = Pattern.compile("[a-z0-9\\[][a-z0-9.:\\[\\]_-]*");

  private Names() {}

  /** Returns the registries of keys as a command takes them, or HOST if they are many or odd. */
  static String servers(List<RegistryKey> keys) {
    // where a key has a password in it, what is taken for its host may be part of that
    List<String> servers =
        keys.stream()
            .map(key -> key.masked().equals(key.text()) ? key.registryName() : "")
            .distinct()
            .toList();
    boolean few = servers.size() <= MOST;
    return few && servers.stream().allMatch(name -> SERVER.matcher(name).matches())
        ? String.join(" ", servers)
        : "HOST";
  }

  /** Returns keys as they are to be shown, as {@link #of} names them. */
  static String ofKeys(List<RegistryKey> keys) {
    return of(keys.stream().map(RegistryKey::masked).toList());
  }

  /** Returns {@code a}, {@code a and b}, {@code a, b and c}, {@code a, b, c and 4 more}. */
  static String of(List<String> names) {
    int named = Math.min(names.size(), MOST);
    String last = names.size() > MOST ? names.size() - MOST + " more" : names.get(named - 1);
    List<String> before = names.subList(0, names.size() > MOST ? named : named - 1);
    return before.isEmpty() ? last : String.join(", ", before) + " and " + last;
  }
}
