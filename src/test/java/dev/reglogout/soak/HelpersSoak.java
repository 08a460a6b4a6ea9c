package dev.reglogout.soak;

import dev.reglogout.cli.RandomDeaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The long run of the helper that dies at random: a hundred registries a time. */
public final class HelpersSoak {
  private static final int REGISTRIES = 100;

  private HelpersSoak() {}

  /** Takes the minutes, and prints a table; a failure ends it with the seed in its message. */
  public static void main(String[] arguments) throws IOException {
    RandomDeaths deaths = new RandomDeaths();
    int seed = 0;
    for (Minutes time = Minutes.of(arguments, 0.9); time.left(); ) {
      Path directory = Files.createTempDirectory("reglogout-soak-");
      deaths.logOut(directory, ++seed, REGISTRIES);
      delete(directory);
    }
    System.out.printf("| helper that dies at random, seeds 1 to %d | |%n|---|---|%n", seed);
    System.out.printf("| logouts of %d registries each | %,d |%n", REGISTRIES, seed);
    System.out.printf(
        "| verdicts compared with the helper's store afterwards | %,d |%n", deaths.verdicts());
    System.out.printf("| of them `remains` or `failed` | %,d |%n", deaths.remaining());
    System.out.printf("| verdicts that were not true | 0 |%n");
  }

  private static void delete(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(directory)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
