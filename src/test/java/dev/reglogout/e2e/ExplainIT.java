package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real helpers say on this machine is explained, piped into the program as it comes. */
class ExplainIT extends EndToEnd {

  @ParameterizedTest
  @CsvSource({
    "HOME=/nonexistent, docker-credential-pass erase, pass-not-initialized",
    "HOME=/nonexistent, docker-credential-pass get, empty-credential",
    "LC_ALL=C, docker-credential-secretservice get, no-dbus",
    "PATH=/nowhere DISPLAY=:99, /usr/bin/docker-credential-secretservice get, dbus-launch-failed",
    "LC_ALL=C, docker-credential-secretservice list, secretservice-list-error",
    "DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere, docker-credential-secretservice get,"
        + " dbus-unreachable",
    "LC_ALL=C, docker-credential-nowhere list, helper-not-installed",
  })
  void whatAHelperSaysIsExplained(String variable, String call, String id) {
    String helper =
        "/usr/bin/env -i PATH=/usr/bin:/bin %s /bin/sh -c 'printf ghcr.io | %s' 2>&1"
            .formatted(variable, call);
    Program piped = program.behind("/bin/sh", "-c", helper + " | \"$@\"", "sh");

    Program.Result result = piped.run(variables(), "explain");

    assertEquals(0, result.exit(), result.err());
    assertEquals("", result.err());
    assertTrue(result.out().startsWith(id + ": "), result.out());
  }

  @Test
  void aReasonIsExplainedByItsId() {
    Program.Result result = run("explain", "helper-not-installed");

    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().startsWith("helper-not-installed: "), result.out());
  }

  @Test
  void anUnknownTextIsOne() {
    assertEquals(1, run("explain", "the vault is sealed").exit());
    assertEquals(2, program.redirected("</dev/null").run(variables(), "explain").exit());
  }
}
