package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The registries of one logout, found by the keys that mean them. */
final class Requested {
  private final List<Registry> registries;
  private final Map<String, List<Registry>> byIdentity = new HashMap<>();

  Requested(List<Registry> registries) {
    this.registries = registries;
    for (Registry registry : registries) {
      byIdentity.computeIfAbsent(registry.identity(), i -> new ArrayList<>()).add(registry);
    }
  }

  /** Returns the registries in the order they were asked for. */
  List<Registry> registries() {
    return registries;
  }

  /** Returns the registries of the key's identity, whatever their namespace. */
  List<Registry> ofIdentity(RegistryKey key) {
    return byIdentity.getOrDefault(key.registryName(), List.of());
  }

  /**
   * Returns the registries that mean a key of a file.
   *
   * @param podmans whether a namespace means exactly its own key there
   */
  List<Registry> meaning(RegistryKey key, boolean podmans) {
    if (!podmans) {
      return ofIdentity(key);
    }
    return ofIdentity(key).stream()
        .filter(registry -> registry.path().isEmpty() || registry.path().equals(key.path()))
        .toList();
  }
}
