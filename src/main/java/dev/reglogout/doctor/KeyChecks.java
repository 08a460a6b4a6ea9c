package dev.reglogout.doctor;

import dev.reglogout.config.JsonValue;
import dev.reglogout.internal.EditDistance;
import dev.reglogout.registry.RegistryKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Checks how the members of a config file are spelt, and whether any stands twice.
 *
 * <p>docker and the others that are written in Go ignore case; what is written in another language
 * mostly does not. A name that is not known is passed over without a word.
 */
final class KeyChecks {
  private static final List<String> SECTIONS = List.of("auths", "credHelpers", "credsStore");

  /** How many signs may be wrong in a name for it to be taken as misspelt. */
  private static final int TYPOS = 2;

  private final ReviewedFile file;
  private final List<Finding> findings = new ArrayList<>();

  KeyChecks(ReviewedFile file) {
    this.file = file;
  }

  List<Finding> check() {
    for (JsonValue member : file.review().members()) {
      checkSpelling(member);
    }
    checkTwice(
        "",
        file.review().members().stream().filter(DockerTypes::knows).toList(),
        name -> name.toLowerCase(Locale.ROOT));
    checkTwice("auths", file.review().membersOf("auths"), name -> name);
    checkTwice("credHelpers", file.review().membersOf("credHelpers"), name -> name);
    return findings;
  }

  private void checkSpelling(JsonValue member) {
    String name = member.name();
    for (String section : SECTIONS) {
      if (name.equalsIgnoreCase(section)) {
        if (!name.equals(section)) {
          findings.add(
              Finding.warning(
                  "config-key-case",
                  "line %s: docker takes \"%s\" for %s, and tools that heed case pass it over"
                      .formatted(member.line(), name, section),
                  "rename it to " + section));
        }
        return;
      }
    }
    String meant = meant(name);
    if (meant != null && !DockerTypes.knows(member)) {
      findings.add(
          Finding.warning(
              "config-key-misspelt",
              "line %s: nobody reads \"%s\"; %s is meant?".formatted(member.line(), name, meant),
              "rename it to " + meant + ", or remove it"));
    }
  }

  /** Returns the section that is probably meant, or null. */
  private static String meant(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String section : SECTIONS) {
      int typos = section.equals("auths") ? 1 : TYPOS; // it is short
      if (EditDistance.of(lower, section.toLowerCase(Locale.ROOT)) <= typos) {
        return section;
      }
    }
    if (lower.startsWith("cred")) {
      return lower.contains("helper")
          ? "credHelpers"
          : lower.contains("store") ? "credsStore" : null;
    }
    return null;
  }

  private void checkTwice(
      String section, List<JsonValue> members, Function<String, String> folded) {
    Map<String, List<JsonValue>> byName = new LinkedHashMap<>();
    for (JsonValue member : members) {
      byName.computeIfAbsent(folded.apply(member.name()), none -> new ArrayList<>()).add(member);
    }
    for (List<JsonValue> same : byName.values()) {
      if (same.size() > 1) {
        findings.add(twice(section, same));
      }
    }
  }

  private Finding twice(String section, List<JsonValue> same) {
    JsonValue last = same.get(same.size() - 1);
    boolean merged = section.isEmpty() && last.kind() == JsonValue.Kind.OBJECT;
    String name = "\"" + RegistryKey.of(last.name()).masked() + "\"";
    return Finding.warning(
        "config-key-twice",
        "%s stands %s (lines %s): %s"
            .formatted(
                section.isEmpty() ? name : section + "[" + name + "]",
                same.size() == 2 ? "twice" : same.size() + " times",
                Names.of(same.stream().map(value -> String.valueOf(value.line())).toList()),
                merged
                    ? "docker reads them as one, and other tools the last alone"
                    : "only the last counts"));
  }
}
