package dev.reglogout.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A path in a command reaches the program as it is. */
class ShellTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "/home/me/.docker/config.json | /home/me/.docker/config.json",
        "/home/me/my files/a.json     | '/home/me/my files/a.json'",
        "/tmp/a;reboot                | '/tmp/a;reboot'",
        "/tmp/$(reboot)`x`&           | '/tmp/$(reboot)`x`&'",
        "/home/ann's/a.json           | '/home/ann'\\''s/a.json'",
        "~/a.json                     | '~/a.json'",
        "/tmp/*?[a]                   | '/tmp/*?[a]'",
        "-rf                          | ./-rf",
        "-r f                         | './-r f'",
      })
  void onlyAHarmlessPathStaysWithoutQuotes(String path, String word) throws Exception {
    String quoted = Shell.quoted(Path.of(path));

    assertEquals(word, quoted);
    assertEquals(path.startsWith("-") ? "./" + path : path, readByAShell(quoted));
  }

  private static String readByAShell(String word) throws Exception {
    Process shell = new ProcessBuilder("/bin/sh", "-c", "printf %s " + word).start();
    String read = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, shell.waitFor());
    return read;
  }
}
