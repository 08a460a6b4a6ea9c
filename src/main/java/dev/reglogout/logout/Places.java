package dev.reglogout.logout;

import dev.reglogout.config.ConfigDocument;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where one registry's credential may be behind helpers, as one config file has it.
 *
 * @param primary the helpers docker would ask, each with what names it in the file
 * @param second helpers it would ask if the configuration were another, or will be
 * @param unreadable whether the file binds the registry to something that is no helper's name
 */
record Places(
    Map<HelperStore, String> primary, Map<HelperStore, String> second, boolean unreadable) {

  /** Nothing is behind helpers. */
  static final Places NONE = new Places(Map.of(), Map.of(), false);

  /**
   * Reads the places from a file.
   *
   * <ol>
   *   <li>{@code credHelpers} under any spelling of the registry, where an empty text means "the
   *       file"; {@code credsStore} is then a second store
   *   <li>else {@code credsStore}
   *   <li>the platform's default as a second store, if the file names no store, and nothing is in
   *       it or will be after this logout
   * </ol>
   *
   * @param seekDefault whether it is docker's file, and nothing will be left in its {@code auths}
   */
  static Places of(
      ConfigDocument document, Registry registry, boolean seekDefault, Helpers helpers) {
    boolean byDefault =
        seekDefault && document.namesNoStore() && helpers.platformDefault().isPresent();
    if (document.namesNoStore() && !byDefault) {
      return NONE;
    }
    Map<HelperStore, String> primary = new LinkedHashMap<>();
    Map<HelperStore, String> second = new LinkedHashMap<>();
    boolean bound = false;
    boolean unreadable = false;
    for (Map.Entry<RegistryKey, Optional<String>> binding : document.credHelpers().entrySet()) {
      if (binding.getKey().belongsTo(registry)) {
        bound = true;
        unreadable |= binding.getValue().isEmpty();
        String namedBy = "credHelpers[\"" + binding.getKey().masked() + "\"]";
        binding
            .getValue()
            .filter(name -> !name.isEmpty())
            .ifPresent(name -> primary.put(helpers.named(name), namedBy));
      }
    }
    if (!document.credsStore().isEmpty()) {
      (bound ? second : primary).putIfAbsent(helpers.named(document.credsStore()), "credsStore");
    } else if (byDefault) {
      second.put(helpers.platformDefault().get(), "docker's default");
    }
    return new Places(primary, second, unreadable).withoutSecond(primary.keySet());
  }

  /** Returns these places without some second stores. */
  Places withoutSecond(Set<HelperStore> stores) {
    if (second.isEmpty() || stores.isEmpty()) {
      return this;
    }
    Map<HelperStore, String> others = new LinkedHashMap<>(second);
    others.keySet().removeAll(stores);
    return new Places(primary, others, unreadable);
  }
}
