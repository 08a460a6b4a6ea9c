package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a config file of docker's form says about credentials: its {@code auths}, {@code
 * credHelpers} and {@code credsStore}.
 *
 * <p>Read as Go's decoder, and so docker, reads it: the names of the sections ignore case, every
 * repeated section counts, {@code null} in the place of one forgets what stood before, and what has
 * the wrong type is passed over. Entries that docker forgets are entries all the same: their
 * secrets stand in the file.
 */
public final class ConfigDocument implements LoginDocument {

  private static final Set<String> SECRETS =
      Set.of("auth", "identitytoken", "registrytoken", "password");
  private static final Set<String> TOKENS = Set.of("identitytoken", "registrytoken");

  private final byte[] json;
  private final boolean withUsers;
  private final List<JsonObjectSpan> auths = new ArrayList<>();
  private final Map<RegistryKey, Optional<String>> credHelpers = new LinkedHashMap<>();
  private String credsStore = "";
  private int forgotten; // how many of the sections a later null makes docker forget
  private int storePlace = -1; // how many credHelpers stand before credsStore
  private StoreException authsProblem;
  private StoreException helpersProblem;
  private List<Entry> entries; // null before they were asked for

  private ConfigDocument(byte[] json, boolean withUsers) {
    this.json = json;
    this.withUsers = withUsers;
  }

  static ConfigDocument parse(Path path, byte[] json) throws StoreException {
    return parse(path, json, false);
  }

  /**
   * Reads a document.
   *
   * @throws StoreException if it is not strict JSON in UTF-8, or not an object
   */
  static ConfigDocument parse(Path path, byte[] json, boolean withUsers) throws StoreException {
    ConfigDocument document = new ConfigDocument(json, withUsers);
    JsonObjectSpan object = JsonSyntax.object(path, json);
    if (object != null) {
      for (Member member : object.members()) {
        document.read(path, member);
      }
    }
    return document;
  }

  /**
   * Reads a document that is what {@code auths} is elsewhere.
   *
   * @throws StoreException if it is not strict JSON in UTF-8, or not an object
   */
  static ConfigDocument ofMap(Path path, byte[] json, boolean withUsers) throws StoreException {
    ConfigDocument document = new ConfigDocument(json, withUsers);
    JsonObjectSpan object = JsonSyntax.object(path, json);
    if (object != null) {
      document.auths.add(object);
    }
    return document;
  }

  @Override
  public List<Entry> entries() {
    if (entries == null) {
      List<Entry> read = new ArrayList<>();
      Map<String, Integer> places = new HashMap<>();
      for (JsonObjectSpan section : auths) {
        for (Member member : section.members()) {
          read.add(entry(member, places));
        }
      }
      entries = Collections.unmodifiableList(read);
    }
    return entries;
  }

  private Entry entry(Member member, Map<String, Integer> places) {
    String user = withUsers ? InlineUser.of(json, member) : null;
    Integer before = places.get(member.name());
    int place = before == null ? 0 : before + 1;
    places.put(member.name(), place);
    return new Entry(RegistryKey.of(member.name()), user, form(member), place);
  }

  @Override
  public boolean hasNoAuth() {
    return wouldHaveNoAuthWithout(List.of());
  }

  /**
   * {@inheritDoc}
   *
   * <p>docker's rule, as measured: no member in {@code auths}, be it a placeholder, none in {@code
   * credHelpers}, be it empty, and no {@code credsStore}.
   */
  @Override
  public boolean wouldHaveNoAuthWithout(Collection<Entry> gone) {
    if (!credsStore.isEmpty() || !credHelpers.isEmpty()) {
      return false;
    }
    int forgottenMembers = 0;
    for (JsonObjectSpan section : auths.subList(0, forgotten)) {
      forgottenMembers += section.members().size();
    }
    EntryMatcher matcher = new EntryMatcher(gone, withUsers);
    for (Entry entry : entries().subList(forgottenMembers, entries().size())) {
      if (!matcher.matches(entry)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Edit without(Collection<Entry> gone) {
    EntryMatcher matcher = new EntryMatcher(gone, withUsers);
    Iterator<Entry> each = entries().iterator();
    return Cut.of(auths, member -> matcher.matches(each.next()));
  }

  /**
   * Returns the secrets stored under a key, of every member that has it: what follows the user name
   * in {@code auth}, {@code identitytoken} and {@code password}.
   */
  @Override
  public List<String> secrets(RegistryKey key) {
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

  @Override
  public Optional<StoreException> entriesProblem() {
    return Optional.ofNullable(authsProblem);
  }

  @Override
  public Optional<StoreException> bindingsProblem() {
    return Optional.ofNullable(helpersProblem);
  }

  @Override
  public List<Binding> bindings() {
    List<Binding> bindings = new ArrayList<>();
    for (Map.Entry<RegistryKey, Optional<String>> helper : credHelpers.entrySet()) {
      RegistryKey key = helper.getKey();
      String member = "credHelpers[\"" + key.masked() + "\"]";
      bindings.add(new Binding(helper.getValue().orElse(null), key, member));
    }
    if (!credsStore.isEmpty()) {
      int place = Math.min(storePlace, bindings.size());
      bindings.add(place, new Binding(credsStore, null, "credsStore"));
    }
    return bindings;
  }

  /**
   * {@inheritDoc}
   *
   * <p>docker's client for Python takes the whole document for {@code auths} where it has none.
   */
  @Override
  public List<RegistryKey> strayLogins() {
    List<RegistryKey> keys = new ArrayList<>();
    if (JsonSyntax.isBlank(json)) {
      return keys;
    }
    int start = JsonObjectSpan.skipBlanks(json, JsonSyntax.start(json));
    if (json[start] != '{') {
      return keys;
    }
    for (Member member : JsonObjectSpan.at(json, start).members()) {
      boolean isObject = json[member.valueStart()] == '{';
      if (isObject && holdsAny(member, SECRETS) && RegistryKey.of(member.name()).looksLikeHost()) {
        keys.add(RegistryKey.of(member.name()));
      }
    }
    return keys;
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
      } else if (isNull) {
        forgotten = auths.size();
      } else {
        authsProblem =
            new StoreException(
                "auths-not-object", "its auths is not an object", "correct the file by hand");
      }
    } else if (name.equalsIgnoreCase("credHelpers")) {
      if (isObject) {
        for (Member helper : JsonObjectSpan.at(json, member.valueStart()).members()) {
          readHelper(helper);
        }
      } else if (isNull) {
        credHelpers.clear();
      } else {
        helpersProblem = cannotTellWhichHelper(path, "credHelpers is not an object");
      }
    } else if (name.equalsIgnoreCase("credsStore") && !isNull) {
      Optional<String> store = text(member);
      credsStore = store.orElse(credsStore);
      storePlace = credHelpers.size();
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
        "correct " + path + " by hand, and run it again");
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
