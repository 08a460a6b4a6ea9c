package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A: what the run itself finds must not be dropped. */
class TruthRowsATest extends TruthRows {

  @Test
  void a1_whatAHelperWritesIntoTheFileWhileItErasesIsAResultOfItsRegistry() {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    helperThatWrites("{\"auths\": {\"b.io\": AUTH}, \"credsStore\": \"vault\"}", "");

    Run run = run("a.io", "b.io");

    assertErased(run);
    assertFalse(machine.configText().contains(AUTH), machine.configText());
    assertTrue(run.steps().contains("config.json b.io erased true"), run::toString);
  }

  @Test
  void a1_whatCannotBeCutFromTheFileAnyMoreRemains() throws IOException {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    String readOnly = "chmod 0400 '%s'; chmod 0500 '%s'";
    helperThatWrites(
        "{\"auths\": {\"b.io\": AUTH}, \"credsStore\": \"vault\"}",
        readOnly.formatted(machine.config(), machine.configDirectory()));

    Machine.Result result = runAsAnOrdinaryUser("--json", "a.io", "b.io");

    assertEquals(1, result.exit(), result.out() + result.err());
    assertTrue(machine.configText().contains(AUTH), machine.configText());
  }

  @Test
  void a1_anotherSpellingThatAppearsMeanwhileIsCutAndReported() {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    helperThatWrites("{\"auths\": {\"https://b.io/v1/\": AUTH}, \"credsStore\": \"vault\"}", "");

    Run run = run("a.io", "b.io");

    assertErased(run);
    assertFalse(machine.configText().contains(AUTH), machine.configText());
    assertTrue(run.steps().contains("config.json https://b.io/v1/ erased true"), run::toString);
  }

  @Test
  void a1_whatAppearsOfARegistryThatWasNotAskedForStays() {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    helperThatWrites("{\"auths\": {\"c.io\": AUTH}, \"credsStore\": \"vault\"}", "");

    Run run = run("a.io", "b.io");

    assertEquals(0, run.exit(), run::toString);
    assertTrue(machine.configText().contains("c.io"), machine.configText());
  }

  @Test
  void a2_whatTheSecondListShowsForTheFirstTimeRemains() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    listsBeforeAndAfter("pass", "{\"a.io\":\"u\"}", "{\"b.io\":\"u\"}");

    Run run = run("a.io", "b.io");

    assertRemains(run);
    assertTrue(run.toString().contains("docker-credential-pass"), run::toString);
  }

  @Test
  void a2_soItDoesInAHelperNobodyKnows() {
    config("{\"credsStore\": \"vault\"}");
    listsBeforeAndAfter("vault", "{\"a.io\":\"u\"}", "{\"b.io\":\"u\"}");

    assertRemains(run("a.io", "b.io"));
  }

  @Test
  void a2_anotherSpellingOfTheSameRegistryInTheSecondListRemains() {
    config("{\"credsStore\": \"vault\"}");
    listsBeforeAndAfter("vault", "{\"a.io\":\"u\"}", "{\"https://a.io\":\"u\"}");

    assertRemains(run("a.io"));
  }

  @Test
  void a2_whatNobodyAskedForIsNoFailure() {
    config("{\"credsStore\": \"vault\"}");
    listsBeforeAndAfter("vault", "{\"a.io\":\"u\"}", "{\"b.io\":\"u\"}");

    assertErased(run("a.io"));
  }

  @Test
  void a3_aFileThatComesBackWithTextBehindTheDocumentIsAFailure() {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    helperThatWrites("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"} behind", "");

    assertFailed(run("a.io"));
  }

  @Test
  void a3_aFileThatComesBackWithHalfASurrogateIsAFailure() {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    helperThatWrites(
        "{\"auths\": {\"a.io\": AUTH}, \"x\": \"\\ud83d\", \"credsStore\": \"vault\"}", "");

    Run run = run("a.io");

    assertTrue(run.exit() == 1 || !machine.configText().contains(AUTH), run::toString);
  }

  @Test
  void a3_aFileThatComesBackHalfWrittenIsAFailure() {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    helperThatWrites("{\"auths\": {\"a.io\": AUTH", "");

    assertFailed(run("a.io"));
  }

  @Test
  void a3_aFileThatComesBackAsADirectoryIsAFailure() {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    helperThatWrites("", "rm '%1$s'; mkdir '%1$s'".formatted(machine.config()));

    assertFailed(run("a.io"));
  }

  @Test
  void a3_aFileThatIsGoneAfterwardsHoldsNothing() {
    config("{\"auths\": {\"a.io\": AUTH}, \"credsStore\": \"vault\"}");
    helperThatWrites("", "rm '%s'".formatted(machine.config()));

    assertErased(run("a.io"));
  }

  @Test
  void a4_everySpellingThatWasTypedIsACandidate() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "unsupported", "yes", "https://ghcr.io/v2/");

    Run run = run("ghcr.io", "https://ghcr.io/v2/");

    assertErased(run);
    assertEquals(List.of(), left("vault", "https://ghcr.io/v2/"));
  }

  @Test
  void a4_inEitherOrder() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "unsupported", "yes", "https://ghcr.io/v2/");

    run("https://ghcr.io/v2/", "ghcr.io");

    assertEquals(List.of(), left("vault", "https://ghcr.io/v2/"));
  }

  @Test
  void a4_alsoTheThirdSpelling() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "unsupported", "yes", "http://GHCR.io/v1/");

    run("ghcr.io", "ghcr.io:443", "http://GHCR.io/v1/");

    assertEquals(List.of(), left("vault", "http://GHCR.io/v1/"));
  }

  @Test
  void a4_alsoOfDockerHub() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "unsupported", "yes", "http://index.docker.io/v2/");

    run("docker.io", "http://index.docker.io/v2/");

    assertEquals(List.of(), left("vault", "http://index.docker.io/v2/"));
  }

  /** Installs vault, which holds a.io, and at the first erase writes another config file. */
  private void helperThatWrites(String json, String then) {
    Path text = directory.resolve("other.json");
    machine.write(text, filled(json));
    String done = directory.resolve("done").toString();
    machine.script(
        "vault",
        """
        case $1 in
          list) if [ -e '%1$s' ]; then echo '{}'; else echo '{"a.io":"u"}'; fi ;;
          erase) : >'%1$s'; cat '%2$s' >'%3$s'; %4$s ;;
        esac"""
            .formatted(done, text, machine.config(), then.isEmpty() ? ":" : then));
  }

  private void listsBeforeAndAfter(String name, String before, String after) {
    String done = directory.resolve("done").toString();
    answers(
        name,
        "if [ -e '%1$s' ]; then echo '%3$s'; else echo '%2$s'; fi".formatted(done, before, after),
        ": >'%s'".formatted(done));
  }
}
