package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text for people, outcome by outcome, compared whole. */
class TextReportTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void whatIsRemovedFromAFileIsNamedByKeyAndFile() {
    machine.config(
        "{\"auths\": {\"https://GHCR.io/v2/\": {\"auth\": \"dTpw\"}, \"ghcr.io\": {},"
            + " \"ghcr.io/team\": {\"auth\": \"dTpw\"}}}");

    assertResult(
        0,
        """
        Removing login credentials for ghcr.io
          removed https://GHCR.io/v2/ from <file>
          removed ghcr.io (no secret) from <file>
          removed ghcr.io/team from <file>
        """,
        "",
        machine.run("https://ghcr.io/"));
  }

  @Test
  void whatIsErasedFromAHelperIsNamedByKeyAndHelper() {
    machine
        .config("{\"credsStore\": \"pass\"}")
        .helper("pass", "keeper")
        .entry("https://ghcr.io", "ci", "s3cret");

    assertResult(
        0,
        """
        Removing login credentials for ghcr.io
          erased https://ghcr.io from docker-credential-pass
        """,
        "",
        machine.run("ghcr.io"));
  }

  @Test
  void thatNothingIsStoredIsSaidToBeAHelpersWordWhereItCannotList() {
    machine.config("{\"credsStore\": \"x\"}").helper("x", "absent-nolist");

    assertResult(
        0,
        """
        Not logged in to ghcr.io
          nothing found in docker-credential-x (not verified: it cannot list)
        """,
        "",
        machine.run("ghcr.io"));
  }

  @Test
  void aHelperThatCannotListIsTakenAtItsWordAndTheLineSaysSo() {
    machine
        .config("{\"credsStore\": \"x\"}")
        .helper("x", "cannot-list")
        .entry("ghcr.io", "ci", "s3cret");

    assertResult(
        0,
        """
        Removing login credentials for ghcr.io
          erased ghcr.io from docker-credential-x (not verified: it cannot list)
        """,
        "",
        machine.run("ghcr.io"));
  }

  @Test
  void notLoggedInIsOneCalmLine() {
    machine.config("{\"credsStore\": \"x\"}").helper("x", "absent-pass");

    assertResult(0, "Not logged in to ghcr.io\n", "", machine.run("GHCR.io"));
  }

  @Test
  void aMachineWithoutAnyFileIsCalmToo() {
    assertResult(0, "Not logged in to https://index.docker.io/v1/\n", "", machine.run());
  }

  @Test
  void dockerHubIsNamedInDockersOwnWordsOrAsTyped() {
    machine.config("{\"auths\": {\"https://index.docker.io/v1/\": {\"auth\": \"dTpw\"}}}");

    assertEquals(
        "Would log out of https://index.docker.io/v1/\n"
            + "  would remove https://index.docker.io/v1/ from %s\n".formatted(machine.config()),
        machine.run("--dry-run").out());
    assertEquals(
        "Removing login credentials for index.docker.io\n"
            + "  removed https://index.docker.io/v1/ from %s\n".formatted(machine.config()),
        machine.run("index.docker.io").out());
  }

  @Test
  void aHelperThatStoresNothingSaysHowToEndTheRealSession() {
    machine.config("{\"credHelpers\": {\"gcr.io\": \"gcloud\"}}");

    assertResult(
        0,
        """
        Nothing is stored for gcr.io
          docker-credential-gcloud stores nothing; access comes from your gcloud session. To end it: gcloud auth revoke
        """,
        "",
        machine.run("gcr.io"));
  }

  @Test
  void besideAnErasedEntryAMintingHelperIsStillNamed() {
    machine.config(
        "{\"auths\": {\"gcr.io\": {\"auth\": \"dTpw\"}}, \"credHelpers\": {\"gcr.io\": \"gcr\"}}");

    assertResult(
        0,
        """
        Removing login credentials for gcr.io
          removed gcr.io from <file>
          docker-credential-gcr stores nothing; access comes from your Google session. To end it: docker-credential-gcr gcr-logout
        """,
        "",
        machine.run("gcr.io"));
  }

  @Test
  void aHelperThatFailsIsToldOfOnStderrInItsOwnWords() {
    machine.config("{\"credsStore\": \"x\"}").helper("x", "refuses");

    assertResult(
        1,
        "Removing login credentials for ghcr.io\n",
        "reglogout: ghcr.io may remain in docker-credential-x: it says: boom went wrong."
            + " ask it to `list`, and erase there what is left\n",
        machine.run("ghcr.io"));
  }

  @Test
  void aMissingHelperIsToldOfWithWhoNamesIt() {
    machine.config("{\"credHelpers\": {\"ghcr.io\": \"nowhere\"}}");

    assertResult(
        1,
        "Removing login credentials for ghcr.io\n",
        "reglogout: ghcr.io may remain in docker-credential-nowhere: it is not installed."
            + " credHelpers[\"ghcr.io\"] in <file> names it; "
            + Messages.advice("helper-not-installed")
            + "\n",
        machine.run("ghcr.io"));
  }

  @Test
  void aMissingHelperThatDockerWouldNotAskIsAWarning() {
    machine.config("{\"credHelpers\": {\"https://ghcr.io\": \"nowhere\"}}");

    assertResult(
        0,
        "Not logged in to ghcr.io\n",
        "reglogout: docker-credential-nowhere may hold an older login: it is not installed. "
            + Messages.advice("helper-not-installed")
            + "\n",
        machine.run("ghcr.io"));
  }

  @Test
  void aMissingHelperThatIsKnownComesWithItsOwnAdvice() {
    machine.config("{\"credsStore\": \"desktop\"}");

    Machine.Result result = machine.run("ghcr.io");

    assertTrue(
        result
            .err()
            .startsWith(
                "reglogout: ghcr.io may remain in docker-credential-desktop: it is not installed. "),
        result.err());
    assertTrue(result.err().contains(Messages.advice("missing-desktop")), result.err());
  }

  @Test
  void whatIsStillListedRemainsUnderItsKey() {
    machine
        .config("{\"credsStore\": \"secretservice\"}")
        .helper("secretservice", "yes-man")
        .entry("https://ghcr.io", "ci", "s3cret");

    assertResult(
        1,
        "Removing login credentials for ghcr.io\n",
        "reglogout: https://ghcr.io is still in docker-credential-secretservice after erase:"
            + " the keyring may be locked. unlock the keyring and run it again\n",
        machine.run("ghcr.io"));
  }

  @Test
  void aPlaceholderThatStaysIsLeftAsTheOnlyTrace() {
    machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"x\"}").helper("x", "refuses");

    assertResult(
        1,
        """
        Removing login credentials for ghcr.io
          left ghcr.io in <file>: it is the only trace of what a helper may still hold
        """,
        "reglogout: ghcr.io may remain in docker-credential-x: it says: boom went wrong."
            + " ask it to `list`, and erase there what is left\n",
        machine.run("ghcr.io"));
  }

  @Test
  void aWarningStandsOnStderrAfterTheResults() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}")
        .variable("DOCKER_AUTH_CONFIG", "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");

    assertResult(
        0,
        """
        Removing login credentials for ghcr.io
          removed ghcr.io from <file>
        """,
        "reglogout: ghcr.io is still logged in by the variable DOCKER_AUTH_CONFIG: unset it\n",
        machine.run("ghcr.io"));
  }

  @Test
  void registriesStandInTheOrderAskedFor() {
    machine.config("{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}, \"c.io\": {}}}");

    assertResult(
        0,
        """
        Removing login credentials for c.io
          removed c.io (no secret) from <file>
        Not logged in to b.io
        Removing login credentials for a.io
          removed a.io from <file>
        """,
        "",
        machine.run("c.io", "b.io", "A.io", "a.io:443"));
  }

  @Test
  void quietLeavesOnlyWhatRemainsOrFailed() {
    machine
        .config("{\"auths\": {\"a.io\": {}}, \"credHelpers\": {\"b.io\": \"x\"}}")
        .helper("x", "refuses")
        .variable("DOCKER_AUTH_CONFIG", "{\"auths\": {\"a.io\": {}}}");

    assertResult(0, "", "", machine.run("--quiet", "a.io"));
    assertResult(
        1,
        "",
        "reglogout: b.io may remain in docker-credential-x: it says: boom went wrong."
            + " ask it to `list`, and erase there what is left\n",
        machine.run("-q", "b.io"));
  }

  @Test
  void verboseAddsWhereNothingWasAndHowLongCallsTook() {
    machine
        .config("{\"credsStore\": \"x\"}")
        .helper("x", "keeper")
        .entry("ghcr.io", "ci", "s3cret");

    Machine.Result result = machine.run("-v", "ghcr.io");

    assertEquals(
        """
        Removing login credentials for ghcr.io
          nothing in <file>
          erased ghcr.io from docker-credential-x
        """
            .replace("<file>", machine.config().toString()),
        result.out());
    assertEquals(
        """
          docker-credential-x list: N ms
          docker-credential-x erase ghcr.io: N ms
          docker-credential-x list: N ms
        """,
        result.err().replaceAll(" \\d+ ms", " N ms"));
  }

  private void assertResult(int exit, String out, String err, Machine.Result result) {
    String config = machine.config().toString();
    assertEquals(out.replace("<file>", config), result.out());
    assertEquals(err.replace("<file>", config), result.err());
    assertEquals(exit, result.exit());
  }
}
