package dev.reglogout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          it is locked | unlock it | it is locked. unlock it
          it is locked | ''        | it is locked
          it is locked |           | it is locked
                       | unlock it | unlock it
                       |           |
          """)
  void causeAndAdviceAreOneText(String cause, String advice, String detail) {
    assertEquals(detail, Outcome.failed("reason", cause, advice).detail());
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNED, planned, false",
    "ERASED, erased, false",
    "ABSENT, absent, false",
    "MINTED, minted, false",
    "KEPT, kept, false",
    "REMAINS, remains, true",
    "FAILED, failed, true"
  })
  void aVerdictHasAStableNameAndTellsWhetherACredentialMayRemain(
      Verdict verdict, String id, boolean mayRemain) {
    assertEquals(id, verdict.id());
    assertEquals(mayRemain, verdict.mayRemain());
  }
}
