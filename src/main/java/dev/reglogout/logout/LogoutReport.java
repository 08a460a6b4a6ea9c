package dev.reglogout.logout;

import dev.reglogout.store.Verdict;
import java.util.List;

/**
 * What a logout did, or, of a plan, would do.
 *
 * @param registries in the order they were asked for, each once
 * @param warnings what was noticed on the way
 */
public record LogoutReport(List<RegistrySteps> registries, List<Warning> warnings) {

  /** {@return whether nothing of the registries may be left against the user's wish} */
  public boolean loggedOut() {
    return registries.stream().allMatch(RegistrySteps::loggedOut);
  }

  /**
   * {@return whether anything was erased, or would be; to ask a helper to erase what it does not
   * list changes nothing}
   */
  public boolean changed() {
    return registries.stream()
        .flatMap(registry -> registry.steps().stream())
        .anyMatch(
            step ->
                step.outcome().verdict() == Verdict.ERASED
                    || (step.isPlanned() && step.seen() != Step.Seen.NOT_LISTED));
  }

  /** {@return the steps after which a credential remains, or may} */
  public List<Step> remaining() {
    return registries.stream()
        .flatMap(registry -> registry.steps().stream())
        .filter(step -> step.outcome().verdict().mayRemain())
        .toList();
  }

  /**
   * {@return whether access may survive although nothing remains: by a minting helper, by something
   * that was warned of, or because nobody could look again}
   */
  public boolean accessMaySurvive() {
    return warnings.stream().anyMatch(Warning::accessMaySurvive)
        || registries.stream()
            .flatMap(registry -> registry.steps().stream())
            .anyMatch(
                step ->
                    step.outcome().verdict() == Verdict.MINTED
                        || Boolean.FALSE.equals(step.outcome().verified()));
  }
}
