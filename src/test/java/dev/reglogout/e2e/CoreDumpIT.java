package dev.reglogout.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a run that a signal from outside has ended. */
class CoreDumpIT extends EndToEnd {
  private static final String SECRET = "czNjcmV0LW9mLXRoZS1jb25maWc=";

  private Path seen;

  /** A helper is given the limits that the program itself has, and tells them. */
  private Program.Result runWithHelper(String script) throws IOException {
    seen = machine.home().resolve("seen");
    machine
        .config(
            "{\"auths\": {\"kept.example.com\": {\"auth\": \"%s\"}}, \"credsStore\": \"tells\"}"
                .formatted(SECRET))
        .script("tells", script.formatted(seen));
    Path cwd = Files.createDirectories(machine.home().resolve("cwd"));
    return program
        .behind("/bin/sh", "-c", "cd \"$0\" && ulimit -S -c unlimited; exec \"$@\"", cwd.toString())
        .run(variables(), "ghcr.io");
  }

  @Test
  void noMemoryIsWrittenIntoADump() throws IOException {
    runWithHelper("cat /proc/self/coredump_filter >'%s'; echo '{}'");

    assertEquals("00000000", Files.readString(seen).strip());
  }

  @Test
  @Tag("image")
  void theLauncherForbidsDumps() throws IOException {
    runWithHelper("ulimit -S -c >'%s'; echo '{}'");

    assertEquals("0", Files.readString(seen).strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABRT", "XCPU", "SYS", "TRAP"})
  void killedByASignalThatDumpsItLeavesNothingOfTheConfig(String signal) throws IOException {
    Program.Result result =
        runWithHelper("echo dying >'%s'; kill -s " + signal + " $PPID; echo '{}'");

    assertTrue(Files.exists(seen));
    assertTrue(result.exit() > 128, result.toString());
    List<Path> files;
    try (Stream<Path> all = Files.walk(machine.home())) {
      files = all.filter(Files::isRegularFile).filter(f -> !f.equals(machine.config())).toList();
    }
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), ISO_8859_1);
      assertFalse(text.contains(SECRET), file.toString());
    }
  }
}
