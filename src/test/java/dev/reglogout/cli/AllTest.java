package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment.Os;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --all}: out of every registry that is found. */
class AllTest {
  private static final String ELSEWHERE = "https://ghcr.io/login/oauth/authorize/x";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        " ",
        "https://",
        "a key with blanks",
        "ghcr.io",
        "https://GHCR.io/v2/",
        "quay.io/team/image",
        "https://index.docker.io/v1/",
        "https://index.docker.io/v1/refresh-token",
        "localhost",
        "myhost",
        "[::1]:5000",
        "host:99999",
        "*",
        "münchen.example"
      })
  void anInlineKeyGoesWhateverItIs(String key) {
    machine.config("{\"auths\": {\"%s\": {\"auth\": \"dTpw\"}}}".formatted(key));

    Machine.Result result = machine.run("--all", "--no-revoke");

    assertEquals(0, result.exit(), result.err());
    assertEquals("{\"auths\": {}}", machine.configText());
  }

  @Test
  void allKeysOfAFileAreNamedInItsOrderAndARegistryIsOne() {
    machine.config(
        """
        {"auths": {"": {"auth": "dTpw"}, "b.io/team": {"auth": "dTpw"}, "a key": "x", "a.io": {},
                   "https://B.io": {"auth": "dTpw"}, "https://index.docker.io/v1/": {}}}""");

    assertResult(
        0,
        """
        Removing login credentials for an empty key
          removed "" from <file>
        Removing login credentials for b.io
          removed b.io/team from <file>
          removed https://B.io from <file>
        Removing login credentials for a key
          removed a key from <file>
        Removing login credentials for a.io
          removed a.io (no secret) from <file>
        Removing login credentials for https://index.docker.io/v1/
          removed https://index.docker.io/v1/ (no secret) from <file>
        """,
        "",
        machine.run("-a"));
    assertEquals("{\"auths\": {}}", machine.configText());
  }

  @Test
  void hostsOfCredHelpersAreAskedForAndEveryHelpersListIsSearched() {
    String config =
        """
        {"credHelpers": {"b.io": "second"}, "credsStore": "pass"}""";
    machine
        .config(config)
        .keeper("pass", "https://a.io", "c.io:5000", "localhost")
        .keeper("second", "https://b.io/", "d.io");

    assertResult(
        0,
        """
        Removing login credentials for b.io
          erased https://b.io/ from docker-credential-second
        Removing login credentials for d.io
          erased d.io from docker-credential-second
        Removing login credentials for c.io:5000
          erased c.io:5000 from docker-credential-pass
        Removing login credentials for a.io
          erased https://a.io from docker-credential-pass
        Removing login credentials for localhost
          erased localhost from docker-credential-pass
        """,
        "",
        machine.run("--all"));
    assertEquals(List.of(), machine.keysOf("pass"));
    assertEquals(List.of(), machine.keysOf("second"));
    assertEquals(config, machine.configText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"secretservice", "pass", "x"})
  void otherProgramsEntriesAreLeftAloneAndCounted(String name) {
    String others = "docker-mcp.example.mcp-dcr";
    machine
        .config("{\"credsStore\": \"" + name + "\"}")
        .keeper(name, "ghcr.io", ELSEWHERE, "https://" + others, "plainword");

    Machine.Result result = machine.run("--all");

    assertResult(
        0,
        """
        Removing login credentials for ghcr.io
          erased ghcr.io from docker-credential-NAME
        """
            .replace("NAME", name),
        "reglogout: left alone in docker-credential-%s: 3 entries that are not registry logins\n"
            .formatted(name),
        result);
    assertEquals(List.of("https://" + others, ELSEWHERE, "plainword"), machine.keysOf(name));
  }

  /** The keychain erases by host, and answers for the host with any path of it. */
  @Test
  void inTheKeychainAnEraseThatWouldTakeAnotherEntryAlongIsNotSent() {
    machine.config("{\"credsStore\": \"osxkeychain\"}").keeper("osxkeychain", "ghcr.io", ELSEWHERE);

    Machine.Result result = machine.os(Os.MACOS).run("--all");

    assertEquals(1, result.exit());
    assertTrue(
        result.err().contains("to erase both: reglogout ghcr.io " + ELSEWHERE), result.err());
    assertEquals(List.of("ghcr.io", ELSEWHERE), machine.keysOf("osxkeychain"));
  }

  @Test
  void oneOtherEntryIsCountedInTheSingular() {
    machine.config("{\"credsStore\": \"pass\"}").keeper("pass", "plainword");

    assertResult(
        0,
        "Not logged in to any registry\n",
        "reglogout: left alone in docker-credential-pass: 1 entry that is no registry login\n",
        machine.run("--all"));
  }

  @Test
  void aKeyWithoutADotIsARegistrysIfTheFileNamesItAndIsThenNotCountedAsLeft() {
    machine
        .config(
            "{\"auths\": {\"myhost\": {}}, \"credHelpers\": {\"other\": \"pass\"},"
                + " \"credsStore\": \"pass\"}")
        .keeper("pass", "myhost", "other", "plainword");

    Machine.Result result = machine.run("--all");

    assertEquals(0, result.exit());
    assertEquals(List.of("plainword"), machine.keysOf("pass"));
    assertEquals(
        "reglogout: left alone in docker-credential-pass: 1 entry that is no registry login\n",
        result.err());
  }

  @Test
  void aMintingHelperIsToldOfForEachRegistryThatIsBoundToIt() {
    machine
        .config(
            """
            {"credHelpers": {"gcr.io": "gcloud", "eu.gcr.io": "gcloud", "1.ecr.io": "ecr-login"},
             "credsStore": "gcloud"}""")
        .helper("gcloud", "keeper");

    assertResult(
        0,
        """
        Nothing is stored for gcr.io
          docker-credential-gcloud stores nothing; access comes from your gcloud session. To end it: gcloud auth revoke
        Nothing is stored for eu.gcr.io
          docker-credential-gcloud stores nothing; access comes from your gcloud session. To end it: gcloud auth revoke
        Nothing is stored for 1.ecr.io
          docker-credential-ecr-login stores nothing; access comes from your AWS session. To end it: aws sso logout (or remove the AWS keys), and delete ~/.ecr/cache.json
        """,
        "reglogout: docker-credential-gcloud stores nothing; access comes from your gcloud session."
            + " To end it: gcloud auth revoke\n",
        machine.run("--all"));
    assertEquals(List.of(), machine.calls());
    assertEquals(3, machine.run("--all", "--strict").exit());
  }

  @Test
  void aMintingStoreIsToldOfAlsoWhereNoRegistryIsKnown() {
    machine.config("{\"credsStore\": \"gcloud\"}");

    assertResult(
        0,
        "Not logged in to any registry\n",
        "reglogout: docker-credential-gcloud stores nothing; access comes from your gcloud session."
            + " To end it: gcloud auth revoke\n",
        machine.run("--all"));
    assertEquals(3, machine.run("--all", "--strict").exit());
  }

  @Test
  void theStoreDockerTurnsToByItselfIsSearchedToo() {
    machine.sessionBus().keeper("secretservice", "https://ghcr.io");

    Machine.Result result = machine.run("--all");

    assertEquals(0, result.exit());
    assertEquals(List.of(), machine.keysOf("secretservice"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"auths\": {}}",
        "{\"credHelpers\": {\"a.io\": \"\"}}",
        "{\"credHelpers\": {\"a.io\": \"keeper\"}, \"credsStore\": \"keeper\"}"
      })
  void nothingStoredIsOneCalmLineAndNothingIsWritten(String config) {
    machine.config(config).keeper("keeper");

    assertResult(0, "Not logged in to any registry\n", "", machine.run("--all"));
    assertEquals(config, machine.configText());
  }

  @Test
  void aMachineWithoutAnyFileIsCalmToo() {
    assertResult(0, "Not logged in to any registry\n", "", machine.run("--all"));
    assertFalse(machine.config().toFile().exists());
  }

  private void assertResult(int exit, String out, String err, Machine.Result result) {
    assertEquals(out.replace("<file>", machine.config().toString()), result.out());
    assertEquals(err, result.err());
    assertEquals(exit, result.exit());
  }
}
