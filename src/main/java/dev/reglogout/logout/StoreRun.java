package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.store.Warning;
import java.util.List;
import java.util.Set;

/** What is done in one store, and what came of it for every requested registry. */
interface StoreRun {

  /** Erases what the plan names, but what belongs to a sign-in that is being ended elsewhere. */
  void erase();

  /** Erases the tokens of Docker Hub's sign-in, which has been ended as far as it could be. */
  void eraseTokens();

  /**
   * Looks at the store a second time, and finishes there what had to wait.
   *
   * @param stillHeld registries of which a helper may still hold a credential
   */
  void lookAgain(Set<Registry> stillHeld);

  /** Returns what is known of every requested registry, whether or not a step was planned. */
  List<Step> results();

  /** Returns what the user should know of other entries of the store. */
  List<Warning> warnings();
}
