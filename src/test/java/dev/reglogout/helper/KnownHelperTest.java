package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.reglogout.helper.KnownHelper.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownHelperTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "ecr-login, ECR_LOGIN, MINTS",
    "gcloud, GCLOUD, MINTS",
    "gcloud.cmd, GCLOUD, MINTS",
    "gcr, GCR, MINTS",
    "acr-env, ACR_ENV, MINTS",
    "pass, PASS, RELIABLE",
    "secretservice, SECRETSERVICE, UNRELIABLE_EXIT",
    "osxkeychain, OSXKEYCHAIN, SHARED_KEYCHAIN",
    "wincred, WINCRED, SHARED_KEYCHAIN",
    "wincred.exe, WINCRED, SHARED_KEYCHAIN",
    "desktop, DESKTOP, SHARED_KEYCHAIN",
    "desktop.exe, DESKTOP, SHARED_KEYCHAIN",
    "DESKTOP.EXE, DESKTOP, SHARED_KEYCHAIN",
    "dev-containers-0a1b2c, DEV_CONTAINERS, BRIDGE",
    "Dev-Containers-x.exe, DEV_CONTAINERS, BRIDGE",
    "Pass.BAT, PASS, RELIABLE",
  })
  void aNameIsKnownWhateverItsCaseAndEnding(String name, KnownHelper helper, Kind kind) {
    assertEquals(helper, KnownHelper.of(name));
    assertEquals(kind, KnownHelper.of(name).kind());
  }

  @ParameterizedTest
  @CsvSource({
    "file",
    "dev-containers",
    "my-dev-containers-1",
    "none",
    "pass2",
    "my-pass",
    "pass.sh",
    "pass.exe.exe",
    "exe",
    "dev-containers",
    "''",
    "other"
  })
  void anyOtherNameIsNotKnown(String name) {
    assertEquals(KnownHelper.OTHER, KnownHelper.of(name));
  }

  @Test
  void anIdInCapitalsIsFoldedWithoutRegardToTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals(KnownHelper.WINCRED, KnownHelper.of("WINCRED"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource(KnownHelper.class)
  void eachHasAnAdviceAndAMintingOneAlsoASession(KnownHelper helper) {
    assertNotNull(helper.advice());
    assertEquals(helper.kind() == Kind.MINTS, helper.session() != null);
  }
}
