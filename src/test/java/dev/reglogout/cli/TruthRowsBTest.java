package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** B: docker's own lookup. */
class TruthRowsBTest extends TruthRows {
  private static final String ECR = "123456789012.dkr.ecr.us-east-1.amazonaws.com";

  @Test
  void b1_credsStoreIsPrimaryWhereHubIsNotBoundUnderItsUrl() {
    config("{\"credHelpers\": {\"docker.io\": \"good\"}, \"credsStore\": \"desktop\"}");
    machine.lister("good", "{}");
    helper("desktop", "fails", "yes", HUB);

    assertFailed(run("docker.io"));
  }

  @Test
  void b1_soItIsWhereAUrlIsBound() {
    assertCredsStoreIsPrimary("{\"https://ghcr.io\": \"good\"}");
  }

  @Test
  void b1_soItIsWhereCapitalLettersAreBound() {
    assertCredsStoreIsPrimary("{\"GHCR.IO\": \"good\"}");
  }

  @Test
  void b1_soItIsWhereTheUrlIsBoundToNothing() {
    assertCredsStoreIsPrimary("{\"https://ghcr.io\": \"\"}");
  }

  @Test
  void b1_soItIsWhereAUrlWithAPathIsBound() {
    assertCredsStoreIsPrimary("{\"https://ghcr.io/v2/\": \"good\"}");
  }

  @Test
  void b1_soItIsWhereThePortIsBound() {
    assertCredsStoreIsPrimary("{\"ghcr.io:443\": \"good\"}");
  }

  @Test
  void b1_soItIsWhereAHostOfEcrIsBoundByItsUrl() {
    config(
        "{\"credHelpers\": {\"https://" + ECR + "\": \"ecr-login\"}, \"credsStore\": \"vault\"}");
    helper("vault", "fails", "yes", ECR);

    assertFailed(run(ECR));
  }

  @Test
  void b1_butNotWhereDockersOwnKeyIsBoundToAnotherHelper() {
    config("{\"credHelpers\": {\"ghcr.io\": \"good\"}, \"credsStore\": \"vault\"}");
    machine.lister("good", "{}");
    helper("vault", "fails", "yes", "quay.io");

    Run run = run("ghcr.io");

    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.toString().contains("vault"), run::toString);
  }

  @Test
  void b2_theDefaultHelperWhoseListFailsIsNotAbsence() {
    assertADefaultThatFailsIsNoAbsence("{}", "ghcr.io");
  }

  @Test
  void b2_norIsItWithoutAConfigFile() throws IOException {
    config("{}");
    Files.delete(machine.config());
    installPass();
    answersOfAPassThatCannotList();

    assertMayRemain(run("ghcr.io"));
  }

  @Test
  void b2_norIsItWithEmptyAuths() {
    assertADefaultThatFailsIsNoAbsence("{\"auths\": {}}", "ghcr.io");
  }

  @Test
  void b2_norIsItWithAuthsThatAreForgottenAgain() {
    assertADefaultThatFailsIsNoAbsence(
        "{\"auths\": {\"x.io\": {}}, \"auths\": null, \"HttpHeaders\": {}}", "ghcr.io");
  }

  @Test
  void b2_norIsItWithAll() {
    config("{}");
    installPass();
    answersOfAPassThatCannotList();

    Machine.Result result = machine.run("--all", "--yes");

    assertEquals(1, result.exit(), result.out() + result.err());
  }

  @Test
  void b2_norIsItWithTheKeychain() {
    config("{}");
    machine.os(Os.MACOS);
    helper("osxkeychain", "fails", "no", "ghcr.io");

    assertMayRemain(run("ghcr.io"));
  }

  @Test
  void b2_butAPassThatWasNeverInitialisedIsNoReasonToFail() {
    config("{}");
    program("pass", "");
    answersOfAPassThatCannotList();

    assertCalm(run("ghcr.io"));
  }

  @Test
  void b2_norIsADefaultThatIsNotAskedBecauseTheFileHoldsALogin() {
    config("{\"auths\": {\"x.io\": AUTH}}");
    installPass();
    answersOfAPassThatCannotList();

    assertCalm(run("ghcr.io"));
  }

  @Test
  void b3_anEmptyCredsStoreIsNoHelperAndTheDefaultIsAsked() {
    assertTheDefaultIsCleaned("{\"auths\": {}, \"credHelpers\": {}, \"credsStore\": \"\"}");
  }

  @Test
  void b3_soItIsWhenItAloneStandsThere() {
    assertTheDefaultIsCleaned("{\"credsStore\": \"\"}");
  }

  @Test
  void b3_soItIsInOtherLetters() {
    assertTheDefaultIsCleaned("{\"CREDSSTORE\": \"\", \"credhelpers\": null}");
  }

  @Test
  void b3_soItIsWhenTheLastOfTwoIsEmpty() {
    assertTheDefaultIsCleaned("{\"credsStore\": \"other\", \"credsStore\": \"\"}");
  }

  @Test
  void b3_butAHelperOfAnotherRegistryKeepsDockerFromTheDefault() {
    config("{\"credsStore\": \"\", \"credHelpers\": {\"x.io\": \"\"}}");
    installPass();
    helper("pass", "works", "yes", "ghcr.io");

    assertCalm(run("ghcr.io"));
    assertEquals(List.of("ghcr.io"), left("pass", "ghcr.io"));
  }

  @Test
  void b4_aHostInBracketsIsReadAsDockerReadsIt() {
    assertIsCut("https://[ghcr.io]", "ghcr.io");
  }

  @Test
  void b4_twoSchemesAreReadAsPodmanReadsThem() {
    assertIsCut("http://https://ghcr.io", "ghcr.io");
  }

  @Test
  void b4_aColonWithoutAPortIsReadAsDockerReadsIt() {
    assertIsCut("https://ghcr.io:5000:", "ghcr.io:5000");
  }

  @Test
  void b4_bracketsWithAPortAreReadAsDockerReadsThem() {
    assertIsCut("https://[ghcr.io]:5000/v2/", "ghcr.io:5000");
  }

  @Test
  void b4_butAnotherHostInBracketsStays() {
    config("{\"auths\": {\"https://[ghcr.io.example.com]\": AUTH}}");

    assertCalm(run("ghcr.io"));
    assertTrue(machine.configText().contains(AUTH));
  }

  private void assertCredsStoreIsPrimary(String credHelpers) {
    config("{\"credHelpers\": " + credHelpers + ", \"credsStore\": \"vault\"}");
    machine.lister("good", "{}");
    helper("vault", "fails", "yes", "ghcr.io");

    assertFailed(run("ghcr.io"));
  }

  private void assertADefaultThatFailsIsNoAbsence(String json, String registry) {
    config(json);
    installPass();
    answersOfAPassThatCannotList();

    assertMayRemain(run(registry));
  }

  /** What docker-credential-pass does where one folder in the store is empty. */
  private void answersOfAPassThatCannotList() {
    answers("pass", fails("no usernames for old.io"), fails("boom"));
  }

  private void assertTheDefaultIsCleaned(String json) {
    config(json);
    installPass();
    helper("pass", "works", "yes", "ghcr.io");

    assertErased(run("ghcr.io"));
    assertEquals(List.of(), left("pass", "ghcr.io"));
  }

  private void assertIsCut(String key, String registry) {
    config("{\"auths\": {\"" + key + "\": AUTH}}");

    assertErased(run(registry));
    assertFalse(machine.configText().contains(AUTH), machine.configText());
  }
}
