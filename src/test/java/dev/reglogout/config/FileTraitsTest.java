package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTraitsTest {
  private static final int SOMEBODY = 12345;
  private static final int A_GROUP = 12346;

  @TempDir Path directory;

  /** Only root can put a file into a group it is no member of; who is not root gives it less. */
  @ParameterizedTest
  @CsvSource({
    "0640, 0640, 0600",
    "0644, 0644, 0644",
    "0664, 0664, 0644",
    "0600, 0600, 0600",
    "0660, 0660, 0600",
  })
  void aFileThatCannotBeTheOldOwnersStaysReadableForWhoCouldReadTheOldOne(
      String old, String withItsGroup, String withOurs) throws Exception {
    Path file = Files.createFile(directory.resolve("new"), FileTraits.privateMode(directory));
    FileTraits own = FileTraits.of(file);

    new FileTraits(
            0, 0, 1, Integer.parseInt(old, 8), SOMEBODY, A_GROUP, 0, true, FileTime.fromMillis(0))
        .ofOurOwn()
        .applyTo(file, own);

    FileTraits given = FileTraits.of(file);
    boolean inItsGroup = given.gid() == A_GROUP;
    assertEquals(own.uid() == 0, inItsGroup);
    assertEquals(own.uid(), given.uid());
    assertEquals(Integer.parseInt(inItsGroup ? withItsGroup : withOurs, 8), given.mode());
  }
}
