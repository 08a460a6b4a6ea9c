package dev.reglogout.cli;

import dev.reglogout.logout.LogoutReport;
import dev.reglogout.logout.RegistrySteps;
import dev.reglogout.logout.Step;
import dev.reglogout.logout.StoreProblem;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.Verdict;
import dev.reglogout.store.Warning;
import java.io.PrintStream;

/** Prints a report for people: results on stdout, what remains or went wrong on stderr. */
final class TextReport {
  private final PrintStream out;
  private final PrintStream err;
  private final LogoutArguments arguments;
  private final boolean colours;
  private final StringBuilder told = new StringBuilder(); // printed at once, which is quicker

  TextReport(PrintStream out, PrintStream err, LogoutArguments arguments, boolean colours) {
    this.out = out;
    this.err = err;
    this.arguments = arguments;
    this.colours = colours;
  }

  void print(LogoutReport report) {
    print(report, arguments.dryRun(), arguments.quiet());
  }

  /** Prints what would be done, before a question; who is asked must know about what. */
  void printPlan(LogoutReport plan) {
    print(plan, true, false);
  }

  private void print(LogoutReport report, boolean planned, boolean quiet) {
    if (!quiet
        && report.loggedOut()
        && report.registries().stream().noneMatch(this::isWorthTelling)) {
      tell("Not logged in to any registry");
    }
    for (RegistrySteps registry : report.registries()) {
      if (!quiet && isWorthTelling(registry)) {
        tell(heading(registry, planned));
        if (Boolean.TRUE.equals(registry.revoked())) {
          tell("  revoked the sign-in at Docker");
        }
        registry.steps().forEach(this::tellStep);
        tellDoubts(registry);
      }
      if (!registry.loggedOut()) {
        printTold(); // so that stdout and stderr stand in order where they meet
        registry.steps().forEach(step -> printTrouble(registry, step));
        err.flush();
      }
    }
    printTold();
    for (StoreProblem problem : report.unsearched()) {
      complain(err, "other registries may remain in " + problem.where(), colours);
    }
    if (!quiet) {
      report.warnings().stream().map(Warning::text).forEach(text -> complain(err, text, colours));
    } else if (arguments.strict()) {
      printReasons(report);
    }
  }

  /** Says why access may survive, to those who have asked for nothing else. */
  private void printReasons(LogoutReport report) {
    for (RegistrySteps registry : report.registries()) {
      for (Step step : registry.steps()) {
        if (step.outcome().verdict() == Verdict.MINTED) {
          complain(err, minted(step), colours);
        } else if (!step.outcome().verdict().mayRemain() && !doubt(step).isEmpty()) {
          complain(
              err,
              registry.registry().displayName() + " in " + step.store().name() + doubt(step),
              colours);
        }
      }
    }
    for (Warning warning : report.warnings()) {
      if (warning.accessMaySurvive()) {
        complain(err, warning.text(), colours);
      }
    }
  }

  /** Who asks for all does not ask where nothing was found. */
  private boolean isWorthTelling(RegistrySteps registry) {
    return !arguments.all() || arguments.verbose() || !onlyAbsent(registry);
  }

  private static boolean onlyAbsent(RegistrySteps registry) {
    return registry.steps().stream().allMatch(step -> step.outcome().verdict() == Verdict.ABSENT);
  }

  /** Says whose word it is that nothing was stored, each helper once. */
  private void tellDoubts(RegistrySteps registry) {
    if (onlyAbsent(registry) && !arguments.verbose()) {
      registry.steps().stream()
          .filter(step -> !doubt(step).isEmpty())
          .map(step -> "  nothing found in " + Shown.text(step.store().name()) + doubt(step))
          .distinct()
          .forEach(this::tell);
    }
  }

  /** Prints a line that begins with the program's name, as all that goes wrong does. */
  static void complain(PrintStream err, String text, boolean colours) {
    String name = colours ? "\u001b[1;31mreglogout:\u001b[0m " : "reglogout: ";
    err.println(name + Shown.text(text));
  }

  private static String heading(RegistrySteps registry, boolean planned) {
    String name = Shown.text(registry.registry().displayName());
    if (planned && (registry.any(Verdict.PLANNED) || !registry.loggedOut())) {
      return "Would log out of " + name;
    }
    if (registry.any(Verdict.ERASED) || !registry.loggedOut()) {
      return "Removing login credentials for " + name;
    }
    if (registry.any(Verdict.KEPT)) {
      return "Nothing was removed for " + name;
    }
    return registry.any(Verdict.MINTED)
        ? "Nothing is stored for " + name
        : "Not logged in to " + name;
  }

  private void tell(String line) {
    told.append(line).append(System.lineSeparator());
  }

  private void printTold() {
    out.print(told);
    out.flush();
    told.setLength(0);
  }

  private void tellStep(Step step) {
    String key = step.entry() == null ? "" : key(step);
    String store = Shown.text(step.store().name());
    Outcome outcome = step.outcome();
    String what = key + (step.isPlaceholder() ? " (no secret)" : "") + " from " + store;
    switch (outcome.verdict()) {
      case PLANNED ->
          tell((step.isInline() ? "  would remove " : "  would erase ") + what + unless(step));
      case ERASED -> tell((step.isInline() ? "  removed " : "  erased ") + what + doubt(step));
      case KEPT -> tell("  left %s in %s: %s".formatted(key, store, Shown.text(outcome.detail())));
      case MINTED -> tell("  " + minted(step));
      case ABSENT -> {
        if (arguments.verbose()) {
          tell("  nothing in " + store + doubt(step));
        }
      }
      case REMAINS, FAILED -> {
        // told on stderr
      }
    }
  }

  private static String key(Step step) {
    String key = Shown.text(step.entry().key().masked());
    return key.isBlank() ? "\"" + key + "\"" : key;
  }

  private static String unless(Step step) {
    String detail = step.outcome().detail();
    return detail == null ? "" : ": " + Shown.text(detail);
  }

  private static String doubt(Step step) {
    if (!Boolean.FALSE.equals(step.outcome().verified())) {
      return "";
    }
    return step.isInline()
        ? " (not verified: it cannot be read again)"
        : " (not verified: it cannot list)";
  }

  private static String minted(Step step) {
    Outcome outcome = step.outcome();
    return Shown.text(
        "minted".equals(outcome.reason())
            ? outcome.detail()
            : step.store().name() + " erases nothing, " + outcome.detail());
  }

  private void printTrouble(RegistrySteps registry, Step step) {
    Outcome outcome = step.outcome();
    if (!outcome.verdict().mayRemain()) {
      return;
    }
    String store = step.store().name();
    String detail = outcome.detail() == null ? "" : outcome.detail();
    if (outcome.verdict() == Verdict.REMAINS) {
      complain(
          err,
          "%s is still in %s after erase: %s".formatted(step.entry().key().masked(), store, detail),
          colours);
      return;
    }
    // the cause of a malformed file begins with its path and the place in it
    String where = detail.startsWith(store + ":") ? detail : store + ": " + detail;
    String option = "--config " + store + " "; // the path, a second time
    if (detail.startsWith(option)) {
      where = store + ": it " + detail.substring(option.length());
    }
    complain(
        err, "%s may remain in %s".formatted(registry.registry().displayName(), where), colours);
  }
}
