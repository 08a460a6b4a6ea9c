package dev.reglogout.helper;

import com.google.gson.JsonObject;
import dev.reglogout.internal.Passwords;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Observer;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries behind one credential helper, for one run: a helper that hung is not called again.
 *
 * <p>One that hung only when it was asked for a secret is not asked for another: it may have waited
 * for a passphrase, which erasing needs none of.
 */
public final class HelperStore implements CredentialStore {
  /** How many erases at a time a helper is known to bear; found safe by trying. */
  private static final int PASS_AT_A_TIME = 8;

  private static final String GET = "get";
  private static final String VERSION = "version";

  // secretservice lists an item's label since 0.9, where the key used to be
  private static final String LABEL = "Registry credentials for ";

  private final HelperName name;
  private final KnownHelper known;
  private final HelperProgram program;
  private final Observer observer;
  private volatile StoreException hung;
  private volatile StoreException hungOnGet;

  HelperStore(HelperName name, HelperProgram program, Observer observer) {
    this.name = name;
    this.known = KnownHelper.of(name.text());
    this.program = program;
    this.observer = observer;
  }

  @Override
  public String name() {
    return name.program();
  }

  @Override
  public Kind kind() {
    return Kind.HELPER;
  }

  /** Returns what is known about the helper. */
  public KnownHelper known() {
    return known;
  }

  @Override
  public List<Entry> list() throws StoreException {
    Reply reply = call("list", "unused", null);
    if (reply.exitCode() != 0) {
      throw understand(reply).asException();
    }
    if (reply.cutOff()) {
      throw tooLong();
    }
    Map<RegistryKey, Entry> entries = new LinkedHashMap<>();
    for (Entry listed : ListAnswer.read(reply.stdout())) {
      Entry entry = withoutLabel(listed);
      entries.put(entry.key(), entry); // a key that stands twice is one entry
    }
    return List.copyOf(entries.values());
  }

  /**
   * Returns what the helper says of its version, on one line; none if it says nothing of it.
   *
   * @throws StoreException if it cannot be started, or does not end in time
   */
  public Optional<String> version() throws StoreException {
    Reply reply = call(VERSION, "", null);
    String line = oneLine(reply.stdout());
    boolean told = reply.exitCode() == 0 && !reply.cutOff() && !line.isEmpty();
    return told ? Optional.of(line) : Optional.empty();
  }

  /**
   * Stores a secret, as docker does.
   *
   * <pre>{@code {"ServerURL":"…","Username":"…","Secret":"…"}}</pre>
   *
   * @throws StoreException if the helper refuses; holds the helper's words without the secret
   */
  public void store(RegistryKey key, String user, String secret) throws StoreException {
    JsonObject credential = new JsonObject();
    credential.addProperty("ServerURL", key.text());
    credential.addProperty("Username", user);
    credential.addProperty("Secret", secret);
    Reply reply = call("store", credential + "\n", key.masked());
    if (reply.exitCode() != 0) {
      throw understand(reply.without(secret)).asException();
    }
  }

  /**
   * Returns the secret stored under a key; never to be shown.
   *
   * @throws StoreException if the helper does not tell it; holds none of the helper's words, which
   *     may be the secret
   */
  public String secret(RegistryKey key) throws StoreException {
    Reply reply = call(GET, key.text(), key.masked());
    if (reply.exitCode() != 0) {
      String reason = understand(reply).reason();
      throw new StoreException(
          reason, "it refuses with exit code " + reply.exitCode(), known.advice());
    }
    if (reply.cutOff()) {
      throw tooLong();
    }
    return GetAnswer.secret(reply.stdout());
  }

  /**
   * {@inheritDoc}
   *
   * <p>An outcome says what the helper answered: erased, absent, minted where it knows no erase.
   * None is verified.
   */
  @Override
  public List<Outcome> erase(List<Entry> entries) {
    int atATime = known == KnownHelper.PASS ? PASS_AT_A_TIME : 1;
    Runnable ended = observer.series(name(), "erase", entries.size());
    try {
      return SideBySide.map(entries, atATime, entry -> erase(entry.key()));
    } finally {
      ended.run();
    }
  }

  private Outcome erase(RegistryKey key) {
    if (key.hasControlCharacters()) {
      return notSendable();
    }
    try {
      Reply reply = call("erase", key.text(), key.masked());
      if (reply.cutOff()) {
        return tooLong().asOutcome();
      }
      return reply.exitCode() == 0 ? Outcome.erased(false) : understand(reply).asOutcome();
    } catch (StoreException e) {
      return e.asOutcome();
    }
  }

  /** Returns the outcome of an entry whose key has control characters: such a key is never sent. */
  public Outcome notSendable() {
    return Outcome.failed(
        "key-not-sendable",
        "its key has control characters in it, so it was not sent to the helper",
        known.advice());
  }

  private Reply call(String verb, String stdin, String shownKey) throws StoreException {
    boolean get = verb.equals(GET);
    if (hung != null) {
      throw hung;
    }
    if (get && hungOnGet != null) {
      throw hungOnGet;
    }
    Runnable ended = observer.calling(name(), verb, shownKey);
    try {
      return program.run(verb, stdin);
    } catch (StoreException e) {
      if ("helper-timed-out".equals(e.reason())) {
        if (get) {
          hungOnGet = e;
        } else if (!verb.equals(VERSION)) { // which nothing depends on
          hung = e;
        }
      }
      throw e;
    } finally {
      ended.run();
    }
  }

  private Understood understand(Reply reply) {
    String words = reply.words();
    Optional<KnownMessage> message = words.isEmpty() ? Optional.empty() : KnownMessages.find(words);
    String said =
        words.isEmpty()
            ? "it ended with exit code " + reply.exitCode() + " and said nothing"
            : "it says: " + oneLine(words);
    return new Understood(message, said, known.advice());
  }

  private static String oneLine(String words) {
    String line = words.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    line = Passwords.hiddenIn(line); // before it is cut, perhaps within a URL
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }

  private static Entry withoutLabel(Entry entry) {
    String text = entry.key().text();
    return text.startsWith(LABEL)
        ? new Entry(RegistryKey.of(text.substring(LABEL.length())), entry.user(), true)
        : entry;
  }

  private static StoreException tooLong() {
    return new StoreException(
        "output-too-long",
        "it answers more than can be kept",
        KnownMessages.byId("output-too-long").advice());
  }

  /** A helper's no, looked up in the message table. */
  private record Understood(Optional<KnownMessage> message, String said, String otherAdvice) {

    Outcome asOutcome() {
      return switch (message.map(KnownMessage::outcome).orElse("")) {
        case "not-found" -> Outcome.absent(false);
        case "unsupported" -> Outcome.minted("not-implemented", said, advice());
        default -> Outcome.failed(reason(), said, advice());
      };
    }

    StoreException asException() {
      return new StoreException(reason(), said, advice());
    }

    private String reason() {
      return message.map(KnownMessage::id).orElse("helper-failed");
    }

    private String advice() {
      return message.map(KnownMessage::advice).orElse(otherAdvice);
    }
  }
}
