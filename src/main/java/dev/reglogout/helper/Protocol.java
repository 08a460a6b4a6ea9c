package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.registry.RegistryKey;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells what a helper's no means, by whole sentences alone.
 *
 * <p>A sentence that only stands somewhere in an answer proves nothing: it may be what a store
 * behind the helper said about something else.
 */
final class Protocol {
  /** No helper has it; sent to see what one answers to a verb that it does not know. */
  static final String UNKNOWN_VERB = "no-such-verb";

  private static final String NOT_FOUND = "credentials not found in native keychain";

  /** What macOS and Windows say, in English. */
  private static final Set<String> KEYCHAIN_NOT_FOUND =
      Set.of(
          "The specified item could not be found in the keychain.",
          "Element not found.",
          "winapi error #1168");

  /** How what macOS and Windows say ends in any language, where a number is added. */
  private static final List<String> KEYCHAIN_NOT_FOUND_NUMBERS =
      List.of(" (-25300)", " (1168)", " (0x80070490)");

  /** How Docker Desktop passes on what the helper behind it said. */
  private static final List<String> WRAPPERS =
      List.of(
          "error erasing credentials - err: exit status 1, out: `",
          "error listing credentials - err: exit status 1, out: `");

  /** Without the program's name, the verb, and whatever surrounds words; in lower case. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "not implemented",
          "is not implemented",
          "unimplemented",
          "is unimplemented",
          "not supported",
          "is not supported",
          "unsupported",
          "is unsupported",
          "unsupported operation",
          "unsupported action",
          "unsupported command",
          "unknown action",
          "unknown credential action",
          "unknown command",
          "unknown command for", // cobra's: unknown command "list" for "docker-credential-x"
          "unknown command for run --help for usage",
          // of a dev container whose host has no helper
          "docker credential command not supported without credential helper");

  /** A longer answer is no sentence. */
  private static final int LONGEST_SENTENCE = 500;

  private static final String AROUND_WORDS = "\"'`“”‘’«»<>()[]{}:;,.!";

  private final String program;
  private final KnownHelper known;

  Protocol(HelperName name) {
    this.program = name.program().toLowerCase(Locale.ROOT);
    this.known = KnownHelper.of(name.text());
  }

  /** Returns whether a key reaches the helper as it is stored there. */
  static boolean canBeSent(RegistryKey key) {
    return !key.hasControlCharacters() && isText(key.text());
  }

  /** Returns whether a text came as UTF-8, so that it stands for nothing else. */
  static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD') {
        return false; // stands for bytes that are not UTF-8, here or in Go's JSON
      }
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /**
   * Returns whether a no says that there is no such entry.
   *
   * @param key that was sent, or null if it was none
   */
  boolean isNotFound(Reply no, RegistryKey key) {
    String answer = no.wholeAnswer();
    if (known == KnownHelper.DESKTOP) {
      answer = unwrapped(answer);
    }
    return answer.equals(NOT_FOUND)
        || (key != null && answer.equals(passNotFound(key)))
        || (known.kind() == KnownHelper.Kind.SHARED_KEYCHAIN && isKeychainNotFound(answer));
  }

  private static String passNotFound(RegistryKey key) {
    String folder = Base64.getUrlEncoder().encodeToString(key.text().getBytes(UTF_8));
    return "exit status 1: Error: docker-credential-helpers/"
        + folder
        + " is not in the password store.";
  }

  private static boolean isKeychainNotFound(String answer) {
    if (KEYCHAIN_NOT_FOUND.contains(answer)) {
      return true;
    }
    for (String number : KEYCHAIN_NOT_FOUND_NUMBERS) {
      if (answer.endsWith(number)) {
        return isOneSentence(answer.substring(0, answer.length() - number.length()));
      }
    }
    return false;
  }

  /** Returns whether a text is nothing but words: no other cause before it, no number in it. */
  private static boolean isOneSentence(String text) {
    if (text.isBlank() || text.length() > LONGEST_SENTENCE) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == ';' || c == '(' || c < ' ' || Character.isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static String unwrapped(String answer) {
    for (String wrapper : WRAPPERS) {
      if (answer.startsWith(wrapper) && answer.endsWith("`")) {
        return answer.substring(wrapper.length(), answer.length() - 1).strip();
      }
    }
    return answer;
  }

  /** Returns whether a no says that the helper does not know the verb. */
  boolean isUnsupported(Reply no, String verb) {
    String answer = no.wholeAnswer();
    if (answer.isEmpty() || answer.length() > LONGEST_SENTENCE) {
      return false;
    }
    String lower = answer.toLowerCase(Locale.ROOT);
    return UNSUPPORTED.contains(withoutNames(lower, verb)) || isUsageWithout(verb, lower);
  }

  /** Returns a text without the program's name, the verb, a leading "error:", and punctuation. */
  private String withoutNames(String text, String verb) {
    Set<String> verbs = namesOf(verb);
    StringBuilder rest = new StringBuilder();
    boolean first = true;
    for (String token : text.split("\\s+")) {
      String word = withoutPunctuation(token);
      boolean leadingError = first && token.equals("error:");
      boolean name = isProgram(word) || verbs.contains(word);
      first &= name;
      if (!word.isEmpty() && !name && !leadingError) {
        rest.append(rest.length() == 0 ? "" : " ").append(word);
      }
    }
    return rest.toString();
  }

  private boolean isProgram(String word) {
    int folder = Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'));
    String name = word.substring(folder + 1);
    return name.equals(program) || KnownHelper.withoutEnding(name).equals(program);
  }

  private static String withoutPunctuation(String token) {
    int start = 0;
    int end = token.length();
    while (start < end && AROUND_WORDS.indexOf(token.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && AROUND_WORDS.indexOf(token.charAt(end - 1)) >= 0) {
      end--;
    }
    return token.substring(start, end);
  }

  /** Returns what helpers call a verb; Go's interface has Add and Delete for store and erase. */
  private static Set<String> namesOf(String verb) {
    return switch (verb) {
      case "erase" -> Set.of("erase", "delete");
      case "store" -> Set.of("store", "add");
      default -> Set.of(verb);
    };
  }

  /**
   * Returns whether a text is one usage line that lists verbs, {@code get} among them, without this
   * one.
   *
   * <pre>{@code usage: docker-credential-magic <get|home|init|version>}</pre>
   */
  private static boolean isUsageWithout(String verb, String text) {
    if (!text.startsWith("usage:") || text.indexOf('\n') >= 0) {
      return false;
    }
    String[] parts = text.substring("usage:".length()).strip().split("\\s+", 2);
    if (parts.length < 2) {
      return false;
    }
    Set<String> names = namesOf(verb);
    boolean listsGet = false;
    for (String listed : withoutPunctuation(parts[1]).split("[|,]", -1)) {
      String word = listed.strip();
      if (names.contains(word) || !isVerb(word)) {
        return false;
      }
      listsGet |= word.equals("get");
    }
    return listsGet;
  }

  private static boolean isVerb(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'a' || c > 'z') && c != '-') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  /** Returns whether a no has the verb in it that it answers. */
  static boolean namesItsVerb(Reply no, String verb) {
    return !withoutVerb(no.wholeAnswer(), verb).equals(no.wholeAnswer());
  }

  /** Returns whether two noes each name the verb they answer, and differ in nothing else. */
  static boolean differOnlyInVerb(Reply one, String verb, Reply other, String otherVerb) {
    return one.exitCode() == other.exitCode()
        && !one.cutOff()
        && !other.cutOff()
        && namesItsVerb(one, verb)
        && namesItsVerb(other, otherVerb)
        && withoutVerb(one.wholeAnswer(), verb).equals(withoutVerb(other.wholeAnswer(), otherVerb));
  }

  /** Returns a text with a control character for a verb wherever it stands as a word. */
  private static String withoutVerb(String text, String verb) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + 1)) {
      int end = at + verb.length();
      boolean word = !isPartOfWord(text, at - 1) && !isPartOfWord(text, end);
      if (at >= from && word) {
        rest.append(text, from, at).append('\0');
        from = end;
      }
    }
    return rest.append(text, from, text.length()).toString();
  }

  private static boolean isPartOfWord(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
