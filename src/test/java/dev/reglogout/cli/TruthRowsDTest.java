package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** D: stores that show less than they hold. */
class TruthRowsDTest extends TruthRows {
  private static final String PASS = "{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}";
  private static final String KEYRING =
      "{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"secretservice\"}";

  @Test
  void d1_withoutAPasswordStoreAPlaceholderIsNoAbsence() {
    config(PASS);
    program("pass", "");
    answers(
        "pass",
        "echo '{}'",
        fails("pass not initialized: exit status 1: Error: password store is empty."));

    assertFailed(run("ghcr.io"));
    assertTrue(machine.configText().contains("ghcr.io"), machine.configText());
  }

  @Test
  void d1_norIsItWithAStoreThatIsNotThere() {
    config(PASS);
    program("pass", "");
    machine.variable("PASSWORD_STORE_DIR", directory.resolve("none").toString());
    answers(
        "pass",
        "echo '{}'",
        fails("pass not initialized: exit status 1: Error: password store is empty."));

    assertFailed(run("ghcr.io"));
    assertTrue(machine.configText().contains("ghcr.io"), machine.configText());
  }

  @Test
  void d1_norIsItUnderCredHelpers() {
    config("{\"auths\": {\"ghcr.io\": {}}, \"credHelpers\": {\"ghcr.io\": \"pass\"}}");
    program("pass", "");
    answers(
        "pass",
        "echo '{}'",
        fails("pass not initialized: exec: \"pass\": executable file not found in $PATH: "));

    assertFailed(run("ghcr.io"));
    assertTrue(machine.configText().contains("ghcr.io"), machine.configText());
  }

  @Test
  void d1_withoutAPlaceholderItIsCalm() {
    config("{\"credsStore\": \"pass\"}");
    program("pass", "");
    answers(
        "pass",
        "echo '{}'",
        fails("pass not initialized: exit status 1: Error: password store is empty."));

    assertCalm(run("ghcr.io"));
  }

  @Test
  void d2_aPassThatIsAWrapperIsAskedToEraseWhatThePlaceholderNames() {
    config(PASS);
    installPass();
    helper("pass", "empty", "yes", "ghcr.io");

    assertEquals(0, run("ghcr.io").exit());
    assertEquals(List.of(), left("pass", "ghcr.io"));
  }

  @Test
  void d2_alsoUnderTheKeyThatThePlaceholderHas() {
    config("{\"auths\": {\"https://ghcr.io\": {}}, \"credsStore\": \"pass\"}");
    installPass();
    helper("pass", "empty", "yes", "https://ghcr.io");

    assertEquals(0, run("ghcr.io").exit());
    assertEquals(List.of(), left("pass", "https://ghcr.io"));
  }

  @Test
  void d2_alsoWhereTheListShowsOthers() {
    config(PASS);
    installPass();
    helper("pass", "hides", "yes", "ghcr.io", "quay.io");

    assertEquals(0, run("ghcr.io").exit());
    assertEquals(List.of("quay.io"), left("pass", "ghcr.io", "quay.io"));
  }

  @Test
  void d2_whatItAnswersIsTrue() {
    config(PASS);
    installPass();
    helper("pass", "empty", "no", "ghcr.io");

    assertFailed(run("ghcr.io"));
    assertTrue(machine.configText().contains("ghcr.io"), machine.configText());
  }

  @Test
  void d3_aRenamedLabelHidesALoginSoTheCandidatesAreSent() {
    config("{\"credsStore\": \"secretservice\"}");
    renamed("GHCR work account", "ghcr.io");

    assertErased(run("ghcr.io"));
    assertTrue(Files.exists(directory.resolve("erased")));
  }

  @Test
  void d3_alsoWithAPlaceholder() {
    config(KEYRING);
    renamed("My registry", "ghcr.io");

    assertErased(run("ghcr.io"));
    assertTrue(Files.exists(directory.resolve("erased")));
  }

  @Test
  void d3_alsoForDockerHub() {
    config("{\"credsStore\": \"secretservice\"}");
    renamed("Docker Hub, private", HUB);

    assertErased(run("docker.io"));
    assertTrue(Files.exists(directory.resolve("erased")));
  }

  @Test
  void d4_aLockedKeyringThatListsNothingIsAskedWhetherItIsLocked() {
    config(KEYRING);
    helper("secretservice", "empty", "lies", "ghcr.io");
    keyring(true);

    assertFailed(run("ghcr.io"));
    assertTrue(machine.configText().contains("ghcr.io"), machine.configText());
  }

  @Test
  void d4_alsoWithoutAPlaceholder() {
    config("{\"credsStore\": \"secretservice\"}");
    helper("secretservice", "empty", "lies", "ghcr.io");
    keyring(true);

    assertFailed(run("ghcr.io"));
  }

  @Test
  void d4_whereNobodyCanAskAPlaceholderIsAFailure() {
    config(KEYRING);
    helper("secretservice", "empty", "lies", "ghcr.io");

    assertFailed(run("ghcr.io"));
    assertTrue(machine.configText().contains("ghcr.io"), machine.configText());
  }

  @Test
  void d4_anUnlockedKeyringThatListsNothingHoldsNothing() {
    config("{\"credsStore\": \"secretservice\"}");
    helper("secretservice", "empty", "lies");
    keyring(false);

    assertCalm(run("ghcr.io"));
  }

  @Test
  void d5_nothingIsSentBlindlyWhereAnotherPortOfTheHostIsListed() {
    config("{\"auths\": {\"r.example.com\": {}}, \"credsStore\": \"vault\"}");
    dropsThePort("vault");

    Run run = run("r.example.com");

    assertEquals(List.of("r.example.com:5000"), left("vault", "r.example.com:5000"), run::toString);
  }

  @Test
  void d5_norWithoutAPlaceholder() {
    config("{\"credsStore\": \"vault\"}");
    dropsThePort("vault");

    Run run = run("r.example.com");

    assertEquals(List.of("r.example.com:5000"), left("vault", "r.example.com:5000"), run::toString);
    assertEquals(0, run.exit(), run::toString);
  }

  @Test
  void d5_aNeighbourThatIsGoneAfterAnEraseIsSaid() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "works", "hits-another", "r.example.com", "r.example.com:5000");

    Run run = run("r.example.com");

    assertTrue(run.said().contains("r.example.com:5000"), run::toString);
  }

  @Test
  void d5_soIsOneOfAnotherHost() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    helper("pass", "works", "hits-another", "r.example.com", "quay.io");

    assertTrue(run("r.example.com").said().contains("quay.io"));
  }

  @Test
  void d6_anotherPortThatAnswersForTheHostIsAWarning() {
    config("{\"credsStore\": \"wincred\"}");
    helper("wincred", "works", "yes", "gitlab.example.com", "gitlab.example.com:5050");

    Run run = run("gitlab.example.com");

    assertErased(run);
    assertTrue(run.said().contains("gitlab.example.com:5050"), run::toString);
  }

  @Test
  void d6_withStrictItIsA3() {
    config("{\"credsStore\": \"wincred\"}");
    helper("wincred", "works", "yes", "gitlab.example.com", "gitlab.example.com:5050");

    assertEquals(3, run("--strict", "gitlab.example.com").exit());
  }

  @Test
  void d6_soItIsInTheKeychainAndWhereNothingWasErased() {
    config("{\"credsStore\": \"osxkeychain\"}");
    helper("osxkeychain", "works", "yes", "https://gitlab.example.com:5050");

    assertEquals(3, run("--strict", "gitlab.example.com").exit());
  }

  @Test
  void d6_aStoreThatMatchesExactlyNeedsNoWarning() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    helper("pass", "works", "yes", "gitlab.example.com", "gitlab.example.com:5050");

    assertEquals(0, run("--strict", "gitlab.example.com").exit());
  }

  @Test
  void d7_twoItemsOfOneKeyInAKeyringAreLeftWhereAUserWasAskedFor() {
    config("{\"credsStore\": \"secretservice\"}");
    answers(
        "secretservice",
        "echo '{\"ghcr.io\":\"alice\",\"Registry credentials for ghcr.io\":\"bob\"}'",
        ": >'%s'".formatted(directory.resolve("erased")));

    assertMayRemain(run("--only-user", "bob", "ghcr.io"));
    assertTrue(Files.notExists(directory.resolve("erased")));
  }

  @Test
  void d7_soIsASingleOneForItsListShowsOneOfSeveral() {
    config("{\"credsStore\": \"secretservice\"}");
    answers(
        "secretservice",
        "echo '{\"ghcr.io\":\"alice\"}'",
        ": >'%s'".formatted(directory.resolve("erased")));

    assertMayRemain(run("--only-user", "alice", "ghcr.io"));
    assertTrue(Files.notExists(directory.resolve("erased")));
  }

  @Test
  void d7_soAreTwoUsersInOneFolderOfPass() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    helper("pass", "works", "yes", "ghcr.io");
    String folder = ".password-store/docker-credential-helpers/Z2hjci5pbw==/";
    machine.write(machine.home().resolve(folder + "alice.gpg"), "x");
    machine.write(machine.home().resolve(folder + "ci.gpg"), "x");

    assertMayRemain(run("--only-user", "ci", "ghcr.io"));
    assertEquals(List.of("ghcr.io"), left("pass", "ghcr.io"));
  }

  @Test
  void d7_soIsAUserWhoseNameIsAPath() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    answers("pass", "echo '{\"ghcr.io\":\"team\"}'", ":");
    String folder = ".password-store/docker-credential-helpers/Z2hjci5pbw==/team/";
    machine.write(machine.home().resolve(folder + "robot.gpg"), "x");

    assertMayRemain(run("--only-user", "team/robot", "ghcr.io"));
  }

  @Test
  void d8_aKeyThatIsTypedExactlyIsMeant() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    String chart = "https://myreg.example.com/my-cool-project";
    helper("pass", "works", "yes", chart, "myreg.example.com");

    assertErased(run(chart));
    assertEquals(List.of("myreg.example.com"), left("pass", chart, "myreg.example.com"));
  }

  @Test
  void d8_withoutItsSchemeItIsThePathThatIsMeant() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    String chart = "https://myreg.example.com/my-cool-project";
    helper("pass", "works", "yes", chart);

    Run run = run("myreg.example.com/my-cool-project");

    assertTrue(left("pass", chart).isEmpty() || run.said().contains(chart), run::toString);
  }

  @Test
  void d8_forThePlainHostAPathIsLeftAndSaid() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    String chart = "https://myreg.example.com/my-cool-project";
    helper("pass", "works", "yes", "myreg.example.com", chart);

    Run run = run("myreg.example.com");

    assertEquals(0, run.exit(), run::toString);
    assertEquals(List.of(chart), left("pass", "myreg.example.com", chart));
    assertTrue(run.said().contains(chart), run::toString);
  }

  @Test
  void d8_soItIsInAHelperNobodyKnows() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "works", "yes", "r.io", "https://r.io/a/b");

    Run run = run("r.io");

    assertEquals(List.of("https://r.io/a/b"), left("vault", "r.io", "https://r.io/a/b"));
    assertTrue(run.said().contains("https://r.io/a/b"), run::toString);
  }

  /** Installs a keyring with one login under a label of its own; it is erased by its server. */
  private void renamed(String label, String server) {
    String erased = directory.resolve("erased").toString();
    answers(
        "secretservice",
        "[ -e '%s' ] && echo '{}' || echo '{\"%s\":\"ann\"}'".formatted(erased, label),
        "read -r key; [ \"$key\" != '%s' ] || : >'%s'".formatted(server, erased));
    keyring(false);
  }

  /** Installs a bus, and what asks the keyring on it whether it is locked. */
  private void keyring(boolean locked) {
    machine.write(machine.home().resolve("bus"), "");
    machine.variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + machine.home().resolve("bus"));
    program(
        "dbus-send",
        "echo 'method return time=1.1 sender=:1.1 -> destination=:1.2 serial=3 reply_serial=2'\n"
            + "echo '   variant       boolean "
            + locked
            + "'");
  }

  /** Installs a helper that knows hosts alone, and holds r.example.com:5000. */
  private void dropsThePort(String name) {
    helper(name, "works", "hits-another", "r.example.com:5000");
  }
}
