package dev.reglogout.doctor;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.OtherPrograms;
import dev.reglogout.helper.PassStore;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.store.Environment;
import java.io.IOException;

/** Examines what docker-credential-pass rests on: its store, and the keys it is encrypted for. */
final class PassExamination {
  private final Environment environment;
  private final OtherPrograms programs;

  PassExamination(Environment environment, OtherPrograms programs) {
    this.environment = environment;
    this.programs = programs;
  }

  void examine(HelperStore helper, HelperFindings findings) {
    StoreHealth health = helper.health();
    if (health.problem() != null) {
      findings.problem(health.problem().reason(), health.problem().getMessage());
      return;
    }
    try {
      new GpgKeys(environment, programs).examine(new PassStore(environment).keyIds(), findings);
    } catch (IOException e) {
      findings.problem("file-error", "its store cannot be read: " + e.getMessage());
    }
  }
}
