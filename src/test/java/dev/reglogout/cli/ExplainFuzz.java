package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import java.util.List;
import java.util.Random;

/** Has texts explained that are made of known messages, hostile characters and a secret. */
public final class ExplainFuzz {
  private static final String SECRET = "pl4nted";
  private static final String[] SHARDS = {
    "\u001b[2J",
    "\u0000",
    "\u202e",
    "\ufffd",
    "\n",
    "\r",
    "\t",
    " ",
    "    ",
    "\"",
    "\\",
    "%s",
    "'",
    ":",
    "x",
    "https://u:" + SECRET + "@ghcr.io",
    SECRET,
    "\ud83d",
    "é",
    "a".repeat(5000)
  };

  private final Machine machine;
  private final Random random;
  private final List<KnownMessage> known = KnownMessages.all();
  private long explained;
  private long longest;

  /** Creates a fuzz that does the same for the same seed. */
  public ExplainFuzz(Machine machine, long seed) {
    this.machine = machine;
    this.random = new Random(seed);
  }

  /** Returns how many texts were known so far. */
  public long explained() {
    return explained;
  }

  /** Returns the longest time that a text took, in nanoseconds. */
  public long longest() {
    return longest;
  }

  /** Has a text explained, now and then one of a megabyte. */
  public void explainOne() {
    String text = text();
    long start = System.nanoTime();

    Machine.Result result =
        random.nextBoolean()
            ? machine.typed(text).run("explain")
            : machine.typed(text).run("explain", "--json");

    longest = Math.max(longest, System.nanoTime() - start);
    String all = result.out() + result.err();
    assertTrue(result.exit() == 0 || result.exit() == 1 || text.isBlank(), all);
    assertFalse(all.contains(SECRET), all);
    assertTrue(
        all.codePoints().noneMatch(c -> c != '\n' && Shown.acts(c)), () -> Shown.escaped(all));
    assertFalse(all.contains("should not have happened"), all);
    explained += result.exit() == 0 ? 1 : 0;
    if (text.isBlank()) {
      assertEquals(2, result.exit());
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    boolean huge = random.nextInt(100) == 0;
    String again = shard();
    int parts = random.nextInt(20);
    for (int i = 0; huge ? text.length() < 1 << 20 : i < parts; i++) {
      text.append(huge && random.nextInt(50) > 0 ? again : shard());
    }
    return text.toString();
  }

  private String shard() {
    if (random.nextInt(3) > 0) {
      return SHARDS[random.nextInt(SHARDS.length)];
    }
    String sample = known.get(random.nextInt(known.size())).sample();
    int from = random.nextInt(sample.length() + 1);
    return random.nextBoolean() ? sample : sample.substring(from);
  }
}
