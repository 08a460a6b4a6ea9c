package dev.reglogout.doctor;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Examines one helper. */
final class HelperExamination {
  private final Helpers helpers;
  private final Environment environment;
  private final LongSupplier clock;
  private final StopSignal stop;
  private final Consumer<String> lastWords;

  /**
   * Creates an examination that changes nothing.
   *
   * @param clock nanoseconds from some fixed point
   */
  HelperExamination(Helpers helpers, Environment environment, LongSupplier clock) {
    this(helpers, environment, clock, null, null);
  }

  private HelperExamination(
      Helpers helpers,
      Environment environment,
      LongSupplier clock,
      StopSignal stop,
      Consumer<String> lastWords) {
    this.helpers = helpers;
    this.environment = environment;
    this.clock = clock;
    this.stop = stop;
    this.lastWords = lastWords;
  }

  /**
   * Returns the same examination, with a round trip of a throw-away entry.
   *
   * @param lastWords is told, after a stop, what could not be cleaned up in time: one line, without
   *     the program's name; the program may end right after it
   */
  HelperExamination withRoundTrip(StopSignal stop, Consumer<String> lastWords) {
    return new HelperExamination(helpers, environment, clock, stop, lastWords);
  }

  ExaminedHelper examine(HelperUse use) {
    HelperStore store = helpers.named(use.helper());
    List<Finding> findings = new ArrayList<>();
    Integer entries = null;
    boolean mints = store.known().kind() == KnownHelper.Kind.MINTS;
    if (!mints) {
      try {
        entries = store.list().size();
      } catch (StoreException e) {
        findings.add(Finding.of(e));
      }
    }
    return new ExaminedHelper(
        store.name(),
        use.namedBy(),
        null,
        null,
        mints ? ExaminedHelper.Nature.MINTS : ExaminedHelper.Nature.KEEPS,
        null,
        entries,
        null,
        null,
        List.copyOf(findings));
  }
}
