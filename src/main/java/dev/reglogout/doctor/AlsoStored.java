package dev.reglogout.doctor;

import dev.reglogout.registry.RegistryKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds logins that stand in another file, too, or only in one that a logout passes over. */
final class AlsoStored {
  private AlsoStored() {}

  /** Returns the findings of a file, one for each later file that has a registry of its own. */
  static List<Finding> in(ReviewedFile file, List<ReviewedFile> laterOnes) {
    Map<String, RegistryKey> logins = logins(file);
    List<Finding> findings = new ArrayList<>();
    for (ReviewedFile later : laterOnes) {
      List<RegistryKey> both = new ArrayList<>();
      for (String registry : logins(later).keySet()) {
        if (logins.containsKey(registry)) {
          both.add(logins.get(registry));
        }
      }
      if (!both.isEmpty()) {
        findings.add(finding(both, later, List.of(file, later), "to log out of all: "));
      }
    }
    return findings;
  }

  /** Returns the findings of files that a logout passes over: what none of the others has. */
  static List<Finding> onlyIn(List<ReviewedFile> unasked, List<ReviewedFile> files) {
    Set<String> known = new HashSet<>();
    for (ReviewedFile file : files) {
      known.addAll(logins(file).keySet());
    }
    List<Finding> findings = new ArrayList<>();
    for (ReviewedFile other : unasked) {
      Map<String, RegistryKey> logins = logins(other);
      logins.keySet().removeAll(known);
      if (!logins.isEmpty()) {
        List<RegistryKey> keys = List.copyOf(logins.values());
        findings.add(finding(keys, other, List.of(other), "to log out there: "));
      }
    }
    return findings;
  }

  private static Finding finding(
      List<RegistryKey> keys, ReviewedFile where, List<ReviewedFile> files, String advice) {
    return Finding.warning(
        "also-stored",
        Names.ofKeys(keys)
            + (keys.size() == 1 ? " is" : " are")
            + " also stored in "
            + where.name(),
        advice + LogoutWords.of(files, keys));
  }

  /** Returns the keys of entries that hold a secret, by the registry they belong to. */
  private static Map<String, RegistryKey> logins(ReviewedFile file) {
    Map<String, RegistryKey> logins = new LinkedHashMap<>();
    for (RegistryKey key : file.secrets()) {
      logins.putIfAbsent(key.registryName(), key);
    }
    return logins;
  }
}
