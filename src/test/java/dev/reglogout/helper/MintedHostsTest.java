package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.registry.Registry;
import dev.reglogout.store.Environment.Os;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MintedHostsTest {

  @ParameterizedTest(name = "{0} serves {1}")
  @CsvSource({
    "ecr-login, 123456789012.dkr.ecr.us-east-1.amazonaws.com",
    "ecr-login, https://123456789012.DKR.ECR.us-east-1.amazonaws.com/v2/",
    "ecr-login, 123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn",
    "ecr-login, 123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com",
    "ecr-login, 123456789012.dkr-ecr.eu-west-1.on.aws",
    "ecr-login, 123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu",
    "ecr-login, public.ecr.aws",
    "gcloud, gcr.io",
    "gcloud, eu.gcr.io",
    "gcloud, europe-west1-docker.pkg.dev",
    "gcr, marketplace.gcr.io",
    "gcr, us-docker.pkg.dev",
    "acr-env, team.azurecr.io",
    "acr-env, team.azurecr.cn",
    "acr-env, team.westeurope.data.azurecr.io",
  })
  void aMintingHelperServesItsOwnHosts(String helper, String registry) {
    assertTrue(KnownHelper.of(helper).serves(Registry.parse(registry)));
  }

  @ParameterizedTest(name = "{0} does not serve {1}")
  @CsvSource({
    "ecr-login, docker.io",
    "ecr-login, quay.io",
    "ecr-login, amazonaws.com",
    "ecr-login, dkr.ecr.us-east-1.amazonaws.com",
    "ecr-login, 123456789012.dkr.ecr.amazonaws.com",
    "ecr-login, a.b.dkr.ecr.us-east-1.amazonaws.com",
    "ecr-login, 123456789012.dkr.ecr.us-east-1.amazonaws.com.example.com",
    "ecr-login, 123456789012.dkr.ecr.us-east-1.amazonaws.com:8443",
    "ecr-login, gcr.io",
    "gcloud, notgcr.io",
    "gcloud, gcr.io.example.com",
    "gcloud, pkg.dev",
    "gcr, 123456789012.dkr.ecr.us-east-1.amazonaws.com",
    "acr-env, azurecr.io",
    "acr-env, mcr.microsoft.com",
    "acr-env, team.azurecr.io.example.com",
  })
  void otherHostsAreNotItsOwn(String helper, String registry) {
    assertFalse(KnownHelper.of(helper).serves(Registry.parse(registry)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pass", "desktop", "acme"})
  void aHelperThatKeepsLoginsMintsForNone(String helper) {
    assertFalse(KnownHelper.of(helper).serves(Registry.parse("gcr.io")));
  }

  @ParameterizedTest(name = "{0} on {1}: get {2}, erase {3}")
  @CsvSource({
    "osxkeychain, MACOS, true, true",
    "desktop, MACOS, true, true",
    "wincred, WINDOWS, true, false",
    "desktop, WINDOWS, true, false",
    "desktop, LINUX, false, false",
    "desktop.exe, LINUX, true, false",
    "pass, LINUX, false, false",
    "secretservice, LINUX, false, false",
    "acme, MACOS, false, false",
  })
  void howMuchOfAHostAHelperMatchesDependsOnTheStoreBehindIt(
      String helper, Os os, boolean get, boolean erase) {
    HelperStore store = new HelperStore(new HelperName(helper), null, null);

    assertEquals(get, store.getMatchesWholeHost(os));
    assertEquals(erase, store.eraseMatchesWholeHost(os));
  }
}
