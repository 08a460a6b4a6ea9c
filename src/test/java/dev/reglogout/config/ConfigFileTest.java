package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, and what is not even opened. */
class ConfigFileTest {
  @TempDir Path directory;
  private Folder folder;

  @BeforeEach
  void setUp() {
    folder = new Folder(directory);
  }

  @Test
  void aRegularFileIsReadByteForByte() throws Exception {
    byte[] bytes = "\ufeff{}\r\n\0".getBytes(UTF_8);
    Files.write(folder.file(), bytes);

    assertArrayEquals(bytes, read(folder.file()).orElseThrow());
  }

  @Test
  void whatIsNotThereHoldsNothing() throws Exception {
    Files.createSymbolicLink(folder.file(), Path.of("nowhere"));

    assertEquals(Optional.empty(), read(folder.file()));
    assertEquals(Optional.empty(), read(directory.resolve("missing/config.json")));
  }

  @Test
  void theNullDeviceHoldsNothing() throws Exception {
    Files.createSymbolicLink(folder.file(), Path.of("/dev/null"));

    assertEquals(Optional.empty(), read(Path.of("/dev/null")));
    assertEquals(Optional.empty(), read(folder.file()));
    assertEquals(List.of(), folder.store().list());
    assertEquals(Verdict.ABSENT, Folder.erase(folder.store(), "a").verdict());
    assertEquals(Path.of("/dev/null"), Files.readSymbolicLink(folder.file()));
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    assertEquals(
        0, new ProcessBuilder("mkfifo", folder.file().toString()).inheritIO().start().waitFor());

    assertIsRefusedUnopened("config-not-file", "it is no regular file, so it was not opened");
  }

  /** A file that anybody may make a pipe of, in the moment between the look and the opening. */
  @Test
  void aFileThatBecomesAPipeWhenItIsOpenedIsNotWaitedFor() throws Exception {
    FileStep.Listener swaps =
        (step, path) -> {
          if (step == FileStep.OPEN) {
            Files.delete(folder.file());
            SharedDirectoryTest.makePipe(folder.file());
          }
        };
    folder.write("{}");

    StoreException thrown =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                assertThrows(
                    StoreException.class, () -> Folder.store(folder.file(), swaps).list()));
    assertEquals("config-not-file", thrown.reason());

    Files.delete(folder.file());
    folder.write("{}");
    Outcome outcome =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> folder.erase("a", swaps));
    assertEquals("config-not-file", outcome.reason());
  }

  /** As it is opened where it may not be written. */
  @Test
  void aPipeThatIsOpenedForReadingAloneIsWaitedForTwoSeconds() throws Exception {
    SharedDirectoryTest.makePipe(folder.file());

    IOException thrown =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> assertThrows(IOException.class, () -> PatientOpening.toRead(folder.file())));

    assertEquals("it does not open", FileCause.of(thrown).words());
  }

  @Test
  void aFileThatMayNotBeWrittenIsReadAllTheSame() throws Exception {
    folder.write("{}");
    try (FileChannel file = PatientOpening.toRead(folder.file())) {
      assertEquals(2, file.size());
    }
    Files.createSymbolicLink(directory.resolve("link"), folder.file());
    assertThrows(IOException.class, () -> PatientOpening.toRead(directory.resolve("link")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/kmsg", "/proc/self/environ", "/proc/self/../self/status"})
  void whatOnlyLooksLikeAFileIsNotOpened(String path) {
    StoreException thrown =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> assertThrows(StoreException.class, () -> read(Path.of(path))));

    assertEquals("config-not-file", thrown.reason());
  }

  @Test
  void anotherDeviceIsNotOpened() throws Exception {
    Files.createSymbolicLink(folder.file(), Path.of("/dev/zero"));

    assertIsRefusedUnopened("config-not-file", "it is no regular file, so it was not opened");
  }

  @Test
  void aDirectoryIsNotOpened() throws Exception {
    Files.createDirectory(folder.file());

    assertIsRefusedUnopened("config-not-file", "it is a directory, so it was not opened");
  }

  @Test
  void linksThatGoInACircleAreAFailureAndNotAnAbsence() throws Exception {
    Files.createSymbolicLink(folder.file(), Path.of("other"));
    Files.createSymbolicLink(directory.resolve("other"), Path.of("config.json"));

    StoreException thrown =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> assertThrows(StoreException.class, () -> folder.store().list()));
    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals("file-error", thrown.reason());
    assertEquals(Verdict.FAILED, outcome.verdict());
  }

  @Test
  void aPathThroughAFileIsAFailureAndNotAnAbsence() {
    folder.write("{}");

    StoreException thrown =
        assertThrows(StoreException.class, () -> read(folder.file().resolve("config.json")));

    assertEquals("it cannot be read: not a directory", thrown.getMessage());
  }

  @Test
  void aFileOfMonstrousSizeIsNotOpened() throws Exception {
    try (RandomAccessFile sparse = new RandomAccessFile(folder.file().toFile(), "rw")) {
      sparse.setLength((64L << 20) + 1);
    }

    assertIsRefusedUnopened("config-too-large", "it is larger than 64 MiB");
  }

  private void assertIsRefusedUnopened(String reason, String cause) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          StoreException thrown = assertThrows(StoreException.class, () -> folder.store().list());
          Outcome outcome = Folder.erase(folder.store(), "a");

          assertEquals(reason, thrown.reason());
          assertEquals(cause, thrown.getMessage());
          assertEquals(thrown.asOutcome(), outcome);
          assertEquals(List.of("config.json"), folder.names());
        });
  }

  private static Optional<byte[]> read(Path path) throws StoreException {
    return ConfigFile.read(path, FileStep.Listener.NONE);
  }
}
