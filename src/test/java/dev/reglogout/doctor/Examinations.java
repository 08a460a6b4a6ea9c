package dev.reglogout.doctor;

import static java.util.stream.Collectors.joining;

import dev.reglogout.cli.Machine;
import dev.reglogout.helper.Helpers;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.Surveys;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Examinations of the helpers of a test's machine. */
final class Examinations {
  private final Helpers helpers;
  private final LongSupplier clock;
  private final HelperExamination examination;

  private Examinations(Helpers helpers, LongSupplier clock, HelperExamination examination) {
    this.helpers = helpers;
    this.clock = clock;
    this.examination = examination;
  }

  /** Returns those that change nothing. */
  static Examinations on(Machine machine, Duration limit, LongSupplier clock) {
    return in(machine.environment(), limit, clock, new StopSignal());
  }

  static Examinations in(Environment environment, Duration limit) {
    return in(environment, limit, System::nanoTime, new StopSignal());
  }

  /** Returns those that send a throw-away entry around, and are not stopped. */
  static Examinations withRoundTrip(Machine machine, Duration limit) {
    return withRoundTrip(machine.environment(), limit, new StopSignal(), words -> {});
  }

  static Examinations withRoundTrip(
      Environment environment, Duration limit, StopSignal stop, Consumer<String> lastWords) {
    Examinations bare = in(environment, limit, System::nanoTime, stop);
    return new Examinations(
        bare.helpers, bare.clock, bare.examination.withRoundTrip(stop, lastWords));
  }

  private static Examinations in(
      Environment environment, Duration limit, LongSupplier clock, StopSignal stop) {
    Helpers helpers = new Helpers(environment, limit, null, stop, Observer.NONE);
    return new Examinations(helpers, clock, new HelperExamination(helpers, environment));
  }

  /** Asks a helper that is named for all registries for its list, and examines it. */
  ExaminedHelper examine(String name) {
    return examine(name, "credsStore in a test", true);
  }

  ExaminedHelper examine(String name, String namedBy, boolean forAll) {
    HelperSurvey helper = Surveys.asked(name, helpers, clock);
    return examination.examine(new HelperUse(helper, List.of(namedBy), forAll));
  }

  /** Returns a line for each finding: its severity and id. */
  static String found(ExaminedHelper helper) {
    return helper.findings().stream()
        .map(finding -> finding.severity().id() + " " + finding.id())
        .collect(joining("\n"));
  }
}
