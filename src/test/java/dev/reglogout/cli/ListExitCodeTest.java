package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListExitCodeTest {
  private static final String INLINE = "\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  /** Without SERVER, with one that is stored, with one that is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stored, all stores asked          | inline+null    | 0 | 0 | 1",
        "stored, a store missing           | inline+missing | 0 | 0 | 3",
        "stored, a store fails             | inline+refuses | 0 | 0 | 3",
        "stored, a list that is none       | inline+garbage | 0 | 0 | 3",
        "stored, a store locked            | inline+locked  | 0 | 0 | 3",
        "nothing stored, all stores asked  | null           | 0 | 1 | 1",
        "nothing stored, a store missing   | missing        | 3 | 3 | 3",
        "nothing stored, a store locked    | locked         | 3 | 3 | 3",
        "nothing stored, a helper minting  | gcloud         | 0 | 1 | 1",
      })
  void followsFromWhatWasFoundAndAsked(
      String what, String setting, int all, int ghcr, int nowhere) {
    String helper = setting.substring(setting.indexOf('+') + 1);
    machine
        .config(
            "{%s\"credsStore\": \"%s\"}"
                .formatted(setting.startsWith("inline") ? INLINE + ", " : "", helper))
        .helper("null", "lists-null")
        .helper("refuses", "refuses")
        .helper("garbage", "lists-garbage")
        .helper("locked", "lists-locked");

    check(all);
    check(ghcr, "ghcr.io");
    check(nowhere, "nowhere.example.com");
    check(ghcr, "nowhere.example.com", "ghcr.io");
  }

  private void check(int expected, String... servers) {
    for (String option : new String[] {"-v", "-q", "--json"}) {
      String[] arguments = new String[servers.length + 2];
      arguments[0] = "list";
      arguments[1] = option;
      System.arraycopy(servers, 0, arguments, 2, servers.length);
      Machine.Result result = machine.run(arguments);
      assertEquals(expected, result.exit(), String.join(" ", arguments));
      if (option.equals("--json")) {
        assertEquals(
            expected,
            JsonParser.parseString(result.out()).getAsJsonObject().get("exitCode").getAsInt());
      }
    }
  }

  @Test
  void nothingStoredIsCalm() {
    assertEquals(new Machine.Result(0, "Nothing is stored.\n", ""), machine.run("list"));
    assertEquals(
        new Machine.Result(1, "Nothing is stored for ghcr.io.\n", ""),
        machine.run("list", "ghcr.io"));
    assertEquals(
        new Machine.Result(1, "Nothing is stored for docker.io.\n", ""),
        machine.run("list", "docker.io"));
    assertEquals(new Machine.Result(0, "", ""), machine.run("list", "-q"));
  }

  @Test
  void aHelperThatIsMissingIsTold() {
    machine.config("{\"credsStore\": \"acme\"}");

    Machine.Result result = machine.run("list");

    assertEquals("Nothing was found, but not all stores could be asked.\n", result.out());
    assertTrue(
        result
            .err()
            .startsWith("reglogout: docker-credential-acme cannot be asked: it is not installed. "),
        result.err());
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void aHelperThatHangsIsEndedAndTold() {
    machine.config("{" + INLINE + ", \"credsStore\": \"slow\"}").helper("slow", "hangs");

    Machine.Result result = machine.run("list", "--timeout", "0.3");

    assertTrue(
        result
            .err()
            .startsWith(
                "reglogout: docker-credential-slow cannot be asked: it did not answer within 0.3 s"
                    + " and was ended. "),
        result.err());
    assertTrue(result.out().contains("ghcr.io"));
    assertEquals(0, result.exit());
  }

  @Test
  void aMalformedFileIsToldWithThePlace() {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"},}}");

    Machine.Result result = machine.run("list", "ghcr.io");

    assertEquals(3, result.exit());
    assertEquals(
        "Nothing was found for ghcr.io, but not all stores could be asked.\n", result.out());
    assertTrue(
        result
            .err()
            .startsWith(
                "reglogout: %s:1:40: there is a comma too many. ".formatted(machine.config())),
        result.err());
  }

  @Test
  void aFileThatIsMissingIsToldAndCannotTell() {
    String missing = directory.resolve("nowhere").toString();

    Machine.Result result = machine.run("list", "--config", missing);

    assertEquals(3, result.exit());
    assertEquals(
        "reglogout: --config %s does not exist. check the path\n".formatted(missing), result.err());
  }

  @Test
  void oneFileThatCannotBeReadDoesNotHideTheOther() {
    Path broken = directory.resolve("broken.json");
    machine.config("{" + INLINE + "}").write(broken, "[]");

    Machine.Result result =
        machine.run("list", "--config", broken.toString(), "--config", machine.config().toString());

    assertEquals(0, result.exit());
    assertTrue(result.out().contains("ghcr.io"));
    assertTrue(
        result.err().startsWith("reglogout: " + broken + ": it is JSON, but not an object. "),
        result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\": []}",
        "{\"credsStore\": 1}",
        "{\"credHelpers\": 1}",
        "{\"credHelpers\": {\"ghcr.io\": 1}}",
        "{\"credsStore\": \"../x\"}",
      })
  void whatCannotBeUnderstoodIsAProblem(String json) {
    machine.config(json);

    assertEquals(3, machine.run("list").exit());
    assertEquals(3, machine.run("list", "ghcr.io").exit());
    assertEquals(1, machine.run("list").err().lines().count());
  }

  @Test
  void aVariableThatCannotBeReadIsAProblemAndNotShown() {
    machine.variable("DOCKER_AUTH_CONFIG", "{\"auths\":{\"ghcr.io\":{\"auth\":\"c2VjcmV0\"},}}");

    Machine.Result result = machine.run("list");

    assertEquals(3, result.exit());
    assertEquals(
        "reglogout: DOCKER_AUTH_CONFIG:1:41: there is a comma too many. correct or unset the"
            + " variable\n",
        result.err());
  }
}
