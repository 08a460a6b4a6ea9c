package dev.reglogout.survey;

import dev.reglogout.config.LoginDocument;
import dev.reglogout.registry.Request;
import dev.reglogout.store.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which login files hold no entry, or will hold none after a logout: for them docker turns to
 * the helper of its platform.
 */
public final class EmptiedFiles {
  /** After a logout of everything. */
  static final EmptiedFiles ALL = new EmptiedFiles(null);

  private final Set<String> identities; // null: all of them
  private final Map<FileSurvey, Boolean> known = new HashMap<>();

  private EmptiedFiles(Set<String> identities) {
    this.identities = identities;
  }

  /** Returns what a logout of some registries empties. */
  public static EmptiedFiles by(List<Request> requests) {
    Set<String> identities = new HashSet<>();
    for (Request request : requests) {
      identities.add(request.registry().identity());
    }
    return new EmptiedFiles(identities);
  }

  boolean isEmptied(FileSurvey file) {
    if (identities == null) {
      return true;
    }
    Boolean emptied = known.get(file);
    if (emptied == null) {
      emptied = file.document() == null || isEmptiedOf(file.document());
      known.put(file, emptied);
    }
    return emptied;
  }

  private boolean isEmptiedOf(LoginDocument document) {
    List<Entry> gone = new ArrayList<>();
    for (Entry entry : document.entries()) {
      if (identities.contains(entry.key().registryName())) {
        gone.add(entry);
      }
    }
    return document.wouldHaveNoAuthWithout(gone);
  }
}
