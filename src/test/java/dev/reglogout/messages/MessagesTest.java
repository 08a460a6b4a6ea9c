package dev.reglogout.messages;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every problem fit its facts and the system, and their advice does no harm. */
class MessagesTest {
  private static final Map<String, String> FACTS =
      Map.of(
          "helper", "acme",
          "path", "/home/u/.docker/config.json",
          "directory", "/home/u/.docker",
          "member", "credsStore",
          "registry", "ghcr.io",
          "exitCode", "3",
          "words", "the vault is sealed",
          "user", "ann",
          "seconds", "30",
          "line", "4");

  private static final Pattern UNFILLED =
      Pattern.compile(
          "\\{[a-zA-Z]+}|\\[\\[|\\]\\]|\\|\\||\\.\\.(?!/)"
              + "|\\b(NAME|HOST|FILE|URL|DIRECTORY|KEY-ID|FINGERPRINT|NONE)\\b");

  /** Words of one system that have no place in advice for another. */
  private static final Map<Os, Pattern> WORDS =
      Map.of(
          Os.LINUX,
              Pattern.compile(
                  "apt |apt-get|dnf |apk"
                      + " |systemctl|usermod|findmnt|/run/user|gnome-keyring|secretservice"),
          Os.MACOS,
              Pattern.compile(
                  "brew |xattr|Keychain Access|osxkeychain|security unlock|codesign|pinentry-mac"),
          Os.WINDOWS,
              Pattern.compile(
                  "wincred|cmdkey|PowerShell|Env:|VaultSvc|C:\\\\|Gpg4win|Credential Manager"));

  private static final Pattern UNIX =
      Pattern.compile("chmod|chown|ls -l|</dev/null|export |sudo |unset ");

  /** A command that removes something, or ends more than the login that was asked for. */
  private static final Pattern DESTRUCTIVE =
      Pattern.compile(
          "\\b(rm|rmdir|erase|delete|remove|revoke|prune|gcr-logout|Remove-Item)\\b"
              + "|(?<!reg)logout\\b"
              + "|chown -R|777|delete-internet-password|>",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(delete|empty|remove) (the|that|its) (whole|config|file|folder|\\.docker|store)");

  /** Where the removal is what the entry is about, and named with what it ends. */
  private static final Set<String> REMOVES =
      Set.of(
          "minted",
          "not-implemented", // how to end a session, for known helpers alone
          "docker-auth-config", // unsets a variable
          "pass-empty-folder", // rmdir of an empty folder
          "ecr-cannot-list",
          "ecr-erase-ignored",
          "list-not-implemented",
          "gcr-unsupported",
          "keychain-duplicate-item", // one item, in Keychain Access
          "keychain-foreign-item",
          "secret-in-text"); // a token that others have seen

  static List<Arguments> everyProblemOnEachSystem() {
    List<Arguments> all = new ArrayList<>();
    for (KnownMessage message : KnownMessages.all()) {
      for (Os os : Os.values()) {
        all.add(Arguments.of(message.id(), os));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("everyProblemOnEachSystem")
  void nothingIsUnfilledAndNothingDestroys(String id, Os os) {
    Message message = Messages.of(id, FACTS, os);

    assertAll(
        () -> assertFalse(message.text().isBlank(), "text"),
        () -> assertFalse(message.advice().isBlank(), "advice"),
        () -> assertFalse(UNFILLED.matcher(message.text()).find(), message.text()),
        () -> assertFalse(UNFILLED.matcher(message.advice()).find(), message.advice()),
        () -> assertFalse(UNFILLED.matcher(message.avoid()).find(), message.avoid()),
        () -> assertFalse(message.text().endsWith("."), message.text()),
        () -> assertFalse(message.advice().endsWith("."), message.advice()),
        () ->
            assertTrue(
                REMOVES.contains(id)
                    || commands(message.advice()).stream()
                        .noneMatch(command -> DESTRUCTIVE.matcher(command).find()),
                message.advice()),
        () -> assertFalse(IN_WORDS.matcher(message.advice()).find(), message.advice()));
  }

  @ParameterizedTest
  @MethodSource("everyProblemOnEachSystem")
  void adviceIsForTheSystemAlone(String id, Os os) {
    KnownMessage known = KnownMessages.byId(id);
    if (isOfOneSystem(known)) {
      return; // its words were said there, and are explained anywhere
    }
    String advice = Messages.of(id, FACTS, os).advice();

    for (Os other : Os.values()) {
      assertTrue(other == os || !WORDS.get(other).matcher(advice).find(), other + " in: " + advice);
    }
    assertFalse(
        os == Os.WINDOWS && commands(advice).stream().anyMatch(c -> UNIX.matcher(c).find()),
        advice);
  }

  /** Returns what stands within back-ticks. */
  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    String[] parts = text.split("`", -1);
    for (int i = 1; i < parts.length; i += 2) {
      commands.add(parts[i]);
    }
    return commands;
  }

  private static boolean isOfOneSystem(KnownMessage known) {
    return Set.of("macos", "windows", "keyring", "pass").contains(known.topic())
        || known.id().contains("wsl")
        || known.id().startsWith("dev-containers")
        || Set.of(
                "missing-desktop-exe",
                "missing-secretservice",
                "missing-pass",
                "helper-needs-own-user")
            .contains(known.id())
        || Set.of("podman-runtime-dir", "podman-authfile-missing", "java-program-not-found")
            .contains(known.id());
  }

  @ParameterizedTest
  @MethodSource("everyProblemOnEachSystem")
  void withoutAnyFactItStillReadsAsASentence(String id, Os os) {
    Message message = Messages.of(id, Map.of(), os);

    assertFalse(message.text().contains("{") && message.text().contains("}"), message.text());
    assertFalse(message.advice().contains("[["), message.advice());
    assertFalse(message.advice().matches(".*\\bsomething\\b.*"), message.advice());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "helper-timed-out | it did not answer within 30 s and was ended",
        "helper-failed | it says: the vault is sealed",
        "helper-not-installed | it is not installed",
        "another-user | it is another user's (ann)",
        "config-missing | --config /home/u/.docker/config.json does not exist",
        "docker-auth-config | ghcr.io is still logged in by the variable DOCKER_AUTH_CONFIG",
        "round-trip-remains | ghcr.io may remain: the vault is sealed",
        "minted | it stores nothing; access comes from another session",
      })
  void theCauseNamesItsFacts(String id, String text) {
    assertEquals(text, Messages.of(id, FACTS, Os.LINUX).text());
  }

  @Test
  void aMissingHelperIsReplacedByOneOfThisSystem() {
    Map<String, String> facts =
        Map.of("helper", "desktop", "member", "credsStore", "path", "/home/u/.docker/config.json");

    assertEquals(
        "set credsStore in /home/u/.docker/config.json to pass or secretservice, and run it"
            + " again; or"
            + " reinstall Docker Desktop",
        Messages.of("missing-desktop", facts, Os.LINUX).advice());
    assertTrue(
        Messages.of("missing-desktop", facts, Os.MACOS)
            .advice()
            .startsWith("set credsStore in /home/u/.docker/config.json to osxkeychain"));
    assertTrue(
        Messages.of("missing-desktop", facts, Os.WINDOWS)
            .advice()
            .startsWith("set credsStore in /home/u/.docker/config.json to wincred, "));
  }

  @Test
  void theMemberThatNamesTheHelperIsNamed() {
    Map<String, String> facts =
        Map.of("helper", "acme", "member", "credHelpers[\"quay.io\"]", "path", "/r/config.json");

    assertEquals(
        "install docker-credential-acme, or correct credHelpers[\"quay.io\"] in /r/config.json;"
            + " then"
            + " run it again",
        Messages.of("helper-not-installed", facts, Os.LINUX).advice());
  }

  @Test
  void whatIsInstalledIsOfferedFirst() {
    Map<String, String> facts =
        Map.of("member", "credsStore", "path", "/r/config.json", "installed", "pass");

    assertTrue(
        Messages.of("missing-desktop", facts, Os.LINUX)
            .advice()
            .startsWith("set credsStore in /r/config.json to pass, "));
  }

  @ParameterizedTest
  @CsvSource({
    "ecr-login,`aws sso logout`",
    "gcloud,`gcloud auth revoke`",
    "gcr,`docker-credential-gcr gcr-logout`",
    "acr-env,`az logout`"
  })
  void theSessionOfAHelperIsNamed(String helper, String command) {
    Map<String, String> facts = Map.of("helper", helper);

    assertTrue(Messages.of("minted", facts, Os.LINUX).advice().contains(command));
    assertTrue(Messages.of("not-implemented", facts, Os.LINUX).advice().contains(command));
  }

  @Test
  void aFactInACommandIsQuotedForTheShell() {
    Map<String, String> facts = Map.of("path", "/home/a b/it's/config.json");

    assertEquals(
        "`chmod go-w '/home/a b/it'\\''s/config.json'`",
        Messages.of("config-open-to-change", facts, Os.LINUX).advice());
    assertEquals(
        "it is mounted by itself, so it cannot be replaced",
        Messages.of("config-mounted", facts, Os.LINUX).text());
  }

  @ParameterizedTest
  @CsvSource({
    "minted,true",
    "not-verified,true",
    "docker-auth-config,true",
    "second-store,true",
    "registry-login-remains,true",
    "hub-session-not-revoked,true",
    "another-user,false",
    "left-alone,false",
    "helper-failed,false"
  })
  void itIsKnownWhetherAccessMaySurvive(String id, boolean maySurvive) {
    assertEquals(maySurvive, Messages.of(id, FACTS, Os.LINUX).accessMaySurvive());
  }

  @Test
  void whatAHelperSaidIsTheCauseOfAMessageThatIsNotOurOwn() {
    assertEquals(
        "it says: the vault is sealed", Messages.of("keychain-locked", FACTS, Os.MACOS).text());
  }
}
