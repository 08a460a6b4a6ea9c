package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.reglogout.real.RealHelpers;
import dev.reglogout.store.Outcome;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with a list of who may read them, and with attributes of their own. */
class AccessListsTest {
  @TempDir Path directory;
  private Folder folder;
  private Object inode;

  @BeforeEach
  void setUp() throws Exception {
    folder = new Folder(directory).write(Folder.TWO);
    inode = Folder.inode(folder.file());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"u:2001:rw,g::---,m:rw", "u:2001:r,m:r", "g:2002:rw", "u::rw,u:2001:---,g::r"})
  void aFileWithAListKeepsItBecauseItIsCutInPlace(String list) throws Exception {
    mode("rw-rw----");
    setfacl("-m", list, folder.file().toString());
    String before = getfacl(folder.file());

    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(inode, Folder.inode(folder.file()));
    assertEquals(before, getfacl(folder.file()));
    assertFalse(folder.text().contains("c2VjcmV0"));
  }

  @Test
  void aDirectoryThatGivesNewFilesAListGivesNoneToOurs() throws Exception {
    mode("rw-rw----");
    setfacl("-d", "-m", "u:2001:rw", directory.toString());
    String before = getfacl(folder.file());

    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(before, getfacl(folder.file()));
  }

  @Test
  void aListThatTheModeTakesAllForceFromIsNoReason() throws Exception {
    setfacl("-m", "u:2001:rw", folder.file().toString());
    mode("rw-------");

    Folder.erase(folder.store(), "a");

    assertEquals(Folder.WITHOUT_A, folder.text());
    assertEquals(0600, FileTraits.of(folder.file()).mode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-rw----", "rw-rw-r--", "rw-r--r--", "rw-------"})
  void aFileWithoutAListIsReplacedWhateverItsMode(String mode) throws Exception {
    mode(mode);

    Folder.erase(folder.store(), "a");

    assertEquals(Folder.WITHOUT_A, folder.text());
    assertNotEquals(inode, Folder.inode(folder.file()));
    assertEquals(
        PosixFilePermissions.fromString(mode), Files.getPosixFilePermissions(folder.file()));
  }

  @ParameterizedTest
  @CsvSource({"user.note, true", "xdg.origin.url, true", "com.apple.provenance, false"})
  void aFileWithAttributesOfItsOwnKeepsThemBecauseItIsCutInPlace(String name, boolean kept)
      throws Exception {
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(folder.file(), UserDefinedFileAttributeView.class);
    view.write(name, ByteBuffer.wrap("mine".getBytes(UTF_8)));

    Outcome outcome = Folder.erase(folder.store(), "a");

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(kept, inode.equals(Folder.inode(folder.file())));
    assertEquals(kept, view.list().contains(name));
    assertFalse(folder.text().contains("c2VjcmV0"));
  }

  private void mode(String mode) throws Exception {
    Files.setPosixFilePermissions(folder.file(), PosixFilePermissions.fromString(mode));
  }

  private static void setfacl(String... arguments) throws Exception {
    RealHelpers.requireThat(
        RealHelpers.installed("setfacl"), "not installed: setfacl (apt-get install acl)");
    String[] command = new String[arguments.length + 1];
    command[0] = "setfacl";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private static String getfacl(Path file) throws Exception {
    Process process = new ProcessBuilder("getfacl", "-cpn", file.toString()).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
