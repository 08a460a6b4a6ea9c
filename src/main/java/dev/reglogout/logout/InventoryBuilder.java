package dev.reglogout.logout;

import dev.reglogout.config.Binding;
import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.logout.StoredCredential.Kind;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.HelperPlace;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import dev.reglogout.survey.Survey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes down what a survey has shown: files, helpers, the variable. */
final class InventoryBuilder {
  private final Environment environment;
  private final Survey survey;
  private final Requested requested;

  private final List<StoredCredential> credentials = new ArrayList<>();
  private final Set<StoredCredential> minted = new HashSet<>();
  private final Set<Registry> stored = new HashSet<>();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final List<StoreProblem> problems = new ArrayList<>();

  InventoryBuilder(Environment environment, Survey survey, Requested requested) {
    this.environment = environment;
    this.survey = survey;
    this.requested = requested;
  }

  Inventory build() {
    survey.files().forEach(this::addFile);
    for (HelperPlace place : survey.placesOfAll()) {
      if (isMinting(place.helper())) {
        addMintedForAll(place.helper());
      }
    }
    survey.helpers().forEach(this::addHelper);
    addVariable();
    credentials.sort(
        Comparator.comparing(
            StoredCredential::registry, Comparator.nullsLast(Comparator.naturalOrder())));
    PlanWarnings warnings = new PlanWarnings();
    warnings.add(survey.notices());
    warnings.ofStrayLogins(survey.files(), requested);
    warnings.ofOtherTools(survey.unasked(), requested);
    return new Inventory(
        List.copyOf(credentials), missing(), leftOut, List.copyOf(problems), warnings.all());
  }

  /** Returns the registries that were asked for and of which nothing is stored. */
  private List<Registry> missing() {
    List<Registry> missing = new ArrayList<>();
    for (RequestKeys request : requested.all()) {
      if (!stored.contains(request.request().registry())) {
        missing.add(request.request().registry());
      }
    }
    return missing;
  }

  private void addFile(FileSurvey file) {
    String name = file.id().name();
    file.problems().forEach(problem -> problems.add(StoreProblem.ofFile(name, problem)));
    if (file.document() == null) {
      return;
    }
    StoredFile where = file.document().entries().isEmpty() ? null : StoredFile.of(file);
    for (Entry entry : file.document().entries()) {
      Kind kind =
          switch (entry.form()) {
            case SECRET -> Kind.INLINE_SECRET;
            case TOKEN -> Kind.INLINE_TOKEN;
            case PLACEHOLDER -> Kind.PLACEHOLDER;
          };
      boolean plainText = entry.secret();
      boolean shadowed = plainText && survey.hasHelperFor(file, entry.key());
      add(
          requested.meaning(file, entry.key()),
          new StoredCredential(
              file.isSignIn(entry) ? entry.key().text() : StoredCredential.registryOf(entry.key()),
              kind,
              name,
              entry.key(),
              entry.user(),
              plainText,
              shadowed,
              where,
              file.document().expires(entry)));
    }
    for (Binding binding : file.document().bindings()) {
      addBinding(file, binding);
    }
  }

  private void addBinding(FileSurvey file, Binding binding) {
    if (binding.key() == null) {
      return;
    }
    if (binding.helper() == null) {
      StoreException unreadable = survey.unreadableBinding(file, Registry.of(binding.key()));
      problems.add(StoreProblem.ofFile(file.id().name(), unreadable));
    } else if (!binding.helper().isEmpty()) {
      HelperSurvey helper = survey.helper(binding.helper());
      if (isMinting(helper)) {
        addMinted(requested.meaning(file, binding.key()), helper, binding.key());
      }
    }
  }

  private static boolean isMinting(HelperSurvey helper) {
    return helper.store().known().kind() == KnownHelper.Kind.MINTS;
  }

  private void addMintedForAll(HelperSurvey helper) {
    List<RequestKeys> served = new ArrayList<>();
    for (RequestKeys request : requested.all()) {
      if (helper.store().known().serves(request.request().registry())) {
        served.add(request);
      }
    }
    addMinted(served, helper, null);
  }

  private void addMinted(List<RequestKeys> owners, HelperSurvey helper, RegistryKey key) {
    String registry = key == null ? null : StoredCredential.registryOf(key);
    StoredCredential credential =
        new StoredCredential(registry, Kind.MINTED, helper.id().name(), key, null, false);
    if (minted.add(credential)) { // two files may name it
      add(owners, credential);
    }
  }

  private void addHelper(HelperSurvey helper) {
    problemOf(helper).ifPresent(e -> problems.add(StoreProblem.ofHelper(helper.id().name(), e)));
    int others = 0;
    if (helper.listing() != null) {
      for (Entry entry : helper.listing().entries()) {
        List<RequestKeys> owners = requested.meaning(helper, entry.key());
        // what a user asks for is a registry, whatever its name looks like
        if (!owners.isEmpty() || entry.key().isRegistryLogin()) {
          add(owners, listed(helper, entry));
        } else {
          others++;
        }
      }
    }
    if (others > 0 && requested.everything()) {
      leftOut.put(helper.id().name(), others);
    }
  }

  /** Returns why a helper does not show all that it may hold, if that is so. */
  private static Optional<StoreException> problemOf(HelperSurvey helper) {
    HelperListing listing = helper.listing();
    if (listing == null) {
      return Optional.empty();
    }
    if (listing.works() && listing.lockedItem()) {
      return Optional.of(HelperPlanner.lockedItem());
    }
    boolean silent = helper.store().known().kind() == KnownHelper.Kind.UNRELIABLE_EXIT;
    if (silent && listing.works() && listing.entries().isEmpty()) {
      StoreHealth health = helper.health();
      boolean locked = health.state() == StoreHealth.State.LOCKED;
      return locked ? Optional.of(health.problem()) : Optional.empty();
    }
    return Optional.ofNullable(listing.problem());
  }

  private static StoredCredential listed(HelperSurvey helper, Entry entry) {
    boolean token = entry.isTokens() || entry.key().isHubToken();
    return new StoredCredential(
        StoredCredential.registryOf(entry.key()),
        token ? Kind.HELPER_TOKEN : Kind.HELPER_ENTRY,
        helper.id().name(),
        entry.key(),
        entry.user(),
        false);
  }

  private void addVariable() {
    try {
      for (Entry entry : EnvironmentLogin.credentials(environment)) {
        add(
            requested.ofIdentity(entry.key()),
            new StoredCredential(
                StoredCredential.registryOf(entry.key()),
                Kind.ENVIRONMENT,
                EnvironmentLogin.VARIABLE,
                entry.key(),
                entry.user(),
                entry.secret()));
      }
    } catch (StoreException e) {
      problems.add(StoreProblem.ofFile(EnvironmentLogin.VARIABLE, e));
    }
  }

  private void add(List<RequestKeys> owners, StoredCredential credential) {
    if (requested.everything() || !owners.isEmpty()) {
      credentials.add(credential);
      if (credential.isStored()) {
        for (RequestKeys owner : owners) {
          stored.add(owner.request().registry());
        }
      }
    }
  }
}
