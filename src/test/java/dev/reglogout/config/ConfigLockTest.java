package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.internal.SideBySide;
import dev.reglogout.real.RealHelpers;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** What may be at the lock file's name. */
  enum Occupant {
    DIRECTORY,
    DANGLING_LINK,
    LINK,
    PIPE,
    HARD_LINK,
    FILE_WITH_CONTENT,
    FILE_OF_ANOTHER_USER,
    IMMUTABLE_FILE
  }

  @ParameterizedTest
  @EnumSource(Occupant.class)
  void whatIsNotOursIsLeftAloneAndTheFileItselfIsLockedInstead(Occupant occupant) throws Exception {
    Path precious = directory.resolve("precious");
    Folder.write(precious, "do not cut");
    Path place = directory.resolve(LOCK);
    occupy(occupant, place, precious);
    Object inode = Files.getAttribute(place, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    try {
      Process other = LockHolder.start(folder.file());
      CompletableFuture<Outcome> outcome =
          CompletableFuture.supplyAsync(() -> Folder.erase(folder.store(), "a"));
      Thread.sleep(200);
      assertFalse(outcome.isDone());
      assertEquals(Folder.TWO, folder.text());
      other.destroyForcibly().waitFor();

      assertEquals(Outcome.erased(false), outcome.get(20, TimeUnit.SECONDS));
      assertEquals(Folder.WITHOUT_A, folder.text());
      assertEquals("do not cut", Files.readString(precious));
      assertEquals(inode, Files.getAttribute(place, "unix:ino", LinkOption.NOFOLLOW_LINKS));
      assertEquals(List.of(LOCK, "config.json", "precious"), folder.names());
    } finally {
      if (occupant == Occupant.IMMUTABLE_FILE) {
        chattr("-i", place);
      }
    }
  }

  private static void occupy(Occupant occupant, Path place, Path precious) throws Exception {
    switch (occupant) {
      case DIRECTORY -> Files.createDirectory(place);
      case DANGLING_LINK -> Files.createSymbolicLink(place, Path.of("nowhere"));
      case LINK -> Files.createSymbolicLink(place, precious);
      case PIPE -> SharedDirectoryTest.makePipe(place);
      case HARD_LINK -> Files.createLink(place, precious);
      case FILE_WITH_CONTENT -> Folder.write(place, "notes");
      case FILE_OF_ANOTHER_USER -> {
        requireRoot();
        Files.createFile(place);
        Files.setAttribute(place, "unix:uid", 12345);
      }
      case IMMUTABLE_FILE -> {
        requireRoot();
        Files.createFile(place);
        chattr("+i", place);
      }
    }
  }

  private static void requireRoot() throws IOException {
    RealHelpers.requireThat(Surroundings.ourUid() == 0, "only root can do that to a file");
  }

  private static void chattr(String change, Path file) throws Exception {
    RealHelpers.require("chattr");
    int exit = new ProcessBuilder("chattr", change, file.toString()).inheritIO().start().waitFor();
    RealHelpers.requireThat(exit == 0, "this file system has no chattr " + change);
  }

  @Test
  void whereNeitherCanBeLockedForWhatIsInTheWayNothingIsDone() throws Exception {
    Files.createDirectory(directory.resolve(LOCK));
    try (ConfigLock lock = ConfigLock.of(folder.file(), true, FileStep.Listener.NONE)) {
      assertFalse(lock.isHeld());
      StoreException thrown = assertThrows(StoreException.class, lock::checkNothingInTheWay);

      assertEquals("lock-in-the-way", thrown.reason());
      assertTrue(thrown.getMessage().contains(LOCK), thrown.getMessage());
    }
  }

  @Test
  void inADirectoryThatOthersCanChangeNoLockFileIsMade() throws Exception {
    try (ConfigLock lock = ConfigLock.of(folder.file(), false, FileStep.Listener.NONE)) {
      assertFalse(lock.isHeld());
      assertEquals(List.of("config.json"), folder.names());
    }
  }

  /** The lock is no longer what it was: another run has deleted it and made its own. */
  @Test
  void aLockFileThatWasDeletedWhileWeLockedItIsNotTheLock() throws Exception {
    Path path = directory.resolve(LOCK);
    int[] looks = new int[1];
    FileStep.Listener deletes =
        (step, file) -> {
          if (step == FileStep.LOCK && looks[0]++ == 0) {
            Files.createFile(path);
          }
        };
    try (ConfigLock lock = ConfigLock.of(folder.file(), true, deletes)) {
      assertTrue(lock.isHeld());
      Files.delete(path);
      assertEquals(null, Descriptors.named(path), "a deleted file has no name");
      Files.createFile(path);
      assertEquals(null, Descriptors.named(path), "and a new one of that name is another");
    }
    assertEquals(List.of("config.json"), folder.names());
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
