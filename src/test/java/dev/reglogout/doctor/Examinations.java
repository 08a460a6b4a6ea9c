package dev.reglogout.doctor;

import static java.util.stream.Collectors.joining;

import dev.reglogout.cli.Machine;
import dev.reglogout.helper.Helpers;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Examinations of the helpers of a test's machine. */
final class Examinations {
  private Examinations() {}

  /** Returns one that changes nothing. */
  static HelperExamination on(Machine machine, Duration limit, LongSupplier clock) {
    return in(machine.environment(), limit, clock, new StopSignal());
  }

  static HelperExamination in(Environment environment, Duration limit) {
    return in(environment, limit, System::nanoTime, new StopSignal());
  }

  /** Returns one that sends a throw-away entry around, and is not stopped. */
  static HelperExamination withRoundTrip(Machine machine, Duration limit) {
    return withRoundTrip(machine.environment(), limit, new StopSignal(), words -> {});
  }

  static HelperExamination withRoundTrip(
      Environment environment, Duration limit, StopSignal stop, Consumer<String> lastWords) {
    return in(environment, limit, System::nanoTime, stop).withRoundTrip(stop, lastWords);
  }

  private static HelperExamination in(
      Environment environment, Duration limit, LongSupplier clock, StopSignal stop) {
    Helpers helpers = new Helpers(environment, limit, null, stop, Observer.NONE);
    return new HelperExamination(helpers, environment, clock);
  }

  /** Returns a use of a helper for all registries. */
  static HelperUse use(String name) {
    return new HelperUse(name, List.of("credsStore in a test"), true);
  }

  /** Returns a line for each finding: its severity and id. */
  static String found(ExaminedHelper helper) {
    return helper.findings().stream()
        .map(finding -> finding.severity().id() + " " + finding.id())
        .collect(joining("\n"));
  }
}
