package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Spans of bytes to take out of a document so that it stays strict JSON.
 *
 * @param spans in ascending order, apart from each other
 */
record Cut(List<Span> spans) {

  /**
   * Bytes from one index up to another.
   *
   * @param start of the first byte
   * @param end behind the last byte
   */
  record Span(int start, int end) {}

  /**
   * Chooses the members to take out of some objects of one document.
   *
   * <p>A member goes with one comma and the blank space that belongs to it: what is before a kept
   * member stays before it. An object that loses all its members becomes {@code {}}.
   */
  static Cut of(List<JsonObjectSpan> objects, Predicate<Member> chosen) {
    List<Span> spans = new ArrayList<>();
    for (JsonObjectSpan object : objects) {
      add(object, chosen, spans);
    }
    return new Cut(spans);
  }

  private static void add(JsonObjectSpan object, Predicate<Member> chosen, List<Span> spans) {
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
        spans.add(
            kept == null
                ? new Span(firstGone.start(), member.start())
                : new Span(kept.end(), lastGone.end()));
      }
      kept = member;
      firstGone = null;
    }
    if (firstGone != null) {
      spans.add(
          kept == null
              ? new Span(object.start() + 1, object.end() - 1)
              : new Span(kept.end(), lastGone.end()));
    }
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /** Returns the document without the spans. */
  byte[] removedFrom(byte[] json) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream(json.length);
    int from = 0;
    for (Span span : spans) {
      rest.write(json, from, span.start() - from);
      from = span.end();
    }
    rest.write(json, from, json.length - from);
    return rest.toByteArray();
  }

  /** Returns what to write over a span to blank it out at the same length. */
  static byte[] blanks(Span span) {
    byte[] blanks = new byte[span.end() - span.start()];
    Arrays.fill(blanks, (byte) ' ');
    return blanks;
  }
}
