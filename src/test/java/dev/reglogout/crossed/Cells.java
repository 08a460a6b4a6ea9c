package dev.reglogout.crossed;

import dev.reglogout.crossed.Cell.Erases;
import dev.reglogout.crossed.Cell.Lists;
import dev.reglogout.crossed.Cell.Named;
import dev.reglogout.crossed.Cell.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Crosses everything with everything that can go with it. */
final class Cells {
  private static final List<String> HELPERS =
      List.of(
          "vault",
          "pass",
          "secretservice",
          "osxkeychain",
          "wincred",
          "desktop",
          "dev-containers-x",
          "ecr-login",
          "gcloud",
          "gcr",
          "acr-env");

  private static final List<String> DEFAULTS =
      List.of("pass", "secretservice", "osxkeychain", "wincred");

  /** One of each kind. */
  private static final Set<String> FULLY_CROSSED = Set.of("vault", "pass", "osxkeychain");

  private static final Set<Lists> CHOSEN_LISTS =
      Set.of(Lists.WORKS, Lists.HIDES, Lists.FAILS, Lists.UNSUPPORTED);

  /** Lists that are taken for another: empty, failed. */
  private static final Set<Lists> LIKE_ANOTHER = Set.of(Lists.SILENT, Lists.LOCKED);

  private Cells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (String helper : HELPERS) {
      for (Named named : Named.values()) {
        if (named == Named.DEFAULT && !DEFAULTS.contains(helper)) {
          continue;
        }
        for (Trace trace : Trace.values()) {
          answers(cells, helper, named, trace);
        }
      }
    }
    return cells;
  }

  private static void answers(List<Cell> cells, String helper, Named named, Trace trace) {
    for (Lists lists : Lists.values()) {
      for (Erases erases : Erases.values()) {
        Cell cell = new Cell(helper, lists, erases, named, trace);
        if (isWorthIt(cell)) {
          cells.add(cell);
        }
      }
    }
  }

  /** Leaves out what differs from another cell in nothing that could matter. */
  private static boolean isWorthIt(Cell cell) {
    if (cell.mints()) { // never started
      return cell.lists() == Lists.WORKS && cell.erases() == Erases.YES
          || cell.lists() == Lists.UNSUPPORTED && cell.erases() == Erases.UNSUPPORTED;
    }
    if (!isCommon(cell.named()) && !FULLY_CROSSED.contains(cell.helper())) {
      return false;
    }
    if (cell.trace() == Trace.SECRET) { // goes, whatever the helper does
      return cell.erases() == Erases.LIES
          && CHOSEN_LISTS.contains(cell.lists())
          && isCommon(cell.named());
    }
    if (cell.erases() == Erases.HITS_ANOTHER) {
      return CHOSEN_LISTS.contains(cell.lists()) && isCommon(cell.named());
    }
    return cell.named() == Named.CREDS_STORE || !LIKE_ANOTHER.contains(cell.lists());
  }

  private static boolean isCommon(Named named) {
    return named == Named.EXACT_KEY || named == Named.CREDS_STORE || named == Named.DEFAULT;
  }
}
