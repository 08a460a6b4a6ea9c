package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run; `make soak` does more. */
class RandomDeathsTest {
  @TempDir Path directory;

  @Test
  void everyVerdictIsTrueThoughTheHelperDiesAtRandom() {
    RandomDeaths deaths = new RandomDeaths();
    deaths.logOut(directory.resolve("hundred"), 1, 100);
    for (int seed = 2; seed < 10; seed++) {
      deaths.logOut(directory.resolve("few" + seed), seed, 4);
    }
    assertTrue(deaths.verdicts() > 100, deaths.verdicts() + " are too few to prove anything");
    assertTrue(deaths.remaining() > 3, deaths.remaining() + " are too few to prove anything");
  }
}
