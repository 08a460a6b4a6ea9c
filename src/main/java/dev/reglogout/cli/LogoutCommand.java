package dev.reglogout.cli;

import dev.reglogout.logout.Logout;
import dev.reglogout.logout.LogoutPlan;
import dev.reglogout.logout.LogoutReport;
import dev.reglogout.logout.LogoutSettings;
import dev.reglogout.logout.RegistrySteps;
import dev.reglogout.logout.Step;
import dev.reglogout.store.Verdict;
import java.io.PrintStream;

/** Logs out as the arguments say, and prints what came of it. */
final class LogoutCommand {
  private final Context context;
  private final LogoutArguments arguments;
  private final String first;

  /**
   * Takes what a logout needs.
   *
   * @param first the first argument as typed, which may have been meant to be a command
   */
  LogoutCommand(Context context, LogoutArguments arguments, String first) {
    this.context = context;
    this.arguments = arguments;
    this.first = first;
  }

  /** Returns the exit code. */
  int run() throws UsageException {
    Logout logout = Logout.in(context.environment(), settings());
    SharedArguments.check(arguments.registries(), logout);
    LogoutPlan plan = arguments.all() ? logout.planAll() : logout.plan(arguments.registries());
    boolean refused = mustAsk(plan) && !isWanted(plan);
    boolean planOnly = arguments.dryRun() || refused;
    LogoutReport report = planOnly ? plan.asReport() : logout.execute(plan);
    int exitCode = refused ? ExitCode.REMAINS : exitCode(report);
    if (context.stop().requested()) {
      return exitCode; // the signal decides how the program ends, and has been told of
    }
    if (arguments.json()) {
      JsonReport.print(context.out(), report, planOnly, exitCode);
    } else if (!refused) {
      text(context.out()).print(report);
      if (!arguments.quiet() && mayBeMistyped(report)) {
        new MistypedCommand(first).tell(context);
      }
    }
    return exitCode;
  }

  /** Hardly a registry's name, and none that anything was stored for; asked at every logout. */
  private boolean mayBeMistyped(LogoutReport report) {
    return !first.isEmpty()
        && first.indexOf('.') < 0
        && first.indexOf(':') < 0
        && first.charAt(0) != '-'
        && nothingWasStored(report.registries().get(0));
  }

  private static boolean nothingWasStored(RegistrySteps registry) {
    for (Step step : registry.steps()) {
      Verdict verdict = step.outcome().verdict();
      if (verdict != Verdict.ABSENT && verdict != Verdict.MINTED) {
        return false;
      }
    }
    return true;
  }

  /** A person who wants to be rid of everything is asked; a script is not. */
  private boolean mustAsk(LogoutPlan plan) {
    return arguments.all()
        && !arguments.yes()
        && !arguments.dryRun()
        && context.terminals().in()
        && plan.asReport().changed();
  }

  private boolean isWanted(LogoutPlan plan) {
    PrintStream err = context.err();
    text(err).printPlan(plan.asReport());
    err.print("Log out of all of these? [y/N] ");
    err.flush();
    String answer = Answer.read(context.in());
    if (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes")) {
      return true;
    }
    err.println("Nothing was changed.");
    return false;
  }

  private TextReport text(PrintStream out) {
    return new TextReport(out, context.err(), arguments, context.coloursOnStderr());
  }

  private int exitCode(LogoutReport report) {
    if (!report.loggedOut()) {
      return ExitCode.REMAINS;
    }
    return arguments.strict() && report.accessMaySurvive()
        ? ExitCode.ACCESS_MAY_SURVIVE
        : ExitCode.DONE;
  }

  private LogoutSettings settings() {
    LogoutSettings settings =
        context
            .settings(
                arguments.configs(),
                arguments.everywhere(),
                arguments.limit(),
                arguments.verbose(),
                arguments.json() || arguments.quiet())
            .withOnlyUser(arguments.onlyUser());
    return arguments.noRevoke() ? settings.withoutRevoking() : settings;
  }
}
