package dev.reglogout.survey;

import dev.reglogout.config.Binding;
import dev.reglogout.registry.Registry;
import dev.reglogout.survey.HelperPlace.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The helpers that one login file names, found by the identity of a registry. */
final class FileBindings {
  private final Map<String, List<Binding>> byIdentity = new HashMap<>();
  private Binding credsStore;
  private boolean anyKey;

  FileBindings(List<Binding> bindings) {
    for (Binding binding : bindings) {
      if (binding.key() == null) {
        credsStore = binding;
      } else {
        anyKey = true;
        byIdentity
            .computeIfAbsent(binding.key().registryName(), none -> new ArrayList<>(2))
            .add(binding);
      }
    }
  }

  /** Returns the bindings of {@code credHelpers} to a registry, in the order they stand. */
  List<Binding> ofKeys(String identity) {
    return byIdentity.getOrDefault(identity, List.of());
  }

  /** Returns the identities that {@code credHelpers} binds. */
  Iterable<String> identities() {
    return byIdentity.keySet();
  }

  /** Returns what names a helper for every registry, or null. */
  Binding credsStore() {
    return credsStore;
  }

  /** Returns whether nothing names a helper, so that docker may take its platform's. */
  boolean isEmpty() {
    return !anyKey && credsStore == null;
  }

  /** Returns how a client comes to {@code credsStore} for a registry. */
  Lookup ofCredsStore(Registry registry) {
    for (Binding binding : ofKeys(registry.identity())) {
      boolean another =
          binding.helper() != null
              && !binding.helper().isEmpty()
              && !binding.helper().equals(credsStore.helper());
      if (another && binding.key().text().equals(registry.canonicalKey())) {
        return Lookup.SHADOWED;
      }
    }
    return Lookup.CREDS_STORE;
  }

  /** Returns how a client comes to what a key of {@code credHelpers} names. */
  static Lookup ofKey(Binding binding, Registry registry) {
    String key = binding.key().text();
    // a client looks a name up as it was typed, and some names are typed in other ways
    boolean lookedUp = key.indexOf('/') < 0 || key.equals(registry.canonicalKey());
    return lookedUp ? Lookup.EXACT_KEY : Lookup.OTHER_SPELLING;
  }
}
