package dev.reglogout.logout;

import dev.reglogout.registry.Registry;
import dev.reglogout.store.Warning;
import java.util.List;
import java.util.Map;

/**
 * What is stored, and where; never a secret.
 *
 * @param credentials sorted by registry, and for each in the order of the stores
 * @param missing of the registries asked for those of which nothing is stored, as far as was seen
 * @param leftOut how many entries of a helper are no registry logins, by its program's name
 * @param problems stores that could not be asked, or not all
 * @param warnings what was noticed on the way
 */
public record Inventory(
    List<StoredCredential> credentials,
    List<Registry> missing,
    Map<String, Integer> leftOut,
    List<StoreProblem> problems,
    List<Warning> warnings) {

  /** {@return whether anything is stored} */
  public boolean anythingStored() {
    return credentials.stream().anyMatch(StoredCredential::isStored);
  }
}
