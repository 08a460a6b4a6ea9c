package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file we make is anybody else's to read, not even for a moment. */
class FileModeIT extends EndToEnd {
  /** A call that creates; strace breaks its line where another thread is traced meanwhile. */
  private static final Pattern CREATED =
      Pattern.compile(
          "(?:open|openat|creat)\\(.*\"([^\"]*)\".*O_CREAT.*, (0[0-7]*)(?:\\)| <unfinished)");

  @Test
  void everyFileIsPrivateFromItsFirstByteWhateverTheUmask() throws IOException {
    RealHelpers.require("strace");
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"a.io\": {\"auth\": \"YTph\"}}}");
    Path trace = directory.resolve("trace");
    Program traced =
        program.behind(
            "/bin/sh",
            "-c",
            "umask 0; PATH=/usr/local/bin:/usr/bin:/bin; exec \"$@\"",
            "sh",
            "strace",
            "-f",
            "-e",
            "trace=open,openat,creat",
            "-o",
            trace.toString());

    Program.Result result = traced.run(variables(), "ghcr.io");

    assertEquals(0, result.exit(), result.err());
    List<String> created =
        Files.readAllLines(trace).stream()
            .map(CREATED::matcher)
            .filter(Matcher::find)
            .filter(line -> line.group(1).startsWith(machine.home().toString()))
            .map(
                line ->
                    line.group(2) + " " + line.group(1).replaceFirst("-[0-9-]+\\.tmp$", "-N.tmp"))
            .toList();
    String prefix = "0600 " + machine.configDirectory() + "/.config.json.reglogout";
    assertEquals(List.of(prefix + ".lock", prefix + "-N.tmp"), created);
    assertTrue(machine.configText().contains("YTph"));
  }
}
