package dev.reglogout.soak;

import dev.reglogout.config.DirectoryRace;
import dev.reglogout.config.DirectoryRace.Attack;
import java.nio.file.Files;
import java.util.Locale;

/** The long run of the races for a directory: two hundred logouts against each attack. */
public final class RacesSoak {
  private static final int RUNS = 200;

  private RacesSoak() {}

  /** Takes as long as it takes, and prints a table; a race that is won ends it. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "| while we log out, the directory's owner puts, in a loop | runs | swaps | logged out | won |");
    System.out.println("|---|---|---|---|---|");
    for (Attack attack : Attack.values()) {
      DirectoryRace race = new DirectoryRace(Files.createTempDirectory("reglogout-soak-"), attack);
      for (int run = 0; run < RUNS; run++) {
        race.run();
      }
      System.out.printf(
          Locale.ROOT, "| %s | %d | %,d | %d | 0 |%n", attack, RUNS, race.swaps(), race.erased());
    }
    System.exit(0); // a pool thread may be left
  }
}
