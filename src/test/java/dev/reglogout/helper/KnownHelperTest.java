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
    "pass, PASS, TRUE_ANSWERS",
    "secretservice, SECRETSERVICE, SILENT",
    "osxkeychain, OSXKEYCHAIN, SHARED",
    "wincred, WINCRED, SHARED",
    "wincred.exe, WINCRED, SHARED",
    "desktop, DESKTOP, SHARED",
    "desktop.exe, DESKTOP, SHARED",
    "DESKTOP.EXE, DESKTOP, SHARED",
    "Pass.BAT, PASS, TRUE_ANSWERS",
  })
  void aNameIsKnownWhateverItsCaseAndEnding(String name, KnownHelper helper, Kind kind) {
    assertEquals(helper, KnownHelper.of(name));
    assertEquals(kind, KnownHelper.of(name).kind());
  }

  @ParameterizedTest
  @CsvSource({"file", "none", "pass2", "my-pass", "pass.sh", "pass.exe.exe", "exe", "''", "other"})
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
