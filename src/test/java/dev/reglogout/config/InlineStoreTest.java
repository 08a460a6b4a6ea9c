package dev.reglogout.config;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineStoreTest {
  @TempDir Path directory;
  private Folder folder;

  @BeforeEach
  void setUp() {
    folder = new Folder(directory);
  }

  @Test
  void entriesAreListedAndErasedAndAllElseStays() throws Exception {
    InlineStore store = folder.write(Folder.TWO).store();

    assertEquals(List.of(Folder.entry("a"), Folder.entry("b")), store.list());
    assertEquals(Outcome.erased(false), Folder.erase(store, "a"));

    assertEquals(Folder.WITHOUT_A, folder.text());
    assertEquals(List.of(Folder.entry("b")), store.list());
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void manyAreErasedInOneWriteAndEachHasItsOutcome() throws Exception {
    folder.write(Folder.TWO);
    List<FileStep> steps = new ArrayList<>();
    InlineStore store = Folder.store(folder.file(), (step, path) -> steps.add(step));

    List<Outcome> outcomes =
        store.erase(List.of(Folder.entry("b"), Folder.entry("c"), Folder.entry("a")));

    assertEquals(
        List.of(Outcome.erased(false), Outcome.absent(false), Outcome.erased(false)), outcomes);
    assertEquals("{\n\t\"auths\": {}\n}", folder.text());
    assertEquals(
        List.of(
            FileStep.LOCK,
            FileStep.READ,
            FileStep.OPEN,
            FileStep.CREATE,
            FileStep.WRITE,
            FileStep.SYNC,
            FileStep.ATTRIBUTES,
            FileStep.RENAME,
            FileStep.DELETE),
        steps);
  }

  @Test
  void everyMemberWithTheKeyGoes() throws Exception {
    folder.write("{\"auths\": {\"a\": 1, \"b\": 2, \"\\u0061\": 3}, \"Auths\": {\"a\": 4}}");

    Folder.erase(folder.store(), "a");

    assertEquals("{\"auths\": {\"b\": 2}, \"Auths\": {}}", folder.text());
  }

  @Test
  void whereThereIsNothingToRemoveNothingIsWritten() throws Exception {
    folder.write(Folder.TWO);
    Files.setLastModifiedTime(folder.file(), FileTime.fromMillis(1_000_000));
    Object inode = Folder.inode(folder.file());

    Outcome outcome = Folder.erase(folder.store(), "c");

    assertEquals(Outcome.absent(false), outcome);
    assertEquals(inode, Folder.inode(folder.file()));
    assertEquals(FileTime.fromMillis(1_000_000), Files.getLastModifiedTime(folder.file()));
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void aMalformedFileIsNotTouched() throws Exception {
    String malformed = "{\"auths\": {\"a\": {\"auth\": \"s\"},}}";
    folder.write(malformed);

    StoreException thrown = assertThrows(StoreException.class, () -> folder.store().list());
    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(folder.file() + ":1:31: there is a comma too many", thrown.getMessage());
    assertEquals(thrown.asOutcome(), outcome);
    assertEquals(malformed, folder.text());
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void anAuthsOfTheWrongTypeCannotBeListed() {
    folder.write("{\"auths\": []}");

    StoreException thrown = assertThrows(StoreException.class, () -> folder.store().list());

    assertEquals("auths-not-object", thrown.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "\ufeff", "null", "{}"})
  void aFileWithoutAnythingInItHoldsNothing(String text) throws Exception {
    folder.write(text);

    assertEquals(List.of(), folder.store().list());
    assertEquals(Outcome.absent(false), Folder.erase(folder.store(), "a"));
    assertEquals(text, folder.text());
  }

  @Test
  void aFileThatIsNotThereHoldsNothingAndIsNotMade() throws Exception {
    assertEquals(List.of(), folder.store().list());
    assertEquals(Outcome.absent(false), Folder.erase(folder.store(), "a"));
    assertEquals(List.of(), folder.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r--r--", "rw-rw-rw-", "r--------", "rwxr-x--x"})
  void modeAndOwnerAreKept(String mode) throws Exception {
    folder.write(Folder.TWO);
    if ((Integer) Files.getAttribute(folder.file(), "unix:uid") == 0) {
      Files.setAttribute(folder.file(), "unix:gid", 12346);
      Files.setAttribute(folder.file(), "unix:uid", 12345); // another user's, as after sudo
    }
    Files.setPosixFilePermissions(folder.file(), fromString(mode));
    FileTraits before = FileTraits.of(folder.file());
    Object inode = Folder.inode(folder.file());

    Folder.erase(folder.store(), "a");

    assertEquals(Folder.WITHOUT_A, folder.text());
    FileTraits after = FileTraits.of(folder.file());
    assertEquals(
        List.of(before.mode(), before.uid(), before.gid()),
        List.of(after.mode(), after.uid(), after.gid()));
    assertNotEquals(inode, Folder.inode(folder.file()), "it should be a new file");
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, false", "true, true", "false, true"})
  void linksStayLinks(boolean absolute, boolean chain) throws Exception {
    Path home = Files.createDirectory(directory.resolve("dotfiles"));
    Path target = home.resolve("docker.json");
    Folder.write(target, Folder.TWO);
    Path middle = directory.resolve("middle");
    Path link = folder.file();
    if (chain) {
      Files.createSymbolicLink(middle, absolute ? target : Path.of("dotfiles/docker.json"));
      Files.createSymbolicLink(link, absolute ? middle : Path.of("middle"));
    } else {
      Files.createSymbolicLink(link, absolute ? target : Path.of("dotfiles/docker.json"));
    }
    Path pointsTo = Files.readSymbolicLink(link);

    assertEquals(List.of(Folder.entry("a"), Folder.entry("b")), folder.store().list());
    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(pointsTo, Files.readSymbolicLink(link));
    assertFalse(Files.isSymbolicLink(target));
    assertEquals(Folder.WITHOUT_A, Files.readString(target));
    assertEquals(List.of("docker.json"), new Folder(home).names());
  }

  @Test
  void aLinkThatPointsNowhereHoldsNothingAndStays() throws Exception {
    Files.createSymbolicLink(folder.file(), Path.of("nowhere"));

    assertEquals(List.of(), folder.store().list());
    assertEquals(Verdict.ABSENT, Folder.erase(folder.store(), "a").verdict());

    assertTrue(Files.isSymbolicLink(folder.file()));
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void onceAStopIsRequestedNothingIsWritten() throws IOException {
    folder.write(Folder.TWO);
    StopSignal stop = new StopSignal();
    stop.request(0);

    Outcome outcome = Folder.erase(Folder.store(folder.file(), FileStep.Listener.NONE, stop), "a");

    assertEquals("interrupted", outcome.reason());
    assertEquals(Verdict.FAILED, outcome.verdict());
    assertEquals(Folder.TWO, folder.text());
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void itIsKnownByItsPathAsFoundAndByItsOwner() {
    LoginFile podmans =
        new LoginFile(
            directory.resolve("auth.json"), Tool.PODMAN, Origin.DEFAULT, DockerFormat.INSTANCE);
    InlineStore store = new InlineStore(podmans, false, new StopSignal());

    assertEquals(podmans, store.file());
  }
}
