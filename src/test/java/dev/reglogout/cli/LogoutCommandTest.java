package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogoutCommandTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void anInlineEntryIsRemovedAndNothingElse() {
    machine.config(
        "{\"auths\": {\"a.example.com\": {\"auth\": \"dTpw\"}, \"ghcr.io\": {\"auth\": \"dTpw\"}}}");

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(0, result.exit());
    assertEquals(
        "Removing login credentials for ghcr.io\n  removed ghcr.io from %s\n"
            .formatted(machine.config()),
        result.out());
    assertEquals("{\"auths\": {\"a.example.com\": {\"auth\": \"dTpw\"}}}", machine.configText());
  }

  @Test
  void entriesBehindAHelperAreErasedUnderEverySpellingItLists() {
    machine
        .config("{\"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper")
        .entry("https://ghcr.io", "ci", "s3cret")
        .entry("ghcr.io", "ci", "s3cret");

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(
        "Removing login credentials for ghcr.io\n"
            + "  erased ghcr.io from docker-credential-keeper\n"
            + "  erased https://ghcr.io from docker-credential-keeper\n",
        result.out());
    assertEquals(0, result.exit());
    assertEquals(
        "[keeper list unused, keeper erase ghcr.io, keeper erase https://ghcr.io, keeper list"
            + " unused]",
        machine.calls().toString());
  }

  @Test
  void whatIsNotOursToEraseIsLeftAndToldOf() {
    machine
        .config("{\"credsStore\": \"desktop\"}")
        .helper("desktop", "keeper")
        .entry("https://index.docker.io/v1/", "u", "p")
        .entry("https://index.docker.io/v1/access-token", "u", "token")
        .entry("https://index.docker.io/v1/refresh-token", "u", "a-token-of-its-own");

    Machine.Result result = machine.run();

    assertEquals(
        """
        Removing login credentials for https://index.docker.io/v1/
          erased https://index.docker.io/v1/ from docker-credential-desktop
          left https://index.docker.io/v1/access-token in docker-credential-desktop: it may be Docker Desktop's own sign-in, which is ended by its Sign out
          left https://index.docker.io/v1/refresh-token in docker-credential-desktop: it may be Docker Desktop's own sign-in, which is ended by its Sign out
        """,
        result.out());
    assertEquals("", result.err());
    assertEquals(0, result.exit());
  }

  @Test
  void anAccessTokenWithoutARefreshTokenIsDockersOwn() {
    machine
        .config("{\"credsStore\": \"desktop\"}")
        .helper("desktop", "keeper")
        .entry("https://index.docker.io/v1/access-token", "u", "token");

    Machine.Result result = machine.run();

    assertEquals(0, result.exit(), result.err());
    assertFalse(machine.holds("https://index.docker.io/v1/access-token"));
  }
}
