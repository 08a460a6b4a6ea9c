package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryFilesTest {
  private static final String LEFT = ".config.json.reglogout-123-456.tmp";

  @TempDir Path directory;
  private Folder folder;

  @BeforeEach
  void setUp() {
    folder = new Folder(directory).write(Folder.TWO);
  }

  @Test
  void aNameThatWeGiveIsKnownAsOurs() {
    Path one = TemporaryFiles.besides(folder.file());

    assertTrue(TemporaryFiles.isOne(one.getFileName().toString(), folder.file()));
    assertTrue(TemporaryFiles.isOne(LEFT, folder.file()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".config.json.reglogout-my-notes.txt",
        ".config.json.reglogout-my-notes.tmp",
        ".config.json.reglogout-12-3456",
        ".config.json.reglogout-12-3456.tmp.bak",
        ".config.json.reglogout-12-3456tmp",
        ".config.json.reglogout-12.tmp",
        ".config.json.reglogout-12-.tmp",
        ".config.json.reglogout--12.tmp",
        ".config.json.reglogout-.tmp",
        ".config.json.reglogout-tmp",
        ".config.json.reglogout-12-34-56.tmp",
        ".config.json.reglogout-12-٣.tmp",
        ".config.json.reglogout.lock.old",
        "x.config.json.reglogout-12-3456.tmp",
        ".other.json.reglogout-12-3456.tmp"
      })
  void aNameThatOnlyLooksLikeOursIsAnothers(String name) throws Exception {
    Folder.write(directory.resolve(name), "precious");

    Folder.erase(folder.store(), "a");

    assertEquals(List.of(name, "config.json").stream().sorted().toList(), folder.names());
  }

  @Test
  void aDirectoryOrALinkOfSuchANameStays() throws Exception {
    Files.createDirectory(directory.resolve(LEFT));
    Files.createSymbolicLink(
        directory.resolve(".config.json.reglogout-1-1.tmp"), Path.of("nowhere"));

    Folder.erase(folder.store(), "a");

    assertEquals(List.of(".config.json.reglogout-1-1.tmp", LEFT, "config.json"), folder.names());
  }

  @Test
  void aLeftoverIsClearedAlsoWhenTheFileIsCutInPlace() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other")).resolve("other.json");
    Files.createLink(other, folder.file());
    Folder.write(directory.resolve(LEFT), Folder.TWO);

    assertEquals(Outcome.erased(false), Folder.erase(folder.store(), "a"));

    assertEquals(List.of("config.json", "other"), folder.names());
  }

  @Test
  void aLeftoverIsClearedAlsoWhenThereIsNothingToCut() throws Exception {
    Folder.write(directory.resolve(LEFT), Folder.TWO);

    assertEquals(Outcome.absent(false), Folder.erase(folder.store(), "no such key"));

    assertEquals(List.of("config.json"), folder.names());
    assertEquals(Folder.TWO, folder.text());
  }

  @ParameterizedTest
  @EnumSource(
      value = FileStep.class,
      names = {"CREATE", "WRITE", "SYNC", "ATTRIBUTES", "RENAME"})
  void anErrorOfTheRuntimeLeavesNoNewFileAndNoLock(FileStep when) throws Exception {
    OutOfMemoryError error = new OutOfMemoryError("for a test");

    OutOfMemoryError thrown =
        assertThrows(
            OutOfMemoryError.class,
            () ->
                folder.erase(
                    "a",
                    (step, path) -> {
                      if (step == when) {
                        throw error;
                      }
                    }));

    assertEquals(error, thrown);
    assertEquals(List.of("config.json"), folder.names());
    assertEquals(Folder.TWO, folder.text());
    assertEquals(Outcome.erased(false), Folder.erase(folder.store(), "a"), "nothing is locked");
  }
}
