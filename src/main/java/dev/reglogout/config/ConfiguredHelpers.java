package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;
import java.util.HashMap;
import java.util.Map;

/**
 * For which registries a config file names a helper.
 *
 * @param byRegistry whether {@code credHelpers} binds a registry to a helper, and not to the file
 * @param forOthers whether there is a helper for all others
 */
public record ConfiguredHelpers(Map<String, Boolean> byRegistry, boolean forOthers) {

  /** Reads them from a file. */
  public static ConfiguredHelpers of(ConfigDocument document) {
    Map<String, Boolean> byRegistry = new HashMap<>();
    document
        .credHelpers()
        .forEach(
            (key, helper) ->
                byRegistry.merge(
                    key.registryName(), !helper.orElse("?").isEmpty(), Boolean::logicalOr));
    return new ConfiguredHelpers(byRegistry, !document.credsStore().isEmpty());
  }

  /** Returns whether {@code credHelpers} says anything about a registry. */
  public boolean binds(String identity) {
    return byRegistry.containsKey(identity);
  }

  /** Returns whether a helper is configured for the registry of a key. */
  public boolean anyFor(RegistryKey key) {
    return byRegistry.getOrDefault(key.registryName(), forOthers);
  }
}
