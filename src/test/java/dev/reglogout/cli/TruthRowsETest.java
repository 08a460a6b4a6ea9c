package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** E: helpers that "store nothing". */
class TruthRowsETest extends TruthRows {
  private static final String ECR = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
  private static final String OTHER_ECR = "210987654321.dkr.ecr.eu-west-1.amazonaws.com";
  private static final String TOKEN =
      Base64.getEncoder().encodeToString("AWS:secret-token".getBytes(UTF_8));

  @Test
  void e1_theCacheOfEcrLoginIsCutForItsHost() {
    config("{\"credHelpers\": {\"" + ECR + "\": \"ecr-login\"}}");
    cache(machine.home().resolve(".ecr/cache.json"), ECR);

    Run run = run(ECR);

    assertEquals(0, run.exit(), run::toString);
    assertFalse(cached(".ecr/cache.json").contains(TOKEN));
    assertTrue(run.has("erased") && run.has("minted"), run::toString);
  }

  @Test
  void e1_soItIsWhereAVariableSaysItIs() {
    config("{\"credsStore\": \"ecr-login\"}");
    machine.variable("AWS_ECR_CACHE_DIR", machine.home().resolve("elsewhere").toString());
    cache(machine.home().resolve("elsewhere/cache.json"), ECR);

    run(ECR);

    assertFalse(cached("elsewhere/cache.json").contains(TOKEN));
  }

  @Test
  void e1_otherHostsInItStay() {
    config("{\"credsStore\": \"ecr-login\"}");
    cache(machine.home().resolve(".ecr/cache.json"), OTHER_ECR);

    run(ECR);

    assertTrue(cached(".ecr/cache.json").contains(TOKEN));
  }

  @Test
  void e1_withAllEveryHostGoes() {
    config("{\"credsStore\": \"ecr-login\"}");
    cache(machine.home().resolve(".ecr/cache.json"), OTHER_ECR);

    machine.run("--all", "--yes");

    assertFalse(cached(".ecr/cache.json").contains(TOKEN));
  }

  @Test
  void e1_aTokenThatHasExpiredGoesToo() {
    config("{\"credsStore\": \"ecr-login\"}");
    Path file = machine.home().resolve(".ecr/cache.json");
    cache(file, ECR);
    machine.write(file, Machine.read(file).replace("2099-01-01", "2020-01-01"));

    run(ECR);

    assertFalse(cached(".ecr/cache.json").contains(TOKEN));
  }

  @Test
  void e2_oneSignInForAllOfGooglesHostsRemainsForOneOfThem() {
    config("{\"credHelpers\": {\"gcr.io\": \"gcr\"}}");
    signIn(machine.home().resolve(".config/gcloud/docker_credentials.json"));

    assertRemains(run("gcr.io"));
    assertTrue(cached(".config/gcloud/docker_credentials.json").contains("secret-refresh"));
  }

  @Test
  void e2_withAllItIsCut() {
    config("{\"credHelpers\": {\"gcr.io\": \"gcr\"}}");
    signIn(machine.home().resolve(".config/gcloud/docker_credentials.json"));

    machine.run("--all", "--yes");

    assertFalse(cached(".config/gcloud/docker_credentials.json").contains("secret-refresh"));
  }

  @Test
  void e2_alsoWhereAVariableSaysItIs() {
    config("{\"credHelpers\": {\"us-docker.pkg.dev\": \"gcr\"}}");
    Path file = machine.home().resolve("elsewhere.json");
    machine.variable("DOCKER_CREDENTIAL_GCR_STORE", file.toString());
    signIn(file);

    assertRemains(run("us-docker.pkg.dev"));
  }

  @Test
  void e2_withoutASignInItIsCalm() {
    config("{\"credHelpers\": {\"gcr.io\": \"gcr\"}}");
    machine.write(machine.home().resolve(".config/gcloud/docker_credentials.json"), "{}");

    assertEquals(0, run("gcr.io").exit());
  }

  @Test
  void e3_ecrLoginHasNothingToDoWithAnotherHost() {
    assertNotItsHost("ecr-login", "quay.io");
  }

  @Test
  void e3_norWithDockerHub() {
    assertNotItsHost("ecr-login", "docker.io");
  }

  @Test
  void e3_norHasGcloudWithGithub() {
    assertNotItsHost("gcloud", "ghcr.io");
  }

  @Test
  void e3_norHasAcrEnvWithQuay() {
    assertNotItsHost("acr-env", "quay.io");
  }

  @Test
  void e3_norGcrWithEcr() {
    assertNotItsHost("gcr", ECR);
  }

  @Test
  void e3_itsOwnHostIsMinted() {
    config("{\"credsStore\": \"ecr-login\"}");

    assertEquals(3, run("--strict", ECR).exit());
  }

  @Test
  void e4_withAllEachHostHasItsStep() {
    config(
        "{\"credHelpers\": {\"%s\": \"ecr-login\", \"%s\": \"ecr-login\"}}"
            .formatted(ECR, OTHER_ECR));

    assertMinted(2);
  }

  @Test
  void e4_alsoThree() {
    config(
        "{\"credHelpers\": {\"%s\": \"ecr-login\", \"%s\": \"ecr-login\", \"gcr.io\": \"gcloud\"}}"
            .formatted(ECR, OTHER_ECR));

    assertMinted(3);
  }

  @Test
  void e4_alsoUnderAUrl() {
    config(
        "{\"credHelpers\": {\"https://%s\": \"ecr-login\", \"%s\": \"ecr-login\"}}"
            .formatted(ECR, OTHER_ECR));

    assertMinted(2);
  }

  @Test
  void e5_rancherDesktopsNoneIsAStoreInAFile() {
    config("{\"credsStore\": \"none\"}");
    answers("none", fails("no"), fails("no"));
    plainText();

    run("ghcr.io");

    assertFalse(cached(".docker/plaintext-credentials.config.json").contains(AUTH));
  }

  @Test
  void e5_alsoWhereOneRegistryIsBoundToIt() {
    config("{\"credHelpers\": {\"ghcr.io\": \"none\"}}");
    plainText();

    run("ghcr.io");

    assertFalse(cached(".docker/plaintext-credentials.config.json").contains(AUTH));
  }

  @Test
  void e5_otherRegistriesInItStay() {
    config("{\"credsStore\": \"none\"}");
    plainText();

    run("quay.io");

    assertTrue(cached(".docker/plaintext-credentials.config.json").contains(AUTH));
  }

  private void assertNotItsHost(String helper, String registry) {
    config("{\"credsStore\": \"" + helper + "\"}");

    Run run = run("--strict", registry);

    assertCalm(run);
    assertFalse(run.has("minted"), run::toString);
  }

  private void assertMinted(long expected) {
    Run run = run("--all", "--yes");

    assertEquals(0, run.exit(), run::toString);
    assertEquals(
        expected,
        run.steps().stream().filter(step -> step.contains(" minted ")).count(),
        run::toString);
  }

  private String cached(String file) {
    return Machine.read(machine.home().resolve(file));
  }

  private void cache(Path file, String host) {
    machine.write(
        file,
        """
        {"Registries":{"us-east-1-abcdef-%s":{"AuthorizationToken":"%s",
         "RequestedAt":"2026-01-01T00:00:00Z","ExpiresAt":"2099-01-01T00:00:00Z",
         "ProxyEndpoint":"https://%s","Service":"ecr"}},"Version":"1.0"}"""
            .formatted(host.substring(0, 12), TOKEN, host));
  }

  private void signIn(Path file) {
    machine.write(
        file,
        """
        {"gcrCreds":{"access_token":"secret-access","refresh_token":"secret-refresh",
         "token_expiry":"2099-01-01T00:00:00Z"}}""");
  }

  private void plainText() {
    machine.write(
        machine.configDirectory().resolve("plaintext-credentials.config.json"),
        filled("{\"auths\": {\"ghcr.io\": AUTH}}"));
  }
}
