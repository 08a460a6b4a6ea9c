package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done where a step fails, as it does in a bind mount or on a full disk. */
class FileFaultsTest {
  /** {@link Folder#TWO} with blanks over the first entry, its comma and the space after it. */
  private static final String BLANKED =
      "{\n\t\"auths\": {\n\t\t" + " ".repeat(29) + "\"b\": {\"auth\": \"Yg==\"}\n\t}\n}";

  @TempDir Path directory;
  private Folder folder;
  private Object inode;

  @BeforeEach
  void setUp() throws IOException {
    folder = new Folder(directory).write(Folder.TWO);
    inode = Folder.inode(folder.file());
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE, denied",
    "CREATE, full",
    "CREATE, read-only",
    "WRITE, full",
    "WRITE, denied",
    "WRITE, quota",
    "WRITE, broken",
    "ATTRIBUTES, denied",
    "ATTRIBUTES, full",
    "SYNC, full",
    "SYNC, quota",
    "SYNC, broken",
    "SYNC, busy",
    "RENAME, busy",
    "RENAME, cross-device",
    "RENAME, denied",
    "RENAME, immutable",
    "RENAME, broken"
  })
  void whereNoNewFileCanTakeItsPlaceTheEntryIsBlankedOut(FileStep step, String fault)
      throws IOException {
    Outcome outcome = folder.erase("a", failing(step, fault));

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(BLANKED, folder.text());
    assertEquals(inode, Folder.inode(folder.file()));
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void severalEntriesAreBlankedOutAtOnce() throws Exception {
    String json = "{\"auths\": {\"a\": 1, \"b\": 2, \"a\": 3}, \"AUTHS\": {\"a\": 4}}";
    folder.write(json);

    Outcome outcome = folder.erase("a", failing(FileStep.RENAME, "busy"));

    assertEquals(Outcome.erased(false), outcome);
    assertEquals("{\"auths\": {        \"b\": 2        }, \"AUTHS\": {      }}", folder.text());
  }

  @ParameterizedTest
  @CsvSource({
    "denied, permission-denied, permission denied",
    "full, file-error, no space left on device",
    "busy, file-error, device or resource busy",
    "quota, file-error, disk quota exceeded",
    "broken, file-error, input/output error",
    "immutable, file-error, operation not permitted",
    "read-only, file-error, read-only file system"
  })
  void whereThatFailsTooTheFirstCauseIsToldAndTheFileIsAsItWas(
      String fault, String reason, String words) throws IOException {
    FileStep.Listener listener =
        (step, path) -> {
          if (step == FileStep.RENAME) {
            throw fault(fault, path);
          }
          if (step == FileStep.WRITE && path.equals(folder.file().toRealPath())) {
            throw new IOException("second cause");
          }
        };

    Outcome outcome = folder.erase("a", listener);

    assertEquals(Verdict.FAILED, outcome.verdict());
    assertEquals(reason, outcome.reason());
    assertEquals("it cannot be written: " + words, outcome.cause());
    assertFalse(outcome.advice().isBlank());
    assertEquals(Folder.TWO, folder.text());
    assertEquals(inode, Folder.inode(folder.file()));
    assertEquals(List.of("config.json"), folder.names());
  }

  @ParameterizedTest
  @CsvSource({
    "full, 'make room on the file system and run it again'",
    "quota, 'make room on the file system and run it again'",
    "immutable, 'see whether it is immutable (lsattr, then chattr -i)'"
  })
  void aFaultThatTheUserCanMendComesWithAdviceOnHow(String fault, String advice) {
    Outcome outcome = folder.erase("a", failingEverywhere(FileStep.WRITE, fault));

    assertEquals(advice, outcome.advice());
  }

  @Test
  void aFileThatCannotHaveItsOldOwnerBecomesTheUsersOwnIfItCannotBeBlankedOut() throws Exception {
    Files.setPosixFilePermissions(folder.file(), PosixFilePermissions.fromString("rw-r--r--"));
    AtomicBoolean denied = new AtomicBoolean();
    FileStep.Listener listener =
        (step, path) -> {
          boolean inPlace = step == FileStep.CREATE && path.equals(folder.file().toRealPath());
          boolean owner = step == FileStep.ATTRIBUTES && !denied.getAndSet(true);
          if (owner || inPlace) {
            throw fault("denied", path);
          }
        };

    Outcome outcome = folder.erase("a", listener);

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(Folder.WITHOUT_A, folder.text());
    assertEquals(0644, FileTraits.of(folder.file()).mode(), "others could read it, and still can");
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void aFileOfSeveralNamesIsBlankedOutUnderAllOfThem() throws Exception {
    Path other = Files.createLink(directory.resolve("other.json"), folder.file());

    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(BLANKED, folder.text());
    assertEquals(BLANKED, Files.readString(other));
    assertEquals(inode, Folder.inode(folder.file()));
    assertEquals(inode, Folder.inode(other));
    assertEquals(List.of("config.json", "other.json"), folder.names());
  }

  @Test
  void aFileOfSeveralNamesThatCannotBeWrittenFails() throws Exception {
    Files.createLink(directory.resolve("other.json"), folder.file());

    Outcome outcome = folder.erase("a", failingEverywhere(FileStep.CREATE, "denied"));

    assertEquals("permission-denied", outcome.reason());
    assertEquals(Folder.TWO, folder.text());
  }

  @Test
  void whatIsBlankedOutIsStillReadAndCutLater() throws Exception {
    folder.erase("a", failing(FileStep.RENAME, "busy"));

    assertEquals(List.of(Folder.entry("b")), folder.store().list());
    assertEquals(Outcome.erased(false), Folder.erase(folder.store(), "b"));
    assertEquals("{\n\t\"auths\": {}\n}", folder.text());
  }

  @Test
  void theNewFileIsPrivateFromItsFirstByteAndHasTheOldModeAtTheEnd() throws Exception {
    Files.setPosixFilePermissions(folder.file(), PosixFilePermissions.fromString("rw-rw-rw-"));
    List<String> seen = new ArrayList<>();

    folder.erase(
        "a",
        (step, path) -> {
          switch (step) {
            case CREATE -> seen.add("create: " + Files.exists(path));
            case WRITE, ATTRIBUTES, SYNC, RENAME ->
                seen.add(
                    "%s: %o, %s"
                        .formatted(
                            step.name().toLowerCase(Locale.ROOT),
                            FileTraits.of(path).mode(),
                            Files.readString(path).contains("c2VjcmV0") ? "secret" : "no secret"));
            default -> {}
          }
        });

    assertEquals(
        List.of(
            "create: false",
            "write: 600, no secret",
            "sync: 600, no secret",
            "attributes: 600, no secret",
            "rename: 600, no secret"),
        seen);
    assertEquals(0666, FileTraits.of(folder.file()).mode());
  }

  @Test
  void whatAKilledRunLeftIsRemovedAndNothingElse() throws Exception {
    Folder.write(directory.resolve(".config.json.reglogout-123-456.tmp"), "left");
    Folder.write(directory.resolve(".config.json123456"), "docker's");
    Folder.write(directory.resolve(".other.json.reglogout-123-456.tmp"), "another's");

    Folder.erase(folder.store(), "a");

    assertEquals(
        List.of(".config.json123456", ".other.json.reglogout-123-456.tmp", "config.json"),
        folder.names());
  }

  @Test
  void whereNoLockFileCanBeMadeTheLockOnTheFileItselfTellsThatALeftoverIsOne() throws Exception {
    Folder.write(directory.resolve(".config.json.reglogout-123-456.tmp"), "left");

    Outcome outcome = folder.erase("a", failing(FileStep.LOCK, "denied"));

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void whereALeftoverCannotBeDeletedTheWorkGoesOn() throws Exception {
    Folder.write(directory.resolve(".config.json.reglogout-123-456.tmp"), "left");

    Outcome outcome = folder.erase("a", failing(FileStep.DELETE, "denied"));

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(Folder.WITHOUT_A, folder.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"denied", "busy"})
  void aFileThatCannotBeReadFailsWhetherListedOrErased(String fault) throws IOException {
    FileStep.Listener listener = failingEverywhere(FileStep.READ, fault);

    StoreException thrown =
        assertThrows(StoreException.class, () -> Folder.store(folder.file(), listener).list());
    Outcome outcome = folder.erase("a", listener);

    assertTrue(thrown.getMessage().startsWith("it cannot be read: "), thrown.getMessage());
    assertEquals(thrown.asOutcome(), outcome);
    assertEquals(List.of("config.json"), folder.names());
  }

  @ParameterizedTest
  @EnumSource(FileStep.class)
  void whateverFailsTheFileIsStrictJsonAndNothingLiesBesideIt(FileStep step) throws Exception {
    folder.erase("a", failingEverywhere(step, "denied"));

    JsonSyntax.check(folder.file(), Files.readAllBytes(folder.file()));
    if (step != FileStep.DELETE) {
      assertEquals(List.of("config.json"), folder.names());
    }
  }

  /** Makes a step fail on every file but the config file itself. */
  private static FileStep.Listener failing(FileStep failing, String fault) {
    return (step, path) -> {
      if (step == failing && !path.endsWith("config.json")) {
        throw fault(fault, path);
      }
    };
  }

  private static FileStep.Listener failingEverywhere(FileStep failing, String fault) {
    return (step, path) -> {
      if (step == failing) {
        throw fault(fault, path);
      }
    };
  }

  /** Returns what Java makes of the operating system's answer. */
  private static IOException fault(String fault, Path path) {
    String file = path.toString();
    return switch (fault) {
      case "denied" -> new AccessDeniedException(file);
      case "full" -> new FileSystemException(file, null, "No space left on device");
      case "quota" -> new FileSystemException(file, null, "Disk quota exceeded");
      case "broken" -> new FileSystemException(file, null, "Input/output error");
      case "immutable" -> new FileSystemException(file, file, "Operation not permitted");
      case "busy" -> new FileSystemException(file, file, "Device or resource busy");
      case "read-only" -> new FileSystemException(file, null, "Read-only file system");
      case "cross-device" ->
          new AtomicMoveNotSupportedException(file, file, "Invalid cross-device link");
      default -> throw new IllegalArgumentException(fault);
    };
  }
}
