package dev.reglogout.doctor;

import dev.reglogout.doctor.ExaminedHelper.Nature;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.PassStore;
import dev.reglogout.helper.StoreHealth;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Examines one helper: where it is, what it answers, whether its store can be used.
 *
 * <p>A helper that makes credentials from another session is not started: ecr-login and gcloud
 * write a log even when asked for their version. Without a round trip nothing is changed, and no
 * secret is read.
 */
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
    HelperStore helper = helpers.named(use.helper());
    HelperFindings findings = new HelperFindings(helper.name());
    Optional<Path> program = locate(use, findings);
    Nature nature = natureOf(helper.known());
    HelperList list = HelperList.NOT_ASKED;
    String version = null;
    RoundTrip roundTrip = null;
    if (program.isPresent() && nature != Nature.MINTS) {
      if (helper.known().kind() != KnownHelper.Kind.BRIDGE) { // which may hang on it
        list = explained(HelperList.of(helper, clock), program.get());
      }
      examineStore(helper, list, findings).report(findings);
      version = list.hung() ? null : version(helper, findings);
      roundTrip = roundTrip(use, list, findings);
    }
    if (program.isPresent() && nature == Nature.MINTS && use.forAll()) {
      findings.warning(
          "minting-for-all",
          "it is named for all registries, but stores nothing, and makes logins only for those of "
              + helper.known().session());
    }
    return new ExaminedHelper(
        helper.name(),
        use.namedBy(),
        program.map(Path::toString).orElse(null),
        program.map(HelperExamination::realPath).orElse(null),
        nature,
        version,
        list.count(),
        list.millis(),
        roundTrip,
        findings.all());
  }

  private Optional<Path> locate(HelperUse use, HelperFindings findings) {
    try {
      Path program = helpers.find(use.helper());
      helpers
          .refusedByDocker(use.helper())
          .ifPresent(
              refused ->
                  findings.problem(
                      "helper-refused-by-docker",
                      "docker finds "
                          + refused
                          + " first, and refuses to start what is in a relative directory of PATH"));
      return Optional.of(program);
    } catch (StoreException e) {
      findings.problem("", e);
      return Optional.empty();
    }
  }

  private HelperList explained(HelperList list, Path program) {
    if (list.works() || list.hung()) {
      return list;
    }
    return ProgramFormat.foreign(program, environment.os())
        .map(
            system ->
                new StoreException(
                    system.equals("Windows") ? "wsl-exec-format" : "helper-bad-format",
                    program + " is a program for " + system,
                    null))
        .map(list::because)
        .orElse(list);
  }

  /** Examines what the helper rests on, and returns its list with a closer cause of a failure. */
  private HelperList examineStore(HelperStore helper, HelperList list, HelperFindings findings) {
    if (helper.known() == KnownHelper.PASS) {
      new PassExamination(environment, helpers.otherPrograms()).examine(helper, findings);
    } else if (helper.known() == KnownHelper.SECRETSERVICE) {
      return examineKeyring(helper, list, findings);
    }
    return list;
  }

  private static HelperList examineKeyring(
      HelperStore helper, HelperList list, HelperFindings findings) {
    // what helpers before 0.7 say, whatever the cause
    boolean vague = !list.works() && list.failure().reason().equals("secretservice-list-error");
    if (!vague && (!list.works() || list.lockedItem())) {
      return list; // it has said itself what is wrong
    }
    StoreHealth health = helper.health();
    if (vague) {
      return health.problem() == null ? list : list.because(health.problem());
    }
    if (health.state() == StoreHealth.State.LOCKED) {
      findings.problem(health.problem().reason(), health.problem().getMessage());
    }
    return list;
  }

  private static String version(HelperStore helper, HelperFindings findings) {
    try {
      return helper.version().orElse(null);
    } catch (StoreException e) {
      findings.warning("it does not tell its version: ", e);
      return null;
    }
  }

  private RoundTrip roundTrip(HelperUse use, HelperList list, HelperFindings findings) {
    Leftovers leftovers = Leftovers.of(list);
    if (stop == null) {
      leftovers.report(findings);
      return null;
    }
    if (list.hung() || findings.hasProblem()) {
      return null; // known to fail, and not to be asked to store what it may not give back
    }
    if (helpers.named(use.helper()).known() == KnownHelper.PASS
        && new PassStore(environment).isKeptInGit()) {
      findings.warning(
          "round-trip-not-tried",
          "no round trip was tried: its store is a git repository, whose history would keep the"
              + " entry");
      return null;
    }
    return new RoundTripTrial(helpers, use.helper(), stop, lastWords)
        .run(list, leftovers, findings);
  }

  private static Nature natureOf(KnownHelper known) {
    if (known == KnownHelper.DESKTOP) {
      return Nature.BRIDGE;
    }
    return switch (known.kind()) {
      case MINTS -> Nature.MINTS;
      case BRIDGE -> Nature.BRIDGE;
      case OTHER -> Nature.UNKNOWN;
      default -> Nature.KEEPS;
    };
  }

  private static String realPath(Path program) {
    try {
      return program.toRealPath().toString();
    } catch (IOException e) {
      return program.toString(); // it has gone meanwhile
    }
  }
}
