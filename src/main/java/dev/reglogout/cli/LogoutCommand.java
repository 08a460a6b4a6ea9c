package dev.reglogout.cli;

import dev.reglogout.logout.Logout;
import dev.reglogout.logout.LogoutPlan;
import dev.reglogout.logout.LogoutReport;

/** Logs out as the arguments say, and prints what came of it. */
final class LogoutCommand {
  private final Context context;
  private final LogoutArguments arguments;

  LogoutCommand(Context context, LogoutArguments arguments) {
    this.context = context;
    this.arguments = arguments;
  }

  /** Returns the exit code. */
  int run() {
    Logout logout =
        Logout.in(
            context.environment(),
            context.settings(arguments.configs(), arguments.limit(), arguments.verbose()));
    LogoutPlan plan = logout.plan(arguments.registries());
    LogoutReport report = arguments.dryRun() ? plan.asReport() : logout.execute(plan);
    int exitCode = exitCode(report);
    if (context.stop().requested()) {
      return exitCode; // the signal decides how the program ends, and has been told of
    }
    if (arguments.json()) {
      JsonReport.print(context.out(), report, arguments.dryRun(), exitCode);
    } else {
      new TextReport(context.out(), context.err(), arguments, context.coloursOnStderr())
          .print(report);
    }
    return exitCode;
  }

  private int exitCode(LogoutReport report) {
    if (!report.loggedOut()) {
      return ExitCode.REMAINS;
    }
    return arguments.strict() && report.accessMaySurvive()
        ? ExitCode.ACCESS_MAY_SURVIVE
        : ExitCode.DONE;
  }
}
