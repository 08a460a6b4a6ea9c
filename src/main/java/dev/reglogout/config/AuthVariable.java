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
import java.util.Set;

/**
 * Reads {@code DOCKER_AUTH_CONFIG}, which docker prefers to all stores from 28.3 on.
 *
 * <p>As docker does (cli/config/configfile/file.go): {@code auths} alone, in it {@code auth} alone,
 * and nothing behind the document; one thing out of place, and docker uses none of it.
 */
public final class AuthVariable {
  /** The variable's name. */
  public static final String NAME = "DOCKER_AUTH_CONFIG";

  private static final Path FILE = Path.of(NAME);

  private static final Set<String> KNOWN =
      Set.of(
          "credHelpers",
          "credsStore",
          "username",
          "password",
          "email",
          "serveraddress",
          "identitytoken",
          "registrytoken");

  private AuthVariable() {}

  /**
   * Returns the logins in the variable's value with their user names, each key once.
   *
   * @throws StoreException if docker cannot use it, and why; the message holds no secret
   */
  public static List<Entry> entries(String value) throws StoreException {
    byte[] json = value.getBytes(UTF_8);
    if (JsonSyntax.isBlank(json)) {
      throw unusable("it is blank");
    }
    String instead = notJsonAtAll(value.strip());
    if (!instead.isEmpty()) {
      throw unusable(instead);
    }
    Map<String, Entry> logins = new LinkedHashMap<>();
    JsonObjectSpan object = object(json);
    if (object != null) {
      for (Member member : object.members()) {
        if (!member.name().equalsIgnoreCase("auths")) {
          throw unusable("it has " + shown(member) + " in it, and docker takes auths alone");
        }
        addLogins(json, member, logins);
      }
    }
    return new ArrayList<>(logins.values());
  }

  private static JsonObjectSpan object(byte[] json) throws StoreException {
    try {
      return JsonSyntax.object(FILE, json);
    } catch (StoreException e) {
      throw unusable(e.getMessage());
    }
  }

  private static void addLogins(byte[] json, Member auths, Map<String, Entry> logins)
      throws StoreException {
    byte first = json[auths.valueStart()];
    if (first == 'n') {
      logins.clear();
      return;
    }
    if (first != '{') {
      throw unusable("its auths is not an object");
    }
    for (Member entry : JsonObjectSpan.at(json, auths.valueStart()).members()) {
      RegistryKey key = RegistryKey.of(entry.name());
      if (!hasLogin(json, entry)) {
        throw unusable(key.masked() + " has no auth that is Base64 of user:password");
      }
      for (Member field : JsonObjectSpan.at(json, entry.valueStart()).members()) {
        if (!field.name().equalsIgnoreCase("auth")) {
          throw unusable(key.masked() + " has " + shown(field) + ", and docker takes auth alone");
        }
      }
      logins.put(entry.name(), Entry.ofSecret(key, InlineUser.of(json, entry)));
    }
  }

  private static boolean hasLogin(byte[] json, Member entry) {
    if (json[entry.valueStart()] != '{') {
      return false;
    }
    boolean login = false;
    for (Member field : JsonObjectSpan.at(json, entry.valueStart()).members()) {
      if (field.name().equalsIgnoreCase("auth") && json[field.valueStart()] != 'n') {
        boolean isText = json[field.valueStart()] == '"' && field.end() - field.valueStart() > 2;
        login = isText && InlineUser.isLogin(json, field.valueStart(), field.end());
      }
    }
    return login;
  }

  /** Returns what a value is that somebody took for the right one, or an empty text. */
  private static String notJsonAtAll(String value) {
    boolean drive = value.length() > 2 && value.charAt(1) == ':' && value.charAt(2) == '\\';
    if (value.startsWith("/") || value.startsWith("~/") || value.startsWith("./") || drive) {
      return "it holds a path, and docker wants what is in the file";
    }
    try {
      String decoded = new String(Base64.getMimeDecoder().decode(value), UTF_8).strip();
      return !value.startsWith("{") && decoded.startsWith("{")
          ? "it holds JSON in Base64, and docker wants the JSON itself"
          : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A name that nobody knows is not repeated: it may be anything. */
  private static String shown(Member member) {
    for (String known : KNOWN) {
      if (known.equalsIgnoreCase(member.name())) {
        return known;
      }
    }
    return "another member";
  }

  private static StoreException unusable(String why) {
    return new StoreException("docker-auth-config-unusable", why, "correct or unset the variable");
  }
}
