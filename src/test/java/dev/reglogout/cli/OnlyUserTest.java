package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyUserTest {
  private static final String SECRET = "s3cret-of-ci";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void oneUsersInlineEntryIsRemoved() {
    machine.config(auths("\"ghcr.io\": " + login("ci")));

    Machine.Result result = machine.run("--only-user", "ci", "ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals(auths(""), machine.configText());
  }

  @Test
  void anothersInlineEntryIsKeptAndThatIsNoFailure() {
    String json = auths("\"ghcr.io\": " + login("bob"));
    machine.config(json);

    Machine.Result result = machine.run("--only-user", "ci", "ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals(
        """
        Nothing was removed for ghcr.io
          left ghcr.io in %s: it is another user's (bob)
        """
            .formatted(machine.config()),
        result.out());
    assertEquals(json, machine.configText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auth\": \"!!!\"}",
        "{\"auth\": \"Y2k=\"}",
        "{\"identitytoken\": \"t\"}",
        "{\"auth\": \"PHRva2VuPjp0\"}",
        "5"
      })
  void whoseItIsThatCannotBeToldIsLeftAndFails(String entry) {
    String json = auths("\"ghcr.io\": " + entry);
    machine.config(json);

    Machine.Result result = machine.run("--only-user", "ci", "ghcr.io");

    assertEquals(1, result.exit(), result.out());
    assertTrue(result.err().contains("its user name cannot be told"), result.err());
    assertEquals(json, machine.configText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci", SECRET, "***"})
  void aUserNameThatIsTheSecretIsNeverMatchedNorShown(String user) {
    String json = auths("\"ghcr.io\": " + login(SECRET));
    machine.config(json);

    Machine.Result result = machine.run("--only-user", user, "-v", "ghcr.io");

    assertEquals(1, result.exit(), result.out());
    assertTrue(result.err().contains("its user name cannot be told"), result.err());
    assertFalse((result.out() + result.err()).contains(SECRET), result.toString());
    assertEquals(json, machine.configText());
  }

  @Test
  void ofAKeyThatStandsTwiceForTwoUsersOnlyOneEntryGoes() {
    machine.config(auths("\"ghcr.io\": %s, \"ghcr.io\": %s".formatted(login("ci"), login("bob"))));

    Machine.Result result = machine.run("--only-user", "ci", "ghcr.io");

    assertEquals(0, result.exit(), result.out());
    assertEquals(auths("\"ghcr.io\": " + login("bob")), machine.configText());
  }

  @Test
  void aHelpersEntriesAreToldApartByItsList() {
    machine
        .config("{\"credsStore\": \"keeper\", \"auths\": {\"ghcr.io\": {}}}")
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", SECRET)
        .entry("https://ghcr.io", "bob", SECRET);

    Machine.Result result = machine.run("--only-user", "ci", "ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertFalse(machine.holds("ghcr.io"));
    assertTrue(machine.holds("https://ghcr.io"));
    assertTrue(
        result.out().contains("left https://ghcr.io in docker-credential-keeper"), result.out());
    assertTrue(machine.configText().contains("ghcr.io"), "the placeholder stands for bob's entry");
  }

  @ParameterizedTest
  @CsvSource({"cannot-list, cannot list", "refuses, cannot list"})
  void aHelperThatCannotListIsSentNothing(String fixture, String cause) {
    machine.config("{\"credsStore\": \"x\"}").helper("x", fixture).entry("ghcr.io", "ci", SECRET);

    Machine.Result result = machine.run("--only-user", "ci", "ghcr.io");

    assertEquals(1, result.exit(), result.out());
    assertTrue(result.err().contains(cause), result.err());
    assertTrue(machine.erased("x").isEmpty(), machine.calls().toString());
    assertTrue(machine.holds("ghcr.io"));
  }

  @Test
  void anUnknownHelperIsNotSentWhatItDoesNotList() {
    machine.config("{\"credsStore\": \"keeper\"}").helper("keeper", "keeper");
    machine.entry("other.example.com", "ci", SECRET);

    Machine.Result result = machine.run("--only-user", "ci", "ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals("Not logged in to ghcr.io\n", result.out());
    assertTrue(machine.erased("keeper").isEmpty());
  }

  @Test
  void allOfOneUsersEntriesGoAndEverybodyElsesStay() {
    machine
        .config(
            "{\"auths\": {\"a.example.com\": %s, \"b.example.com\": %s}, \"credsStore\": \"keeper\"}"
                .formatted(login("ci"), login("bob")))
        .helper("keeper", "keeper")
        .entry("c.example.com", "ci", SECRET)
        .entry("d.example.com", "bob", SECRET);

    Machine.Result result = machine.run("--all", "--only-user", "ci");

    assertEquals(0, result.exit(), result.err());
    assertEquals(
        "{\"auths\": {\"b.example.com\": %s}, \"credsStore\": \"keeper\"}".formatted(login("bob")),
        machine.configText());
    assertFalse(machine.holds("c.example.com"));
    assertTrue(machine.holds("d.example.com"));
  }

  @Test
  void noSecretIsShown() {
    machine.config(auths("\"ghcr.io\": " + login("bob")));

    Machine.Result result = machine.run("--json", "-v", "--only-user", "ci", "ghcr.io");

    assertFalse((result.out() + result.err()).contains(SECRET));
    assertTrue(result.out().contains("\"user\": \"bob\""), result.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyNameIsWrongUsage(String name) {
    String json = auths("\"ghcr.io\": " + login("ci"));
    machine.config(json);

    Machine.Result result = machine.run("--only-user", name, "ghcr.io");

    assertEquals(2, result.exit());
    assertEquals(json, machine.configText());
  }

  private static String auths(String entries) {
    return "{\"auths\": {" + entries + "}}";
  }

  private static String login(String user) {
    byte[] pair = (user + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
    return "{\"auth\": \"" + Base64.getEncoder().encodeToString(pair) + "\"}";
  }
}
