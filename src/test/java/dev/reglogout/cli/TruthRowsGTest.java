package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G: beside other clients. */
class TruthRowsGTest extends TruthRows {
  private static final String TEAM = "https://r.example.com/team";

  @Test
  void g1_aListedPathThatStandsInAuthsIsOurs() {
    config("{\"auths\": {\"r.example.com/team\": {}}, \"credsStore\": \"osxkeychain\"}");
    helper("osxkeychain", "works", "yes", TEAM);

    assertErased(run("r.example.com"));
    assertEquals(List.of(), left("osxkeychain", TEAM));
  }

  @Test
  void g1_anotherPathInAKeychainRemainsForItsGetAnswersWithIt() {
    for (String helper : List.of("osxkeychain", "wincred")) {
      config("{\"credsStore\": \"" + helper + "\"}");
      helper(helper, "works", "yes", TEAM);

      assertRemains(run("r.example.com"));
      assertEquals(List.of(TEAM), left(helper, TEAM));
    }
  }

  @Test
  void g1_soItDoesBesideAnEntryOfTheHost() {
    config("{\"credsStore\": \"wincred\"}");
    helper("wincred", "works", "yes", "r.example.com", TEAM);

    assertRemains(run("r.example.com"));
    assertEquals(List.of(TEAM), left("wincred", "r.example.com", TEAM));
  }

  @Test
  void g1_theKeychainIsNotSentAKeyThatWouldTakeTheOtherPathAlong() {
    config("{\"credsStore\": \"osxkeychain\"}");
    helper("osxkeychain", "works", "yes", "https://r.example.com", TEAM);

    Run run = run("r.example.com");

    assertRemains(run);
    assertEquals(
        List.of("https://r.example.com", TEAM),
        left("osxkeychain", "https://r.example.com", TEAM),
        run::toString);
  }

  @Test
  void g1_dockerHubsOtherPathsAreNobodysBusiness() {
    config("{\"credsStore\": \"osxkeychain\"}");
    helper("osxkeychain", "works", "yes", "https://hub.docker.com/x");

    assertCalm(run("docker.io"));
  }

  @Test
  void g2_aPathThatAuthsNamesIsErasedInAStoreThatMatchesExactly() {
    config("{\"auths\": {\"r.example.com/team\": {}}, \"credsStore\": \"vault\"}");
    helper("vault", "works", "yes", "r.example.com/team");

    assertErased(run("r.example.com"));
    assertEquals(List.of(), left("vault", "r.example.com/team"));
  }

  @Test
  void g2_soIsOneThatCredHelpersNames() {
    String key = "https://r.example.com/suffix";
    config("{\"credHelpers\": {\"" + key + "\": \"vault\"}}");
    helper("vault", "works", "yes", key);

    assertErased(run("r.example.com"));
    assertEquals(List.of(), left("vault", key));
  }

  @Test
  void g2_soTheyAreInPass() {
    config("{\"auths\": {\"" + TEAM + "\": {}}, \"credsStore\": \"pass\"}");
    installPass();
    helper("pass", "works", "yes", TEAM);

    assertErased(run("r.example.com"));
    assertEquals(List.of(), left("pass", TEAM));
  }

  @Test
  void g2_butNotAPathThatNothingNames() {
    config("{\"auths\": {\"r.example.com/team\": {}}, \"credsStore\": \"vault\"}");
    helper("vault", "works", "yes", "r.example.com/team", "https://r.example.com/other");

    run("r.example.com");

    assertEquals(
        List.of("https://r.example.com/other"),
        left("vault", "r.example.com/team", "https://r.example.com/other"));
  }

  @Test
  void g3_everyNameOfDockerHubIsACandidate() {
    for (String name :
        List.of(
            "docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com")) {
      assertIsACandidate("{\"credsStore\": \"vault\"}", name, "docker.io");
    }
  }

  @Test
  void g3_soIsTheHostWithItsPort() {
    assertIsACandidate("{\"credsStore\": \"vault\"}", "r.io:443", "r.io");
  }

  @Test
  void g3_soIsTheKeyAsCredHelpersSpellsIt() {
    for (String key : List.of("http://r.io/", "https://r.io/v2", "R.io")) {
      assertIsACandidate(
          "{\"credHelpers\": {\"" + key + "\": \"vault\", \"r.io\": \"vault\"}}", key, "r.io");
    }
  }

  @Test
  void g3_soIsTheKeyAsAuthsSpellsIt() {
    for (String key : List.of("https://r.io/v1", "http://r.io/v2/", "r.io/")) {
      assertIsACandidate(
          "{\"auths\": {\"" + key + "\": {}}, \"credsStore\": \"vault\"}", key, "r.io");
    }
  }

  @Test
  void g3_soAreTheTokensOfDockerHub() {
    assertIsACandidate("{\"credsStore\": \"vault\"}", HUB + "access-token", "docker.io");
  }

  @Test
  void g4_thePlatformsDefaultIsAPlaceOfHelmsFile() {
    config("{\"auths\": {\"x.io\": AUTH}}");
    installPass();
    helper("pass", "works", "yes", "r.io");

    assertErased(run("--everywhere", "r.io"));
    assertEquals(List.of(), left("pass", "r.io"));
  }

  @Test
  void g4_alsoWhereHelmsFileIsEmpty() {
    config("{\"credsStore\": \"vault\"}");
    machine.lister("vault", "{}");
    machine.write(machine.home().resolve(".config/helm/registry/config.json"), "{}");
    installPass();
    helper("pass", "works", "yes", "r.io");

    assertErased(run("--everywhere", "r.io"));
    assertEquals(List.of(), left("pass", "r.io"));
  }

  @Test
  void g4_butNotWhereHelmsFileHoldsALogin() {
    config("{\"auths\": {\"x.io\": AUTH}}");
    machine.write(
        machine.home().resolve(".config/helm/registry/config.json"),
        filled("{\"auths\": {\"x.io\": AUTH}}"));
    installPass();
    helper("pass", "works", "yes", "r.io");

    run("--everywhere", "r.io");

    assertEquals(List.of("r.io"), left("pass", "r.io"));
  }

  @Test
  void g5_aParentsLoginInPodmansFileIsNoted() {
    assertParentIsNoted("quay.io/user", "quay.io/user/image");
  }

  @Test
  void g5_alsoForATag() {
    assertParentIsNoted("quay.io/user", "quay.io/user/image:1.0");
  }

  @Test
  void g5_alsoForADigest() {
    assertParentIsNoted("quay.io/user", "quay.io/user/image@sha256:" + "0".repeat(64));
  }

  @Test
  void g5_alsoTheWholeRegistrys() {
    assertParentIsNoted("quay.io", "quay.io/user/image");
  }

  @Test
  void g5_butNotASiblings() {
    podman("quay.io/other");

    Run run = run("--everywhere", "--strict", "quay.io/user/image");

    assertEquals(0, run.exit(), run::toString);
  }

  @Test
  void g6_dockercfgBesideTheConfigIsCleanedWithEverywhere() {
    Path file = machine.configDirectory().resolve(".dockercfg");
    machine.write(file, filled("{\"r.io\": AUTH}"));

    run("--everywhere", "r.io");

    assertFalse(Machine.read(file).contains(AUTH));
  }

  @Test
  void g6_andSaidWithoutIt() {
    machine.write(machine.configDirectory().resolve(".dockercfg"), filled("{\"r.io\": AUTH}"));

    assertTrue(machine.run("r.io").err().contains(".dockercfg"));
  }

  @Test
  void g6_soIsDockerconfigjson() {
    machine.write(
        machine.configDirectory().resolve(".dockerconfigjson"),
        filled("{\"auths\": {\"r.io\": AUTH}}"));

    assertTrue(machine.run("r.io").err().contains(".dockerconfigjson"));
  }

  @Test
  void g6_soAreLoginsAtTheTopOfTheConfig() {
    config("{\"r.io\": AUTH, \"HttpHeaders\": {}}");

    Machine.Result result = machine.run("r.io");

    assertTrue(result.err().contains("r.io"), result.err());
  }

  @Test
  void g7_anAddressWithoutBracketsInAUrlIsReadAsDockerReadsIt() {
    assertIsCut("https://::1:6555/v2/", "[::1]:6555");
  }

  @Test
  void g7_soIsAUrlWithoutAScheme() {
    assertIsCut("://r.io", "r.io");
  }

  @Test
  void g7_soIsASchemeThatIsNone() {
    assertIsCut("1x://r.io", "r.io");
  }

  @Test
  void g7_soIsOneWithAPath() {
    assertIsCut("://r.io:5000/v2/", "r.io:5000");
  }

  @Test
  void g7_butAnotherHostStays() {
    config("{\"auths\": {\"://r.io.example.com\": AUTH}}");

    assertCalm(run("r.io"));
    assertTrue(machine.configText().contains(AUTH));
  }

  @Test
  void g8_aDirectoryOfRootsPodmanIsNoReasonToFail() throws IOException {
    Path podmans = Path.of("/run/containers"); // root's podman leaves it, at this mode
    boolean made = Files.isWritable(podmans.getParent()) && Files.notExists(podmans);
    if (made) {
      Files.createDirectory(
          podmans,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    try {
      config("{\"auths\": {\"r.io\": AUTH}}");

      Machine.Result result = runAsAnOrdinaryUser("--everywhere", "r.io");

      assertEquals(0, result.exit(), result.err());
    } finally {
      if (made) {
        Files.delete(podmans);
      }
    }
  }

  @Test
  void g9_whatIsNotVerifiedIsPrintedBesideWhatIs() {
    config("{\"credHelpers\": {\"r.io\": \"blind\"}, \"credsStore\": \"vault\"}");
    helper("vault", "works", "yes", "r.io");
    helper("blind", "unsupported", "yes", "r.io");

    Machine.Result result = machine.run("--strict", "r.io");

    assertEquals(3, result.exit(), result.out() + result.err());
    assertTrue((result.out() + result.err()).contains("docker-credential-blind"), result.out());
  }

  @Test
  void g9_alsoWhereEverythingElseWasNotThere() {
    config("{\"credHelpers\": {\"r.io\": \"blind\"}, \"credsStore\": \"vault\"}");
    helper("vault", "empty", "yes");
    helper("blind", "unsupported", "lies", "r.io");

    Machine.Result result = machine.run("--strict", "r.io");

    assertEquals(3, result.exit(), result.out() + result.err());
    assertTrue((result.out() + result.err()).contains("docker-credential-blind"), result.out());
  }

  @Test
  void g9_quietPrintsTheReasonOfA3() {
    config("{\"credsStore\": \"blind\"}");
    helper("blind", "unsupported", "lies", "r.io");

    Machine.Result result = machine.run("--strict", "-q", "r.io");

    assertEquals(3, result.exit(), result.out() + result.err());
    assertTrue((result.out() + result.err()).contains("docker-credential-blind"), result.err());
  }

  private void assertIsACandidate(String json, String key, String server) {
    config(json);
    helper("vault", "unsupported", "yes", key);

    run(server);

    assertEquals(List.of(), left("vault", key));
  }

  private Path podman(String key) {
    Path run = machine.home().resolve("run");
    machine.variable("XDG_RUNTIME_DIR", run.toString());
    Path file = run.resolve("containers/auth.json");
    machine.write(file, filled("{\"auths\": {\"" + key + "\": AUTH}}"));
    return file;
  }

  private void assertParentIsNoted(String parent, String server) {
    Path file = podman(parent);

    Run run = run("--everywhere", "--strict", server);

    assertEquals(3, run.exit(), run::toString);
    assertTrue(Machine.read(file).contains(AUTH));
    assertTrue(run.said().contains(parent), run::toString);
  }

  private void assertIsCut(String key, String registry) {
    config("{\"auths\": {\"" + key + "\": AUTH}}");

    assertErased(run(registry));
    assertFalse(machine.configText().contains(AUTH), machine.configText());
  }
}
