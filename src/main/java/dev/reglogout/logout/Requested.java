package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests of one logout, found by the stored keys that they mean. */
final class Requested {
  private final List<RequestKeys> all;
  private final boolean everything;
  private final Map<String, List<RequestKeys>> byIdentity = new HashMap<>();
  private final Map<String, List<RequestKeys>> byExactKey = new HashMap<>();

  /**
   * Indexes requests.
   *
   * @param everything whether every registry that was found is meant
   */
  Requested(List<RequestKeys> all, boolean everything) {
    this.all = all;
    this.everything = everything;
    for (RequestKeys request : all) {
      Registry registry = request.request().registry();
      Map<String, List<RequestKeys>> index = registry.isExactKey() ? byExactKey : byIdentity;
      index.computeIfAbsent(registry.identity(), none -> new ArrayList<>(1)).add(request);
    }
  }

  /** Returns the requests in the order they were made. */
  List<RequestKeys> all() {
    return all;
  }

  boolean everything() {
    return everything;
  }

  /** Returns the requests that mean a key of a file. */
  List<RequestKeys> meaning(FileSurvey file, RegistryKey key) {
    List<RequestKeys> meaning = new ArrayList<>(1);
    for (RequestKeys request : ofIdentity(key)) {
      if (request.inFile(file, key)) {
        meaning.add(request);
      }
    }
    return meaning;
  }

  /** Returns the requests that mean a key that a helper lists. */
  List<RequestKeys> meaning(HelperSurvey helper, RegistryKey key) {
    List<RequestKeys> meaning = new ArrayList<>(1);
    for (RequestKeys request : ofIdentity(key)) {
      if (request.inHelper(helper, key)) {
        meaning.add(request);
      }
    }
    return meaning;
  }

  /** Returns the requests of the registry of a key, whatever their paths. */
  List<RequestKeys> ofIdentity(RegistryKey key) {
    List<RequestKeys> exact = byExactKey.getOrDefault(key.text(), List.of());
    return exact.isEmpty() ? byIdentity.getOrDefault(key.registryName(), List.of()) : exact;
  }

  /** Returns whether a key belongs to a registry that is requested, whatever their paths. */
  boolean isAskedFor(RegistryKey key) {
    return !ofIdentity(key).isEmpty();
  }
}
