package dev.reglogout.logout;

import dev.reglogout.config.ConfigDocument;
import dev.reglogout.config.InlineStore;
import dev.reglogout.config.Tool;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One config file as it was read, or why it could not be.
 *
 * @param store the file's entries
 * @param document what it says; nothing if it could not be read
 * @param byIdentity its entries by the identity of their registry
 * @param problem why it could not be read, or null
 */
record ConfigSource(
    CredentialStore store,
    Optional<ConfigDocument> document,
    Map<String, List<Entry>> byIdentity,
    StoreException problem) {

  static ConfigSource read(InlineStore store) {
    try {
      ConfigDocument document = (ConfigDocument) store.read(); // Sources finds no others
      Map<String, List<Entry>> byIdentity = new HashMap<>();
      for (Entry entry : document.entries()) {
        byIdentity
            .computeIfAbsent(entry.key().registryName(), none -> new ArrayList<>())
            .add(entry);
      }
      return new ConfigSource(store, Optional.of(document), byIdentity, null);
    } catch (StoreException e) {
      return new ConfigSource(store, Optional.empty(), Map.of(), e);
    }
  }

  /** Returns a file that cannot even be found. */
  static ConfigSource missing(String name, StoreException problem) {
    return new ConfigSource(new Unreachable(name, problem), Optional.empty(), Map.of(), problem);
  }

  /** Returns the entries of a registry, whatever their namespace. */
  List<Entry> entriesOf(Registry registry) {
    return byIdentity.getOrDefault(registry.identity(), List.of());
  }

  /** Returns why the file, or a part of it, cannot be read. */
  List<StoreException> problems() {
    if (problem != null) {
      return List.of(problem);
    }
    return document.stream()
        .flatMap(d -> Stream.concat(d.entriesProblem().stream(), d.bindingsProblem().stream()))
        .toList();
  }

  /**
   * Returns what is wrong where {@code credHelpers} binds a registry to something that is no text.
   */
  StoreException cannotTellHelperOf(String registry) {
    return new StoreException(
        "helper-unknown",
        "cannot tell which helper to ask: credHelpers binds "
            + registry
            + " to something that is no text",
        "mend " + store.name() + " by hand, and run it again");
  }

  /** Returns whether docker reads the file. */
  boolean isDockers() {
    return store instanceof InlineStore inline && inline.file().tool() == Tool.DOCKER;
  }

  /**
   * Returns whether it is podman's file, in which a registry's namespaces have keys of their own.
   */
  boolean isPodmans() {
    return store instanceof InlineStore inline && inline.file().tool() == Tool.PODMAN;
  }

  /** A store that cannot be asked. */
  private record Unreachable(String name, StoreException problem) implements CredentialStore {
    @Override
    public Kind kind() {
      return Kind.INLINE;
    }

    @Override
    public List<Entry> list() throws StoreException {
      throw problem;
    }

    @Override
    public List<Outcome> erase(List<Entry> entries) {
      return entries.stream().map(entry -> problem.asOutcome()).toList();
    }
  }
}
