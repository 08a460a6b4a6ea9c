package dev.reglogout.survey;

import dev.reglogout.config.Binding;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.registry.Request;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.HelperPlace.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one look at the machine has shown: the login files, the helpers they name, what these list,
 * and what was noticed on the way. What a logout, a list or a diagnosis decides, it decides by it.
 */
public final class Survey {
  private final List<FileSurvey> files;
  private final List<FileSurvey> unasked;
  private final List<Binding> podmans;
  private final List<Warning> notices;
  private final HelperFinder finder;
  private final Map<FileSurvey, FileBindings> bindings = new HashMap<>();
  private final Map<String, List<HelperSurvey>> listing = new HashMap<>();
  private final Map<Registry, List<HelperPlace>> places = new HashMap<>();
  private EmptiedFiles emptied = EmptiedFiles.ALL;

  /**
   * Takes what was read.
   *
   * @param podmans the helpers that podman asks for every registry, whatever its files name
   */
  Survey(
      List<FileSurvey> files,
      List<FileSurvey> unasked,
      List<Binding> podmans,
      List<Warning> notices,
      HelperFinder finder) {
    this.files = files;
    this.unasked = unasked;
    this.podmans = podmans;
    this.notices = notices;
    this.finder = finder;
    for (FileSurvey file : files) {
      bindings.put(file, new FileBindings(file.bindings()));
    }
  }

  /** Returns the files that were asked for, each once. */
  public List<FileSurvey> files() {
    return files;
  }

  /** Returns the files of other tools, which were read but not asked for. */
  public List<FileSurvey> unasked() {
    return unasked;
  }

  /** Returns the helpers that podman asks for every registry, whatever its files name. */
  public List<Binding> podmansHelpers() {
    return podmans;
  }

  /** Returns what the user should know beside what is stored. */
  public List<Warning> notices() {
    return notices;
  }

  /** Returns the helpers that were met, in the order they were named. */
  public Collection<HelperSurvey> helpers() {
    return finder.all();
  }

  /** Returns the helper that a file gives by this name. */
  public HelperSurvey helper(String name) {
    return finder.named(name);
  }

  /** Returns the helpers that a file names for a registry. */
  List<HelperSurvey> helpersOf(FileSurvey file, Registry registry) {
    Map<String, HelperPlace> found = new LinkedHashMap<>();
    if (registry.hasHost() && !(file.isPodmans() && registry.path().isPresent())) {
      addPlaces(file, registry, found);
    }
    List<HelperSurvey> helpers = new ArrayList<>(found.size());
    for (HelperPlace place : found.values()) {
      helpers.add(place.helper());
    }
    return helpers;
  }

  /** Returns whether a file's reader looks for the login of a key behind a helper. */
  public boolean hasHelperFor(FileSurvey file, RegistryKey key) {
    if (file.isPodmans() && key.path().isPresent()) {
      return false; // podman keeps those of a namespace in the file
    }
    FileBindings named = bindings.get(file);
    List<Binding> ofKey = named.ofKeys(key.registryName());
    for (Binding binding : ofKey) {
      if (binding.helper() == null || !binding.helper().isEmpty()) {
        return true;
      }
    }
    return ofKey.isEmpty() && named.credsStore() != null && file.readsCredsStore();
  }

  /** Returns whether a registry is bound to the helper that keeps in a file what it was given. */
  public boolean isBoundToKeeperOf(FileSurvey keepers, Registry registry) {
    for (HelperPlace place : placesOf(registry)) {
      boolean bound = place.lookup() == Lookup.EXACT_KEY || place.lookup() == Lookup.OTHER_SPELLING;
      if (bound && keepers.isKeptBy(place.helper().store().known())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the helpers that list an entry of a registry. */
  public List<HelperSurvey> listing(String identity) {
    return listing.getOrDefault(identity, List.of());
  }

  /** Asks the helpers in which some registries may be to list, side by side. */
  public void listFor(List<Request> requests) {
    emptied = EmptiedFiles.by(requests);
    List<HelperPlace> all = new ArrayList<>();
    for (Request request : requests) {
      all.addAll(placesOf(request.registry()));
    }
    list(all);
  }

  /** Asks every helper to list in which anything may be, or will be looked for after a logout. */
  public void listEverything() {
    emptied = EmptiedFiles.ALL;
    list(everyPlace());
  }

  /** Asks every helper to list that would be asked as things are now. */
  public void listConfigured() {
    emptied = EmptiedFiles.by(List.of());
    list(everyPlace());
  }

  private void list(Collection<HelperPlace> asked) {
    for (HelperSurvey helper : finder.list(asked)) {
      for (String identity : helper.identities()) {
        listing.computeIfAbsent(identity, none -> new ArrayList<>(2)).add(helper);
      }
    }
  }

  /**
   * Returns the helpers in which a registry's credential may be, each with the first reason for it,
   * those that a client would ask before the others.
   */
  public List<HelperPlace> placesOf(Registry registry) {
    List<HelperPlace> known = places.get(registry);
    if (known == null) {
      known = registry.hasHost() ? findPlaces(registry) : List.of();
      places.put(registry, known);
    }
    return known;
  }

  private List<HelperPlace> findPlaces(Registry registry) {
    Map<String, HelperPlace> found = new LinkedHashMap<>();
    for (FileSurvey file : files) {
      boolean podmansPath = file.isPodmans() && registry.path().isPresent();
      if (!podmansPath) {
        addPlaces(file, registry, found);
      }
    }
    if (registry.path().isEmpty()) { // podman asks them for a registry as a whole
      addPodmans(found);
    }
    List<HelperPlace> sorted = new ArrayList<>(found.size());
    for (HelperPlace place : found.values()) {
      if (place.lookup().isPrimary()) {
        sorted.add(place);
      }
    }
    for (HelperPlace place : found.values()) {
      if (!place.lookup().isPrimary()) {
        sorted.add(place);
      }
    }
    return sorted;
  }

  private void addPlaces(FileSurvey file, Registry registry, Map<String, HelperPlace> found) {
    FileBindings named = bindings.get(file);
    for (Binding binding : named.ofKeys(registry.identity())) {
      if (binding.helper() != null && !binding.helper().isEmpty()) {
        add(file, binding, FileBindings.ofKey(binding, registry), found);
      }
    }
    if (named.credsStore() != null) {
      add(file, named.credsStore(), named.ofCredsStore(registry), found);
    } else {
      addDefault(file, emptied, found);
    }
  }

  private void add(
      FileSurvey file, Binding binding, Lookup lookup, Map<String, HelperPlace> found) {
    String where = binding.member() + " in " + file.id().name();
    merge(new HelperPlace(finder.named(binding.helper()), lookup, where), found);
  }

  private void addPodmans(Map<String, HelperPlace> found) {
    for (Binding binding : podmans) {
      HelperSurvey helper = finder.named(binding.helper());
      merge(new HelperPlace(helper, Lookup.CREDS_STORE, binding.member()), found);
    }
  }

  private void addDefault(FileSurvey file, EmptiedFiles after, Map<String, HelperPlace> found) {
    HelperSurvey helper = defaultOf(file, after);
    if (helper != null) {
      merge(new HelperPlace(helper, Lookup.PLATFORM_DEFAULT, "docker's default"), found);
    }
  }

  private HelperSurvey defaultOf(FileSurvey file, EmptiedFiles after) {
    return mayTakeDefault(file) && after.isEmptied(file) ? finder.platformDefault() : null;
  }

  /**
   * Returns the helper that keeps new logins of a file's reader where no key names another; null if
   * the file itself does.
   */
  public HelperSurvey helperForAll(FileSurvey file) {
    Binding credsStore = bindings.get(file).credsStore();
    return credsStore != null && file.readsCredsStore()
        ? finder.named(credsStore.helper())
        : defaultOf(file, EmptiedFiles.by(List.of()));
  }

  private static void merge(HelperPlace place, Map<String, HelperPlace> found) {
    HelperPlace known = found.get(place.helper().id().name());
    if (known == null || place.lookup().ordinal() < known.lookup().ordinal()) {
      found.put(place.helper().id().name(), place);
    }
  }

  /**
   * Returns whether a client takes its platform's helper where no entry is left in a file: nothing
   * else is named, and the tool has a default at all. A file that is not understood counts as empty
   * for docker, too.
   */
  boolean mayTakeDefault(FileSurvey file) {
    boolean hasDefault = file.store() != null && file.store().file().tool().hasPlatformDefault();
    return hasDefault
        && bindings.get(file).isEmpty()
        && (file.document() == null || file.document().bindingsProblem().isEmpty());
  }

  /**
   * Returns why nobody can tell which helper a file binds a registry to, or null: {@code
   * credHelpers} names something that is no text.
   */
  public StoreException unreadableBinding(FileSurvey file, Registry registry) {
    FileBindings named = bindings.get(file);
    for (Binding binding : named.ofKeys(registry.identity())) {
      if (binding.helper() == null) {
        return new StoreException(
            "helper-unknown",
            "cannot tell which helper to ask: credHelpers binds "
                + binding.key().masked()
                + " to something that is no text",
            "correct " + file.id().name() + " by hand, and run it again");
      }
    }
    return null;
  }

  /** Returns the keys of a registry as {@code auths} and {@code credHelpers} spell them. */
  public List<RegistryKey> storedKeys(Registry registry) {
    List<RegistryKey> keys = new ArrayList<>();
    for (FileSurvey file : files) {
      for (Entry entry : file.entriesOf(registry)) {
        keys.add(entry.key());
      }
      for (Binding binding : bindings.get(file).ofKeys(registry.identity())) {
        keys.add(binding.key());
      }
    }
    return keys;
  }

  /** Returns every registry that is met: in files, bindings, and what helpers list as logins. */
  public List<Registry> registries() {
    Map<Registry, Registry> found = new LinkedHashMap<>();
    for (FileSurvey file : files) {
      if (file.document() != null) {
        for (Entry entry : file.document().entries()) {
          if (file.isSignIn(entry)) {
            add(Registry.exactKey(entry.key().text()), found);
          } else {
            add(entry.key(), found);
          }
        }
        for (Binding binding : file.bindings()) {
          if (binding.key() != null && binding.key().identity().isPresent()) {
            add(binding.key(), found);
          }
        }
      }
    }
    for (HelperSurvey helper : helpers()) {
      if (helper.lists()) {
        for (Entry entry : helper.listing().entries()) {
          if (entry.key().isRegistryLogin()) {
            add(entry.key(), found);
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static void add(RegistryKey key, Map<Registry, Registry> found) {
    add(Registry.of(key), found);
  }

  private static void add(Registry registry, Map<Registry, Registry> found) {
    found.putIfAbsent(registry, registry);
  }

  /** Returns the helpers that may hold a login of any registry: of every file the one for all. */
  public List<HelperPlace> placesOfAll() {
    List<HelperPlace> places = new ArrayList<>();
    for (HelperPlace place : everyPlace()) {
      if (place.lookup() == Lookup.CREDS_STORE || place.lookup() == Lookup.PLATFORM_DEFAULT) {
        places.add(place);
      }
    }
    return places;
  }

  /** Returns every helper that is named anywhere, with the first reason it may be asked for. */
  List<HelperPlace> everyPlace() {
    Map<String, HelperPlace> found = new LinkedHashMap<>();
    for (FileSurvey file : files) {
      FileBindings named = bindings.get(file);
      for (Binding binding : file.bindings()) {
        if (binding.helper() != null && !binding.helper().isEmpty()) {
          boolean all = binding.key() == null;
          add(file, binding, all ? Lookup.CREDS_STORE : Lookup.OTHER_SPELLING, found);
        }
      }
      if (named.credsStore() == null) {
        addDefault(file, emptied, found);
      }
    }
    addPodmans(found);
    return List.copyOf(found.values());
  }
}
