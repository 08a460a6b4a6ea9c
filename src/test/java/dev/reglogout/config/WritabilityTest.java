package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.real.RealHelpers;
import dev.reglogout.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dry run can tell; permissions apply to who is not root, attributes to root, too. */
class WritabilityTest {
  @TempDir Path directory;
  private Folder folder;

  @BeforeEach
  void setUp() {
    folder = new Folder(directory).write(Folder.TWO);
  }

  @ParameterizedTest
  @CsvSource({
    "rw-------, rwx------, ''",
    "r--------, rwx------, ''",
    "rw-------, r-x------, ''",
    "r--------, r-x------, permission-denied",
    "r--r--r--, r-xr-xr-x, permission-denied"
  })
  void aFileOfOursCanBeChangedIfItOrItsDirectoryMayBeWritten(
      String file, String above, String problem) throws Exception {
    boolean root = Surroundings.ourUid() == 0;
    Files.setPosixFilePermissions(folder.file(), PosixFilePermissions.fromString(file));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(above));
    try {
      assertEquals(root ? "" : problem, problem());
      assertEquals(problem(), Folder.erase(folder.store(), "a").reason() == null ? "" : problem);
    } finally {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @ParameterizedTest
  @CsvSource({"true, false, permission-denied", "false, true, ''", "true, true, permission-denied"})
  void anImmutableFileCannotBeChangedByRootEither(boolean file, boolean above, String problem)
      throws Exception {
    RealHelpers.requireThat(Surroundings.ourUid() == 0, "only root can make files immutable");
    if (file) {
      chattr("+i", folder.file());
    }
    if (above) {
      chattr("+i", directory);
    }
    try {
      assertEquals(problem, problem());
      assertEquals(problem.isEmpty(), Folder.erase(folder.store(), "a").reason() == null);
    } finally {
      chattr("-i", directory);
      chattr("-i", folder.file());
    }
  }

  @Test
  void aFileThatIsNotThereIsNoProblem() throws Exception {
    Files.delete(folder.file());

    assertEquals("", problem());
  }

  @Test
  void inADirectoryThatOthersCanChangeTheFileItselfHasToBeWritable() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(folder.file(), PosixFilePermissions.fromString("r--------"));

    assertEquals(Surroundings.ourUid() == 0 ? "" : "permission-denied", problem());
  }

  private String problem() {
    return FileEditor.problemOf(folder.file()).map(StoreException::reason).orElse("");
  }

  private static void chattr(String change, Path file) throws Exception {
    RealHelpers.require("chattr");
    int exit = new ProcessBuilder("chattr", change, file.toString()).inheritIO().start().waitFor();
    RealHelpers.requireThat(exit == 0, "this file system has no chattr " + change);
  }
}
