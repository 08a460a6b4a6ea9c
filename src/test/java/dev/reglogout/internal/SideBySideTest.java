package dev.reglogout.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 2000})
  void resultsComeInTheOrderOfTheThings(int atATime) {
    List<Integer> things = IntStream.range(0, 1000).boxed().toList();

    List<String> results = SideBySide.map(things, atATime, thing -> "r" + thing);

    assertEquals(things.stream().map(thing -> "r" + thing).toList(), results);
  }

  @Test
  void asManyAsMayBeAreWorkedOnAtATime() {
    CountDownLatch allHaveBegun = new CountDownLatch(4);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            SideBySide.each(
                List.of(1, 2, 3, 4),
                4,
                thing -> {
                  allHaveBegun.countDown();
                  await(allHaveBegun);
                }));
  }

  @Test
  void neverAreMoreWorkedOnThanMayBe() {
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    SideBySide.each(
        IntStream.range(0, 200).boxed().toList(),
        3,
        thing -> {
          most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
          Thread.yield();
          atWork.decrementAndGet();
        });

    assertTrue(most.get() <= 3, most + " at a time");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatOneThrowsKeepsNoOtherFromBeingDone(int atATime) {
    Queue<Integer> done = new ConcurrentLinkedQueue<>();

    RuntimeException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                SideBySide.each(
                    List.of(1, 2, 3, 4, 5, 6),
                    atATime,
                    thing -> {
                      if (thing == 2 || thing == 5) {
                        throw new IllegalStateException("thing " + thing);
                      }
                      done.add(thing);
                    }));

    assertEquals("thing 2", thrown.getMessage());
    assertEquals(List.of(1, 3, 4, 6), done.stream().sorted().toList());
  }

  @Test
  void anErrorInAnotherThreadIsNotLost() {
    CountDownLatch bothHaveBegun = new CountDownLatch(2);

    assertThrows(
        StackOverflowError.class,
        () ->
            SideBySide.each(
                List.of(1, 2),
                2,
                thing -> {
                  bothHaveBegun.countDown();
                  await(bothHaveBegun);
                  throw new StackOverflowError();
                }));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aResultMayBeNull(int atATime) {
    List<String> results = SideBySide.map(List.of("a", "b"), atATime, thing -> null);

    assertEquals(Arrays.asList(null, null), results);
  }

  @Test
  void oneThingAloneIsWorkedOnByTheCaller() {
    Thread[] worker = new Thread[1];

    SideBySide.each(List.of(1), 8, thing -> worker[0] = Thread.currentThread());

    assertSame(Thread.currentThread(), worker[0]);
  }

  @Test
  void nothingToDoIsDoneAtOnce() {
    assertEquals(List.of(), SideBySide.map(new ArrayList<String>(), 8, thing -> thing));
  }

  @Test
  void anInterruptWhileWaitingEndsNothingAndIsKept() {
    CountDownLatch callerIsInterrupted = new CountDownLatch(1);
    boolean[] done = new boolean[2];
    Thread caller = Thread.currentThread();

    SideBySide.each(
        List.of(0, 1),
        2,
        thing -> {
          if (Thread.currentThread() == caller) {
            caller.interrupt();
            callerIsInterrupted.countDown();
          } else {
            await(callerIsInterrupted);
          }
          done[thing] = true;
        });

    assertTrue(Thread.interrupted());
    assertArrayEquals(new boolean[] {true, true}, done);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void howeverManyAreAskedForAtOnceTheyAreNeverMoreThanSixtyFour() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    SideBySide.each(
        IntStream.range(0, 500).boxed().toList(),
        500,
        i -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          assertDoesNotThrow(() -> Thread.sleep(5));
          now.decrementAndGet();
        });

    assertTrue(most.get() > 1 && most.get() <= 64, most + " at a time");
  }
}
