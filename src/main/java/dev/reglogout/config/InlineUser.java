package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.store.UserName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Reads the user name of an entry of {@code auths}: from its {@code auth}, which is {@code
 * user:password} in Base64, else from its {@code username}.
 *
 * <p>No text is kept of the password; the bytes it is decoded to are overwritten at once. A user
 * name that is the password, or a token, is {@link UserName#HIDDEN}.
 */
final class InlineUser {
  private static final byte[] NOT_BASE64 = {'!'};

  private InlineUser() {}

  /** Returns the user name, or null if none can be read. */
  static String of(byte[] json, Member entry) {
    if (json[entry.valueStart()] != '{') {
      return null;
    }
    Member auth = null;
    for (Member field : JsonObjectSpan.at(json, entry.valueStart()).members()) {
      if (json[field.valueStart()] != '"') {
        continue; // Go leaves what stood before
      }
      boolean isEmpty = field.end() - field.valueStart() == 2;
      if (field.name().equalsIgnoreCase("auth")) {
        auth = isEmpty ? null : field;
      }
    }
    return auth == null ? of(json, entry, "username", "password") : decoded(json, auth);
  }

  /** Returns the user name that an object has under a name, or null for none. */
  static String of(byte[] json, Member object, String userName, String passwordName) {
    String user = Sections.text(json, object, userName);
    String password = user == null ? null : Sections.text(json, object, passwordName);
    if (password != null && isSecret(user.getBytes(UTF_8), password.getBytes(UTF_8))) {
      return UserName.HIDDEN;
    }
    return UserName.withoutToken(user);
  }

  /** Returns whether a user name is the password beside it, or a token in the password's place. */
  private static boolean isSecret(byte[] user, byte[] password) {
    return Arrays.equals(user, password) || UserName.isBesideToken(password, 0, password.length);
  }

  /**
   * Returns whether docker can make a user name and a password of the text at a place: an empty one
   * is none, and no mistake; else it is to be Base64 with its padding, and to hold a user and a
   * colon.
   */
  static boolean isLogin(byte[] json, int start, int end) {
    if (end - start <= 2) {
      return true;
    }
    byte[] base64 = unescaped(json, start + 1, end - 1);
    byte[] decoded = {};
    try {
      decoded = Base64.getDecoder().decode(base64);
      int colon = colon(decoded);
      return base64.length % 4 == 0 && colon > 0 && colon < decoded.length;
    } catch (IllegalArgumentException e) {
      return false;
    } finally {
      Arrays.fill(base64, (byte) 0);
      Arrays.fill(decoded, (byte) 0);
    }
  }

  /** Returns where the zeros begin that docker drops from a password's end. */
  private static int withoutZeros(byte[] decoded) {
    int end = decoded.length;
    while (end > 0 && decoded[end - 1] == 0) {
      end--;
    }
    return end;
  }

  /** Returns where the first colon stands, or the length. */
  private static int colon(byte[] decoded) {
    int colon = 0;
    while (colon < decoded.length && decoded[colon] != ':') {
      colon++;
    }
    return colon;
  }

  private static String decoded(byte[] json, Member auth) {
    byte[] base64 = unescaped(json, auth.valueStart() + 1, auth.end() - 1);
    byte[] decoded = {};
    for (int i = 0; i < base64.length; i++) { // Rancher Desktop writes the form for URLs
      base64[i] = base64[i] == '-' ? (byte) '+' : base64[i] == '_' ? (byte) '/' : base64[i];
    }
    try {
      decoded = Base64.getDecoder().decode(base64);
      int colon = colon(decoded);
      if (colon == 0 || colon == decoded.length) {
        return null;
      }
      int end = withoutZeros(decoded);
      boolean same = Arrays.equals(decoded, 0, colon, decoded, colon + 1, Math.max(colon + 1, end));
      if (same || UserName.isBesideToken(decoded, colon + 1, end)) {
        return UserName.HIDDEN;
      }
      String user = UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded, 0, colon)).toString();
      return UserName.withoutToken(user);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return null;
    } finally {
      Arrays.fill(base64, (byte) 0);
      Arrays.fill(decoded, (byte) 0);
    }
  }

  /** Returns the bytes of a text; line breaks in it do not count, as in Go. */
  private static byte[] unescaped(byte[] json, int start, int end) {
    byte[] text = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      if (json[i] != '\\') {
        text[length++] = json[i];
        continue;
      }
      i++;
      switch (json[i]) {
        case '/' -> text[length++] = '/';
        case 'n', 'r' -> {
          // dropped
        }
        case 'u' -> {
          int c = Integer.parseInt(new String(json, i + 1, 4, UTF_8), 16);
          text[length++] = c < 0x80 ? (byte) c : (byte) '!';
          i += 4;
        }
        default -> {
          return NOT_BASE64.clone();
        }
      }
    }
    byte[] exact = Arrays.copyOf(text, length);
    Arrays.fill(text, (byte) 0);
    return exact;
  }
}
