package dev.reglogout.store;

/**
 * User names as stores tell them: some registries take a token for one, which is a secret then.
 *
 * <p>A token is hidden where a name is read, so that nothing that has the name can show it.
 */
public final class UserName {
  /** Stands for a user name that is a secret. */
  public static final String HIDDEN = "***";

  /** How the tokens of GitHub, GitLab, Docker and DigitalOcean begin, and nobody's name. */
  private static final String[] TOKENS = {
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "gldt-",
    "glcbt-",
    "dckr_pat_",
    "dckr_oat_",
    "dop_v1_",
    "doo_v1_",
    "dor_v1_"
  };

  /** How others begin, and perhaps a name: npm, AWS, and what is signed as JSON. */
  private static final String[] LONG_TOKENS = {"npm_", "AKIA", "ASIA", "eyJ"};

  private static final int LONG = 20;

  /** Passwords that are none. */
  private static final String[] BESIDE_TOKENS = {
    "x-oauth-basic", "x-oauth", "x-oauth-token", "x-token-auth", "x-access-token", "oauth2"
  };

  private UserName() {}

  /**
   * {@return a user name, or {@link #HIDDEN} in the place of one that is a token}
   *
   * @param user as stored, or null
   */
  public static String withoutToken(String user) {
    return user != null && isToken(user) ? HIDDEN : user;
  }

  private static boolean isToken(String user) {
    String text = user.strip();
    for (String start : TOKENS) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    if (text.length() < LONG) {
      return false;
    }
    for (String start : LONG_TOKENS) {
      if (text.startsWith(start)) {
        return isOneWord(text);
      }
    }
    return false;
  }

  private static boolean isOneWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return whether a password says that the user name beside it is the secret, as GitHub has it:
   * {@code TOKEN:x-oauth-basic}}
   *
   * @param password of which nothing is kept
   * @param start of its first byte
   * @param end behind its last byte
   */
  public static boolean isBesideToken(byte[] password, int start, int end) {
    for (String word : BESIDE_TOKENS) {
      int i = 0;
      while (i < word.length() && start + i < end && password[start + i] == word.charAt(i)) {
        i++;
      }
      if (i == word.length() && start + i == end) {
        return true;
      }
    }
    return false;
  }
}
