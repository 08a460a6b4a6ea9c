package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Chooses what to take out of a document so that members go and it stays strict JSON. */
final class Cut {
  private Cut() {}

  /**
   * Chooses the members to take out of some objects of one document.
   *
   * <p>A member goes with one comma and the blank space that belongs to it: what is before a kept
   * member stays before it. An object that loses all its members becomes {@code {}}.
   */
  static Edit of(List<JsonObjectSpan> objects, Predicate<Member> chosen) {
    List<Splice> splices = new ArrayList<>();
    for (JsonObjectSpan object : objects) {
      add(object, chosen, splices);
    }
    return new Edit(splices);
  }

  private static void add(JsonObjectSpan object, Predicate<Member> chosen, List<Splice> splices) {
    Member kept = null;
    Member firstGone = null;
    Member lastGone = null;
    for (Member member : object.members()) {
      if (chosen.test(member)) {
        firstGone = firstGone == null ? member : firstGone;
        lastGone = member;
        continue;
      }
      if (firstGone != null) {
        splices.add(
            kept == null
                ? Splice.cut(firstGone.start(), member.start())
                : Splice.cut(kept.end(), lastGone.end()));
      }
      kept = member;
      firstGone = null;
    }
    if (firstGone != null) {
      splices.add(
          kept == null
              ? Splice.cut(object.start() + 1, object.end() - 1)
              : Splice.cut(kept.end(), lastGone.end()));
    }
  }
}
