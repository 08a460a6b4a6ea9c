package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher itself, before a program in the place of Java, and what helpers get after it. */
class LauncherVariablesTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "JAVA_TOOL_OPTIONS, -Dx=y -Dz=*",
    "JDK_JAVA_OPTIONS, '\"; echo $HOME `id`'",
    "_JAVA_OPTIONS, ''",
    "_JAVA_LAUNCHER_DEBUG, 1",
    "CLASSPATH, \\a b",
    "LC_ALL, C",
    "LC_ALL, POSIX",
    "LC_ALL, C.UTF-8",
    "LANG, C",
    "REGLOGOUT_JAVA_OPTS, -Dx=y",
  })
  void whatTheLauncherChangesForJavaIsRestored(String name, String value) throws Exception {
    Map<String, String> before = new TreeMap<>(Map.of("PATH", "/usr/bin:/bin", name, value));

    Map<String, String> forJava = launched(before);
    Map<String, String> forHelpers = new TreeMap<>(forJava);
    LauncherVariables.restore(forHelpers);

    assertEquals(before, forHelpers);
  }

  @Test
  void javaGetsNoneOfTheVariablesThatCanStopItAndALocaleOfUtf8() throws Exception {
    Map<String, String> forJava =
        launched(Map.of("PATH", "/usr/bin:/bin", "CLASSPATH", "x", "LC_ALL", "C"));

    assertEquals("C.UTF-8", forJava.get("LC_ALL"));
    assertTrue(!forJava.containsKey("CLASSPATH"));
  }

  @Test
  void whatALauncherLeftThatStartedTheHelperThatStartedUsDoesNotCount() throws Exception {
    Map<String, String> forHelpers =
        launched(
            Map.of(
                "PATH", "/usr/bin:/bin",
                "LC_ALL", "C.UTF-8",
                "REGLOGOUT_OLD_CLASSPATH", "stale",
                "REGLOGOUT_OLD_LC_ALL", "stale"));
    LauncherVariables.restore(forHelpers);

    assertEquals(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"), forHelpers);
  }

  @Test
  void withoutTheLauncherNothingIsChanged() {
    Map<String, String> environment = new TreeMap<>(Map.of("CLASSPATH", "x", "LC_ALL", "C"));

    LauncherVariables.restore(environment);

    assertEquals(Map.of("CLASSPATH", "x", "LC_ALL", "C"), environment);
  }

  /** Returns the environment that Java would be started with, without what the shell adds. */
  private Map<String, String> launched(Map<String, String> variables) throws Exception {
    Path program = write("bin/reglogout", launcher());
    write("lib/runtime/bin/java", "#!/bin/sh\nexec /usr/bin/env -0\n");
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    Map<String, String> environment = new TreeMap<>();
    for (String line : new String(process.getInputStream().readAllBytes()).split("\0")) {
      int at = line.indexOf('=');
      environment.put(line.substring(0, at), line.substring(at + 1));
    }
    assertEquals(0, process.waitFor());
    for (String shells : new String[] {"PWD", "OLDPWD", "SHLVL", "_"}) {
      environment.remove(shells);
    }
    return environment;
  }

  private static String launcher() throws IOException {
    return Files.readString(Path.of("src/image/reglogout"))
        .replace("@LOADER@", "/")
        .replace("@CACHE@", "none")
        .replace("@SUMS@", "");
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }
}
