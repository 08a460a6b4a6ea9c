package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a config file says about credentials: its {@code auths}, {@code credHelpers} and {@code
 * credsStore}.
 *
 * <p>Read as Go's decoder, and so docker, reads it: the names of the sections ignore case, and
 * every repeated section counts. Other members are nobody's business here.
 */
public final class ConfigDocument {
  /** What a file that is not there, or is empty, says. */
  static final ConfigDocument EMPTY = new ConfigDocument(new byte[0]);

  private static final Set<String> SECRETS =
      Set.of("auth", "identitytoken", "registrytoken", "password");
  private static final Set<String> TOKENS = Set.of("identitytoken", "registrytoken");

  private final byte[] json;
  private final List<JsonObjectSpan> auths = new ArrayList<>();
  private final Map<RegistryKey, Optional<String>> credHelpers = new LinkedHashMap<>();
  private String credsStore = "";
  private StoreException authsProblem;
  private StoreException helpersProblem;
  private List<Entry> entries; // null before they were asked for
  private boolean entriesHaveUsers;

  private ConfigDocument(byte[] json) {
    this.json = json;
  }

  /**
   * Reads a document.
   *
   * @throws StoreException if it is not strict JSON in UTF-8, or not an object
   */
  static ConfigDocument parse(Path path, byte[] json) throws StoreException {
    if (JsonSyntax.isBlank(json)) {
      return new ConfigDocument(json);
    }
    JsonSyntax.check(path, json);
    ConfigDocument document = new ConfigDocument(json);
    int start = JsonObjectSpan.skipBlanks(json, JsonSyntax.start(json));
    if (json[start] == '{') {
      JsonObjectSpan.at(json, start).members().forEach(member -> document.read(path, member));
    } else if (json[start] != 'n') {
      throw new StoreException(
          "config-not-object", "it is JSON, but not an object", "mend or remove the file");
    }
    return document;
  }

  /**
   * Reads the value of a variable that holds what a config file does.
   *
   * @throws StoreException as for a file, with the variable's name for its path
   */
  public static ConfigDocument ofVariable(String name, String value) throws StoreException {
    return parse(Path.of(name), value.getBytes(UTF_8));
  }

  /**
   * Returns the entries of {@code auths} in the order they stand, each key once: one that stands
   * twice holds a secret if either does. No user names are read.
   */
  public List<Entry> entries() {
    return entries(false);
  }

  /** Returns the entries as above, with the user names if they are asked for. */
  List<Entry> entries(boolean withUsers) {
    if (entries == null || entriesHaveUsers != withUsers) {
      entries = readEntries(withUsers);
      entriesHaveUsers = withUsers;
    }
    return entries;
  }

  private List<Entry> readEntries(boolean withUsers) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (JsonObjectSpan section : auths) {
      for (Member member : section.members()) {
        String user = withUsers ? InlineUser.of(json, member) : null;
        Entry entry = new Entry(RegistryKey.of(member.name()), user, form(member), 0);
        entries.merge(member.name(), entry, ConfigDocument::merged);
      }
    }
    return List.copyOf(entries.values());
  }

  /** A key that stands twice goes as a whole, so it is one user's only if both are. */
  private static Entry merged(Entry one, Entry other) {
    String user = Objects.equals(one.user(), other.user()) ? one.user() : null;
    return new Entry(one.key(), user, one.secret() ? one.form() : other.form(), 0);
  }

  /**
   * Returns the secrets stored under a key, of every member that has it: what follows the user name
   * in {@code auth}, {@code identitytoken} and {@code password}.
   */
  List<String> secrets(RegistryKey key) {
    List<String> secrets = new ArrayList<>();
    for (JsonObjectSpan section : auths) {
      for (Member entry : section.members()) {
        if (entry.name().equals(key.text()) && json[entry.valueStart()] == '{') {
          JsonObjectSpan.at(json, entry.valueStart())
              .members()
              .forEach(field -> text(field).ifPresent(t -> addSecret(field.name(), t, secrets)));
        }
      }
    }
    return secrets;
  }

  private static void addSecret(String field, String text, List<String> secrets) {
    if (field.equalsIgnoreCase("auth")) {
      try {
        String decoded = new String(Base64.getDecoder().decode(text), UTF_8);
        secrets.add(decoded.substring(decoded.indexOf(':') + 1));
      } catch (IllegalArgumentException e) {
        // docker does not understand it either
      }
    } else if (field.equalsIgnoreCase("identitytoken") || field.equalsIgnoreCase("password")) {
      secrets.add(text);
    }
  }

  /** Returns what the entries are, in the same order and as often; never a secret. */
  public List<InlineCredential> credentials() {
    Map<String, InlineCredential> credentials = new LinkedHashMap<>();
    for (JsonObjectSpan section : auths) {
      for (Member member : section.members()) {
        InlineCredential credential =
            new InlineCredential(
                RegistryKey.of(member.name()), InlineUser.of(json, member), form(member));
        credentials.merge(
            member.name(), credential, (one, other) -> one.holdsSecret() ? one : other);
      }
    }
    return List.copyOf(credentials.values());
  }

  /** Returns why {@code auths} cannot be read, if that is so. */
  public Optional<StoreException> authsProblem() {
    return Optional.ofNullable(authsProblem);
  }

  /** Returns why nobody can tell which helpers are configured, if that is so. */
  public Optional<StoreException> helpersProblem() {
    return Optional.ofNullable(helpersProblem);
  }

  /** Returns the helper named by {@code credsStore}; empty if there is none. */
  public String credsStore() {
    return credsStore;
  }

  /**
   * Returns the {@code credHelpers}: the helper's name by key, empty for "the file", or nothing
   * where the value is no text.
   */
  public Map<RegistryKey, Optional<String>> credHelpers() {
    return credHelpers;
  }

  /** Returns whether docker would look for its platform's default helper. */
  public boolean namesNoStore() {
    return credsStore.isEmpty() && credHelpers.isEmpty() && helpersProblem == null;
  }

  /** Returns what to cut to be rid of the entries that are chosen. */
  Edit cut(Predicate<RegistryKey> chosen) {
    return Cut.of(auths, member -> chosen.test(RegistryKey.of(member.name())));
  }

  byte[] json() {
    return json;
  }

  private void read(Path path, Member member) {
    String name = member.name();
    boolean isObject = json[member.valueStart()] == '{';
    boolean isNull = json[member.valueStart()] == 'n';
    if (name.equalsIgnoreCase("auths")) {
      if (isObject) {
        auths.add(JsonObjectSpan.at(json, member.valueStart()));
      } else if (!isNull) {
        authsProblem =
            new StoreException(
                "auths-not-object", "its auths is not an object", "mend the file by hand");
      }
    } else if (name.equalsIgnoreCase("credHelpers")) {
      if (isObject) {
        JsonObjectSpan.at(json, member.valueStart()).members().forEach(this::readHelper);
      } else if (!isNull) {
        helpersProblem = cannotTellWhichHelper(path, "credHelpers is not an object");
      }
    } else if (name.equalsIgnoreCase("credsStore") && !isNull) {
      Optional<String> store = text(member);
      credsStore = store.orElse("");
      if (store.isEmpty()) {
        helpersProblem = cannotTellWhichHelper(path, "credsStore is not a text");
      }
    }
  }

  private void readHelper(Member member) {
    boolean isNull = json[member.valueStart()] == 'n';
    credHelpers.put(RegistryKey.of(member.name()), isNull ? Optional.of("") : text(member));
  }

  /** Returns why the helper of a registry cannot be told from a file. */
  static StoreException cannotTellWhichHelper(Path path, String why) {
    return new StoreException(
        "helper-unknown",
        "cannot tell which helper to ask: " + why,
        "mend " + path + " by hand, and run it again");
  }

  private Optional<String> text(Member member) {
    return json[member.valueStart()] == '"'
        ? Optional.of(JsonObjectSpan.string(json, member.valueStart(), member.end()))
        : Optional.empty();
  }

  private Entry.Form form(Member entry) {
    if (!hasSecret(entry)) {
      return Entry.Form.PLACEHOLDER;
    }
    return json[entry.valueStart()] == '{' && holdsAny(entry, TOKENS)
        ? Entry.Form.TOKEN
        : Entry.Form.SECRET;
  }

  /** Returns whether an entry is more than a placeholder: anything but an object counts. */
  private boolean hasSecret(Member entry) {
    byte first = json[entry.valueStart()];
    return first == '{' ? holdsAny(entry, SECRETS) : first != 'n';
  }

  private boolean holdsAny(Member entry, Set<String> names) {
    for (Member field : JsonObjectSpan.at(json, entry.valueStart()).members()) {
      boolean isNull = json[field.valueStart()] == 'n';
      boolean isEmptyText =
          json[field.valueStart()] == '"' && field.end() - field.valueStart() == 2;
      if (!isNull && !isEmptyText && isAny(field.name(), names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAny(String name, Set<String> names) {
    for (String one : names) { // no stream: asked for every entry
      if (one.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
