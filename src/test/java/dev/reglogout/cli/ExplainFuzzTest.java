package dev.reglogout.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run; `make soak` does more. */
class ExplainFuzzTest {
  @TempDir Path directory;

  @Test
  void aTextIsLookedThroughInTimeAndNothingOfItIsShown() {
    ExplainFuzz fuzz = new ExplainFuzz(new Machine(directory), 42);
    for (int i = 0; i < 400; i++) {
      fuzz.explainOne();
    }
    assertTrue(fuzz.explained() > 100, fuzz.explained() + " texts are too few to prove anything");
    assertTrue(fuzz.longest() < SECONDS.toNanos(15), fuzz.longest() + " ns");
  }
}
