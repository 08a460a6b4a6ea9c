package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys and names out of files and helpers are as hostile as arguments. */
class HostileKeysTest {
  /** Keys, of the registry that is asked for and of others; none is harmless. */
  private static final List<String> KEYS =
      List.of(
          "ghcr.io\u001b[2J\u001b]0;title\u0007",
          "\u009b31mghcr.io",
          "ghcr.io\n  removed everything from everywhere",
          "ghcr.io\r",
          "gh\u200bcr.io",
          "\u202eoi.rchg",
          "ghcr.io\u2028next",
          "ghcr.io\u0000",
          "\ufeffghcr.io",
          "ghcr.io\udb40\udc41",
          "ghcr.io/\u0085x",
          "--all",
          "-y",
          "--config=/etc",
          "$(touch pwned)",
          "`touch pwned`",
          "a.io; touch pwned",
          "%s%n%1$s",
          "https://u:pl4nted@ghcr.io",
          "https://u:pl4nted/x@ghcr.io",
          "u:pl4nted@ghcr.io",
          "u:pl4nted@",
          "",
          " ",
          "https://" + "k".repeat(1 << 20) + "@ghcr.io");

  /** The same without passwords outside URLs, which only a key is known to hold. */
  private static final List<String> TEXTS =
      KEYS.stream().filter(key -> !key.startsWith("u:")).toList();

  /** What is another registry, however much it looks like the one asked for. */
  private static final List<String> LOOK_ALIKES =
      List.of(
          "ghcr.i\u043e",
          "\uff47hcr.io",
          "ghcr\u3002io",
          "ghcr.io.",
          "ghcr.io.example.com",
          "gh\u0441r.io");

  private static final List<List<String>> RUNS =
      List.of(
          List.of("list"),
          List.of("list", "-q"),
          List.of("list", "--json"),
          List.of("-n", "-v", "ghcr.io"),
          List.of("-a", "-n", "--json"),
          List.of("--only-user", "nobody", "-v", "ghcr.io"),
          List.of("-v", "ghcr.io"),
          List.of("--json", "ghcr.io"),
          List.of("-a", "-y", "-v"));

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  private enum Place {
    FILE,
    HELPERS_LIST,
    CRED_HELPERS,
    USERS,
    HELPERS_NAME,
    HELPERS_WORDS,
    VARIABLE
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatActsAndNoPasswordReachesTheOutput(Place place) {
    for (List<String> run : RUNS) {
      put(place);
      machine.terminals(new Terminals(false, true, true)); // helpers' stderr is passed on

      Machine.Result result =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> machine.run(run.toArray(String[]::new)));

      check(place + " " + run, result);
    }
    assertEquals(List.of(), filesNamed("pwned"));
  }

  private void put(Place place) {
    JsonObject byKey = new JsonObject();
    JsonObject names = new JsonObject();
    KEYS.forEach(key -> byKey.add(key, entry("dTpw", "ci")));
    JsonObject config = new JsonObject();
    switch (place) {
      case FILE -> config.add("auths", byKey);
      case HELPERS_LIST -> {
        KEYS.forEach(key -> names.addProperty(key, "ci"));
        machine.lister("lists", names.toString());
        config.addProperty("credsStore", "lists");
      }
      case CRED_HELPERS -> {
        KEYS.forEach(key -> names.addProperty(key, "nowhere"));
        config.add("credHelpers", names);
      }
      case USERS -> {
        JsonObject auths = new JsonObject();
        TEXTS.forEach(key -> auths.add("r%d.io".formatted(auths.size()), entry(null, key)));
        auths.add("ghcr.io", entry(null, TEXTS.get(0)));
        config.add("auths", auths);
      }
      case HELPERS_NAME -> {
        TEXTS.stream()
            .limit(TEXTS.size() - 1)
            .forEach(key -> names.addProperty("r%d.io".formatted(names.size()), key));
        config.add("credHelpers", names);
        config.addProperty("credsStore", TEXTS.get(0));
      }
      case HELPERS_WORDS -> {
        machine.write(directory.resolve("words"), String.join("\n", TEXTS));
        machine.script(
            "says", "cat '" + directory + "/words'; cat '" + directory + "/words' >&2; exit 1");
        config.addProperty("credsStore", "says");
      }
      case VARIABLE -> {
        JsonObject auths = new JsonObject();
        auths.add("auths", byKey);
        machine.variable("DOCKER_AUTH_CONFIG", auths.toString());
      }
    }
    machine.config(config.toString());
  }

  private static JsonObject entry(String auth, String user) {
    JsonObject entry = new JsonObject();
    entry.addProperty("auth", auth);
    entry.addProperty("username", user);
    entry.addProperty("password", "p");
    return entry;
  }

  private static void check(String what, Machine.Result result) {
    for (String output : List.of(result.out(), result.err())) {
      String shown = output.replace("\u001b[1;31mreglogout:\u001b[0m ", "");
      assertTrue(
          shown.codePoints().noneMatch(c -> c != '\n' && Shown.acts(c)),
          () -> what + ": " + shorter(output));
      assertFalse(output.contains("pl4nted"), () -> what + ": " + shorter(output));
      boolean itsOwnWords =
          what.startsWith(Place.HELPERS_WORDS + " ") && output.equals(result.err());
      assertTrue(
          itsOwnWords || output.lines().noneMatch(line -> line.startsWith("  removed everything")),
          () -> what + ": " + shorter(output));
    }
    assertFalse(
        result.err().contains("should not have happened"), () -> what + shorter(result.err()));
    if (what.contains("--json")) {
      assertTrue(JsonParser.parseString(result.out()).isJsonObject(), what);
    }
    if (what.contains("-q")) {
      List<String> names = result.out().lines().toList();
      assertTrue(
          names.stream().noneMatch(name -> name.startsWith("-") || name.isBlank()),
          names::toString);
    }
  }

  private static String shorter(String text) {
    return Shown.escaped(text.replace("k".repeat(1 << 20), "kkk"));
  }

  private List<Path> filesNamed(String name) {
    return Stream.of(Path.of("."), machine.home(), directory)
        .map(d -> d.resolve(name))
        .filter(p -> p.toFile().exists())
        .toList();
  }

  @Test
  void aLookAlikeIsAnotherRegistry() {
    JsonObject auths = new JsonObject();
    LOOK_ALIKES.forEach(key -> auths.add(key, entry("dTpw", "ci")));
    auths.add("ghcr.io", entry("dTpw", "ci"));
    JsonObject config = new JsonObject();
    config.add("auths", auths);
    config.addProperty("credsStore", "keeper");
    machine
        .config(config.toString())
        .keeper(
            "keeper",
            Stream.concat(Stream.of("ghcr.io"), LOOK_ALIKES.stream()).toArray(String[]::new));

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(0, result.exit(), result::toString);
    auths.remove("ghcr.io");
    assertEquals(config, JsonParser.parseString(machine.configText()));
    assertEquals(LOOK_ALIKES.stream().sorted().toList(), machine.keysOf("keeper"));
  }

  @Test
  void keysMadeToCollideInAMapCostNoMoreThanOthers() {
    // "Aa" and "BB" have the same hash, and so have all texts made of them
    List<String> keys = new ArrayList<>(List.of(""));
    for (int i = 0; i < 15; i++) {
      keys = keys.stream().flatMap(key -> Stream.of(key + "Aa", key + "BB")).toList();
    }
    JsonObject auths = new JsonObject();
    keys.forEach(key -> auths.add(key + ".io", new JsonObject()));
    JsonObject config = new JsonObject();
    config.add("auths", auths);
    machine.config(config.toString());

    assertTimeoutPreemptively(
        Duration.ofSeconds(15),
        () -> {
          assertEquals(0, machine.run("-a", "-y", "-q").exit());
        });
    assertEquals("{\"auths\":{}}", machine.configText());
  }

  @Test
  void whatAHelperSaysOnATerminalIsEscapedAsItComes() {
    Random random = new Random(42);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder words = new StringBuilder();
      for (int parts = random.nextInt(8); parts >= 0; parts--) {
        words
            .append(KEYS.get(random.nextInt(KEYS.size() - 1)))
            .append(random.nextBoolean() ? "\n" : " ");
      }
      byte[] bytes = words.toString().getBytes(UTF_8);
      ByteArrayOutputStream terminal = new ByteArrayOutputStream();
      EscapingStream stream = new EscapingStream(new PrintStream(terminal, false, UTF_8), null);
      int cut = random.nextInt(bytes.length + 1);
      if (random.nextInt(4) == 0) {
        bytes[Math.min(cut, bytes.length - 1)] = (byte) random.nextInt(256);
      }

      stream.write(bytes, 0, cut); // perhaps within a character
      stream.write(bytes, cut, bytes.length - cut);

      String shown = terminal.toString(UTF_8);
      assertTrue(
          shown.codePoints().noneMatch(c -> c != '\n' && Shown.acts(c)),
          () -> Shown.escaped(shown));
    }
  }

  @Test
  void aPasswordInWhatAHelperSaysOnATerminalIsHidden() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    byte[] words = "cannot reach https://u:pl4nted@vault.example.com\npassword: ".getBytes(UTF_8);

    new EscapingStream(new PrintStream(terminal, false, UTF_8), null).write(words, 0, words.length);

    assertEquals(
        "cannot reach https://u:***@vault.example.com\npassword: ", terminal.toString(UTF_8));
  }
}
