package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The lists of users and groups (POSIX ACL) that a file may have beside its mode, which Java does
 * not see.
 *
 * <p>The bits of the mode's group bound what such a list grants. So a list matters only where these
 * grant more than everybody has, and only there is {@code ls} asked.
 */
final class AccessLists {
  private static final String[] PROGRAMS = {"/bin/ls", "/usr/bin/ls"};
  private static final long LIMIT_SECONDS = 5;
  private static final int MODE_LENGTH = 10; // as in -rw-r-----

  private AccessLists() {}

  /** Returns whether any of the files has a list, or nobody can tell. */
  static boolean mayBeOn(Path... files) throws IOException {
    for (String program : PROGRAMS) {
      if (new File(program).canExecute()) {
        return !noneHasOne(program, files);
      }
    }
    return true;
  }

  private static boolean noneHasOne(String program, Path... files) throws IOException {
    // An option that a lesser ls, which shows no lists, does not know.
    List<String> command = new ArrayList<>(List.of(program, "-ld", "--time-style=+", "--"));
    for (Path file : files) {
      command.add(file.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectError(Redirect.DISCARD);
    Process process = builder.start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        return false;
      }
      String[] lines = new String(process.getInputStream().readAllBytes(), US_ASCII).split("\n");
      int without = 0;
      for (String line : lines) {
        if (line.length() > MODE_LENGTH) {
          char mark = line.charAt(MODE_LENGTH); // a point stands for a label of the system
          without += mark == ' ' || mark == '.' ? 1 : 0;
        }
      }
      return lines.length == files.length && without == files.length;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }
}
