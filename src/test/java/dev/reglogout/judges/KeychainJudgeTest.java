package dev.reglogout.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.cli.RedRows;
import dev.reglogout.real.RealHelpers;
import dev.reglogout.store.Environment.Os;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keychain's and Windows' stores answer for more than they are asked for. */
@ExtendWith(RedRows.class)
class KeychainJudgeTest {
  private static final Path SCRIPT = Path.of("src/test/resources/judges/keychain.sh");

  @TempDir Path directory;

  /**
   * What stays is one of: {@code gone}, the host is answered for no more; {@code warned}, another
   * port answers for it, exit 0, strict 3; {@code remains}, exit 1.
   *
   * @param items a store's items, with docker's label or a foreign one
   * @param left what of them stays
   */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "osxkeychain, docker ghcr.io, gone, -",
        "osxkeychain, docker https://ghcr.io, gone, -",
        "osxkeychain, docker http://ghcr.io, gone, -",
        "osxkeychain, docker ghcr.io;docker quay.io, gone, docker quay.io",
        "osxkeychain, foreign ghcr.io, gone, foreign ghcr.io",
        "osxkeychain, docker ghcr.io:5050, warned, docker ghcr.io:5050",
        "osxkeychain, docker ghcr.io/team, remains, docker ghcr.io/team",
        "osxkeychain, docker ghcr.io;docker ghcr.io:5050, remains,"
            + " docker ghcr.io;docker ghcr.io:5050",
        "osxkeychain, docker ghcr.io;docker ghcr.io/team, remains,"
            + " docker ghcr.io;docker ghcr.io/team",
        "wincred, docker ghcr.io, gone, -",
        "wincred, docker https://ghcr.io, gone, -",
        "wincred, docker ghcr.io;docker https://ghcr.io/v2/, gone, -",
        "wincred, foreign ghcr.io, gone, foreign ghcr.io",
        "wincred, docker ghcr.io;docker ghcr.io:5050, warned, docker ghcr.io:5050",
        "wincred, docker ghcr.io:5050, warned, docker ghcr.io:5050",
        "wincred, docker ghcr.io;docker ghcr.io/team, remains, docker ghcr.io/team",
        "wincred, docker https://ghcr.io/team, remains, docker https://ghcr.io/team",
        "desktop, docker ghcr.io, gone, -",
        "desktop, docker ghcr.io;docker ghcr.io:5050, warned, docker ghcr.io:5050"
      })
  void whatStillAnswersIsSaid(String helper, String items, String outcome, String left) {
    Machine machine = new Machine(directory);
    Path store = directory.resolve("items");
    machine.write(store, items.replace(';', '\n') + "\n");
    String kind = helper.equals("osxkeychain") ? "osxkeychain" : "wincred";
    boolean windows = !helper.equals("osxkeychain");
    machine
        .os(windows ? Os.WINDOWS : Os.MACOS)
        .variable("USERPROFILE", machine.home().toString())
        .config("{\"credsStore\": \"" + helper + "\"}")
        .script(
            helper + (windows ? ".exe" : ""),
            "kind=%s items='%s'\n. '%s'".formatted(kind, store, SCRIPT.toAbsolutePath()));

    Machine.Result result = machine.run("ghcr.io");

    boolean answers = get(machine, helper + (windows ? ".exe" : ""));
    assertEquals(!outcome.equals("gone"), answers, "get ghcr.io, " + result);
    assertEquals(outcome.equals("remains") ? 1 : 0, result.exit(), result.toString());
    if (outcome.equals("warned")) {
      assertTrue(result.err().contains("ghcr.io:5050"), result.err());
      assertEquals(3, machine.run("--strict", "ghcr.io").exit());
    }
    String expected = left == null ? "" : left.replace(';', '\n') + "\n";
    assertEquals(expected, Machine.read(store));
  }

  private static boolean get(Machine machine, String helper) {
    Map<String, String> variables = new HashMap<>(machine.variables());
    String program = machine.bin().resolve("docker-credential-" + helper).toString();
    return RealHelpers.run(variables, "ghcr.io", program, "get").exit() == 0;
  }
}
