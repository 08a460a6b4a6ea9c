package dev.reglogout.helper;

import dev.reglogout.helper.StoreHealth.State;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A helper that answers as a test says, without a process.
 *
 * <p>An answer is {@code yes} (no word, exit code 0), {@code not found} (the protocol's sentence),
 * {@code hangs} (it runs into its limit), {@code missing} (it is not installed), a JSON document
 * (exit code 0), or words (exit code 1).
 */
public final class ScriptedHelper {
  private static final String NOT_FOUND = "credentials not found in native keychain";

  private final String name;
  private final Deque<String> lists = new ArrayDeque<>();
  private final Map<String, String> erases = new HashMap<>();
  private final List<String> erased = new ArrayList<>();
  private String otherErases = "yes";
  private String otherVerbs = "no such verb";
  private State health = State.NOT_KNOWN;

  /** Creates a helper that lists nothing, and says yes to every erase. */
  public ScriptedHelper(String name) {
    this.name = name;
  }

  /** Says what it lists: each answer once, the last for ever. */
  public ScriptedHelper lists(String... answers) {
    lists.clear();
    lists.addAll(List.of(answers));
    return this;
  }

  /** Says what it answers to an erase of any other key. */
  public ScriptedHelper erases(String answer) {
    otherErases = answer;
    return this;
  }

  /** Says what it answers to an erase of one key. */
  public ScriptedHelper erases(String key, String answer) {
    erases.put(key, answer);
    return this;
  }

  /** Says what it answers to a verb that it cannot know. */
  public ScriptedHelper otherVerbs(String answer) {
    otherVerbs = answer;
    return this;
  }

  /** Says in what state the store behind it is. */
  public ScriptedHelper health(State state) {
    health = state;
    return this;
  }

  /** Returns the keys that it was sent to erase, in order. */
  public List<String> erased() {
    return erased;
  }

  /** Returns the helper, of which nothing has been asked yet. */
  public HelperStore store() {
    return new HelperStore(new HelperName(name), this::answer, Observer.NONE, this::health);
  }

  private synchronized Reply answer(String verb, String stdin) throws StoreException {
    if (verb.equals("erase")) {
      erased.add(stdin);
      return reply(erases.getOrDefault(stdin, otherErases));
    }
    if (verb.equals("list")) {
      String answer = lists.size() > 1 ? lists.remove() : lists.peek();
      return reply(answer == null ? "{}" : answer);
    }
    return reply(otherVerbs);
  }

  private static Reply reply(String answer) throws StoreException {
    return switch (answer) {
      case "yes" -> new Reply(0, "", "", false);
      case "not found" -> new Reply(1, NOT_FOUND, "", false);
      case "hangs" -> throw new StoreException("helper-timed-out", "it did not answer", "wait");
      case "missing" ->
          throw new StoreException("helper-missing", "is not installed", "install it");
      default ->
          new Reply(answer.startsWith("{") || answer.equals("null") ? 0 : 1, answer, "", false);
    };
  }

  private StoreHealth health() {
    return switch (health) {
      case OPEN -> StoreHealth.OPEN;
      case NOT_KNOWN -> StoreHealth.NOT_KNOWN;
      case NO_STORE -> StoreHealth.of(health, "no-dbus", "there is no session bus");
      case LOCKED -> StoreHealth.of(health, "keyring-locked", "the keyring is locked");
    };
  }
}
