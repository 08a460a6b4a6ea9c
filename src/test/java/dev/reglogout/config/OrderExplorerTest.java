package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every order of the steps of two runs, or of one beside a neighbour; three are in the soak. */
class OrderExplorerTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "LOCK_FILE, 2, false",
    "NO_LOCK_FILE, 2, false",
    "IN_PLACE, 2, false",
    "LOCK_FILE, 1, true",
    "NO_LOCK_FILE, 1, true",
    "IN_PLACE, 1, true"
  })
  void inWhateverOrderTheStepsAreTakenNothingIsLostAndEachSaysWhatItDid(
      OrderExplorer.Setting setting, int runs, boolean neighbour) throws Exception {
    try (OrderExplorer explorer = new OrderExplorer(directory, setting, runs, neighbour)) {
      explorer.explore();

      assertTrue(explorer.states() > 20, explorer.states() + " states");
      assertTrue(explorer.ends() > 0, "it never ended");
    }
  }
}
