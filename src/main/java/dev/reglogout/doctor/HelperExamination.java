package dev.reglogout.doctor;

import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** Examines one helper. */
final class HelperExamination {
  private final Helpers helpers;

  HelperExamination(Helpers helpers) {
    this.helpers = helpers;
  }

  ExaminedHelper examine(HelperUse use) {
    HelperStore store = helpers.named(use.helper());
    List<Finding> findings = new ArrayList<>();
    Integer entries = null;
    boolean mints = store.known().kind() == KnownHelper.Kind.MINTS;
    if (!mints) {
      try {
        entries = store.list().size();
      } catch (StoreException e) {
        findings.add(Finding.of(e));
      }
    }
    return new ExaminedHelper(
        store.name(),
        use.namedBy(),
        null,
        null,
        mints ? ExaminedHelper.Nature.MINTS : ExaminedHelper.Nature.KEEPS,
        null,
        entries,
        null,
        null,
        List.copyOf(findings));
  }
}
