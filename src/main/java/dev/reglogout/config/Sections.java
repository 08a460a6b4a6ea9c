package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of a document's sections of one name; the name ignores case and every section counts,
 * as Go's decoder reads it.
 */
final class Sections {
  private final List<JsonObjectSpan> spans = new ArrayList<>();
  private StoreException problem;

  /**
   * Reads the sections.
   *
   * @param object the document, or null for one without any
   */
  Sections(byte[] json, JsonObjectSpan object, String name) {
    List<Member> members = object == null ? List.of() : object.members();
    for (Member member : members) {
      if (member.name().equalsIgnoreCase(name)) {
        byte first = json[member.valueStart()];
        if (first == '{') {
          spans.add(JsonObjectSpan.at(json, member.valueStart()));
        } else if (first != 'n') {
          problem =
              new StoreException(
                  "section-not-object",
                  "its " + name + " is not an object",
                  "correct the file by hand");
        }
      }
    }
  }

  /** Returns where the sections stand. */
  List<JsonObjectSpan> spans() {
    return spans;
  }

  /** Returns the members of all sections in the order they stand. */
  List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (JsonObjectSpan span : spans) {
      members.addAll(span.members());
    }
    return members;
  }

  /** Returns why one of the sections cannot be read, if that is so. */
  Optional<StoreException> problem() {
    return Optional.ofNullable(problem);
  }

  /** Returns the last text that an object has under a name, or null; an empty one is none. */
  static String text(byte[] json, Member object, String name) {
    String text = null;
    if (json[object.valueStart()] == '{') {
      for (Member field : JsonObjectSpan.at(json, object.valueStart()).members()) {
        if (field.name().equalsIgnoreCase(name) && json[field.valueStart()] == '"') {
          String read = JsonObjectSpan.string(json, field.valueStart(), field.end());
          text = read.isEmpty() ? null : read;
        }
      }
    }
    return text;
  }

  /** Returns whether an object has something under a name, be it no text. */
  static boolean has(byte[] json, Member object, String name) {
    if (json[object.valueStart()] == '{') {
      for (Member field : JsonObjectSpan.at(json, object.valueStart()).members()) {
        boolean isNull = json[field.valueStart()] == 'n';
        boolean isEmpty = json[field.valueStart()] == '"' && field.end() - field.valueStart() == 2;
        if (field.name().equalsIgnoreCase(name) && !isNull && !isEmpty) {
          return true;
        }
      }
    }
    return false;
  }
}
