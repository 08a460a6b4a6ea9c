package dev.reglogout.doctor;

import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.util.function.Consumer;

/**
 * Stores, lists, gets and erases an entry nobody needs.
 *
 * <p>It is one step for the stop signal: a stop ends the helper that is running and waits for this
 * to clean up.
 */
final class RoundTripTrial {
  private static final String USER = "reglogout-check";

  private final Helpers helpers;
  private final String name;
  private final HelperStore helper;
  private final StopSignal stop;
  private final Consumer<String> lastWords;

  /**
   * Creates a trial.
   *
   * @param name the helper's
   * @param lastWords is told, after a stop, what may remain
   */
  RoundTripTrial(Helpers helpers, String name, StopSignal stop, Consumer<String> lastWords) {
    this.helpers = helpers;
    this.name = name;
    this.helper = helpers.named(name);
    this.stop = stop;
    this.lastWords = lastWords;
  }

  /** Erases what earlier ones left, and tries; returns null if work was to stop before that. */
  RoundTrip run(boolean lists, Leftovers leftovers, HelperFindings findings) {
    try {
      return stop.step(
          () -> {
            try (CleanUp cleanUp = new CleanUp(helpers, name, stop)) {
              leftovers.keys().forEach(left -> eraseLeftover(left, cleanUp, findings));
              return travel(lists, cleanUp, findings);
            }
          });
    } catch (StoreException e) {
      return null; // work is to stop
    }
  }

  private void eraseLeftover(RegistryKey left, CleanUp cleanUp, HelperFindings findings) {
    String key = left.text();
    String fault = cleanUp.erase(ThrowAway.ofEarlierRun(left));
    if (fault == null) {
      findings.warning(
          "round-trip-leftover",
          key + " was left of a round trip that was killed; it is erased now");
    } else {
      remains(key, fault, findings);
    }
  }

  private RoundTrip travel(boolean lists, CleanUp cleanUp, HelperFindings findings) {
    RegistryKey key = RoundTripKey.fresh();
    String secret = RoundTripKey.random(16);
    boolean mayBeStored = true;
    boolean stored = false;
    try {
      helper.store(key, USER, secret);
      stored = true;
    } catch (StoreException e) {
      mayBeStored = e.reason().equals("helper-timed-out") || stop.requested();
      if (!stop.requested() && HelperFindings.isUnsupported(e)) {
        findings.warning("helper-cannot-store", "it cannot store: " + e.getMessage());
      } else {
        problem("it does not store: ", e, findings);
      }
    }
    boolean listed = false;
    boolean got = false;
    boolean denied = false;
    if (stored) {
      try {
        listed = lists && lists(key, findings);
        got = gets(key, secret, findings);
        denied = !got;
      } catch (StoreException e) {
        problem("it does not list: ", e, findings); // and it hangs: it is asked for nothing else
      }
    }
    String fault = cleanUp.erase(new ThrowAway(key, secret, mayBeStored, denied));
    if (fault != null) {
      remains(key.text(), fault, findings);
    }
    return new RoundTrip(stored, listed, got, fault == null);
  }

  private boolean lists(RegistryKey key, HelperFindings findings) throws StoreException {
    HelperListing listing = helper.listing();
    if (!listing.works()) {
      if (listing.problem().reason().equals("helper-timed-out")) {
        throw listing.problem();
      }
      problem("it does not list: ", listing.problem(), findings);
      return false;
    }
    boolean listed = CleanUp.isListed(key, listing);
    if (!listed) {
      findings.problem("round-trip-not-listed", "it does not list what it has just stored");
    }
    return listed;
  }

  private boolean gets(RegistryKey key, String secret, HelperFindings findings) {
    try {
      if (helper.secret(key).equals(secret)) {
        return true;
      }
      findings.problem("round-trip-other-secret", "it tells another secret than it was given");
    } catch (StoreException e) {
      problem("it does not tell what it has just stored: ", e, findings);
    }
    return false;
  }

  /** After a stop no one reads it, and to look its advice up costs the time there is to erase. */
  private void problem(String what, StoreException e, HelperFindings findings) {
    if (!stop.requested()) {
      findings.problem(what, e);
    }
  }

  private void remains(String key, String fault, HelperFindings findings) {
    String advice = "erase it: printf %s '" + key + "' | " + helper.name() + " erase";
    findings.problem("round-trip-remains", key + " may remain: " + fault, advice);
    if (stop.requested()) {
      lastWords.accept(key + " may remain in " + helper.name() + ": " + fault + ". " + advice);
    }
  }
}
