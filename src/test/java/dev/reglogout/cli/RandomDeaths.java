package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Logs out of many registries whose helper dies at random, and compares each verdict with its
 * store.
 */
public final class RandomDeaths {
  /** One helper of each kind: their answers are taken in different ways. */
  private static final String[] NAMES = {"keeps", "pass", "secretservice", "osxkeychain"};

  private static final String OTHER = "stays.example.com";
  private static final String[] SPELLINGS = {"%s", "https://%s", "http://%s", "https://%s/v1/"};

  /** How many of them are tried where the helper has died over its list. */
  private static final int TRIED_BLINDLY = 3;

  private long verdicts;
  private long remaining;

  /** Returns how many verdicts were compared so far. */
  public long verdicts() {
    return verdicts;
  }

  /** Returns how many of them said that a credential remains or may remain. */
  public long remaining() {
    return remaining;
  }

  /**
   * Logs out once.
   *
   * @param directory empty
   * @param seed decides about keys, the kind of helper, and its deaths
   */
  public void logOut(Path directory, long seed, int registries) {
    Random random = new Random(seed);
    String name = NAMES[(int) (seed % NAMES.length)];
    Machine machine =
        new Machine(directory)
            .helper(name, "dies-at-random")
            .variable("REGLOGOUT_FIXTURE_SEED", String.valueOf(seed))
            .entry(OTHER, "ci", "s3cret");
    List<String> arguments = new ArrayList<>(List.of("--json"));
    StringBuilder auths = new StringBuilder();
    for (int i = 0; i < registries; i++) {
      String registry = "r" + i + ".example.com";
      arguments.add(registry);
      auths.append(i > 0 ? "," : "").append("\"%s\":{}".formatted(registry));
      if (random.nextInt(8) > 0) {
        String key = SPELLINGS[random.nextInt(SPELLINGS.length)].formatted(registry);
        machine.entry(key, "ci", "s3cret");
      }
    }
    machine.config("{\"auths\":{%s},\"credsStore\":\"%s\"}".formatted(auths, name));

    Machine.Result result = machine.run(arguments.toArray(String[]::new));

    String of = " with seed " + seed;
    JsonObject report = JsonParser.parseString(result.out()).getAsJsonObject();
    for (JsonElement registry : report.getAsJsonArray("registries")) {
      compare(machine, registry.getAsJsonObject(), of);
    }
    assertEquals(result.exit() == 0, report.get("loggedOut").getAsBoolean(), of);
    assertTrue(machine.holds(OTHER), () -> "another registry's login is gone" + of);
  }

  private void compare(Machine machine, JsonObject registry, String of) {
    boolean verified = true;
    for (JsonElement element : registry.getAsJsonArray("steps")) {
      JsonObject step = element.getAsJsonObject();
      String verdict = step.get("verdict").getAsString();
      if (!step.get("kind").getAsString().equals("helper") || step.get("key").isJsonNull()) {
        continue;
      }
      String key = step.get("key").getAsString();
      boolean holds = machine.holds(key);
      verified &= step.get("verified").getAsBoolean();
      verdicts++;
      switch (verdict) {
        case "erased", "absent" -> assertFalse(holds, () -> key + " is still there" + of);
        case "remains" -> {
          remaining++;
          assertTrue(holds, () -> key + " is gone" + of);
        }
        default -> {
          remaining++;
          assertEquals("failed", verdict, of);
        }
      }
    }
    if (registry.get("loggedOut").getAsBoolean()) {
      String identity = registry.get("registry").getAsString();
      for (int i = 0; i < (verified ? SPELLINGS.length : TRIED_BLINDLY); i++) {
        assertFalse(machine.holds(SPELLINGS[i].formatted(identity)), () -> registry + of);
      }
    }
  }
}
