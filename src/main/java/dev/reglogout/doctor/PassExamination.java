package dev.reglogout.doctor;

import dev.reglogout.helper.OtherPrograms;
import dev.reglogout.store.Environment;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;

/** Examines what docker-credential-pass rests on; its list works without any of it. */
final class PassExamination {
  private final Environment environment;
  private final OtherPrograms programs;

  PassExamination(Environment environment, OtherPrograms programs) {
    this.environment = environment;
    this.programs = programs;
  }

  void examine(HelperFindings findings) {
    if (!programs.has("pass")) {
      findings.problem("pass-program-missing", "the program pass, which it calls, is not on PATH");
      return;
    }
    PassStore store = new PassStore(environment);
    try {
      List<String> keys = store.keyIds();
      if (keys.isEmpty()) {
        findings.problem(
            "pass-not-initialized",
            store.directory() == null
                ? "there is no password store, for want of a home directory"
                : "there is no password store: no .gpg-id names a key in " + store.directory());
      } else {
        new GpgKeys(environment, programs).examine(keys, findings);
      }
    } catch (AccessDeniedException e) {
      findings.problem("permission-denied", "its store cannot be read: " + e.getFile());
    } catch (IOException e) {
      findings.problem("file-error", "its store cannot be read: " + e.getMessage());
    }
  }
}
