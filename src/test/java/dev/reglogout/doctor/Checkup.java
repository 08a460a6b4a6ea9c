package dev.reglogout.doctor;

import dev.reglogout.cli.Machine;
import dev.reglogout.logout.LogoutSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What the doctor finds on a machine. */
final class Checkup {
  private Checkup() {}

  static Diagnosis of(Machine machine) {
    return of(machine, LogoutSettings.defaults());
  }

  static Diagnosis of(Machine machine, LogoutSettings settings) {
    return Doctor.in(machine.environment(), settings, System::nanoTime).examine();
  }

  /** Returns docker's own file, examined. */
  static ExaminedFile ofFile(Machine machine) {
    return (ExaminedFile) of(machine).subjects().get(0);
  }

  /** Returns severity and id of each finding. */
  static List<String> told(Subject subject) {
    return subject.findings().stream().map(f -> f.severity().id() + " " + f.id()).toList();
  }

  static void mode(Path path, String mode) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
