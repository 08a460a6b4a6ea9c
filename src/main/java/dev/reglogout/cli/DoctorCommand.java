package dev.reglogout.cli;

import dev.reglogout.doctor.Diagnosis;
import dev.reglogout.doctor.Doctor;
import dev.reglogout.doctor.Severity;

/** Checks the setup, and prints what was found. */
final class DoctorCommand {
  private final Context context;
  private final DoctorArguments arguments;

  DoctorCommand(Context context, DoctorArguments arguments) {
    this.context = context;
    this.arguments = arguments;
  }

  /** Returns the exit code. */
  int run() {
    Diagnosis diagnosis = doctor().examine();
    int exitCode = diagnosis.count(Severity.PROBLEM) > 0 ? ExitCode.PROBLEM : ExitCode.DONE;
    if (context.stop().requested()) {
      return exitCode; // the signal decides how the program ends, and has been told of
    }
    if (arguments.json()) {
      DiagnosisJson.print(context.out(), diagnosis, exitCode);
    } else {
      new DiagnosisText(context, arguments.verbose()).print(diagnosis);
    }
    return exitCode;
  }

  private Doctor doctor() {
    Doctor doctor =
        Doctor.in(
            context.environment(),
            context.settings(
                arguments.configs(),
                arguments.everywhere(),
                arguments.limit(),
                arguments.verbose(),
                arguments.json()),
            context.clock());
    return arguments.roundTrip() ? doctor.withRoundTrip(this::complain) : doctor;
  }

  private void complain(String lastWords) {
    TextReport.complain(context.err(), lastWords, context.coloursOnStderr());
    context.err().flush();
  }
}
