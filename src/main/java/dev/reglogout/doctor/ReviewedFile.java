package dev.reglogout.doctor;

import dev.reglogout.config.ConfigReview;
import dev.reglogout.config.ConfiguredHelpers;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.Tool;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.StoreException;
import java.util.List;

/**
 * A file that was looked at.
 *
 * @param name its path as found, or what names it where none can be
 * @param location where it is, or null if it cannot even be looked for
 * @param review what it says, or null if it cannot be read
 * @param problem why it cannot be read, or null
 * @param notices what the search for it found worth telling
 */
record ReviewedFile(
    String name,
    LoginFile location,
    ConfigReview review,
    StoreException problem,
    List<Finding> notices) {

  static ReviewedFile read(LoginFile location, List<Finding> notices) {
    String name = location.path().toString();
    try {
      ConfigReview review = ConfigReview.of(location.path());
      return new ReviewedFile(name, location, review, null, notices);
    } catch (StoreException e) {
      return new ReviewedFile(name, location, null, e, notices);
    }
  }

  static ReviewedFile missing(String name, StoreException problem) {
    return new ReviewedFile(name, null, null, problem, List.of());
  }

  boolean isReadable() {
    return review != null;
  }

  /** Returns the program whose file it is; docker's where nobody can tell. */
  Tool owner() {
    return location == null ? Tool.DOCKER : location.tool();
  }

  boolean isDockers() {
    return owner() == Tool.DOCKER;
  }

  /** Returns the name of the program that reads the file. */
  String reader() {
    return owner().word();
  }

  /** Returns the helper that its reader asks for all registries; empty if there is none. */
  String helperForAll() {
    return isReadable() && owner() != Tool.PODMAN // which reads no credsStore
        ? review.document().credsStore()
        : "";
  }

  /** Returns whether the helper of a registry, by what its reader heeds, is to keep its login. */
  boolean leavesToHelper(RegistryKey key) {
    ConfiguredHelpers helpers = ConfiguredHelpers.of(review.document());
    if (owner() != Tool.PODMAN) {
      return helpers.anyFor(key);
    }
    boolean bound = helpers.byRegistry().getOrDefault(key.registryName(), false);
    return bound && key.path().isEmpty(); // podman keeps those of a namespace in the file
  }

  /**
   * Returns whether docker looks for its platform's default helper: the file names none, and holds
   * nothing.
   */
  boolean leavesHelperToDocker() {
    return isReadable()
        && isDockers()
        && review.document().namesNoStore()
        && review.document().entriesProblem().isEmpty()
        && review.document().entries().isEmpty();
  }
}
