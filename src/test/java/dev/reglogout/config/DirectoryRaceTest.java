package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form; two hundred runs against each attack are in the soak. */
class DirectoryRaceTest {
  @TempDir Path root;

  @ParameterizedTest
  @EnumSource(DirectoryRace.Attack.class)
  void whoeverOwnsTheDirectoryIsGivenNothing(DirectoryRace.Attack attack) throws Exception {
    DirectoryRace race = new DirectoryRace(root, attack);
    long end = System.nanoTime() + 2_000_000_000;

    for (int runs = 0; runs < 3 || runs < 20 && System.nanoTime() < end; runs++) {
      race.run();
    }

    assertTrue(race.swaps() > 0, "nothing was swapped");
  }
}
