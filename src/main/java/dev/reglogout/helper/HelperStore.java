package dev.reglogout.helper;

import com.google.gson.JsonObject;
import dev.reglogout.helper.HelperListing.State;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StoreException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The entries behind one credential helper, for one run: a helper that hung is not called again.
 *
 * <p>One that hung only when it was asked for a secret is not asked for another: it may have waited
 * for a passphrase, which erasing needs none of.
 */
public final class HelperStore {
  /** How many erases at a time a helper is known to bear; found safe by trying. */
  private static final int PASS_AT_A_TIME = 8;

  private static final String LIST = "list";
  private static final String ERASE = "erase";
  private static final String STORE = "store";
  private static final String GET = "get";
  private static final String VERSION = "version";

  /** What docker sends to a verb that reads nothing. */
  private static final String UNUSED = "unused";

  private static final String TIMED_OUT = "helper-timed-out";

  private final HelperName name;
  private final KnownHelper known;
  private final Protocol protocol;
  private final HelperProgram program;
  private final Observer observer;
  private final HealthCheck healthCheck;
  private volatile StoreException hung;
  private volatile StoreException hungOnGet;
  private volatile Reply failedList;
  private Optional<Reply> unknownVerb; // null before it was asked for

  /** Creates the store of a helper of whose health nothing can be known. */
  HelperStore(HelperName name, HelperProgram program, Observer observer) {
    this(name, program, observer, null);
  }

  /**
   * Creates the store of a helper.
   *
   * @param healthCheck null if there is none for this helper
   */
  HelperStore(HelperName name, HelperProgram program, Observer observer, HealthCheck healthCheck) {
    this.name = name;
    this.healthCheck = healthCheck;
    this.known = KnownHelper.of(name.text());
    this.protocol = new Protocol(name);
    this.program = program;
    this.observer = observer;
  }

  /** Returns the name of its program, to be shown. */
  public String name() {
    return name.shownProgram();
  }

  /** Returns its name as a file gives it. */
  public String configuredName() {
    return name.text();
  }

  /** Returns what is known about the helper. */
  public KnownHelper known() {
    return known;
  }

  /**
   * Returns whether its {@code get} of a plain host also answers with an entry of another port or
   * path of that host.
   */
  public boolean getMatchesWholeHost(Os os) {
    return known.getMatchesWholeHost(behind(os));
  }

  /**
   * Returns whether its {@code erase} of a key without port or path also hits entries of that host
   * that have one.
   */
  public boolean eraseMatchesWholeHost(Os os) {
    return known.eraseMatchesWholeHost(behind(os));
  }

  /** Returns the system whose store is behind the helper: in WSL, programs of Windows run, too. */
  private Os behind(Os os) {
    return name.text().toLowerCase(Locale.ROOT).endsWith(".exe") ? Os.WINDOWS : os;
  }

  /**
   * Asks the helper for its list, and at most once what it answers to a verb it cannot know. A
   * bridge to another machine is not asked: it may hang.
   */
  public HelperListing listing() {
    if (known.kind() == KnownHelper.Kind.BRIDGE) {
      return unsupported("it is not asked for a list, which may hang");
    }
    Reply reply;
    try {
      reply = call(LIST, UNUSED, null);
    } catch (StoreException e) {
      return HelperListing.without(State.NOT_STARTED, e);
    }
    if (reply.cutOff()) {
      return HelperListing.without(State.FAILED, tooLong());
    }
    return reply.exitCode() == 0 ? listed(reply) : notListed(reply);
  }

  private HelperListing listed(Reply reply) {
    if (reply.stdout().isEmpty() && reply.stderr().isBlank()) {
      return known == KnownHelper.OTHER
          ? unsupported("it answers nothing to list")
          : HelperListing.of(List.of(), false, Set.of());
    }
    try {
      return ListAnswer.read(reply.stdout()).asListing(known);
    } catch (StoreException e) {
      return HelperListing.without(State.FAILED, e);
    }
  }

  private HelperListing notListed(Reply no) {
    if (protocol.isNotFound(no, null)) {
      return HelperListing.of(List.of(), false, Set.of());
    }
    failedList = no;
    if (protocol.isUnsupported(no, LIST) || isUnknownVerb(no, LIST)) {
      return HelperListing.without(
          State.UNSUPPORTED, HelperWords.of(no, known.advice()).unsupported("helper-cannot-list"));
    }
    return HelperListing.without(State.FAILED, HelperWords.of(no, known.advice()).failure());
  }

  private static HelperListing unsupported(String why) {
    String advice = KnownMessages.byId("helper-cannot-list").advice();
    return HelperListing.without(
        State.UNSUPPORTED, new StoreException("helper-cannot-list", why, advice));
  }

  /**
   * Returns whether it is the list alone that the helper does not have: where its list failed in
   * words nobody knows, it answers the same to a verb it cannot know, and another to an erase.
   *
   * @param reply to an erase that was sent
   */
  public boolean listIsMissing(EraseReply reply) {
    Reply list = failedList;
    return known == KnownHelper.OTHER
        && list != null
        && reply.answer() != null
        && !reply.answer().isSameAs(list)
        && !Protocol.differOnlyInVerb(list, LIST, reply.answer(), ERASE)
        && !list.wholeAnswer().isEmpty() // silence is the same from whatever ails it
        && toUnknownVerb().filter(list::isSameAs).isPresent();
  }

  /** Returns whether a helper of which nothing is known answers the same to any other verb. */
  private boolean isUnknownVerb(Reply no, String verb) {
    return known == KnownHelper.OTHER
        && Protocol.namesItsVerb(no, verb)
        && toUnknownVerb()
            .filter(other -> Protocol.differOnlyInVerb(no, verb, other, Protocol.UNKNOWN_VERB))
            .isPresent();
  }

  /** Returns the answer to a verb that the helper cannot know; asked for once. */
  private synchronized Optional<Reply> toUnknownVerb() {
    if (unknownVerb == null) {
      try {
        Reply reply = call(Protocol.UNKNOWN_VERB, UNUSED, null);
        unknownVerb = Optional.of(reply).filter(r -> r.exitCode() != 0 && !r.cutOff());
      } catch (StoreException e) {
        unknownVerb = Optional.empty(); // proves nothing
      }
    }
    return unknownVerb;
  }

  /**
   * Looks whether what the helper keeps its entries in can be opened from here: known of pass and
   * secretservice alone.
   */
  public StoreHealth health() {
    return healthCheck == null ? StoreHealth.NOT_KNOWN : healthCheck.check();
  }

  /**
   * Returns what the helper says of its version, on one line; none if it says nothing of it.
   *
   * @throws StoreException if it cannot be started, or does not end in time
   */
  public Optional<String> version() throws StoreException {
    Reply reply = call(VERSION, "", null);
    String line = HelperWords.oneLine(reply.stdout());
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
    Reply reply = call(STORE, credential + "\n", key.masked());
    if (reply.exitCode() != 0) {
      HelperWords words = words(reply.without(secret), key);
      throw protocol.isUnsupported(reply, STORE)
          ? words.unsupported("helper-cannot-store")
          : words.failure();
    }
  }

  /**
   * Returns the secret stored under a key; never to be shown.
   *
   * @throws StoreException if the helper does not tell it; holds none of the helper's words, which
   *     may be the secret
   */
  public String secret(RegistryKey key) throws StoreException {
    if (!Protocol.canBeSent(key)) {
      throw notSendable(key);
    }
    Reply reply = call(GET, key.text(), key.masked());
    if (reply.exitCode() != 0) {
      String reason = words(reply, key).reason();
      throw new StoreException(
          reason, "it refuses with exit code " + reply.exitCode(), known.advice());
    }
    if (reply.cutOff()) {
      throw tooLong();
    }
    return GetAnswer.secret(reply.stdout());
  }

  /** Sends an erase for each key, and returns the answers in their order. */
  public List<EraseReply> eraseKeys(List<RegistryKey> keys) {
    int atATime = known == KnownHelper.PASS ? PASS_AT_A_TIME : 1;
    Runnable ended = observer.series(name(), ERASE, keys.size());
    try {
      return SideBySide.map(keys, atATime, this::erase);
    } finally {
      ended.run();
    }
  }

  private EraseReply erase(RegistryKey key) {
    if (!Protocol.canBeSent(key)) {
      return new EraseReply(EraseReply.Kind.NOT_SENT, notSendable(key), null);
    }
    StoreException before = hung;
    if (before != null) {
      return new EraseReply(EraseReply.Kind.NOT_SENT, before, null);
    }
    try {
      return understood(call(ERASE, key.text(), key.masked()), key);
    } catch (StoreException e) {
      boolean sent = e.reason().equals(TIMED_OUT) || e.reason().equals("interrupted");
      EraseReply.Kind kind = sent ? EraseReply.Kind.NO : EraseReply.Kind.NOT_SENT;
      return new EraseReply(kind, e, null);
    }
  }

  private EraseReply understood(Reply reply, RegistryKey key) {
    if (reply.cutOff()) {
      return new EraseReply(EraseReply.Kind.NO, tooLong(), reply);
    }
    if (reply.exitCode() == 0) {
      return new EraseReply(EraseReply.Kind.YES, null, reply);
    }
    if (protocol.isNotFound(reply, key)) {
      return new EraseReply(EraseReply.Kind.NOT_FOUND, null, reply);
    }
    if (protocol.isUnsupported(reply, ERASE) || isUnknownVerb(reply, ERASE)) {
      StoreException problem = words(reply, key).unsupported("not-implemented");
      return new EraseReply(EraseReply.Kind.UNSUPPORTED, problem, reply);
    }
    return new EraseReply(EraseReply.Kind.NO, words(reply, key).failure(), reply);
  }

  /** Returns whether a key reaches the helper as it is; one that does not is never sent. */
  public static boolean canBeSent(RegistryKey key) {
    return Protocol.canBeSent(key);
  }

  /** Returns why a key is not sent that would reach the helper changed. */
  public StoreException notSendable(RegistryKey key) {
    String what = key.hasControlCharacters() ? "has control characters in it" : "is not UTF-8";
    return new StoreException(
        "key-not-sendable",
        "its key %s, so it was not sent to the helper".formatted(what),
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
      if (TIMED_OUT.equals(e.reason())) {
        if (get) {
          hungOnGet = e;
        } else if (!verb.equals(VERSION) && !verb.equals(Protocol.UNKNOWN_VERB)) { // no matter
          hung = e;
        }
      }
      throw e;
    } finally {
      ended.run();
    }
  }

  private HelperWords words(Reply reply, RegistryKey key) {
    return HelperWords.of(reply, key, known.advice());
  }

  private static StoreException tooLong() {
    return new StoreException(
        "output-too-long",
        "it answers more than can be kept",
        KnownMessages.byId("output-too-long").advice());
  }
}
