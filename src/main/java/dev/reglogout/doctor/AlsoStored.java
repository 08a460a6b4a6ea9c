package dev.reglogout.doctor;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds registries whose logins stand in several files, one of which a logout may miss. */
final class AlsoStored {
  private AlsoStored() {}

  /** Returns the findings of a file, one for each later file that has a registry of its own. */
  static List<Finding> in(ReviewedFile file, List<ReviewedFile> laterOnes) {
    Map<String, RegistryKey> logins = logins(file);
    List<Finding> findings = new ArrayList<>();
    for (ReviewedFile later : laterOnes) {
      List<RegistryKey> both =
          logins(later).keySet().stream().filter(logins::containsKey).map(logins::get).toList();
      if (!both.isEmpty()) {
        findings.add(
            Finding.warning(
                "also-stored",
                "%s %s also stored in %s"
                    .formatted(
                        Names.of(both.stream().map(RegistryKey::masked).toList()),
                        both.size() == 1 ? "is" : "are",
                        later.name()),
                "to log out of all: " + LogoutWords.of(List.of(file, later), both)));
      }
    }
    return findings;
  }

  /** Returns the keys of entries that hold a secret, by the registry they belong to. */
  private static Map<String, RegistryKey> logins(ReviewedFile file) {
    Map<String, RegistryKey> logins = new LinkedHashMap<>();
    if (file.isReadable()) {
      for (Entry entry : file.review().document().entries()) {
        RegistryKey key = entry.key();
        if (entry.secret()) {
          logins.putIfAbsent(key.registryName(), key);
        }
      }
    }
    return logins;
  }
}
