package dev.reglogout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reglogout.store.Environment.Os;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {

  @ParameterizedTest
  @EnumSource(Os.class)
  void aVariableThatIsEmptyCountsAsNotSet(Os os) {
    Environment environment = Environment.of(Map.of("EMPTY", "", "SET", " "), os);

    assertEquals(Optional.empty(), environment.get("EMPTY"));
    assertEquals(Optional.empty(), environment.get("MISSING"));
    assertEquals(Optional.of(" "), environment.get("SET"));
    assertEquals(os, environment.os());
  }

  @ParameterizedTest
  @CsvSource({"WINDOWS, true", "LINUX, false", "MACOS, false"})
  void onWindowsTheNamesOfVariablesIgnoreCase(Os os, boolean found) {
    Environment environment = Environment.of(Map.of("Path", "x", "pathExt", ".exe"), os);

    assertEquals(found, environment.get("PATH").isPresent());
    assertEquals(found, environment.get("PATHEXT").isPresent());
    assertEquals(found ? List.of("x") : List.of(), environment.searchPath());
  }

  @ParameterizedTest
  @CsvSource({"WINDOWS, profile", "LINUX, home", "MACOS, home"})
  void theHomeIsTheVariablesOfThePlatform(Os os, String home) {
    Environment environment = Environment.of(Map.of("HOME", "home", "USERPROFILE", "profile"), os);

    assertEquals(Optional.of(Path.of(home)), environment.home());
  }

  @ParameterizedTest
  @EnumSource(Os.class)
  void withoutItsVariableThereIsNoHomeWhateverJavaSays(Os os) {
    assertEquals(Optional.empty(), Environment.of(Map.of(), os).home());
    assertEquals(
        Optional.empty(), Environment.of(Map.of("HOME", "", "USERPROFILE", ""), os).home());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LINUX   | /a:/b        | /a,/b
          LINUX   | :/a::b:      | ,/a,,b,
          LINUX   | :            | ,
          LINUX   | C:\\a;D:\\b  | C,\\a;D,\\b
          MACOS   | /a:/b        | /a,/b
          WINDOWS | C:\\a;D:\\b; | C:\\a,D:\\b,
          """)
  void theSearchPathKeepsEveryEntryAsItStands(Os os, String path, String entries) {
    Environment environment = Environment.of(Map.of("PATH", path), os);

    assertEquals(List.of(entries.split(",", -1)), environment.searchPath());
  }

  @ParameterizedTest
  @EnumSource(Os.class)
  void withoutPathThereIsNoSearchPath(Os os) {
    assertEquals(List.of(), Environment.of(Map.of(), os).searchPath());
    assertEquals(List.of(), Environment.of(Map.of("PATH", ""), os).searchPath());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .EXE;.Cmd     | .exe,.cmd
          .COM;;.EXE;   | .com,.exe
          ' .EXE ; '    | .exe
          ;             | .com,.exe,.bat,.cmd
          ''            | .com,.exe,.bat,.cmd
          """)
  void onWindowsProgramsHaveTheEndingsOfPathext(String pathext, String endings) {
    Environment environment = Environment.of(Map.of("PATHEXT", pathext), Os.WINDOWS);

    assertEquals(List.of(endings.split(",")), environment.programEndings());
  }

  @Test
  void onWindowsWithoutPathextProgramsHaveTheUsualEndings() {
    assertEquals(
        List.of(".com", ".exe", ".bat", ".cmd"),
        Environment.of(Map.of(), Os.WINDOWS).programEndings());
  }

  @ParameterizedTest
  @CsvSource({"LINUX", "MACOS"})
  void elsewhereProgramsHaveNoEnding(Os os) {
    Environment environment = Environment.of(Map.of("PATHEXT", ".EXE"), os);

    assertEquals(List.of(""), environment.programEndings());
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 11, WINDOWS",
    "Windows Server 2022, WINDOWS",
    "Mac OS X, MACOS",
    "Darwin, MACOS",
    "Linux, LINUX",
    "FreeBSD, LINUX",
    "'', LINUX"
  })
  void theOperatingSystemIsKnownByItsName(String name, Os os) {
    assertEquals(os, Os.of(name));
  }

  @Test
  void programsInheritTheProcessesOwnVariablesWithoutACopy() {
    assertNull(Environment.ofProcess().forPrograms());
  }

  @Test
  void programsAreGivenTheVariablesThatWereHandedIn() {
    Map<String, String> variables = Map.of("HOME", "/home/u", "EMPTY", "");

    assertEquals(variables, Environment.of(variables, Os.LINUX).forPrograms());
  }
}
