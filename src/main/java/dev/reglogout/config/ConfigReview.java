package dev.reglogout.config;

import java.util.ArrayList;
import java.util.List;

/**
 * How a config file says what it says: what only a reviewer looks at.
 *
 * <p>A logout reads a {@link ConfigDocument} alone.
 */
public final class ConfigReview {
  private final byte[] json;
  private final List<JsonValue> members;

  /** Creates the review of a document that has been read. */
  public ConfigReview(ConfigDocument document) {
    this.json = document.json();
    this.members = JsonSyntax.isBlank(json) ? List.of() : JsonValue.of(json).members();
  }

  /** Returns whether it begins with a byte order mark. */
  public boolean hasByteOrderMark() {
    return JsonSyntax.start(json) > 0;
  }

  /** Returns the members of its object, in the order they stand. */
  public List<JsonValue> members() {
    return members;
  }

  /**
   * Returns the members of its sections of a name; docker ignores case, and reads all of them.
   *
   * @param section such as {@code auths}
   */
  public List<JsonValue> membersOf(String section) {
    List<JsonValue> all = new ArrayList<>();
    for (JsonValue member : members) {
      if (member.name().equalsIgnoreCase(section)) {
        all.addAll(member.members());
      }
    }
    return all;
  }
}
