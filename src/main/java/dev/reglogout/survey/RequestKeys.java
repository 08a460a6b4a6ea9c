package dev.reglogout.survey;

import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.registry.Request;
import dev.reglogout.store.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which stored keys one request means.
 *
 * <p>A request without a path means the registry as a whole. One with a path means exactly that
 * path where a file, or a helper that the file names, has it; else, in files in which paths have
 * logins of their own, nothing, and elsewhere the registry as a whole, as {@code docker login}
 * takes it.
 */
public final class RequestKeys {
  private final Request request;
  private final Registry registry;
  private final Optional<String> path;
  private final Set<String> storedPaths = new HashSet<>();
  private final Set<FileSurvey> exactFiles = new HashSet<>();
  private final Set<HelperSurvey> exactHelpers = new HashSet<>();

  /** Reads from a survey what a request means; its helpers have been asked to list. */
  public RequestKeys(Request request, Survey survey) {
    this.request = request;
    this.registry = request.registry();
    this.path = registry.path();
    for (RegistryKey key : survey.storedKeys(registry)) {
      key.path().ifPresent(storedPaths::add);
    }
    if (path.isPresent()) {
      survey.files().forEach(file -> findExact(file, survey));
    }
  }

  private void findExact(FileSurvey file, Survey survey) {
    List<HelperSurvey> helpers = survey.helpersOf(file, registry);
    boolean exact = holdsPath(file.entriesOf(registry));
    for (HelperSurvey helper : helpers) {
      exact |= holdsPath(helper.entriesOf(registry.identity()));
    }
    if (exact) {
      exactFiles.add(file);
      exactHelpers.addAll(helpers);
    }
  }

  private boolean holdsPath(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.key().path().equals(path)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the request. */
  public Request request() {
    return request;
  }

  /** Returns whether the request means one path alone in a helper. */
  public boolean isExactIn(HelperSurvey helper) {
    return exactHelpers.contains(helper);
  }

  /** Returns whether the path of the request counts in no file, so that it says nothing. */
  public boolean isPathIgnored(Survey survey) {
    if (path.isEmpty() || !exactFiles.isEmpty()) {
      return false;
    }
    for (FileSurvey file : survey.files()) {
      if (countsPaths(file)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a key of a file is meant; it may be of any registry. */
  public boolean inFile(FileSurvey file, RegistryKey key) {
    if (!key.belongsTo(registry)) {
      return false;
    }
    return path.isEmpty()
        || (exactFiles.contains(file) ? key.path().equals(path) : !countsPaths(file));
  }

  private boolean countsPaths(FileSurvey file) {
    return file.isPodmans() || file.holdsPathOf(registry);
  }

  /** Returns whether a key that a helper lists is meant; it may be of any registry. */
  public boolean inHelper(HelperSurvey helper, RegistryKey key) {
    if (registry.isExactKey() || !key.belongsTo(registry)) {
      return false;
    }
    if (isExactIn(helper)) {
      return key.path().equals(path);
    }
    return key.isLogin()
        || request.spellings().contains(key.text())
        || key.path().filter(storedPaths::contains).isPresent();
  }
}
