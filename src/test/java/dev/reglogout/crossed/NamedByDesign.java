package dev.reglogout.crossed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.reglogout.crossed.Cell.Erases;
import dev.reglogout.crossed.Cell.Lists;
import dev.reglogout.crossed.Cell.Named;
import dev.reglogout.crossed.Cell.Trace;

/** The cells in which exit 0 may come with a login that is still stored. */
enum NamedByDesign {
  /** It keeps nothing that could be erased, and is never started. */
  MINTS {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      return cell.mints();
    }
  },
  /** VS Code's bridge is never asked for a list; its word is taken, and the report says so. */
  BRIDGE {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      return cell.isBridge() && cell.erases() == Erases.LIES && saysUnverified(report);
    }
  },
  /** Nobody knows what a helper without a list holds: its word is taken, and the report says so. */
  NO_LIST {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      return cell.isUnknown()
          && cell.cannotList()
          && cell.erases() == Erases.LIES
          && saysUnverified(report);
    }
  },
  /** Neither lists nor erases: nothing could be erased through it, and no trace says otherwise. */
  KEEPS_NOTHING {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      return cell.isUnknown()
          && cell.cannotList()
          && cell.erases() == Erases.UNSUPPORTED
          && cell.trace() != Trace.PLACEHOLDER
          && verdicts(report).contains("minted");
    }
  },
  /** What a working list does not show is absent, where no placeholder says otherwise. */
  NOT_LISTED {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      return cell.hidesIt() && cell.trace() != Trace.PLACEHOLDER;
    }
  },
  /** A store that other programs share is sent nothing that its list does not show. */
  SHARED_STORE {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      return cell.isShared() && cell.hidesIt();
    }
  },
  /** Pass, not listed, but with a placeholder: asked, and its answers are true. */
  TRUE_ANSWERS {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      return cell.helper().equals("pass")
          && cell.hidesIt()
          && cell.trace() == Trace.PLACEHOLDER
          && cell.erases() == Erases.LIES;
    }
  },
  /** Not listed, but with a placeholder: sent the canonical key once, whose answer counts. */
  ASKED_ONCE {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      boolean missed = cell.erases() == Erases.YES && !cell.key().equals(Cell.HOST);
      return cell.isUnknown()
          && cell.hidesIt()
          && cell.trace() == Trace.PLACEHOLDER
          && (cell.erases() == Erases.LIES || missed);
    }
  },
  /** Docker does not ask this helper for that name; that it cannot be asked is a warning. */
  FURTHER_HELPER {
    @Override
    boolean covers(Cell cell, JsonObject report) {
      return cell.named() == Named.BY_URL
          && cell.lists() != Lists.WORKS
          && !report.getAsJsonArray("warnings").isEmpty();
    }
  };

  abstract boolean covers(Cell cell, JsonObject report);

  /** Returns why the design lets the cell exit 0, or null. */
  static NamedByDesign of(Cell cell, JsonObject report) {
    for (NamedByDesign reason : values()) {
      if (reason.covers(cell, report)) {
        return reason;
      }
    }
    return null;
  }

  /** Tells whether a step in a helper was reported as not verified. */
  private static boolean saysUnverified(JsonObject report) {
    for (JsonElement registry : report.getAsJsonArray("registries")) {
      for (JsonElement step : registry.getAsJsonObject().getAsJsonArray("steps")) {
        JsonElement verified = step.getAsJsonObject().get("verified");
        if (!verified.isJsonNull() && !verified.getAsBoolean()) {
          return true;
        }
      }
    }
    return false;
  }

  private static String verdicts(JsonObject report) {
    StringBuilder verdicts = new StringBuilder();
    for (JsonElement registry : report.getAsJsonArray("registries")) {
      for (JsonElement step : registry.getAsJsonObject().getAsJsonArray("steps")) {
        verdicts.append(step.getAsJsonObject().get("verdict").getAsString()).append(' ');
      }
    }
    return verdicts.toString();
  }
}
