package dev.reglogout.logout;

import dev.reglogout.config.ConfigDocument;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds every registry there is, in the files and in the lists of the helpers they name. */
final class Discovery {
  private static final Registry UNNAMED = Registry.unnamed();

  private final List<ConfigSource> sources;
  private final Listings listings;
  private final Set<HelperStore> helpers = new LinkedHashSet<>();
  private final Set<HelperStore> stores = new LinkedHashSet<>();
  private final Set<HelperStore> defaults = new LinkedHashSet<>();

  Discovery(List<ConfigSource> sources, Helpers named, Listings listings) {
    this.sources = sources;
    this.listings = listings;
    for (ConfigSource source : sources) {
      source.document().ifPresent(document -> addHelpers(document, source.isDockers(), named));
    }
    helpers.addAll(stores);
    defaults.removeAll(helpers);
    helpers.addAll(defaults);
  }

  /** Returns all helpers that are configured or turned to. */
  Set<HelperStore> helpers() {
    return helpers;
  }

  /** Returns the helpers that {@code credsStore} names; they may hold a login of any registry. */
  Set<HelperStore> stores() {
    return stores;
  }

  /** Returns the helpers docker turns to by itself. */
  Set<HelperStore> defaults() {
    return defaults;
  }

  private void addHelpers(ConfigDocument document, boolean dockers, Helpers named) {
    document.credHelpers().values().stream()
        .flatMap(Optional::stream)
        .filter(name -> !name.isEmpty())
        .forEach(name -> helpers.add(named.named(name)));
    if (!document.credsStore().isEmpty()) {
      stores.add(named.named(document.credsStore()));
    } else if (dockers && document.namesNoStore()) {
      named.platformDefault().ifPresent(defaults::add);
    }
  }

  /** Asks the helpers for their lists, and returns the registries in the order they are met. */
  List<Registry> registries() {
    listings.ask(helpers);
    Set<Registry> found = new LinkedHashSet<>();
    for (ConfigSource source : sources) {
      source
          .document()
          .ifPresent(
              document -> {
                document.entries().stream().map(Entry::key).forEach(key -> add(key, found));
                document.credHelpers().keySet().stream()
                    .filter(key -> key.identity().isPresent())
                    .forEach(key -> add(key, found));
              });
    }
    for (HelperStore helper : helpers) {
      Listing listing = listings.of(helper);
      if (listing != null) {
        listing.registryLogins().map(Entry::key).forEach(key -> add(key, found));
      }
    }
    return List.copyOf(found);
  }

  private static void add(RegistryKey key, Set<Registry> found) {
    found.add(Registry.of(key));
  }

  /**
   * Returns the registries with what is the same for all of them told once, and with what could not
   * be searched for registries at all.
   */
  List<RegistrySteps> toldOnce(List<RegistrySteps> planned) {
    Set<List<Object>> told = new HashSet<>();
    List<RegistrySteps> registries = new ArrayList<>();
    for (RegistrySteps registry : planned) {
      List<Step> steps = new ArrayList<>();
      for (Step step : registry.steps()) {
        boolean minted = step.outcome().verdict() == Verdict.MINTED;
        boolean ofWholeFile = step.isInline() && step.entry() == null;
        if (!(minted || ofWholeFile) || told.add(List.of(step.store(), step.outcome()))) {
          steps.add(step);
        }
      }
      if (!steps.isEmpty()) {
        registries.add(new RegistrySteps(registry.registry(), steps));
      }
    }
    List<Step> unnamed = new ArrayList<>();
    for (ConfigSource source : sources) {
      source.problems().stream()
          .map(StoreException::asOutcome)
          .filter(outcome -> told.add(List.of(source.store(), outcome)))
          .map(outcome -> new Step(UNNAMED, source.store(), null, Seen.UNKNOWN, outcome))
          .forEach(unnamed::add);
    }
    for (HelperStore helper : helpers) {
      cannotTell(helper)
          .filter(outcome -> told.add(List.of(helper, outcome)))
          .map(outcome -> new Step(UNNAMED, helper, null, Seen.UNKNOWN, outcome))
          .ifPresent(unnamed::add);
    }
    if (!unnamed.isEmpty()) {
      registries.add(new RegistrySteps(UNNAMED, unnamed));
    }
    return registries;
  }

  /** Returns why a helper that may hold a login of any registry does not show what it holds. */
  private Optional<Outcome> cannotTell(HelperStore helper) {
    Listing listing = listings.of(helper);
    boolean store = stores.contains(helper);
    if (!store && !defaults.contains(helper)) {
      return Optional.empty();
    }
    if (listing == null) {
      return Optional.of(HelperSteps.minted(helper));
    }
    if (listing.hasLockedItem()) {
      return Optional.of(Listing.LOCKED);
    }
    return listing.works() || !store
        ? Optional.empty()
        : Optional.of(listing.problem().asOutcome());
  }

  /** Returns what says how many entries of other programs are left alone. */
  List<Warning> leftAlone(LogoutPlan plan) {
    Map<CredentialStore, Set<RegistryKey>> planned = new HashMap<>();
    for (Step step : plan.steps()) {
      if (step.entry() != null) {
        planned.computeIfAbsent(step.store(), store -> new HashSet<>()).add(step.entry().key());
      }
    }
    List<Warning> warnings = new ArrayList<>();
    for (HelperStore helper : helpers) {
      Listing listing = listings.of(helper);
      Set<RegistryKey> ours = planned.getOrDefault(helper, Set.of());
      long others =
          listing == null
              ? 0
              : listing.others().stream().filter(key -> !ours.contains(key)).count();
      if (others > 0) {
        String entries =
            others == 1
                ? "1 entry that is no registry login"
                : others + " entries that are not registry logins";
        warnings.add(
            new Warning("left-alone", "left alone in " + helper.name() + ": " + entries, false));
      }
    }
    return warnings;
  }
}
