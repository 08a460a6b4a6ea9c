package dev.reglogout.logout;

import dev.reglogout.config.ConfigDocument;
import dev.reglogout.config.ConfiguredHelpers;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.logout.StoredCredential.Kind;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks into every store and writes down what is there: files, helpers, the variable. */
final class InventoryTaking {
  private final Environment environment;
  private final List<ConfigSource> sources;
  private final Requested requested;
  private final Helpers helpers;
  private final List<Warning> warnings;

  private final List<StoredCredential> credentials = new ArrayList<>();
  private final Set<Registry> stored = new HashSet<>();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final List<StoreProblem> problems = new ArrayList<>();

  /** Whether only podman's files name a helper, where a namespace has no helper. */
  private final Map<HelperStore, Boolean> asked = new LinkedHashMap<>();

  /**
   * Prepares to look.
   *
   * @param registries those to look for; none means all
   */
  InventoryTaking(
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

  Inventory take() {
    sources.forEach(this::addFile);
    addHelpers();
    addVariable();
    credentials.sort(
        Comparator.comparing(
            StoredCredential::registry, Comparator.nullsLast(Comparator.naturalOrder())));
    List<Registry> missing =
        requested.registries().stream().filter(registry -> !stored.contains(registry)).toList();
    return new Inventory(
        List.copyOf(credentials), missing, leftOut, List.copyOf(problems), List.copyOf(warnings));
  }

  private void addFile(ConfigSource source) {
    String file = source.store().name();
    if (source.document().isEmpty()) {
      problems.add(StoreProblem.ofFile(file, source.problem()));
      return;
    }
    ConfigDocument document = source.document().get();
    document.entriesProblem().ifPresent(e -> problems.add(StoreProblem.ofFile(file, e)));
    document.bindingsProblem().ifPresent(e -> problems.add(StoreProblem.ofFile(file, e)));
    ConfiguredHelpers configured = ConfiguredHelpers.of(document);
    for (Entry credential : document.entries()) {
      Kind kind =
          switch (credential.form()) {
            case SECRET -> Kind.INLINE_SECRET;
            case TOKEN -> Kind.INLINE_TOKEN;
            case PLACEHOLDER -> Kind.PLACEHOLDER;
          };
      boolean plainText = credential.secret();
      boolean shadowed = plainText && configured.anyFor(credential.key());
      add(
          requested.meaning(credential.key(), source.isPodmans()),
          new StoredCredential(
              StoredCredential.registryOf(credential.key()),
              kind,
              file,
              credential.key(),
              credential.user(),
              plainText,
              shadowed));
    }
    addConfigured(source, document, configured);
  }

  /** Adds what minting helpers make, and the other helpers to those that are to be asked. */
  private void addConfigured(
      ConfigSource source, ConfigDocument document, ConfiguredHelpers configured) {
    document
        .credHelpers()
        .forEach(
            (key, name) -> {
              if (name.isEmpty()) {
                problems.add(
                    StoreProblem.ofFile(
                        source.store().name(), source.cannotTellHelperOf(key.masked())));
              } else if (!name.get().isEmpty()) {
                HelperStore helper = helpers.named(name.get());
                if (mints(helper)) {
                  addMinted(requested.meaning(key, source.isPodmans()), helper, key);
                } else {
                  ask(helper, source);
                }
              }
            });
    if (!document.credsStore().isEmpty()) {
      HelperStore helper = helpers.named(document.credsStore());
      if (mints(helper)) {
        List<Registry> unbound =
            requested.registries().stream().filter(r -> !configured.binds(r.identity())).toList();
        addMinted(unbound, helper, null);
      } else {
        ask(helper, source);
      }
    } else if (source.isDockers() && isEmpty(document)) {
      helpers.platformDefault().ifPresent(helper -> ask(helper, source));
    }
  }

  private static boolean mints(HelperStore helper) {
    return helper.known().kind() == KnownHelper.Kind.MINTS;
  }

  /** Returns whether a file is one for which docker looks for its platform's default helper. */
  private static boolean isEmpty(ConfigDocument document) {
    return document.namesNoStore()
        && document.entriesProblem().isEmpty()
        && document.entries().isEmpty();
  }

  private void ask(HelperStore helper, ConfigSource source) {
    asked.merge(helper, source.isPodmans(), Boolean::logicalAnd);
  }

  private void addMinted(List<Registry> owners, HelperStore helper, RegistryKey key) {
    String registry = key == null ? null : StoredCredential.registryOf(key);
    StoredCredential minted =
        new StoredCredential(registry, Kind.MINTED, helper.name(), key, null, false, false);
    if (!credentials.contains(minted)) { // two files may name it
      add(owners, minted);
    }
  }

  private void addHelpers() {
    List<HelperStore> all = List.copyOf(asked.keySet());
    List<HelperList> lists = SideBySide.map(all, all.size(), HelperList::of);
    for (HelperList list : lists) {
      if (list.problem() != null) {
        problems.add(StoreProblem.ofHelper(list.helper().name(), list.problem()));
      }
      int others = 0;
      for (Entry entry : list.entries()) {
        List<Registry> owners = owners(entry.key(), list.helper());
        // what a user asks for is a registry, whatever its name looks like
        if (owners.isEmpty() ? entry.key().isRegistryLogin() : entry.key().isLogin()) {
          add(owners, listed(list.helper(), entry));
        } else {
          others++;
        }
      }
      if (others > 0 && isForAll()) {
        leftOut.put(list.helper().name(), others);
      }
    }
  }

  private List<Registry> owners(RegistryKey key, HelperStore helper) {
    boolean onlyPodmans = asked.get(helper);
    return requested.ofIdentity(key).stream()
        .filter(registry -> !onlyPodmans || registry.path().isEmpty())
        .toList();
  }

  private static StoredCredential listed(HelperStore helper, Entry entry) {
    boolean token = entry.isTokens() || entry.key().isHubToken();
    return new StoredCredential(
        StoredCredential.registryOf(entry.key()),
        token ? Kind.HELPER_TOKEN : Kind.HELPER_ENTRY,
        helper.name(),
        entry.key(),
        entry.user(),
        false,
        false);
  }

  private void addVariable() {
    try {
      for (Entry credential : EnvironmentLogin.credentials(environment)) {
        add(
            requested.ofIdentity(credential.key()),
            new StoredCredential(
                StoredCredential.registryOf(credential.key()),
                Kind.ENVIRONMENT,
                EnvironmentLogin.VARIABLE,
                credential.key(),
                credential.user(),
                credential.secret(),
                false));
      }
    } catch (StoreException e) {
      problems.add(StoreProblem.ofFile(EnvironmentLogin.VARIABLE, e));
    }
  }

  private void add(List<Registry> owners, StoredCredential credential) {
    if (isForAll() || !owners.isEmpty()) {
      credentials.add(credential);
      if (credential.isStored()) {
        stored.addAll(owners);
      }
    }
  }

  private boolean isForAll() {
    return requested.registries().isEmpty();
  }
}
