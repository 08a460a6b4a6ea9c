package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.internal.UrlPasswords;
import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.StoreException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;

/**
 * The words of a helper's no: they are passed on, and choose the advice; they decide nothing else.
 *
 * @param whole as it said them
 * @param said on one line, for printing
 * @param otherAdvice where the message table knows none
 */
record HelperWords(String whole, String said, String otherAdvice) {
  /** In characters, of what is printed. */
  private static final int LONGEST = 300;

  private static final String TRACE = "Traceback (most recent call last)";

  static HelperWords of(Reply reply, String otherAdvice) {
    String words = reply.words();
    String said =
        words.isEmpty()
            ? "it ended with exit code " + reply.exitCode() + " and said nothing"
            : "it says: " + oneLine(words);
    return new HelperWords(words, said, otherAdvice);
  }

  /** Returns the words of a no to a key, without a password in the key however it is written. */
  static HelperWords of(Reply reply, RegistryKey key, String otherAdvice) {
    String text = key.text();
    String masked = key.masked();
    if (masked.equals(text)) {
      return of(reply, otherAdvice);
    }
    String folder = Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8)); // pass's
    Reply without = reply.with(text, masked).with(text.strip(), masked.strip()).with(folder, "***");
    return of(without, otherAdvice);
  }

  /** Returns the line that tells most, cut to the length of a sentence, for printing. */
  static String oneLine(String words) {
    String line = UrlPasswords.mask(tellingLine(words)); // before it is cut, perhaps in a URL
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /**
   * Returns the line that says what is wrong: the first, of an error that Python traces the last.
   */
  private static String tellingLine(String words) {
    boolean trace = words.startsWith(TRACE);
    String line = "";
    for (Iterator<String> lines = words.lines().iterator(); lines.hasNext(); ) {
      String next = lines.next().strip();
      if (!next.isEmpty()) {
        line = next;
        if (!trace) {
          return line;
        }
      }
    }
    return line;
  }

  /** Returns the problem of a no that says the verb is not known. */
  StoreException unsupported(String otherwise) {
    KnownMessage message = known().filter(m -> m.outcome().equals("unsupported")).orElse(null);
    if (message == null) {
      message = KnownMessages.byId(otherwise);
    }
    return new StoreException(message.id(), said, message.advice());
  }

  /** Returns the problem of any other no, also where it has words of an absence in it. */
  StoreException failure() {
    return known()
        .filter(m -> !m.outcome().equals("unsupported") && !m.outcome().equals("not-found"))
        .map(message -> new StoreException(message.id(), said, message.advice()))
        .orElseGet(() -> new StoreException("helper-failed", said, otherAdvice));
  }

  /** Returns the id of a no to {@code get}, which no verdict rests on. */
  String reason() {
    return known().map(KnownMessage::id).orElse("helper-failed");
  }

  private Optional<KnownMessage> known() {
    return whole.isEmpty() ? Optional.empty() : KnownMessages.find(whole);
  }
}
