package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
