package dev.reglogout.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  private final StopSignal signal = new StopSignal();

  @Test
  void untilSomebodyRequestsItStepsAreDone() throws StoreException {
    assertFalse(signal.requested());
    assertEquals("done", signal.step(() -> "done"));
  }

  @Test
  void onceRequestedNoStepBegins() {
    signal.request(0);

    StoreException thrown =
        assertThrows(StoreException.class, () -> signal.step(() -> fail("it has begun")));

    assertTrue(signal.requested());
    assertEquals("interrupted", thrown.reason());
    assertEquals(Verdict.FAILED, thrown.asOutcome().verdict());
  }

  @Test
  void aRequestWaitsForTheStepThatHasBegun() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<String> step = inAThread(begun, mayEnd);
    begun.await();
    signal.onRequest(mayEnd::countDown);

    signal.request(10_000);

    assertEquals("done", step.getNow("not yet"));
  }

  @Test
  void aRequestWaitsAMomentForWhatIsToBePutAwayAndNothingMoreIsTakenOut() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean tidy = new AtomicBoolean();
    CompletableFuture<Object> work =
        CompletableFuture.supplyAsync(
            () ->
                assertDoesNotThrow(
                    () ->
                        signal.tidily(
                            () -> {
                              begun.countDown();
                              assertDoesNotThrow(() -> Thread.sleep(20));
                              tidy.set(true);
                              return true;
                            })));
    begun.await();

    signal.request(10_000);

    assertTrue(tidy.get());
    assertEquals(true, work.get(10, TimeUnit.SECONDS));
    assertThrows(StoreException.class, () -> signal.tidily(() -> fail("it has begun")));
  }

  @Test
  void whatIsToBeDoneOnARequestIsDoneSideBySide() throws Exception {
    CountDownLatch allBegun = new CountDownLatch(20);
    for (int i = 0; i < 20; i++) {
      signal.onRequest(
          () -> {
            allBegun.countDown();
            assertDoesNotThrow(() -> allBegun.await());
          });
    }

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> signal.request(0));

    assertEquals(0, allBegun.getCount());
  }

  @Test
  void aRequestDoesNotWaitForEver() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<String> step = inAThread(begun, mayEnd);
    begun.await();

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> signal.request(20));

    assertFalse(step.isDone());
    mayEnd.countDown();
    assertEquals("done", step.get(10, TimeUnit.SECONDS));
  }

  @Test
  void aStepThatThrowsDoesNotStandInTheWayOfTheNext() throws StoreException {
    StoreException thrown = new StoreException("reason", "cause", null);

    assertSame(
        thrown,
        assertThrows(
            StoreException.class,
            () ->
                signal.step(
                    () -> {
                      throw thrown;
                    })));

    assertEquals("done", CompletableFuture.supplyAsync(this::step).join());
  }

  @Test
  void actionsRunWhenItIsRequestedUnlessTakenBack() {
    List<String> ran = new ArrayList<>();
    Runnable takenBack = () -> ran.add("taken back");
    signal.onRequest(() -> ran.add("kept"));
    signal.onRequest(takenBack);
    signal.forget(takenBack);

    signal.request(0);

    assertEquals(List.of("kept"), ran);
  }

  @Test
  void anActionThatComesTooLateRunsAtOnce() {
    List<String> ran = new ArrayList<>();
    signal.request(0);

    signal.onRequest(() -> ran.add("late"));

    assertEquals(List.of("late"), ran);
  }

  @Test
  void anInterruptWhileWaitingIsKept() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<String> step = inAThread(begun, mayEnd);
    begun.await();
    Thread.currentThread().interrupt();

    signal.request(60_000);

    assertTrue(Thread.interrupted());
    mayEnd.countDown();
    step.get(10, TimeUnit.SECONDS);
  }

  private CompletableFuture<String> inAThread(CountDownLatch begun, CountDownLatch mayEnd) {
    CompletableFuture<String> step = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                signal.step(
                    () -> {
                      begun.countDown();
                      await(mayEnd);
                      step.complete("done");
                      return null;
                    });
              } catch (StoreException e) {
                step.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return step;
  }

  private String step() {
    try {
      return signal.step(() -> "done");
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Object fail(String message) {
    throw new AssertionError(message);
  }
}
