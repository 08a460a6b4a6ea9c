package dev.reglogout.doctor;

import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperListing.State;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.PassStore;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import dev.reglogout.survey.HelperSurvey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Examines what a helper lists, and what it keeps its entries in. */
final class StoreExamination {
  /** In milliseconds; docker asks for a list at every build, and its own helpers need few. */
  private static final long SLOW = 3_000;

  /** What helpers before 0.7 say, whatever the cause. */
  private static final String VAGUE = "secretservice-list-error";

  private final Environment environment;
  private final Helpers helpers;
  private final HelperSurvey helper;
  private final Path program;
  private final HelperFindings findings;

  StoreExamination(
      Environment environment,
      Helpers helpers,
      HelperSurvey helper,
      Path program,
      HelperFindings findings) {
    this.environment = environment;
    this.helpers = helpers;
    this.helper = helper;
    this.program = program;
    this.findings = findings;
  }

  void examine() {
    HelperListing listing = helper.listing();
    if (helper.store().known() == KnownHelper.PASS) {
      examinePass();
    } else if (listing == null || (listing.works() && !listing.lockedItem())) {
      examineHealth();
    }
    if (listing != null) {
      examine(listing);
    }
  }

  private void examinePass() {
    StoreHealth health = helper.health();
    if (health.problem() != null) {
      findings.problem(health.problem().reason(), health.problem().getMessage());
      return;
    }
    try {
      GpgKeys keys = new GpgKeys(environment, helpers.otherPrograms());
      keys.examine(new PassStore(environment).keyIds(), findings);
    } catch (IOException e) {
      findings.problem("file-error", "its store cannot be read: " + e.getMessage());
    }
  }

  /** A keyring that is locked, or not there, may list nothing as if all was well. */
  private void examineHealth() {
    StoreHealth health = helper.health();
    boolean isCertain =
        health.state() == StoreHealth.State.LOCKED || health.state() == StoreHealth.State.NO_STORE;
    if (isCertain && (helper.listing() == null || health.state() == StoreHealth.State.LOCKED)) {
      findings.problem(health.problem().reason(), health.problem().getMessage());
    }
  }

  private void examine(HelperListing listing) {
    if (listing.state() == State.UNSUPPORTED) {
      String why = listing.problem().getMessage();
      findings.warning("helper-cannot-list", "it cannot list: " + why);
    } else if (!listing.works()) {
      findings.problem("it does not list: ", causeOf(listing.problem()));
    } else if (listing.lockedItem()) {
      findings.problem(
          "keyring-locked-item", "the keyring is locked, so it does not show what it holds");
    }
    if (listing.works() && helper.listMillis() > SLOW) {
      String seconds = String.format(Locale.ROOT, "%.1f", helper.listMillis() / 1000.0);
      findings.warning("helper-slow", "its list took " + seconds + " s");
    }
  }

  /** Returns a closer cause of a failure where one can be told. */
  private StoreException causeOf(StoreException problem) {
    if (problem.reason().equals("helper-timed-out")) {
      return problem;
    }
    if (problem.reason().equals(VAGUE) && helper.health().problem() != null) {
      return helper.health().problem();
    }
    String system = ProgramFormat.foreign(program, environment.os()).orElse(null);
    if (system == null) {
      return problem;
    }
    String id = system.equals("Windows") ? "wsl-exec-format" : "helper-bad-format";
    return new StoreException(id, program + " is a program for " + system, null);
  }
}
