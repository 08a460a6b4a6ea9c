package dev.reglogout.logout;

import dev.reglogout.config.ConfigDocument;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Works out every place where the registries' credentials live, from the files and the lists. */
final class Planning {
  private final Environment environment;
  private final List<ConfigSource> sources;
  private final List<ConfigSource> others;
  private final Helpers helpers;
  private final UserFilter users;
  private final Listings listings = new Listings();
  private final PlanWarnings warnings = new PlanWarnings();
  private final Set<HelperStore> second = new LinkedHashSet<>();
  private final Set<HelperStore> toldAnyway = new HashSet<>();
  private final Set<HelperStore> searched = new LinkedHashSet<>();
  private final HelperSteps helperSteps;
  private Requested requested;

  /**
   * Prepares a plan.
   *
   * @param others files that are not worked on, but may hold the registries, too
   */
  Planning(
      Environment environment,
      List<ConfigSource> sources,
      List<ConfigSource> others,
      Helpers helpers,
      UserFilter users,
      List<Warning> noticed) {
    this.environment = environment;
    this.sources = sources;
    this.others = others;
    this.helpers = helpers;
    this.users = users;
    this.helperSteps = new HelperSteps(users);
    warnings.add(noticed);
  }

  /**
   * One file, as far as one registry is concerned.
   *
   * @param places empty where the file tells nothing about helpers
   */
  private record Target(ConfigSource source, Places places) {}

  LogoutPlan planAll() {
    Discovery discovery = new Discovery(sources, helpers, listings);
    List<Registry> registries = discovery.registries();
    toldAnyway.addAll(discovery.stores());
    second.addAll(discovery.defaults());
    searched.addAll(discovery.helpers());
    LogoutPlan plan = plan(registries);
    warnings.add(discovery.leftAlone(plan));
    return new LogoutPlan(discovery.toldOnce(plan.registries()), warnings.all());
  }

  LogoutPlan plan(List<Registry> registries) {
    requested = new Requested(registries);
    Map<Registry, List<Target>> targets = new LinkedHashMap<>();
    registries.forEach(registry -> targets.put(registry, new ArrayList<>()));
    sources.forEach(source -> addTargets(source, targets));
    targets.values().forEach(Planning::preferPrimary);
    List<Places> places =
        targets.values().stream().flatMap(List::stream).map(Target::places).toList();
    places.forEach(place -> second.addAll(place.second().keySet()));
    listings.ask(
        Stream.concat(
                places.stream().flatMap(place -> place.primary().keySet().stream()),
                second.stream())
            .toList());

    List<RegistrySteps> all = new ArrayList<>();
    for (Registry registry : registries) {
      List<Step> steps = new ArrayList<>();
      Set<HelperStore> done = new HashSet<>();
      for (Target target : targets.get(registry)) {
        addInline(registry, target.source(), steps);
        addHelpers(registry, target, done, steps);
      }
      for (HelperStore helper : searched) { // also where it is bound to other registries
        Listing listing = listings.of(helper);
        if (listing != null && !listing.entriesOf(registry).isEmpty() && done.add(helper)) {
          steps.addAll(helperSteps.second(registry, helper, listing));
        }
      }
      all.add(new RegistrySteps(registry, steps));
    }
    second.removeAll(toldAnyway);
    warnings.ofSecondStores(second, listings);
    warnings.ofOtherTools(others, requested);
    warnings.add(EnvironmentLogin.warnings(environment, registries));
    return new LogoutPlan(all, warnings.all());
  }

  private void addTargets(ConfigSource source, Map<Registry, List<Target>> targets) {
    Optional<ConfigDocument> document = source.document();
    boolean seekDefault = document.isPresent() && source.isDockers() && isEmptyAfter(source);
    for (Registry registry : requested.registries()) {
      Places places =
          document.isEmpty() || isNamespaceOf(source, registry) || !registry.hasHost()
              ? Places.NONE
              : Places.of(document.get(), registry, seekDefault, helpers);
      targets.get(registry).add(new Target(source, places));
    }
  }

  /** A helper that docker would ask because of one file is not a second store for another. */
  private static void preferPrimary(List<Target> targets) {
    Set<HelperStore> primary = new HashSet<>();
    targets.forEach(target -> primary.addAll(target.places().primary().keySet()));
    if (primary.isEmpty()) {
      return;
    }
    targets.replaceAll(
        target -> new Target(target.source(), target.places().withoutSecond(primary)));
  }

  private boolean isEmptyAfter(ConfigSource source) {
    return source.document().stream().allMatch(document -> document.entriesProblem().isEmpty())
        && source.byIdentity().values().stream()
            .noneMatch(entries -> requested.ofIdentity(entries.get(0).key()).isEmpty());
  }

  private static boolean isNamespaceOf(ConfigSource source, Registry registry) {
    return source.isPodmans() && registry.path().isPresent();
  }

  private void addInline(Registry registry, ConfigSource source, List<Step> steps) {
    if (source.problem() != null) {
      steps.add(failed(registry, source, source.problem()));
      return;
    }
    source
        .document()
        .get()
        .entriesProblem()
        .ifPresent(problem -> steps.add(failed(registry, source, problem)));
    int before = steps.size();
    for (Entry entry : source.entriesOf(registry)) {
      if (requested.meaning(entry.key(), source.isPodmans()).contains(registry)) {
        steps.add(new Step(registry, source.store(), entry, Seen.LISTED, users.of(entry)));
      } else if (entry.key().path().isEmpty()) {
        warnings.ofWholeRegistry(registry, source, entry);
      }
    }
    if (steps.size() == before && source.document().get().entriesProblem().isEmpty()) {
      Entry none = Entry.ofSecret(RegistryKey.of(registry.canonicalKey()), null);
      steps.add(new Step(registry, source.store(), none, Seen.NOT_LISTED, Outcome.absent(true)));
    }
  }

  private static Step failed(Registry registry, ConfigSource source, StoreException problem) {
    return new Step(registry, source.store(), null, Seen.UNKNOWN, problem.asOutcome());
  }

  private void addHelpers(
      Registry registry, Target target, Set<HelperStore> done, List<Step> steps) {
    Places places = target.places();
    ConfigSource source = target.source();
    source
        .document()
        .flatMap(ConfigDocument::bindingsProblem)
        .ifPresent(problem -> steps.add(failed(registry, source, problem)));
    if (places.unreadable()) {
      steps.add(failed(registry, source, source.cannotTellHelperOf(registry.identity())));
    }
    places
        .primary()
        .forEach(
            (helper, namedBy) -> {
              if (done.add(helper)) {
                String where = namedBy + " in " + source.store().name();
                steps.addAll(helperSteps.primary(registry, helper, where, listings.of(helper)));
              }
            });
    for (HelperStore helper : places.second().keySet()) {
      Listing listing = listings.of(helper);
      if (listing != null && listing.works() && done.add(helper)) {
        steps.addAll(helperSteps.second(registry, helper, listing));
      }
    }
  }
}
