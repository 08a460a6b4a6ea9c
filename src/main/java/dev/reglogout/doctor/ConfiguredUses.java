package dev.reglogout.doctor;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which helpers the config files name, and docker's default where it takes that. */
final class ConfiguredUses {
  private static final String PREFIX = "docker-credential-";

  private final Optional<String> platformDefault;
  private final Map<String, List<String>> namedBy = new LinkedHashMap<>();
  private final Map<String, Boolean> forAll = new LinkedHashMap<>();

  ConfiguredUses(Helpers helpers) {
    platformDefault =
        helpers.platformDefault().map(HelperStore::name).map(n -> n.substring(PREFIX.length()));
  }

  /** Notes what a file names. */
  void add(ReviewedFile file) {
    if (!file.isReadable()) {
      return;
    }
    String store = file.helperForAll();
    if (!store.isEmpty()) {
      add(store, "credsStore in " + file.name(), true);
    }
    file.review()
        .document()
        .credHelpers()
        .forEach(
            (key, helper) ->
                helper
                    .filter(name -> !name.isEmpty())
                    .ifPresent(
                        name ->
                            add(
                                name,
                                "credHelpers[\"%s\"] in %s".formatted(key.masked(), file.name()),
                                false)));
    if (file.leavesHelperToDocker()) {
      platformDefault.ifPresent(name -> add(name, "platform default", true));
    }
  }

  /**
   * Returns the helper's program that keeps new logins of a file's reader, or null if the file
   * does.
   */
  String newLogins(ReviewedFile file) {
    if (!file.isReadable()) {
      return null;
    }
    String store = file.helperForAll();
    if (!store.isEmpty()) {
      return PREFIX + store;
    }
    return file.leavesHelperToDocker() ? platformDefault.map(PREFIX::concat).orElse(null) : null;
  }

  /** Returns the helpers in the order they were named. */
  List<HelperUse> uses() {
    List<HelperUse> uses = new ArrayList<>();
    namedBy.forEach(
        (helper, names) -> uses.add(new HelperUse(helper, List.copyOf(names), forAll.get(helper))));
    return uses;
  }

  private void add(String helper, String name, boolean all) {
    List<String> names = namedBy.computeIfAbsent(helper, none -> new ArrayList<>());
    if (!names.contains(name)) {
      names.add(name);
    }
    forAll.merge(helper, all, Boolean::logicalOr);
  }
}
