package dev.reglogout.logout;

import dev.reglogout.config.ConfigDocument;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.SideBySide;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out every place where the registries' credentials live, from the files and the lists. */
final class Planning {
  private final Environment environment;
  private final List<ConfigSource> sources;
  private final Requested requested;
  private final Helpers helpers;
  private final List<Warning> warnings;

  Planning(
      Environment environment,
      List<ConfigSource> sources,
      List<Registry> registries,
      Helpers helpers,
      List<Warning> warnings) {
    this.environment = environment;
    this.sources = sources;
    this.requested = new Requested(registries);
    this.helpers = helpers;
    this.warnings = warnings;
  }

  /**
   * One file, as far as one registry is concerned.
   *
   * @param places empty where the file tells nothing about helpers
   */
  private record Target(ConfigSource source, Places places) {}

  LogoutPlan plan() {
    Map<Registry, List<Target>> targets = new LinkedHashMap<>();
    requested.registries().forEach(registry -> targets.put(registry, new ArrayList<>()));
    sources.forEach(source -> addTargets(source, targets));
    Map<HelperStore, Listing> listings = lists(targets);

    List<RegistrySteps> all = new ArrayList<>();
    for (Registry registry : requested.registries()) {
      List<Step> steps = new ArrayList<>();
      Set<HelperStore> done = new HashSet<>();
      for (Target target : targets.get(registry)) {
        addInline(registry, target.source(), steps);
        addHelpers(registry, target, listings, done, steps);
      }
      all.add(new RegistrySteps(registry, steps));
    }
    warnOfSecondStores(targets, listings);
    warnings.addAll(EnvironmentLogin.warnings(environment, requested.registries()));
    return new LogoutPlan(all, List.copyOf(warnings));
  }

  private void addTargets(ConfigSource source, Map<Registry, List<Target>> targets) {
    Optional<ConfigDocument> document = source.document();
    boolean emptyAfter = document.isPresent() && isEmptyAfter(document.get());
    for (Registry registry : requested.registries()) {
      Places places =
          document.isEmpty() || isNamespaceOf(source, registry)
              ? Places.NONE
              : Places.of(document.get(), source.isPodmans(), registry, emptyAfter, helpers);
      targets.get(registry).add(new Target(source, places));
    }
  }

  private boolean isEmptyAfter(ConfigDocument document) {
    return document.authsProblem().isEmpty()
        && document.entries().stream()
            .noneMatch(entry -> requested.ofIdentity(entry.key()).isEmpty());
  }

  private static boolean isNamespaceOf(ConfigSource source, Registry registry) {
    return source.isPodmans() && registry.namespace().isPresent();
  }

  private static Map<HelperStore, Listing> lists(Map<Registry, List<Target>> targets) {
    Set<HelperStore> asked = new LinkedHashSet<>();
    for (List<Target> ofRegistry : targets.values()) {
      for (Target target : ofRegistry) {
        asked.addAll(target.places().primary().keySet());
        asked.addAll(target.places().second().keySet());
      }
    }
    List<HelperStore> keeping =
        asked.stream().filter(h -> h.known().kind() != KnownHelper.Kind.MINTS).toList();
    List<Listing> listings = SideBySide.map(keeping, keeping.size(), Listing::of);
    Map<HelperStore, Listing> byHelper = new HashMap<>();
    for (int i = 0; i < keeping.size(); i++) {
      byHelper.put(keeping.get(i), listings.get(i));
    }
    return byHelper;
  }

  private void addInline(Registry registry, ConfigSource source, List<Step> steps) {
    if (source.problem() != null) {
      steps.add(failed(registry, source, source.problem()));
      return;
    }
    source
        .document()
        .get()
        .authsProblem()
        .ifPresent(problem -> steps.add(failed(registry, source, problem)));
    int before = steps.size();
    for (Entry entry : source.entriesOf(registry)) {
      if (requested.meaning(entry.key(), source.isPodmans()).contains(registry)) {
        steps.add(new Step(registry, source.store(), entry, Seen.LISTED, Outcome.planned()));
      } else if (entry.key().namespace().isEmpty()) {
        noteRemainingLogin(registry, source, entry);
      }
    }
    if (steps.size() == before && source.document().get().authsProblem().isEmpty()) {
      Entry none = new Entry(RegistryKey.of(registry.canonicalKey()), null, true);
      steps.add(new Step(registry, source.store(), none, Seen.NOT_LISTED, Outcome.absent(true)));
    }
  }

  private void noteRemainingLogin(Registry registry, ConfigSource source, Entry entry) {
    warnings.add(
        new Warning(
            "registry-login-remains",
            "%s is still logged in as a whole in %s: to end that too, log out of %s"
                .formatted(entry.key().masked(), source.store().name(), registry.identity()),
            true));
  }

  private static Step failed(Registry registry, ConfigSource source, StoreException problem) {
    return new Step(registry, source.store(), null, Seen.UNKNOWN, problem.asOutcome());
  }

  private static void addHelpers(
      Registry registry,
      Target target,
      Map<HelperStore, Listing> listings,
      Set<HelperStore> done,
      List<Step> steps) {
    Places places = target.places();
    ConfigSource source = target.source();
    source
        .document()
        .flatMap(ConfigDocument::helpersProblem)
        .ifPresent(problem -> steps.add(failed(registry, source, problem)));
    if (places.unreadable()) {
      steps.add(failed(registry, source, cannotTell(registry, source)));
    }
    places
        .primary()
        .forEach(
            (helper, namedBy) -> {
              if (done.add(helper)) {
                String where = namedBy + " in " + source.store().name();
                steps.addAll(HelperSteps.primary(registry, helper, where, listings.get(helper)));
              }
            });
    for (HelperStore helper : places.second().keySet()) {
      Listing listing = listings.get(helper);
      if (listing != null && listing.works() && done.add(helper)) {
        steps.addAll(HelperSteps.second(registry, helper, listing));
      }
    }
  }

  private static StoreException cannotTell(Registry registry, ConfigSource source) {
    return new StoreException(
        "helper-unknown",
        "cannot tell which helper to ask: credHelpers binds %s to something that is no text"
            .formatted(registry.identity()),
        "mend " + source.store().name() + " by hand, and run it again");
  }

  /** A second store that cannot be asked may still hold a login; one warning for each. */
  private void warnOfSecondStores(
      Map<Registry, List<Target>> targets, Map<HelperStore, Listing> listings) {
    Set<HelperStore> warned = new LinkedHashSet<>();
    targets.values().stream()
        .flatMap(List::stream)
        .flatMap(target -> target.places().second().keySet().stream())
        .filter(helper -> listings.containsKey(helper) && !listings.get(helper).works())
        .forEach(warned::add);
    for (HelperStore helper : warned) {
      Outcome problem = listings.get(helper).problem().asOutcome();
      warnings.add(
          new Warning(
              "second-store",
              "%s may hold an older login: %s".formatted(helper.name(), problem.detail()),
              true));
    }
  }
}
