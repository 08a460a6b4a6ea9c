package dev.reglogout.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One registry that a user asked for, in every spelling it was given in.
 *
 * @param registry what all the spellings mean
 * @param spellings each once, in the order given; empty where none was typed
 */
public record Request(Registry registry, List<String> spellings) {

  /**
   * Copies the spellings.
   *
   * @param registry what all the spellings mean
   * @param spellings each once, in the order given; empty where none was typed
   */
  public Request {
    spellings = List.copyOf(spellings);
  }

  /**
   * {@return the request for a registry, in the spelling it was given in}
   *
   * @param registry as given
   */
  public static Request of(Registry registry) {
    String given = registry.given().orElse(null);
    return new Request(registry, given == null ? List.of() : List.of(given));
  }

  /**
   * Returns the keys to try in a store that cannot list, each once: the canonical one first, then
   * every spelling as typed, the stored keys, and the host in each form that some client stores.
   *
   * <p>A key with control characters is left out, because helpers would read another one.
   *
   * @param storedKeys keys of any registries, as {@code auths} and {@code credHelpers} spell them;
   *     those of this one count, but not those of another path
   * @return none for a registry without a host, because no helper can be asked for it
   */
  public List<String> candidateKeys(Collection<String> storedKeys) {
    if (!registry.hasHost()) {
      return List.of();
    }
    Set<String> keys = new LinkedHashSet<>();
    keys.add(registry.canonicalKey());
    keys.addAll(spellings);
    for (String stored : storedKeys) {
      RegistryKey key = RegistryKey.of(stored);
      if (key.belongsTo(registry) && isOfSamePath(key) && !key.hasControlCharacters()) {
        keys.add(stored);
      }
    }
    if (registry.isDockerHub()) {
      keys.addAll(DockerHub.KEYS);
      keys.addAll(DockerHub.HOSTS);
    } else {
      String host = registry.identity();
      keys.add(host);
      if (!hasPort(host)) {
        keys.add(host + ":443");
      }
      keys.add("http://" + host);
      keys.add("https://" + host);
    }
    return new ArrayList<>(keys);
  }

  private boolean isOfSamePath(RegistryKey key) {
    return registry.path().isEmpty() || key.path().isEmpty() || key.path().equals(registry.path());
  }

  private static boolean hasPort(String host) {
    return host.lastIndexOf(':') > host.lastIndexOf(']');
  }
}
