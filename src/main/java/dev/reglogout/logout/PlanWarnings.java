package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreId;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.RequestKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the user should know beside the steps of a plan, each thing once. */
final class PlanWarnings {
  private final Map<String, Warning> warnings = new LinkedHashMap<>();

  void add(List<Warning> more) {
    for (Warning warning : more) {
      warnings.putIfAbsent(warning.text(), warning);
    }
  }

  List<Warning> all() {
    return List.copyOf(warnings.values());
  }

  /** A helper that no client asks, and that cannot be asked, may still hold a login. */
  void ofFurtherHelper(HelperSurvey helper) {
    if (helper.listing() != null) {
      Outcome problem = helper.listing().problem().asOutcome();
      add("second-store", helper.id() + " may hold an older login: " + problem.detail(), true);
    }
  }

  /** Who logs out of a path stays logged in to the registry as a whole. */
  void ofWholeRegistry(Registry registry, StoreId store, Entry entry) {
    add(
        "registry-login-remains",
        entry.key().masked()
            + " is still logged in"
            + (entry.key().path().isEmpty() ? " as a whole" : "")
            + " in "
            + store.name()
            + ": to end that too, log out of "
            + (entry.key().path().isEmpty() ? registry.identity() : entry.key().masked()),
        true);
  }

  /** A key of the host that was not asked for is sent for what was asked for, too. */
  void ofOtherKey(RequestKeys keys, FileSurvey file, Entry entry) {
    Registry registry = keys.request().registry();
    boolean parent =
        entry.key().path().isEmpty()
            || registry.path().orElse("").startsWith(entry.key().path().get() + "/");
    if (parent || !file.isPodmans()) {
      ofWholeRegistry(registry, file.id(), entry);
    }
  }

  /** Entries of other programs are left alone. */
  void ofOthers(HelperSurvey helper, int entries) {
    if (entries > 0) {
      String what =
          entries == 1
              ? "1 entry that is no registry login"
              : entries + " entries that are not registry logins";
      add("left-alone", "left alone in " + helper.id() + ": " + what, false);
    }
  }

  /**
   * An entry of the same host under another path may be another program's.
   *
   * @param servesAll whether the store is one for every registry: docker's classic build sends all
   *     of it to the daemon, which looks for the host alone
   */
  void ofOtherPath(StoreId store, Entry entry, boolean servesAll) {
    String key = entry.key().masked();
    add(
        "other-path",
        "left alone in "
            + store.name()
            + ": "
            + key
            + ", which may be another program's; to erase it: reglogout "
            + key,
        servesAll);
  }

  /** Some helpers answer for a host with what they hold for another port of it. */
  void ofOtherPorts(RequestKeys keys, HelperSurvey helper) {
    String identity = keys.request().registry().identity();
    for (Entry other : helper.entriesOfHost(identity)) {
      if (!other.key().registryName().equals(identity)) {
        add(
            "other-port",
            helper.id()
                + " answers for "
                + identity
                + " with what it holds for "
                + other.key().registryName()
                + ": to erase that too, log out of "
                + other.key().registryName(),
            true);
      }
    }
  }

  /** The path of a request means nothing to docker. */
  void ofIgnoredPath(Registry registry) {
    add(
        "path-ignored",
        registry.displayName()
            + " is taken for "
            + registry.identity()
            + ", as docker understands it",
        false);
  }

  /** A registry may also be stored in a file that is not worked on. */
  void ofOtherTools(List<FileSurvey> others, Requested requested) {
    for (FileSurvey other : others) {
      String name = null;
      int logins = 0;
      for (Entry entry : other.document().entries()) {
        if (entry.secret() && (requested.everything() || requested.isAskedFor(entry.key()))) {
          logins++;
          name = entry.key().registryName();
        }
      }
      if (logins > 0) {
        String what = logins == 1 ? name + " is" : logins + " more logins are";
        String it = logins == 1 ? "it" : "them";
        String where = other.id().name();
        add(
            "also-stored",
            what + " also stored in " + where + ": --everywhere removes " + it + " there, too",
            true);
      }
    }
  }

  /** Logins at the top of docker's file are none to docker, and are some to other programs. */
  void ofStrayLogins(List<FileSurvey> files, Requested requested) {
    for (FileSurvey file : files) {
      List<RegistryKey> stray = file.document() == null ? List.of() : file.document().strayLogins();
      for (RegistryKey key : stray) {
        if (requested.everything() || requested.isAskedFor(key)) {
          add(
              "stray-login",
              file.id().name()
                  + " holds a login of "
                  + key.masked()
                  + " outside of its auths, which docker does not read, and programs in Python do:"
                  + " remove it by hand",
              true);
        }
      }
    }
  }

  private void add(String id, String text, boolean accessMaySurvive) {
    warnings.putIfAbsent(text, new Warning(id, text, accessMaySurvive));
  }
}
