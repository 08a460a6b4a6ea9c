package dev.reglogout.survey;

import dev.reglogout.config.Binding;
import dev.reglogout.config.GcrStoreFormat;
import dev.reglogout.config.InlineStore;
import dev.reglogout.config.LoginDocument;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.Origin;
import dev.reglogout.config.Tool;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One login file as it was read, or why it could not be. */
public final class FileSurvey {
  private final StoreId id;
  private final InlineStore store;
  private final LoginDocument document;
  private final StoreException problem;
  private final Map<String, List<Entry>> byIdentity = new HashMap<>();
  private Map<String, List<Entry>> byKey; // null before an exact key was asked for

  private FileSurvey(
      StoreId id, InlineStore store, LoginDocument document, StoreException problem) {
    this.id = id;
    this.store = store;
    this.document = document;
    this.problem = problem;
    if (document != null) {
      for (Entry entry : document.entries()) {
        byIdentity
            .computeIfAbsent(entry.key().registryName(), none -> new ArrayList<>(2))
            .add(entry);
      }
    }
  }

  /** Reads a file; what is wrong with it is part of the result. */
  static FileSurvey of(InlineStore store) {
    try {
      return new FileSurvey(idOf(store.file()), store, store.read(), null);
    } catch (StoreException e) {
      return new FileSurvey(idOf(store.file()), store, null, e);
    }
  }

  private static StoreId idOf(LoginFile file) {
    return StoreId.ofFile(file.path().toString(), file.format().id(), file.tool().word());
  }

  /** Returns a file that cannot even be found. */
  static FileSurvey missing(String name, StoreException problem) {
    return new FileSurvey(StoreId.ofFile(name, null, null), null, null, problem);
  }

  /** Returns the name of the store. */
  public StoreId id() {
    return id;
  }

  /** Returns the file itself, or null if it cannot even be found. */
  public InlineStore store() {
    return store;
  }

  /** Returns what it says, or null if it cannot be read. */
  public LoginDocument document() {
    return document;
  }

  /** Returns why it cannot be read, or null. */
  public StoreException problem() {
    return problem;
  }

  /** Returns the helpers it names, in the order they stand; none if it cannot be read. */
  public List<Binding> bindings() {
    return document == null ? List.of() : document.bindings();
  }

  /** Returns whether its tool asks the helper that {@code credsStore} names. */
  public boolean readsCredsStore() {
    return store != null && store.file().tool().readsCredsStore();
  }

  /** Returns whether a helper keeps in it what it was given. */
  public boolean isOfHelper() {
    return store != null && store.file().origin() == Origin.HELPER;
  }

  /**
   * Returns whether a registry may be in it: in what a helper keeps, only those that the helper
   * makes logins for.
   */
  public boolean mayHold(Registry registry) {
    if (!isOfHelper()) {
      return true;
    }
    return keeper().serves(registry) || !entriesOf(registry).isEmpty();
  }

  boolean isKeptBy(KnownHelper helper) {
    return isOfHelper() && helper == keeper();
  }

  private KnownHelper keeper() {
    return store.file().tool() == Tool.GCR ? KnownHelper.GCR : KnownHelper.ECR_LOGIN;
  }

  /** Returns whether an entry is one sign-in for many registries, so that it belongs to none. */
  public boolean isSignIn(Entry entry) {
    return store != null
        && store.file().format() == GcrStoreFormat.INSTANCE
        && entry.key().text().equals(GcrStoreFormat.SIGN_IN);
  }

  /** Returns the sign-in for many registries that it holds, or null. */
  public Entry signIn() {
    if (document != null && store.file().format() == GcrStoreFormat.INSTANCE) {
      for (Entry entry : document.entries()) {
        if (isSignIn(entry) && entry.secret()) {
          return entry;
        }
      }
    }
    return null;
  }

  /** Returns whether it is podman's file, in which a path has a login of its own. */
  public boolean isPodmans() {
    return store != null && store.file().tool() == Tool.PODMAN;
  }

  /** Returns the entries of a registry, whatever their path, in the order they stand. */
  public List<Entry> entriesOf(Registry registry) {
    Map<String, List<Entry>> entries = registry.isExactKey() ? byKey() : byIdentity;
    return entries.getOrDefault(registry.identity(), List.of());
  }

  private Map<String, List<Entry>> byKey() {
    if (byKey == null) {
      byKey = new HashMap<>();
      if (document != null) {
        for (Entry entry : document.entries()) {
          byKey.computeIfAbsent(entry.key().text(), none -> new ArrayList<>(1)).add(entry);
        }
      }
    }
    return byKey;
  }

  /** Returns whether a key of a registry has a path that is not one of a login. */
  boolean holdsPathOf(Registry registry) {
    for (Entry entry : entriesOf(registry)) {
      if (entry.key().path().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the reasons why not all of it is understood; empty if it is. */
  public List<StoreException> problems() {
    List<StoreException> problems = new ArrayList<>();
    if (problem != null) {
      problems.add(problem);
    } else {
      document.entriesProblem().ifPresent(problems::add);
      document.bindingsProblem().ifPresent(problems::add);
    }
    return problems;
  }
}
