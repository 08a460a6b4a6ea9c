package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of Windows, on files of this machine: PATHEXT, and names that look alike. */
class WindowsPathTest {
  @TempDir Path directory;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void setUp() {
    variables.put("Path", directory + ";" + directory.resolve("second"));
  }

  @ParameterizedTest(name = "helper {0}, file {1}")
  @CsvSource({
    "wincred, docker-credential-wincred.exe",
    "wincred.exe, docker-credential-wincred.exe",
    "WINCRED.EXE, docker-credential-WINCRED.EXE",
    "gcloud, docker-credential-gcloud.cmd",
    "old, docker-credential-old.com",
    "script, docker-credential-script.bat",
    "my.tool, docker-credential-my.tool.exe",
  })
  void anEndingOfPathextIsAdded(String helper, String file) throws Exception {
    Path program = program(file);

    assertEquals(program, find(helper));
  }

  @Test
  void theOrderOfPathextDecides() throws Exception {
    program("docker-credential-x.cmd");
    Path exe = program("docker-credential-x.exe");

    assertEquals(exe, find("x"));

    variables.put("PATHEXT", ".CMD;.EXE");
    assertEquals(directory.resolve("docker-credential-x.cmd"), find("x"));
  }

  @Test
  void aNameWithItsEndingIsNotMistakenForALookAlike() throws Exception {
    program("docker-credential-x.exe.com");
    program("docker-credential-x.exe.exe");
    Path exe = program("docker-credential-x.exe");

    assertEquals(exe, find("x.exe"));
  }

  @ParameterizedTest(name = "helper {0}, file {1}")
  @CsvSource({
    "x, docker-credential-x",
    "x, docker-credential-x.txt",
    "x, docker-credential-x.exe.txt",
    "x, docker-credential-xexe",
    "x, docker-credential-x.py",
  })
  void aFileWithoutSuchAnEndingIsNoProgram(String helper, String file) throws IOException {
    program(file);

    StoreException thrown = assertThrows(StoreException.class, () -> find(helper));

    assertEquals("helper-not-installed", thrown.reason());
  }

  @Test
  void anEndingThatPathextDoesNotNameDoesNotCount() throws Exception {
    variables.put("PATHEXT", ".EXE; ;");
    program("docker-credential-x.cmd");

    assertThrows(StoreException.class, () -> find("x"));
  }

  @Test
  void theNextDirectoryIsSearchedWithAllEndingsAfterTheFirst() throws Exception {
    Files.createDirectory(directory.resolve("second"));
    Path second = program("second/docker-credential-x.com");

    assertEquals(second, find("x"));
  }

  @Test
  void aProgramNeedsNoFirstLineThere() throws Exception {
    Path program = program("docker-credential-x.bat");

    assertEquals(program, find("x"));
  }

  private Path find(String helper) throws StoreException {
    return new HelperPath(Environment.of(variables, Os.WINDOWS)).find(new HelperName(helper));
  }

  private Path program(String name) throws IOException {
    Path file = Files.writeString(directory.resolve(name), "@echo off\r\n");
    file.toFile().setExecutable(true);
    return file;
  }
}
