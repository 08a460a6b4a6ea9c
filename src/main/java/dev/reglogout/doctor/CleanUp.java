package dev.reglogout.doctor;

import dev.reglogout.helper.EraseReply;
import dev.reglogout.helper.HelperListing;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
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
   * @return why it may remain, or null if it does not
   */
  String erase(ThrowAway entry) {
    String fault = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      EraseReply reply = helper.eraseKeys(List.of(entry.key())).get(0);
      fault = fault(entry, reply);
      if (fault != null && timeIsUp.requested()) {
        return "there was no time to erase it";
      }
      if (fault == null) {
        return null;
      }
    }
    return fault;
  }

  private String fault(ThrowAway entry, EraseReply reply) {
    HelperListing listing = helper.listing();
    if (!listing.works()) {
      return faultWithoutList(entry, reply);
    }
    if (isListed(entry.key(), listing)) {
      return causeOf(reply, "it is still listed after the erase");
    }
    return listing.lockedItem() && entry.mayBeStored() ? "the keyring is locked" : null;
  }

  /** Returns whether a key is listed exactly as it is. */
  static boolean isListed(RegistryKey key, HelperListing listing) {
    return listing.entries().stream().anyMatch(entry -> entry.key().equals(key));
  }

  /** The entry is ours, so it may be asked for. */
  private String faultWithoutList(ThrowAway entry, EraseReply reply) {
    try {
      String words = helper.secret(entry.key());
      boolean there = entry.secret() == null ? !words.isEmpty() : words.equals(entry.secret());
      return there ? causeOf(reply, "it is still told after the erase") : null;
    } catch (StoreException e) {
      boolean gone =
          !entry.mayBeStored()
              || (!entry.denied() && isNotFound(e))
              || isToBeBelieved(reply, entry.denied());
      return gone ? null : causeOf(reply, "its yes proves nothing, and it cannot list");
    }
  }

  private static boolean isNotFound(StoreException e) {
    return Finding.known(e.reason()).filter(m -> m.outcome().equals("not-found")).isPresent();
  }

  private boolean isToBeBelieved(EraseReply reply, boolean denied) {
    boolean yes = reply.kind() == EraseReply.Kind.YES || reply.kind() == EraseReply.Kind.NOT_FOUND;
    return switch (helper.known().kind()) {
      case RELIABLE -> yes;
      case OTHER -> yes && !denied;
      default -> false;
    };
  }

  private static String causeOf(EraseReply reply, String otherwise) {
    return reply.problem() == null ? otherwise : reply.problem().getMessage();
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
