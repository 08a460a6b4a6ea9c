package dev.reglogout.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The registries of one run: each once, in the order asked for, and found by a stored key. */
public final class Requests {
  private final List<Request> all;
  private final boolean everything;
  private final Map<String, List<Request>> byIdentity = new HashMap<>();
  private final Map<String, List<Request>> byExactKey = new HashMap<>();

  private Requests(List<Registry> registries, boolean everything) {
    Map<Registry, Set<String>> spellings = new LinkedHashMap<>();
    for (Registry registry : registries) {
      Set<String> known = spellings.get(registry);
      if (known == null) {
        known = new LinkedHashSet<>();
        spellings.put(registry, known);
      }
      if (registry.given().isPresent()) {
        known.add(registry.given().get());
      }
    }
    List<Request> requests = new ArrayList<>(spellings.size());
    for (Map.Entry<Registry, Set<String>> entry : spellings.entrySet()) {
      Registry registry = entry.getKey();
      Request request = new Request(registry, List.copyOf(entry.getValue()));
      requests.add(request);
      add(registry.identity(), request, registry.isExactKey() ? byExactKey : byIdentity);
    }
    this.all = List.copyOf(requests);
    this.everything = everything;
  }

  private static void add(String name, Request request, Map<String, List<Request>> requests) {
    List<Request> known = requests.get(name);
    if (known == null) {
      known = new ArrayList<>(1);
      requests.put(name, known);
    }
    known.add(request);
  }

  /**
   * {@return the requests for registries; equal ones become one, with the spellings of all}
   *
   * @param registries as given
   */
  public static Requests of(List<Registry> registries) {
    return new Requests(registries, false);
  }

  /**
   * {@return the requests for every registry there is}
   *
   * @param found those that were found
   */
  public static Requests everything(List<Registry> found) {
    return new Requests(found, true);
  }

  /** {@return each request once, in the order asked for} */
  public List<Request> all() {
    return all;
  }

  /** {@return whether every registry was asked for, and none by its name} */
  public boolean everything() {
    return everything;
  }

  /**
   * {@return the requests for the registry of a key, whatever their path, and those for this very
   * key}
   *
   * <p>Which of them mean the key depends on the store it is found in.
   *
   * @param key as stored
   */
  public List<Request> ofIdentity(RegistryKey key) {
    List<Request> exact = byExactKey.getOrDefault(key.text(), List.of());
    List<Request> byHost =
        key.identity().isPresent()
            ? byIdentity.getOrDefault(key.identity().get(), List.of())
            : List.of();
    if (exact.isEmpty() || byHost.isEmpty()) {
      return exact.isEmpty() ? byHost : exact;
    }
    List<Request> both = new ArrayList<>(exact);
    both.addAll(byHost);
    return both;
  }
}
