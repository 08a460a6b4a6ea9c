package dev.reglogout.crossed;

import dev.reglogout.store.Environment.Os;
import java.util.List;
import java.util.Locale;

/**
 * One cell of the crossed table: a helper of some name, how it answers, what names it, and what the
 * config file holds of the registry.
 */
record Cell(String helper, Lists lists, Erases erases, Named named, Trace trace) {
  static final String HOST = "ghcr.io";
  static final String BYSTANDER = "bystander.example.com";

  /** How a helper answers to {@code list}. */
  enum Lists {
    WORKS,
    EMPTY,
    SILENT,
    FAILS,
    UNSUPPORTED,
    LOCKED_ITEM,
    LOCKED,
    HIDES
  }

  /** How a helper answers to {@code erase}, and what it then does. */
  enum Erases {
    YES,
    NO,
    LIES,
    HITS_ANOTHER,
    UNSUPPORTED
  }

  /** What names the helper in the config file, and the key of the entry in its store. */
  enum Named {
    EXACT_KEY(HOST, "\"credHelpers\": {\"ghcr.io\": \"%s\"}"),
    WITH_PORT(HOST + ":443", "\"credHelpers\": {\"ghcr.io:443\": \"%s\"}"),
    BY_URL("https://" + HOST, "\"credHelpers\": {\"https://ghcr.io\": \"%s\"}"),
    CREDS_STORE(HOST, "\"credsStore\": \"%s\""),
    BESIDE_A_URL(HOST, "\"credHelpers\": {\"https://ghcr.io\": \"other\"}, \"credsStore\": \"%s\""),
    DEFAULT(HOST, null);

    private final String key;
    private final String member;

    Named(String key, String member) {
      this.key = key;
      this.member = member;
    }
  }

  /** What the config file holds of the registry. */
  enum Trace {
    NONE(null),
    PLACEHOLDER("{}"),
    SECRET("{\"auth\": \"YW5uOnB3\"}");

    private final String entry;

    Trace(String entry) {
      this.entry = entry;
    }
  }

  /** Returns the key under which the helper's store holds the login. */
  String key() {
    return named.key;
  }

  /** Returns the text of docker's config file. */
  String config() {
    String auths =
        trace.entry == null ? null : "\"auths\": {\"%s\": %s}".formatted(key(), trace.entry);
    String member = named.member == null ? null : named.member.formatted(helper);
    if (auths == null || member == null) {
      return "{%s}".formatted(auths == null ? member == null ? "" : member : auths);
    }
    return "{%s, %s}".formatted(auths, member);
  }

  /** Returns the operating system: the one whose default the helper is, else Linux. */
  Os os() {
    return switch (helper) {
      case "osxkeychain" -> Os.MACOS;
      case "wincred" -> Os.WINDOWS;
      default -> Os.LINUX;
    };
  }

  boolean mints() {
    return List.of("ecr-login", "gcloud", "gcr", "acr-env").contains(helper);
  }

  boolean isBridge() {
    return helper.startsWith("dev-containers-");
  }

  /** Tells whether the helper's store is known to be shared with other programs. */
  boolean isShared() {
    return List.of("osxkeychain", "wincred", "desktop").contains(helper);
  }

  /** Tells whether nothing is known about the helper. */
  boolean isUnknown() {
    return helper.equals("vault");
  }

  /** Tells whether the helper has no list; no byte from an unknown helper means that, too. */
  boolean cannotList() {
    return lists == Lists.UNSUPPORTED || lists == Lists.SILENT && isUnknown();
  }

  /** Tells whether the helper's list looks healthy and does not show the login. */
  boolean hidesIt() {
    return switch (lists) {
      case EMPTY, HIDES -> true;
      case SILENT -> !isUnknown();
      default -> false;
    };
  }

  /** Returns what the cell is called in the resource files. */
  @Override
  public String toString() {
    return "%s, %s, list %s, erase %s, trace %s"
        .formatted(helper, word(named), word(lists), word(erases), word(trace));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
