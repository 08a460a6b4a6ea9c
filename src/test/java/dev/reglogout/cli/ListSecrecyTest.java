package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListSecrecyTest {
  private static final List<List<String>> RUNS =
      List.of(
          List.of("list"),
          List.of("list", "-v"),
          List.of("list", "-q"),
          List.of("list", "--json"),
          List.of("list", "-v", "a.example.com", "b.example.com", "docker.io"),
          List.of("list", "--json", "nowhere.example.com"));

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  private static String auth(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private void checkNowhere(String... secrets) {
    for (Terminals terminals : List.of(Terminals.NONE, new Terminals(true, true, true))) {
      for (List<String> run : RUNS) {
        Machine.Result result = machine.terminals(terminals).run(run.toArray(String[]::new));
        for (String secret : secrets) {
          assertFalse(
              (result.out() + result.err()).contains(secret), () -> secret + " in " + result);
        }
      }
    }
  }

  @Test
  void noSecretOfAnyStoreIsInAnyOutput() {
    String auth = auth("user:planted-1:planted-2");
    String undecodable = "!!planted-3";
    String noColon = auth("planted-4-without-colon");
    machine
        .config(
            ("{\"auths\": {\"a.example.com\": {\"auth\": \"%s\", \"identitytoken\": \"planted-5\"},"
                    + " \"b.example.com\": {\"auth\": \"%s\"}, \"c.example.com\": {\"auth\": \"%s\"},"
                    + " \"d.example.com\": {\"password\": \"planted-6\", \"registrytoken\":"
                    + " \"planted-7\"}, \"e.example.com\": \"planted-8\","
                    + " \"https://u:planted-9@f.example.com\": {},"
                    + " \"https://u:12/planted-10@g.example.com\": {},"
                    + " \"https://u:55123@h.example.com\": {}, \"https://u:55321/x@i.example.com\": {}},"
                    + " \"credsStore\": \"keeper\"}")
                .formatted(auth, undecodable, noColon))
        .helper("keeper", "keeper")
        .entry("https://index.docker.io/v1/", "ci", "planted-11")
        .entry("https://u:planted-12@j.example.com", "ci", "planted-13")
        .variable(
            "DOCKER_AUTH_CONFIG",
            "{\"auths\":{\"k.example.com\":{\"auth\":\"%s\"}}}".formatted(auth("u:planted-14")));

    checkNowhere("planted", auth, noColon, auth("u:planted-14"), "55123", "55321");
    assertTrue(
        machine.calls().stream().allMatch("keeper list unused"::equals),
        machine.calls().toString());
  }

  @Test
  void noSecretIsInAnErrorMessage() {
    machine
        .config("{\"auths\": {\"a.example.com\": {\"auth\": \"planted-1\", bad \"planted-2\"}}}")
        .variable("DOCKER_AUTH_CONFIG", "{\"auths\":{\"x\":{\"auth\":\"planted-3\" planted-4");

    checkNowhere("planted");
    assertEquals(3, machine.run("list").exit());
  }

  @Test
  void passwordsInAHelpersWordsAndUserNamesAreHidden() {
    machine
        .config("{\"credsStore\": \"talks\", \"credHelpers\": {\"x\": \"lists\"}}")
        .script("talks", "echo 'cannot reach https://u:planted-1@vault.example.com'; exit 1")
        .lister("lists", "{\"a.example.com\": \"https://u:planted-2@x\"}");

    checkNowhere("planted");
  }

  @Test
  void aTokenThatIsAUserNameIsHidden() {
    machine
        .config(
            ("{\"auths\": {\"a.example.com\": {\"auth\": \"%s\"},"
                    + " \"b.example.com\": {\"auth\": \"%s\"}}, \"credsStore\": \"lists\"}")
                .formatted(auth("planted-1:planted-1"), auth("planted-2:x-oauth-basic")))
        .lister("lists", "{\"docker.io\": \"ghp_planted-3\"}")
        .variable(
            "DOCKER_AUTH_CONFIG",
            "{\"auths\":{\"k.example.com\":{\"auth\":\"%s\"}}}"
                .formatted(auth("dckr_pat_planted-4:pw")));

    checkNowhere("planted");
    assertTrue(machine.run("list").out().contains(" *** "), machine.run("list").out());
  }

  @Test
  void nothingThatActsReachesTheTerminal() {
    machine
        .config(
            "{\"auths\": {\"a\\u001b[31m.example.com\": {\"auth\": \"%s\"}, \"b\\u202e.example.com\":"
                    .formatted(auth("u\u001b\n:p"))
                + " {}, \"c\\u009b.example.com\\n!  forged\": {}}, \"credsStore\": \"says\"}")
        .helper("says", "control-characters");

    for (List<String> run :
        List.of(List.of("list"), List.of("list", "-q"), List.of("list", "-v"))) {
      Machine.Result result = machine.run(run.toArray(String[]::new));
      assertTrue(
          (result.out() + result.err())
              .chars()
              .noneMatch(c -> (c < ' ' && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0x202E),
          result::toString);
      assertTrue(result.out().lines().noneMatch(line -> line.startsWith("!  forged")));
    }
    assertTrue(machine.run("list").out().contains("u\\u001b\\n"));
    assertTrue(machine.run("list", "--json").out().chars().noneMatch(c -> c >= 0x7F && c <= 0x9F));
  }

  @Test
  void hugeKeysAreBorne() {
    String huge = "x".repeat(1 << 20);
    String urls = "@" + "://a:".repeat(200_000);
    machine
        .config(
            "{\"auths\": {\"%s\": {}, \"%s\": {\"auth\": \"dTpw\"}, \"%s b@\": {}, \"ok.io\": {}}}"
                .formatted(huge, urls, urls))
        .variable("COLUMNS", "80");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertEquals("ok.io\n", machine.run("list", "-q").out());
          assertTrue(machine.run("list").out().length() < 20 << 20);
          assertTrue(machine.run("list", "--json").out().contains(huge));
          machine.terminals(new Terminals(true, true, true));
          assertTrue(machine.run("list").out().lines().allMatch(l -> TextWidth.of(l) <= 80));
        });
  }
}
