package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file in a directory that others can change, who may put anything in its place at any step. */
class SharedDirectoryTest {
  private static final int SOMEBODY = 12345;
  private static final String BLANKED =
      "{\n\t\"auths\": {\n\t\t" + " ".repeat(29) + "\"b\": {\"auth\": \"Yg==\"}\n\t}\n}";

  @TempDir Path root;
  private Path home;
  private Path precious;
  private Folder folder;

  @BeforeEach
  void setUp() throws IOException {
    home = Files.createDirectory(root.resolve("home"));
    Path directory = Files.createDirectory(home.resolve("docker"));
    folder = new Folder(directory).write(Folder.TWO);
    precious = root.resolve("precious");
    Folder.write(precious, Folder.TWO);
    mode(precious, "rw-------");
  }

  @ParameterizedTest
  @CsvSource({
    "rwxrwxrwx, rwxr-xr-x",
    "rwxr-xrwx, rwxr-xr-x",
    "rwxr-xr-x, rwxrwxrwx",
    "rwxrwxrwx, rwxrwxrwx"
  })
  void nothingIsMadeInItAndTheFileIsCutInPlace(String directory, String above) throws Exception {
    mode(folder.file().getParent(), directory);
    mode(home, above);
    Object inode = Folder.inode(folder.file());
    List<FileStep> steps = new ArrayList<>();

    Outcome outcome = folder.erase("a", (step, path) -> steps.add(step));

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(BLANKED, folder.text());
    assertEquals(inode, Folder.inode(folder.file()));
    assertEquals(
        List.of(FileStep.READ, FileStep.OPEN, FileStep.CREATE, FileStep.WRITE, FileStep.SYNC),
        steps);
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void whoeverOwnsTheDirectoryCanChangeIt() throws Exception {
    requireRoot();
    Files.setAttribute(home, "unix:uid", SOMEBODY);
    Object inode = Folder.inode(folder.file());

    folder.erase("a", FileStep.Listener.NONE);

    assertEquals(BLANKED, folder.text());
    assertEquals(inode, Folder.inode(folder.file()));
  }

  @ParameterizedTest
  @CsvSource({"1777, false", "0777, true"})
  void belowAStickyDirectoryWhatIsOursIsOurs(String above, boolean inPlace) throws Exception {
    Files.setAttribute(home, "unix:mode", Integer.parseInt(above, 8));

    folder.erase("a", FileStep.Listener.NONE);

    assertEquals(inPlace ? BLANKED : Folder.WITHOUT_A, folder.text());
  }

  @Test
  void anEditThatDoesNotFitInPlaceIsNotDoneThere() throws Exception {
    mode(folder.file().getParent(), "rwxrwxrwx");
    byte[] longer = "\"longer\": 1, ".getBytes(StandardCharsets.UTF_8);

    StoreException thrown =
        assertThrowsStore(
            () ->
                new FileEditor(FileStep.Listener.NONE, new StopSignal())
                    .edit(folder.file(), json -> new Edit(List.of(new Splice(3, 3, longer)))));

    assertEquals("shared-directory", thrown.reason());
    assertEquals(Folder.TWO, folder.text());
    assertEquals(List.of("config.json"), folder.names());
  }

  /** What somebody may put in the place of a file. */
  enum Swap {
    LINK,
    HARD_LINK,
    OTHER_FILE,
    PIPE,
    DIRECTORY,
    NOTHING
  }

  @ParameterizedTest
  @EnumSource(Swap.class)
  void whateverIsPutInThePlaceOfTheFileAtAnyStepNoOtherFileIsChanged(Swap swap) throws Exception {
    mode(folder.file().getParent(), "rwxrwxrwx");
    for (FileStep when :
        List.of(FileStep.READ, FileStep.OPEN, FileStep.CREATE, FileStep.WRITE, FileStep.SYNC)) {
      clear();
      folder.write(Folder.TWO);

      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              folder.erase(
                  "a",
                  (step, path) -> {
                    if (step == when) {
                      put(swap, folder.file());
                    }
                  }));

      assertPreciousIsAsItWas(swap + " at " + when, swap == Swap.HARD_LINK);
    }
  }

  @ParameterizedTest
  @EnumSource(Swap.class)
  void whateverIsPutInThePlaceOfTheNewFileAtAnyStepNoOtherFileIsChanged(Swap swap)
      throws Exception {
    mode(folder.file(), "rw-rw-rw-");
    for (FileStep when :
        List.of(FileStep.WRITE, FileStep.SYNC, FileStep.ATTRIBUTES, FileStep.RENAME)) {
      clear();
      folder.write(Folder.TWO);
      mode(folder.file(), "rw-rw-rw-");

      folder.erase(
          "a",
          (step, path) -> {
            if (step == when && path.toString().endsWith(".tmp")) {
              put(swap, path);
            }
          });

      assertPreciousIsAsItWas(swap + " at " + when, false);
      assertTrue(Files.isRegularFile(folder.file(), LinkOption.NOFOLLOW_LINKS));
      assertNotEquals(Folder.inode(precious), Folder.inode(folder.file()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwx------"})
  void aDirectoryAboveThatIsSwappedForALinkLeadsToNoOtherFile(String mode) throws Exception {
    mode(home, mode);
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Folder.write(elsewhere.resolve("config.json"), Folder.TWO);
    Path away = home.resolve("away");

    Outcome outcome =
        folder.erase(
            "a",
            (step, path) -> {
              if (step == FileStep.OPEN && !Files.exists(away)) {
                Files.move(folder.file().getParent(), away);
                Files.createSymbolicLink(home.resolve("docker"), elsewhere);
              }
            });

    assertEquals(Folder.TWO, Files.readString(elsewhere.resolve("config.json")));
    assertEquals(Folder.TWO, Files.readString(away.resolve("config.json")));
    assertEquals(Verdict.FAILED, outcome.verdict());
  }

  @Test
  void anotherUsersLinkToAFileThatIsNotTheirsIsNotFollowed() throws Exception {
    requireRoot();
    Files.delete(folder.file());
    Files.createSymbolicLink(folder.file(), precious);
    Files.setAttribute(folder.file(), "unix:uid", SOMEBODY, LinkOption.NOFOLLOW_LINKS);

    Outcome outcome = folder.erase("a", FileStep.Listener.NONE);

    assertEquals("link-of-another-user", outcome.reason());
    assertPreciousIsAsItWas("link", false);

    Files.setAttribute(precious, "unix:uid", SOMEBODY); // their own they may link to
    assertEquals(Outcome.erased(false), folder.erase("a", FileStep.Listener.NONE));
  }

  @Test
  void aDirectoryThatIsAnotherUsersLinkIsNotFollowedEither() throws Exception {
    requireRoot();
    Path link = Files.createSymbolicLink(root.resolve("link"), Path.of("home/../home"));
    Files.setAttribute(link, "unix:uid", SOMEBODY, LinkOption.NOFOLLOW_LINKS);
    Path through = link.resolve("docker/config.json");

    Outcome outcome = Folder.erase(Folder.store(through, FileStep.Listener.NONE), "a");

    assertEquals("link-of-another-user", outcome.reason());
    assertEquals(Folder.TWO, folder.text());
  }

  @Test
  void aFileOfSeveralNamesThatIsNotTheDirectorysOwnersMayBeAnother() throws Exception {
    requireRoot();
    Files.delete(folder.file());
    Files.createLink(folder.file(), precious);
    Files.setAttribute(folder.file().getParent(), "unix:uid", SOMEBODY);

    Outcome outcome = folder.erase("a", FileStep.Listener.NONE);

    assertEquals("file-of-another-user", outcome.reason());
    assertPreciousIsAsItWas("hard link", false);
  }

  private void put(Swap swap, Path place) throws IOException {
    Path fresh = place.resolveSibling("fresh");
    switch (swap) {
      case LINK -> Files.createSymbolicLink(fresh, precious);
      case HARD_LINK -> Files.createLink(fresh, precious);
      case OTHER_FILE -> Folder.write(fresh, "{\"auths\": {\"other\": 1}}");
      case PIPE -> makePipe(fresh);
      case DIRECTORY, NOTHING -> Files.deleteIfExists(place);
    }
    if (swap == Swap.DIRECTORY) {
      Files.createDirectory(place);
    } else if (swap != Swap.NOTHING) {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(fresh); // a hard link moved over itself stays
    }
  }

  static void makePipe(Path path) throws IOException {
    try {
      assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void clear() throws IOException {
    for (String name : folder.names()) {
      Files.delete(folder.file().resolveSibling(name));
    }
    Folder.write(precious, Folder.TWO);
  }

  /** A hard link of a file is the file itself: who opens it may cut it, and nothing else. */
  private void assertPreciousIsAsItWas(String when, boolean mayBeCut) throws IOException {
    String text = Files.readString(precious);
    assertTrue(text.equals(Folder.TWO) || mayBeCut && text.equals(BLANKED), when + ": " + text);
    assertEquals(0600, FileTraits.of(precious).mode(), when);
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static void requireRoot() throws IOException {
    RealHelpers.requireThat(Surroundings.ourUid() == 0, "only root can give files away");
  }

  private interface Work {
    void run() throws StoreException;
  }

  private static StoreException assertThrowsStore(Work work) {
    try {
      work.run();
    } catch (StoreException e) {
      return e;
    }
    throw new AssertionError("nothing was thrown");
  }
}
