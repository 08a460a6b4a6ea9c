package dev.reglogout.doctor;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.util.List;

/**
 * Erases throw-away entries, also when work is to stop; then there is little time for it.
 *
 * <p>The helper is called anew, also where it hung before: what it was to store may be there.
 */
final class CleanUp implements AutoCloseable {
  /** How long it may take after a stop; to end a helper then takes 300 ms at most. */
  private static final long MILLIS_AFTER_STOP = 600;

  private static final int ATTEMPTS = 2;

  private final StopSignal stop;
  private final StopSignal timeIsUp = new StopSignal();
  private final Runnable countDown = this::startCountDown;
  private final HelperStore helper;

  CleanUp(Helpers helpers, String helper, StopSignal stop) {
    this.stop = stop;
    this.helper = helpers.stoppedBy(timeIsUp).named(helper);
    stop.onRequest(countDown);
  }

  /**
   * Erases an entry and looks whether it is gone.
   *
   * @param secret what was stored under it, or null if nobody knows
   * @param stored whether it may have been stored; if not, it is gone where nobody can tell
   * @param denied whether the helper did not tell the secret while it was stored; it proves nothing
   *     then that it does not tell it afterwards
   * @return why it may remain, or null if it does not
   */
  String erase(Entry entry, String secret, boolean stored, boolean denied) {
    String fault = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      Outcome outcome = helper.erase(List.of(entry)).get(0);
      fault = fault(entry, secret, stored, denied, outcome);
      if (fault != null && timeIsUp.requested()) {
        return "there was no time to erase it";
      }
      if (fault == null) {
        return null;
      }
    }
    return fault;
  }

  private String fault(
      Entry entry, String secret, boolean stored, boolean denied, Outcome outcome) {
    try {
      List<Entry> entries = helper.list();
      if (entries.stream().anyMatch(e -> e.key().equals(entry.key()))) {
        return causeOf(outcome, "it is still listed after the erase");
      }
      boolean locked = entries.stream().anyMatch(e -> e.key().text().isEmpty());
      return locked && stored ? "the keyring is locked" : null;
    } catch (StoreException e) {
      return faultWithoutList(entry, secret, stored, denied, outcome);
    }
  }

  /** The entry is ours, so it may be asked for. */
  private String faultWithoutList(
      Entry entry, String secret, boolean stored, boolean denied, Outcome outcome) {
    try {
      String words = helper.secret(entry.key());
      boolean there = secret == null ? !words.isEmpty() : words.equals(secret);
      return there ? causeOf(outcome, "it is still told after the erase") : null;
    } catch (StoreException e) {
      boolean gone = !stored || !denied && isNotFound(e) || isToBeBelieved(outcome, denied);
      return gone ? null : causeOf(outcome, "its yes proves nothing, and it cannot list");
    }
  }

  private static boolean isNotFound(StoreException e) {
    return KnownMessages.all().stream()
        .anyMatch(known -> known.id().equals(e.reason()) && known.outcome().equals("not-found"));
  }

  private boolean isToBeBelieved(Outcome outcome, boolean denied) {
    boolean yes = outcome.verdict() == Verdict.ERASED || outcome.verdict() == Verdict.ABSENT;
    return switch (helper.known().kind()) {
      case RELIABLE -> yes;
      case OTHER -> yes && !denied;
      default -> false;
    };
  }

  private static String causeOf(Outcome outcome, String otherwise) {
    return outcome.cause() == null ? otherwise : outcome.cause();
  }

  /** Called when work is to stop. */
  private void startCountDown() {
    Thread countDown =
        new Thread(
            () -> {
              try {
                Thread.sleep(MILLIS_AFTER_STOP);
                timeIsUp.request(0);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody does
              }
            },
            "reglogout-clean-up");
    countDown.setDaemon(true);
    countDown.start();
  }

  @Override
  public void close() {
    stop.forget(countDown);
  }
}
