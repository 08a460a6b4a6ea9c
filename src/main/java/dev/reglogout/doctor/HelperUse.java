package dev.reglogout.doctor;

import dev.reglogout.config.Binding;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.Survey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A helper that a client asks, as things are configured.
 *
 * @param helper which, already asked for its list
 * @param namedBy who names it, in words: {@code credsStore in PATH}, {@code credHelpers["HOST"] in
 *     PATH}, {@code platform default}, {@code credential-helpers in PATH}
 * @param forAll whether it is named for all registries, by {@code credsStore} or as the default
 */
record HelperUse(HelperSurvey helper, List<String> namedBy, boolean forAll) {

  /** Returns the helpers of a survey, each once, in the order they are named. */
  static List<HelperUse> in(Survey survey) {
    Map<HelperSurvey, Set<String>> names = new LinkedHashMap<>();
    Set<HelperSurvey> forAll = new LinkedHashSet<>();
    for (FileSurvey file : survey.files()) {
      for (Binding binding : file.bindings()) {
        boolean isAsked = binding.key() != null || file.readsCredsStore();
        if (isAsked && binding.helper() != null && !binding.helper().isEmpty()) {
          HelperSurvey helper = survey.helper(binding.helper());
          add(helper, binding.member() + " in " + file.id().name(), names);
          if (binding.key() == null) {
            forAll.add(helper);
          }
        }
      }
      HelperSurvey keeper = survey.helperForAll(file);
      if (keeper != null && forAll.add(keeper)) {
        add(keeper, "platform default", names);
      }
    }
    for (Binding binding : survey.podmansHelpers()) {
      HelperSurvey helper = survey.helper(binding.helper());
      add(helper, binding.member(), names);
      forAll.add(helper);
    }
    List<HelperUse> uses = new ArrayList<>();
    names.forEach(
        (helper, by) -> uses.add(new HelperUse(helper, List.copyOf(by), forAll.contains(helper))));
    return uses;
  }

  private static void add(HelperSurvey helper, String name, Map<HelperSurvey, Set<String>> names) {
    names.computeIfAbsent(helper, none -> new LinkedHashSet<>()).add(name);
  }
}
