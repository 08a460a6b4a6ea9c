package dev.reglogout.soak;

import dev.reglogout.config.OrderExplorer;
import dev.reglogout.config.OrderExplorer.Setting;
import java.nio.file.Files;
import java.util.Locale;

/** Every order of the steps of three runs and a neighbour. */
public final class OrdersSoak {
  private static final int RUNS = 3;

  private OrdersSoak() {}

  /** Takes as long as it takes, and prints a table; an order in which anything is lost ends it. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "| three runs of ours and a neighbour, the file | states | steps taken | ends | lost, torn, left or untrue |");
    System.out.println("|---|---|---|---|---|");
    for (Setting setting : Setting.values()) {
      try (OrderExplorer explorer =
          new OrderExplorer(Files.createTempDirectory("reglogout-soak-"), setting, RUNS, true)) {
        explorer.explore();
        System.out.printf(
            Locale.ROOT,
            "| %s | %,d | %,d | %,d | 0 |%n",
            words(setting),
            explorer.states(),
            explorer.steps(),
            explorer.ends());
      }
    }
  }

  private static String words(Setting setting) {
    return switch (setting) {
      case LOCK_FILE -> "replaced, under a lock file";
      case NO_LOCK_FILE -> "replaced, with something else at the lock file's name";
      case IN_PLACE -> "cut in place, in a directory that others can change";
    };
  }
}
