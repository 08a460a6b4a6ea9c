package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.Environment.Os;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message means, and what to do; nothing of the text is shown. */
class ExplainCommandTest {
  private static final String MISSING =
      "error getting credentials - err: exec: \"docker-credential-desktop\": executable file not"
          + " found in $PATH, out: ``";
  private static final Terminals ALL = new Terminals(true, true, true);

  private static final Map<String, String> DESKTOP =
      Map.of("helper", "desktop", "program", "docker-credential-desktop");

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void aKnownMessageIsToldWithWhatToDoAndWhatNot() {
    KnownMessage message = KnownMessages.byId("missing-desktop");
    String[] avoid = message.avoid().split("; do not ");

    assertEquals(
        new Machine.Result(
            0,
            """
            missing-desktop: %s
              Logout:  %s
              To do:   %s
              Do not:  %s
              Do not:  %s
            """
                .formatted(
                    message.meaning(),
                    message.logout(),
                    message.advice(Os.LINUX, DESKTOP),
                    avoid[0].substring("do not ".length()),
                    avoid[1]),
            ""),
        machine.run("explain", MISSING));
  }

  @Test
  void aPasteWithoutQuotesIsOneText() {
    assertEquals(machine.run("explain", MISSING), machine.run(("explain " + MISSING).split(" ")));
    assertEquals(0, machine.run("explain", "-25308").exit());
    assertEquals(
        0, machine.run("explain", "-", "err:", "--autolaunch=x", "not", "implemented").exit());
    assertEquals(0, machine.run("explain", "--", "--list", "not", "implemented").exit());
  }

  @Test
  void withoutTextItIsReadFromStdinAndNobodyIsAsked() {
    assertEquals(machine.run("explain", MISSING), machine.typed(MISSING + "\n").run("explain"));
  }

  @Test
  void onATerminalThereIsAQuestionForTheText() {
    machine.terminals(ALL).typed(MISSING + "\n");

    Machine.Result result = machine.run("explain");

    assertEquals(0, result.exit());
    assertEquals("Paste the message, then press Enter and Ctrl-D:\n", result.err());
    assertTrue(result.out().startsWith("missing-desktop: "), result.out());
    machine.os(Os.WINDOWS);
    assertEquals(
        "Paste the message, then press Enter, Ctrl-Z and Enter:\n", machine.run("explain").err());
    assertEquals("", machine.run("explain", MISSING).err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "40", "80", "200"})
  void onATerminalLinesFitAndCommandsAreNotBrokenWhereTheyFit(String columns) {
    machine.terminals(new Terminals(false, true, true)).variable("COLUMNS", columns);
    int width = Math.min(88, Integer.parseInt(columns));

    String out = machine.run("explain", "keychain-locked").out();

    for (String line : out.lines().toList()) {
      assertTrue(line.length() <= width || !line.strip().contains(" "), line);
    }
    assertEquals(
        width >= 80,
        out.contains("`security unlock-keychain ~/Library/Keychains/login.keychain-db`"));
  }

  @Test
  void whatIsOnlyAWrapperSaysSoAndTheOthersAreToldInOrder() {
    String out =
        machine
            .run(
                "explain",
                "no basic auth credentials",
                "Removing login credentials for ghcr.io",
                "User canceled the operation",
                "Cannot autolaunch D-Bus without X11",
                "disk quota exceeded",
                "no credentials username")
            .out();

    assertEquals(
        List.of("no-dbus", "keychain-canceled", "no-username"),
        out.lines().filter(l -> l.matches("[a-z-]+: .*")).map(l -> l.split(":")[0]).toList());
    assertTrue(
        out.endsWith("\n\nAlso in the text (`reglogout explain ID`): disk-full, no-basic-auth\n"),
        out);
  }

  @Test
  void anUnknownTextIsAnsweredByWhatToTry() {
    Machine.Result result = machine.run("explain", "the vault is sealed");

    assertEquals(1, result.exit());
    assertEquals("", result.out());
    assertEquals(
        """
        reglogout: this text is not known: no message of docker, podman or a helper was found in it
          Give all of its lines; `reglogout explain --list` shows what is known.
          To see what a helper itself says, run it by hand:
            docker-credential-NAME list
          To check the config file and every helper it names: reglogout doctor
        """,
        result.err());
  }

  @Test
  void theDocumentHoldsWhatIsKnown() {
    KnownMessage known = KnownMessages.byId("missing-desktop");

    Machine.Result result = machine.run("explain", MISSING, "--json");

    JsonObject document = document(result);
    assertEquals(0, result.exit());
    assertEquals("", result.err());
    assertEquals(Set.of("version", "exitCode", "cutOff", "messages"), document.keySet());
    assertEquals(1, document.get("version").getAsInt());
    assertEquals(0, document.get("exitCode").getAsInt());
    assertFalse(document.get("cutOff").getAsBoolean());
    JsonObject message = document.getAsJsonArray("messages").get(0).getAsJsonObject();
    assertEquals(
        Set.of(
            "id", "certain", "topic", "outcome", "meaning", "logout", "advice", "avoid", "source",
            "sample"),
        message.keySet());
    assertEquals(known.id(), message.get("id").getAsString());
    assertEquals(known.meaning(), message.get("meaning").getAsString());
    assertEquals(known.logout(), message.get("logout").getAsString());
    assertEquals(known.advice(Os.LINUX, DESKTOP), message.get("advice").getAsString());
    assertTrue(message.get("certain").getAsBoolean());
    assertEquals(known.avoid(), message.get("avoid").getAsString());
    assertEquals(known.source(), message.get("source").getAsString());
  }

  @Test
  void whatOthersSayTooIsExplainedWithAnIf() {
    Machine.Result result = machine.run("explain", "User interaction is not allowed.");

    assertEquals(0, result.exit());
    assertTrue(
        result
            .out()
            .startsWith(
                "keychain-locked: if a credential helper said this: "
                    + KnownMessages.byId("keychain-locked").meaning()),
        result.out());
    assertTrue(
        result
            .out()
            .endsWith(
                "\n\nNot certain: other programs say the same, and nothing around it tells who"
                    + " said it."
                    + " Give more of the text, or the helper's name: `reglogout explain --helper"
                    + " NAME`\n"),
        result.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"osxkeychain", "docker-credential-osxkeychain", "OSXKEYCHAIN", "osxkeychain.exe"})
  void aHelpersNameTakesTheIfAway(String name) {
    String text = "User interaction is not allowed.";

    Machine.Result result = machine.run("explain", "--helper", name, text);

    assertEquals(0, result.exit());
    assertTrue(
        result
            .out()
            .startsWith("keychain-locked: " + KnownMessages.byId("keychain-locked").meaning()),
        result.out());
    assertFalse(result.out().contains("Not certain"), result.out());
    assertEquals(result, machine.run("explain", "--helper=" + name, text));
    assertEquals(result, machine.typed(text).run("explain", "--helper", name));
  }

  @Test
  void theDocumentSaysWhetherAMessageIsCertain() {
    assertFalse(certain(machine.run("explain", "--json", "not implemented")));
    assertTrue(certain(machine.run("explain", "--json", "--helper", "acme", "not implemented")));
    assertTrue(certain(machine.run("explain", "--json", "not-implemented")));
  }

  private static boolean certain(Machine.Result result) {
    assertEquals(0, result.exit());
    JsonElement message = document(result).getAsJsonArray("messages").get(0);
    return message.getAsJsonObject().get("certain").getAsBoolean();
  }

  @Test
  void adviceIsForThisSystem() {
    assertTrue(machine.run("explain", MISSING).out().contains("to pass or secretservice"));
    machine.os(Os.MACOS);
    assertTrue(machine.run("explain", MISSING).out().contains("to osxkeychain"));
    machine.os(Os.WINDOWS);
    assertTrue(machine.run("explain", MISSING).out().contains("to wincred"));
  }

  @Test
  void aHelperThatIsNoneIsWrongUsage() {
    assertWrong("--helper needs the name of a helper", "explain", "--helper");
    assertWrong("--helper wants the name of a helper", "explain", "--helper", "a/b", "text");
    assertWrong("--helper wants the name of a helper", "explain", "--helper=", "text");
    assertWrong("--list and --helper exclude each other", "explain", "--list", "--helper", "pass");
  }

  private void assertWrong(String message, String... arguments) {
    Machine.Result result = machine.run(arguments);

    assertEquals(2, result.exit());
    assertTrue(result.err().contains(message), result.err());
  }

  @Test
  void theDocumentOfAnUnknownTextIsEmpty() {
    Machine.Result result = machine.run("explain", "--json", "the vault is sealed");

    assertEquals(1, result.exit());
    assertEquals(
        """
        {
          "version": 1,
          "exitCode": 1,
          "cutOff": false,
          "messages": []
        }
        """,
        result.out());
    assertEquals("", result.err());
  }

  @Test
  void theListHasALineForEachMessageCompleteInAPipe() {
    List<String> lines = machine.run("explain", "--list").out().lines().toList();

    assertEquals(KnownMessages.all().size() + 1, lines.size());
    assertTrue(lines.get(0).matches("ID +MEANING"), lines.get(0));
    for (int i = 1; i < lines.size(); i++) {
      KnownMessage message = KnownMessages.all().get(i - 1);
      assertTrue(lines.get(i).startsWith(message.id() + " "), lines.get(i));
      assertTrue(lines.get(i).endsWith("  " + Shown.escaped(message.meaning())), lines.get(i));
    }
  }

  @Test
  void theListFitsATerminal() {
    machine.terminals(ALL);

    assertTrue(machine.run("explain", "--list").out().lines().allMatch(l -> l.length() <= 80));
  }

  @Test
  void theListIsAlsoADocument() {
    List<String> ids = new ArrayList<>();
    for (JsonElement message :
        document(machine.run("explain", "--list", "--json")).getAsJsonArray("messages")) {
      ids.add(message.getAsJsonObject().get("id").getAsString());
    }

    assertEquals(KnownMessages.all().stream().map(KnownMessage::id).toList(), ids);
  }

  static List<String> ids() {
    return KnownMessages.all().stream().map(KnownMessage::id).toList();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyIdIsExplainedInPlainWords(String id) {
    machine.terminals(new Terminals(false, true, false));

    Machine.Result result = machine.run("explain", id);

    assertEquals(0, result.exit());
    assertTrue(result.out().replaceAll("\\s+", " ").startsWith(id + ": "), result.out());
    assertTrue(result.out().contains("\n  To do:   "), result.out());
    assertTrue(result.out().lines().allMatch(line -> line.length() <= 80), result.out());
    assertFalse(result.out().contains("\\u"), result.out());
  }

  @Test
  void helpIsOfTheCommand() {
    Machine.Result result = machine.run("explain", "--help");

    assertEquals(0, result.exit());
    assertTrue(result.out().startsWith("Usage: reglogout explain [OPTIONS] [TEXT...]\n"));
    assertTrue(result.out().contains("  1          the text is not known\n"), result.out());
    assertTrue(result.out().lines().allMatch(line -> line.length() <= 88));
    assertEquals(result, machine.run("help", "explain"));
    assertEquals(result, machine.run("explain", "-h"));
    assertEquals(machine.run("--version"), machine.run("explain", "-V"));
    assertTrue(machine.run("--help").out().contains("reglogout explain"));
  }

  private static JsonObject document(Machine.Result result) {
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }
}
