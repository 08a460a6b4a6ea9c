package dev.reglogout.doctor;

import dev.reglogout.doctor.ExaminedHelper.Nature;
import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.helper.PassStore;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

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
  private final StopSignal stop; // null without a round trip
  private final Consumer<String> lastWords;

  /** Creates an examination that changes nothing. */
  HelperExamination(Helpers helpers, Environment environment) {
    this(helpers, environment, null, null);
  }

  private HelperExamination(
      Helpers helpers, Environment environment, StopSignal stop, Consumer<String> lastWords) {
    this.helpers = helpers;
    this.environment = environment;
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
    return new HelperExamination(helpers, environment, stop, lastWords);
  }

  ExaminedHelper examine(HelperUse use) {
    HelperStore helper = use.helper().store();
    HelperFindings findings = new HelperFindings(helper.name());
    Path program = locate(helper.configuredName(), findings);
    Nature nature = natureOf(helper.known());
    HelperListing listing = program == null ? null : use.helper().listing();
    String version = null;
    RoundTrip roundTrip = null;
    if (program != null && nature != Nature.MINTS) {
      new StoreExamination(environment, helpers, use.helper(), program, findings).examine();
      boolean hangs = hangs(listing);
      version = hangs ? null : version(helper, findings);
      roundTrip = roundTrip(helper, listing, findings);
    }
    if (program != null && nature == Nature.MINTS && use.forAll()) {
      findings.warning(
          "minting-for-all",
          "it is named for all registries, but stores nothing, and makes logins only for those of "
              + helper.known().session());
    }
    boolean lists = listing != null && listing.works();
    return new ExaminedHelper(
        helper.name(),
        use.namedBy(),
        program == null ? null : program.toString(),
        program == null ? null : realPath(program),
        nature,
        version,
        lists ? listing.entries().size() : null,
        lists ? use.helper().listMillis() : null,
        roundTrip,
        findings.all());
  }

  /** Returns where its program is, or null if there is none. */
  private Path locate(String helper, HelperFindings findings) {
    try {
      Path program = helpers.find(helper);
      Optional<String> refused = helpers.refusedByDocker(helper).map(Path::toString);
      if (refused.isPresent()) {
        findings.problem(
            "helper-refused-by-docker",
            "docker finds "
                + refused.get()
                + " first, and refuses to start what is in a relative directory of PATH");
      }
      return program;
    } catch (StoreException e) {
      findings.problem("", e);
      return null;
    }
  }

  private static boolean hangs(HelperListing listing) {
    return listing != null
        && listing.problem() != null
        && listing.problem().reason().equals("helper-timed-out");
  }

  private static String version(HelperStore helper, HelperFindings findings) {
    try {
      return helper.version().orElse(null);
    } catch (StoreException e) {
      findings.warning("it does not tell its version: ", e);
      return null;
    }
  }

  private RoundTrip roundTrip(HelperStore helper, HelperListing listing, HelperFindings findings) {
    Leftovers leftovers = Leftovers.of(listing);
    if (stop == null) {
      leftovers.report(findings);
      return null;
    }
    if (findings.hasProblem()) {
      return null; // known to fail, and not to be asked to store what it may not give back
    }
    if (helper.known() == KnownHelper.PASS && new PassStore(environment).isKeptInGit()) {
      findings.warning(
          "round-trip-not-tried",
          "no round trip was tried: its store is a git repository, whose history would keep the"
              + " entry");
      return null;
    }
    boolean lists = listing != null && listing.works();
    return new RoundTripTrial(helpers, helper.configuredName(), stop, lastWords)
        .run(lists, leftovers, findings);
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
