package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.internal.SideBySide;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLockTest {
  private static final String LOCK = ".config.json.reglogout.lock";

  @TempDir Path directory;
  private Folder folder;

  @BeforeEach
  void setUp() {
    folder = new Folder(directory).write(Folder.TWO);
  }

  @Test
  void theLockFileIsThereWhileItIsHeldAndGoneAfterwards() throws Exception {
    try (ConfigLock lock = ConfigLock.of(folder.file(), true, FileStep.Listener.NONE)) {
      assertTrue(lock.isHeld());
      assertEquals(List.of(LOCK, "config.json"), folder.names());
    }
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void aRunWaitsForTheOtherThatHoldsTheLock() throws Exception {
    Process other = LockHolder.start(directory.resolve(LOCK));

    CompletableFuture<Outcome> outcome =
        CompletableFuture.supplyAsync(() -> Folder.erase(folder.store(), "a"));
    Thread.sleep(200);
    assertFalse(outcome.isDone());
    assertEquals(Folder.TWO, folder.text());
    other.getOutputStream().write('\n');
    other.getOutputStream().flush();

    assertEquals(Outcome.erased(false), outcome.get(8, TimeUnit.SECONDS));
    assertEquals(Folder.WITHOUT_A, folder.text());
    assertEquals(List.of("config.json"), folder.names());
    assertEquals(0, other.waitFor());
  }

  @Test
  void theLockOfARunThatWasKilledIsTakenOver() throws Exception {
    Process other = LockHolder.start(directory.resolve(LOCK));
    other.destroyForcibly().waitFor();
    assertTrue(folder.names().contains(LOCK));

    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void noRunWaitsForEver() throws Exception {
    Process other = LockHolder.start(directory.resolve(LOCK));

    StoreException thrown =
        assertThrows(
            StoreException.class,
            () -> ConfigLock.of(folder.file(), true, FileStep.Listener.NONE, 50).close());

    assertEquals("locked", thrown.reason());
    assertTrue(thrown.advice().contains(LOCK), thrown.advice());
    assertTrue(folder.names().contains(LOCK), "it is the other's");
    other.destroyForcibly().waitFor();
    ConfigLock.of(folder.file(), true, FileStep.Listener.NONE).close();
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void noThreadWaitsForAnotherForEverEither() throws Exception {
    try (ConfigLock lock = ConfigLock.of(folder.file(), true, FileStep.Listener.NONE)) {
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(
              () ->
                  assertThrows(
                      StoreException.class,
                      () ->
                          ConfigLock.of(folder.file(), true, FileStep.Listener.NONE, 50).close()));

      other.get(8, TimeUnit.SECONDS);
      assertTrue(lock.isHeld());
    }
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              try (ConfigLock lock = ConfigLock.of(folder.file(), true, FileStep.Listener.NONE)) {
                held.countDown();
                mayEnd.await();
                assertTrue(lock.isHeld());
              } catch (StoreException | InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    held.await();
    Thread.currentThread().interrupt();

    StoreException thrown =
        assertThrows(
            StoreException.class,
            () -> ConfigLock.of(folder.file(), true, FileStep.Listener.NONE).close());

    assertTrue(Thread.interrupted());
    assertEquals("interrupted", thrown.reason());
    mayEnd.countDown();
    other.get(8, TimeUnit.SECONDS);
  }

  @Test
  void whereNoLockFileCanBeMadeTheWorkGoesOnWithout() throws Exception {
    Outcome outcome =
        folder.erase(
            "a",
            (step, path) -> {
              if (step == FileStep.LOCK) {
                throw new IOException("Read-only file system");
              }
            });

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(Folder.WITHOUT_A, folder.text());
  }

  @Test
  void aLinkInThePlaceOfTheLockFileIsNotFollowed() throws Exception {
    Path precious = directory.resolve("precious");
    Folder.write(precious, "do not cut");
    Files.createSymbolicLink(directory.resolve(LOCK), precious);

    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(Outcome.erased(false), outcome);
    assertEquals("do not cut", Files.readString(precious));
    assertEquals(Folder.WITHOUT_A, folder.text());
  }

  @Test
  void aPipeInThePlaceOfTheLockFileIsNotOpened() throws Exception {
    Path pipe = directory.resolve(LOCK);
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor());

    Outcome outcome =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Folder.erase(folder.store(), "a"));

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(List.of(LOCK, "config.json"), folder.names());
  }

  @Test
  void aDirectoryInThePlaceOfTheLockFileStays() throws Exception {
    Files.createDirectory(directory.resolve(LOCK));

    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(List.of(LOCK, "config.json"), folder.names());
  }

  @Test
  void manyRunsAtOnceLoseNothing() throws Exception {
    List<String> keys = IntStream.range(0, 64).mapToObj(i -> "r" + i + ".io").toList();
    folder.write(
        keys.stream()
            .map(key -> "\"%s\": {\"auth\": \"s\"}".formatted(key))
            .collect(Collectors.joining(", ", "{\"auths\": {\"kept.io\": {}, ", "}}")));

    List<Outcome> outcomes = SideBySide.map(keys, 16, key -> Folder.erase(folder.store(), key));

    assertEquals(List.of(Outcome.erased(false)), outcomes.stream().distinct().toList());
    assertEquals("{\"auths\": {\"kept.io\": {}}}", folder.text());
    assertEquals(List.of("config.json"), folder.names());
  }
}
