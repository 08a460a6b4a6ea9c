package dev.reglogout.helper;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A short run; `make soak` does more. */
class AnswerFuzzTest {
  private final AnswerFuzz fuzz = new AnswerFuzz(42);

  @Test
  void aListIsReadAsGsonReadsItOrNotAtAll() {
    for (int i = 0; i < 10_000; i++) {
      fuzz.listOne();
    }
    assertTrue(fuzz.lists() > 2_500, fuzz.lists() + " lists are too few to prove anything");
  }

  @Test
  void noComplaintAboutAnAnswerRepeatsASecret() {
    for (int i = 0; i < 1_500; i++) {
      fuzz.getOne();
    }
    assertTrue(fuzz.secrets() > 15, fuzz.secrets() + " secrets are too few to prove anything");
  }

  @Test
  void wordsAreUnderstoodInAMomentHoweverTheyAreMade() {
    for (int i = 0; i < 300; i++) {
      fuzz.failOne();
    }
    assertTrue(fuzz.longest() < MILLISECONDS.toNanos(3000), fuzz.longest() + " ns");
  }
}
