package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dry runs and {@code --strict}: what would be done, and what may survive. */
class ExitCodeTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Nested
  class WithStrict {

    @Test
    void nothingLeftIsStillZero() {
      machine
          .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"x\"}")
          .helper("x", "keeper")
          .entry("ghcr.io", "ci", "s3cret");

      assertStrict(0, "ghcr.io");
      assertStrict(0, "a.io");
    }

    @Test
    void aMintingHelperMayGiveAccessAgainToItsOwnHosts() {
      machine.config("{\"credsStore\": \"ecr-login\"}");

      assertStrict(3, "123456789012.dkr.ecr.us-east-1.amazonaws.com");
      assertStrict(0, "ghcr.io");
    }

    @Test
    void theVariableGivesAccess() {
      machine
          .config("{}")
          .variable("DOCKER_AUTH_CONFIG", "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");

      assertStrict(3, "ghcr.io");
      assertStrict(0, "a.io");
    }

    @Test
    void aHelpersWordAloneIsNotEnough() {
      machine
          .config("{\"credsStore\": \"x\"}")
          .helper("x", "cannot-list")
          .entry("ghcr.io", "ci", "s3cret");

      assertStrict(3, "ghcr.io");
    }

    @Test
    void aHelpersWordThatNothingWasThereIsNotEnoughEither() {
      machine.config("{\"credsStore\": \"x\"}").helper("x", "absent-nolist");

      assertStrict(3, "ghcr.io");
    }

    @Test
    void aSecondStoreThatCannotBeAskedMayHoldALogin() {
      machine
          .config("{\"credHelpers\": {\"ghcr.io\": \"x\"}, \"credsStore\": \"nowhere\"}")
          .helper("x", "lists-null");

      assertStrict(3, "ghcr.io");
    }

    @Test
    void theStoreOfAllIsNoSecondOneWhereTheFileIsNamedForOne() {
      machine.config("{\"credHelpers\": {\"ghcr.io\": \"\"}, \"credsStore\": \"nowhere\"}");

      assertStrict(1, "ghcr.io");
    }

    @Test
    void whatRemainsIsWorse() {
      machine.config("{\"credHelpers\": {\"ghcr.io\": \"nowhere\", \"gcr.io\": \"gcloud\"}}");

      assertStrict(1, "gcr.io", "ghcr.io");
    }

    @Test
    void aMissingConfigDirectoryGivesNoAccess() {
      machine.variable("DOCKER_CONFIG", directory.resolve("missing").toString());

      assertStrict(0, "ghcr.io");
    }

    private void assertStrict(int exit, String... servers) {
      String[] arguments = new String[servers.length + 1];
      System.arraycopy(servers, 0, arguments, 1, servers.length);
      arguments[0] = "--strict";
      Machine.Result result = machine.run(arguments);
      assertEquals(exit, result.exit(), result.out() + result.err());
    }
  }

  @Nested
  class OfADryRun {

    @Test
    void everyStepIsToldOfAndNothingIsChanged() {
      String json =
          "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"https://ghcr.io\": {}},"
              + " \"credsStore\": \"keeper\"}";
      machine.config(json).helper("keeper", "keeper").entry("https://ghcr.io", "ci", "s3cret");

      Machine.Result result = machine.run("--dry-run", "ghcr.io");

      assertEquals(
          """
          Would log out of ghcr.io
            would remove ghcr.io from CONFIG
            would remove https://ghcr.io (no secret) from CONFIG
            would erase https://ghcr.io from docker-credential-keeper
          """
              .replace("CONFIG", machine.config().toString()),
          result.out());
      assertEquals("", result.err());
      assertEquals(0, result.exit());
      assertEquals(json, machine.configText());
      assertEquals("[keeper list unused]", machine.calls().toString());
    }

    @Test
    void notLoggedInIsNotLoggedIn() {
      machine.config("{\"credsStore\": \"pass\"}").helper("pass", "absent-pass");

      Machine.Result result = machine.run("-n", "ghcr.io");

      assertEquals("Not logged in to ghcr.io\n", result.out());
      assertEquals(0, result.exit());
    }

    @Test
    void aMintingHelperStoresNothingEither() {
      machine.config("{\"credsStore\": \"gcloud\"}");

      Machine.Result result = machine.run("-n", "gcr.io");

      assertEquals(
          "Nothing is stored for gcr.io\n"
              + "  docker-credential-gcloud stores nothing; access comes from your gcloud session."
              + " To end it: gcloud auth revoke\n",
          result.out());
      assertEquals(0, result.exit());
    }

    @Test
    void aStepThatWouldAlreadyFailIsAFailure() {
      machine.config(
          "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"bad/name\"}");

      Machine.Result result = machine.run("-n", "ghcr.io");

      assertEquals(
          "Would log out of ghcr.io\n  would remove ghcr.io from %s\n".formatted(machine.config()),
          result.out());
      assertEquals(
          "reglogout: ghcr.io may remain in docker-credential-bad/name: its name is not one of a"
              + " helper (letters, digits, '.', '_' and '-'). credsStore in %s names it; correct"
                  .formatted(machine.config())
              + " credsStore or credHelpers in the config file\n",
          result.err());
      assertEquals(1, result.exit());
    }
  }
}
