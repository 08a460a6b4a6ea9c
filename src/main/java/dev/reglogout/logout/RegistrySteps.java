package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.store.Verdict;
import java.util.List;

/**
 * The steps of one registry, in the order of the stores.
 *
 * @param registry as it was given first
 * @param steps what is to be done, or what came of it
 * @param revoked whether Docker Hub's sign-in was revoked at Docker; null if there was none
 */
public record RegistrySteps(Registry registry, List<Step> steps, Boolean revoked) {

  /**
   * {@return whether any step has the verdict}
   *
   * @param verdict looked for
   */
  public boolean any(Verdict verdict) {
    for (Step step : steps) { // no stream: asked often, for every registry
      if (step.outcome().verdict() == verdict) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether nothing of the registry may be left against the user's wish} */
  public boolean loggedOut() {
    return !any(Verdict.REMAINS) && !any(Verdict.FAILED);
  }
}
