package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** What the program tells a shell that asks how a line may go on. */
class CompletionTest {
  private static final String STORED =
      """
      {"auths": {"ghcr.io": {"auth": "dTpw"}, "localhost:5000": {"auth": "dTpw"}}}
      """;

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config(STORED);
  }

  /** The words typed, separated by blanks, with a dot for the place of an empty one. */
  @ParameterizedTest
  @CsvSource({
    "., list doctor explain completion help ghcr.io localhost:5000 :4",
    "gh, ghcr.io :4",
    "localhost:5, localhost:5000 :4",
    "ghcr.io ., localhost:5000 :4",
    "l, list localhost:5000 :4",
    "--dry-run l, localhost:5000 :4",
    "--only-user ., :4",
    "--timeout ., :4",
    "--config ., :0",
    "--config=/e, :0",
    "list --config ., :0",
    "--dry, --dry-run :4",
    "-- -, :4",
    "-- g, ghcr.io :4",
    "list ., ghcr.io localhost:5000 :4",
    "list --only, :4",
    "list --every, --everywhere :4",
    "completion ., bash zsh fish :4",
    "completion bash ., :4",
    "completion --ver, --version :4",
    "help ., list doctor explain completion :4",
    "doctor ., :4",
    "doctor --round, --round-trip :4",
    "explain ., :4",
    "explain --li, --list :4",
    "explain --hel, --helper --help :4",
    "explain --helper ec, ecr-login :4",
    "--what ., ghcr.io localhost:5000 :4",
  })
  void offersWhatMayStandThere(String words, String offered) {
    assertEquals(List.of(offered.split(" ")), names(words.split(" ")));
  }

  @Test
  void everyOptionOfEveryCommandIsOffered() {
    for (CommandModel command : CommandModel.ALL) {
      List<String> expected = new ArrayList<>();
      for (OptionSpec option : command.parser().get().getCommandSpec().options()) {
        expected.addAll(List.of(option.names()));
      }
      expected.add(":4");

      List<String> offered =
          command == CommandModel.LOGOUT ? names("-") : names(command.name(), "-");

      assertEquals(expected, offered, command.name());
    }
  }

  @Test
  void everyWordOfACommandHasAModelAndAHelpOfItsOwn() {
    Set<String> words = new HashSet<>(CommandModel.words());
    assertTrue(words.add("help"), "it has no model");

    assertEquals(Cli.COMMANDS, words);
    for (String word : CommandModel.words()) {
      String help = machine.run(word, "--help").out();
      assertTrue(help.startsWith("Usage: reglogout " + word + " "), word + ": " + help);
      assertFalse(Cli.changes(List.of(word)), word + " only reads");
    }
  }

  @Test
  void aTabAndWhatItMeansStandsBehindAnOption() {
    assertEquals("--json\tone JSON document on stdout (docs/json.md)\n:4\n", said("--js"));
    assertEquals("--json\n:4\n", machine.run("__completeNoDesc", "--js").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$(touch x).io",
        "$(touch${IFS}x).io",
        "`touch`.io",
        "a;id.io",
        "a|id",
        "a&id",
        "a>x.io",
        "a b.io",
        "a'b.io",
        "a*.io",
        "~a.io",
        "!a.io",
        "a{b,c}.io",
        "-rf.io",
        "a\\\\b.io",
        "a\\tb c.io",
        "a\\u202eb.io"
      })
  void aNameThatIsMoreThanANameToAShellIsNotOffered(String key) {
    machine.config("{\"auths\": {\"%s\": {\"auth\": \"dTpw\"}, \"ghcr.io\": {}}}".formatted(key));

    assertEquals("ghcr.io\n:4\n", said("--json", ""));
  }

  @Test
  void namesThatHelpersListAreOffered() {
    machine
        .config("{\"credsStore\": \"lister\"}")
        .lister("lister", "{\"https://quay.io\": \"ci\", \"https://index.docker.io/v1/\": \"u\"}");

    assertEquals(List.of("docker.io", "quay.io", ":4"), names("--json", ""));
  }

  @Test
  void aHelperThatHangsKeepsNothingBackForLong() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"stuck\"}")
        .helper("stuck", "hangs");
    long start = System.nanoTime();

    List<String> names = names("gh");

    assertEquals(List.of("ghcr.io", ":4"), names);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertTrue(millis < 8_000, millis + " ms; a helper gets 0.4 s, not 30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"auths\": 7}", "{\"credsStore\": \"not-installed\"}"})
  void whatCannotBeReadIsNoWordAboutIt(String config) {
    machine.config(config);

    Machine.Result result = machine.run("__complete", "--json", "");

    assertEquals(new Machine.Result(0, ":4\n", ""), result);
  }

  @Test
  void theFilesThatAreTypedAreTheOnesThatAreRead() {
    machine
        .write(machine.home().resolve("mine/config.json"), STORED.replace("ghcr.io", "mine.io"))
        .write(machine.home().resolve(".config/helm/registry/config.json"), "{}")
        .variable("XDG_CONFIG_HOME", machine.home().resolve(".config").toString())
        .write(
            machine.home().resolve(".config/containers/auth.json"),
            "{\"auths\": {\"podman.io\": {\"auth\": \"dTpw\"}}}");
    String mine = machine.home().resolve("mine").toString();

    assertEquals(List.of("mine.io", ":4"), names("--config", mine, "m"));
    assertEquals(List.of("mine.io", ":4"), names("--config=" + mine, "m"));
    assertEquals(List.of("mine.io", ":4"), names("--config", "~/mine", "m"));
    assertEquals(List.of("mine.io", ":4"), names("list", "--config", mine, "m"));
    assertEquals(List.of(":4"), names("--config", "/nonexistent", "m"));
    assertEquals(List.of(":4"), names("pod"));
    assertEquals(List.of("podman.io", ":4"), names("--everywhere", "pod"));
  }

  @Test
  void nothingIsChangedAndNoSecretIsFetched() {
    machine
        .config("{\"auths\": {\"quay.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"own\"}")
        .helper("own", "keeper")
        .entry("https://ghcr.io", "ci", "s3cret");
    String before = machine.configText();

    String said = said("--json", "");

    assertEquals("ghcr.io\nquay.io\n:4\n", said);
    assertEquals(before, machine.configText());
    assertTrue(machine.holds("https://ghcr.io"));
    assertTrue(machine.calls().stream().allMatch(call -> call.startsWith("own list")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theScriptOfEveryShellIsPrinted(String shell) {
    Machine.Result result = machine.run("completion", shell);

    assertEquals(0, result.exit());
    assertEquals("", result.err());
    assertTrue(result.out().contains("__complete"), result.out());
    assertFalse(result.out().contains("eval "), "what is evaluated may be anybody's text");
  }

  @ParameterizedTest
  @CsvSource({
    "completion, completion needs the name of one shell",
    "completion bash zsh, completion needs the name of one shell",
    "completion tcsh, there is no completion for 'tcsh'",
    "completion --all, unknown option: '--all'",
  })
  void anyOtherUseIsWrongUsage(String words, String message) {
    Machine.Result result = machine.run(words.split(" "));

    assertEquals(2, result.exit());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("reglogout: " + message), result.err());
    assertTrue(
        result.err().endsWith("nothing was done; try `reglogout completion --help`\n"),
        result.err());
  }

  @Test
  void itHasAHelpAndAVersion() {
    String help = machine.run("completion", "--help").out();

    assertTrue(help.startsWith("Usage: reglogout completion [OPTIONS] SHELL\n"), help);
    assertEquals(help, machine.run("help", "completion").out());
    assertTrue(machine.run("completion", "-V").out().startsWith("reglogout "));
  }

  private String said(String... words) {
    List<String> arguments = new ArrayList<>(List.of("__complete"));
    arguments.addAll(Arrays.asList(words));
    Machine.Result result = machine.run(arguments.toArray(String[]::new));
    assertEquals(0, result.exit());
    assertEquals("", result.err());
    return result.out();
  }

  private List<String> names(String... words) {
    String[] typed = Arrays.stream(words).map(w -> w.equals(".") ? "" : w).toArray(String[]::new);
    return said(typed).lines().map(line -> line.split("\t")[0]).toList();
  }
}
