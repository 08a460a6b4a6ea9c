package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.hub.FakeDocker;
import dev.reglogout.registry.Registry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of Docker Hub's sign-in at Docker, and of its tokens here. */
class HubSessionTest {
  private static final String HUB = "https://index.docker.io/v1/";
  private static final String ACCESS = HUB + "access-token";
  private static final String REFRESH = HUB + "refresh-token";
  private static final String SECRET = "v1.s3cret..client-1";
  private static final String SENT =
      "POST /oauth/revoke application/x-www-form-urlencoded client_id=client-1&token=v1.s3cret";
  private static final LogoutSettings SETTINGS =
      LogoutSettings.defaults().withLimit(Duration.ofMillis(1500));

  @TempDir Path directory;
  private Machine machine;
  private FakeDocker docker;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
    docker = FakeDocker.answering(200, "");
  }

  @AfterEach
  void close() {
    docker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {REFRESH, HUB + "/refresh-token", "docker.io/v1/refresh-token"})
  void aTokenBehindAHelperIsRevokedBeforeItIsErased(String key) {
    signedIn("keeper", key, SECRET);

    LogoutReport report = logout(SETTINGS);

    assertEquals(List.of(SENT), docker.requests());
    assertEquals(true, report.registries().get(0).revoked());
    assertEquals(List.of(), report.warnings());
    assertFalse(machine.holds(key));
    List<String> calls = machine.calls();
    assertTrue(calls.indexOf("keeper get " + key) < calls.indexOf("keeper erase " + HUB));
    assertFalse(report.accessMaySurvive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "AUTH", "identitytoken", "password"})
  void aTokenInTheFileIsRevokedBeforeItIsCut(String field) {
    String value = field.equalsIgnoreCase("auth") ? base64("<token>:" + SECRET) : SECRET;
    machine.config(
        "{\"auths\": {\"%s\": {\"%s\": \"%s\"}, \"a.io\": {}}}".formatted(REFRESH, field, value));

    LogoutReport report = logout(SETTINGS);

    assertEquals(List.of(SENT), docker.requests());
    assertEquals(true, report.registries().get(0).revoked());
    assertEquals("{\"auths\": {\"a.io\": {}}}", machine.configText());
  }

  @Test
  void aTokenThatIsInSeveralPlacesIsRevokedOnceAndEachOtherTokenToo() {
    signedIn("keeper", REFRESH, SECRET);
    machine
        .entry("docker.io/v1/refresh-token", "u", "other..client-2")
        .config(
            "{\"auths\": {\"%1$s\": {\"password\": \"%2$s\"}}, \"credsStore\": \"keeper\"}"
                .formatted(REFRESH, SECRET));

    LogoutReport report = logout(SETTINGS);

    assertEquals(
        List.of(SENT.replace("client-1&token=v1.s3cret", "client-2&token=other"), SENT),
        docker.requests().stream().sorted(java.util.Comparator.reverseOrder()).toList());
    assertEquals(true, report.registries().get(0).revoked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "dckr_pat_s3cret", "a..b..c", "..client", "token.."})
  void aSecretThatIsNotDockersIsErasedAndSentNowhere(String secret) {
    signedIn("keeper", REFRESH, secret);

    LogoutReport report = logout(SETTINGS);

    assertEquals(List.of(), docker.requests());
    assertNull(report.registries().get(0).revoked());
    assertEquals(List.of(), report.warnings());
    assertFalse(machine.holds(REFRESH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"text\"", "{\"auth\": \"%%%\"}", "{\"auth\": 1}", "{\"password\": \"\"}"})
  void anEntryOfAFileWithoutATokenIsErasedAndNothingIsSent(String entry) {
    machine.config("{\"auths\": {\"%s\": %s}}".formatted(REFRESH, entry));

    LogoutReport report = logout(SETTINGS);

    assertEquals(List.of(), docker.requests());
    assertEquals(List.of(), report.warnings());
    assertEquals("{\"auths\": {}}", machine.configText());
  }

  @Test
  void aTokenThatCannotBeRevokedIsWarnedOfAndErased() {
    docker.close();
    docker = FakeDocker.answering(503, "no " + SECRET);
    signedIn("keeper", REFRESH, SECRET);

    LogoutReport report = logout(SETTINGS);

    checkLivesOn(report, "127.0.0.1 says no: 503");
    assertEquals(1, docker.requests().size());
    assertFalse(machine.holds(REFRESH));
    assertFalse(machine.holds(ACCESS));
  }

  @ParameterizedTest(name = "get {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "echo 'v1.s3cret..client-1'; exit 1 | it refuses with exit code 1",
        "echo 'v1.s3cret..client-1' | its answer is not understood",
        "echo '{\"Username\":\"s3cret\"}' | its answer is not understood",
        "echo '{\"Secret\":[\"s3cret\"]}' | its answer is not understood",
        "echo '{\"Secret\":\"s3cret' | its answer is not understood",
        "printf '{\"Secret\":\"s3cret'; head -c 70000 /dev/zero | it answers more than can be kept",
        "exec sleep 600 | it did not answer within 1.5 s and was ended",
      })
  void aTokenThatIsNotToldIsWarnedOfAndErased(String get, String cause) {
    Path gone = directory.resolve("gone");
    machine
        .config("{\"credsStore\": \"x\"}")
        .script(
            "x",
            """
            case $1 in
              list) [ -e '%1$s' ] && echo '{}' || echo '{"%2$s":"u"}' ;;
              erase) : >'%1$s' ;;
              get) %3$s ;;
            esac\
            """
                .formatted(gone, REFRESH, get));

    LogoutReport report = logout(SETTINGS);

    checkLivesOn(report, "docker-credential-x does not tell its token: " + cause);
    assertEquals(List.of(), docker.requests());
    assertEquals(
        List.of(
            "absent %s in config.json".formatted(HUB),
            "erased %s in docker-credential-x".formatted(REFRESH)),
        Told.steps(report.registries()));
  }

  @Test
  void aHelperThatHungOnceIsNotAskedForASecondSecretAndNobodyWaitsTwice() {
    machine
        .config("{\"credsStore\": \"x\"}")
        .script(
            "x",
            "echo $1 >>'%s'; case $1 in list) echo '{\"%s\":\"u\",\"%s\":\"u\"}' ;; get) sleep 600 ;; esac"
                .formatted(directory.resolve("verbs"), REFRESH, "docker.io/v1/refresh-token"));

    logout(SETTINGS);

    assertEquals(
        List.of("list", "get", "erase", "erase", "list"),
        Machine.read(directory.resolve("verbs")).lines().toList());
  }

  @Test
  void howeverManySignInsAreStoredSomeAreRevokedAndTheRestIsWarnedOf() {
    sixtySignIns();

    LogoutReport report = logout(SETTINGS);

    assertEquals(HubSession.MOST, docker.requests().size());
    checkLivesOn(report, "there are more than the 16 that one logout revokes");
    assertEquals("{\"auths\": {}}", machine.configText());
  }

  @Test
  void howeverManySignInsAreStoredDockerIsWaitedForFiveSecondsInAll() {
    docker.close();
    docker = FakeDocker.hanging();
    sixtySignIns();
    long start = System.nanoTime();

    LogoutReport report = logout(SETTINGS);

    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.toMillis() > 4_500 && taken.toMillis() < 9_000, taken.toString());
    assertTrue(docker.requests().size() <= HubSession.MOST, docker.requests().toString());
    assertEquals(false, report.registries().get(0).revoked());
    assertEquals("{\"auths\": {}}", machine.configText());
  }

  private void sixtySignIns() {
    StringBuilder entries = new StringBuilder();
    String[] hosts = {
      "docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"
    };
    for (int i = 0; i < 60; i++) {
      entries.append(i == 0 ? "" : ", ");
      entries.append(
          "\"s%d://%s/v1/refresh-token\": {\"password\": \"v%d.s3cret..client-1\"}"
              .formatted(i / hosts.length, hosts[i % hosts.length], i));
    }
    machine.config("{\"auths\": {" + entries + "}}");
  }

  @Test
  void withoutRevokingNoSecretIsAskedForAndTheWarningSaysWhy() {
    signedIn("keeper", REFRESH, SECRET);

    LogoutReport report = logout(SETTINGS.withoutRevoking());

    checkLivesOn(report, "--no-revoke");
    assertEquals(List.of(), docker.requests());
    assertTrue(machine.calls().stream().noneMatch(call -> call.contains(" get ")));
    assertFalse(machine.holds(REFRESH));
  }

  @Test
  void aPlanAsksForNoSecretAndSendsNothing() {
    signedIn("keeper", REFRESH, SECRET);

    LogoutPlan plan = hub(SETTINGS).plan();

    assertEquals(List.of("keeper list unused"), machine.calls());
    assertEquals(List.of(), docker.requests());
    assertEquals(List.of(), plan.warnings());
    assertNull(plan.asReport().registries().get(0).revoked());
  }

  @Test
  void aLogoutOfAnotherRegistryLeavesTheSignInAlone() {
    signedIn("keeper", REFRESH, SECRET);

    Logout logout = hub(SETTINGS);
    LogoutReport report = logout.execute(logout.plan(Registry.parse("ghcr.io")));

    assertEquals(List.of(), docker.requests());
    assertNull(report.registries().get(0).revoked());
    assertTrue(machine.holds(REFRESH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"desktop", "desktop.exe"})
  void dockerDesktopsOwnSignInIsLeft(String name) {
    signedIn(name, REFRESH, "desktops-own-s3cret");

    LogoutReport report = logout(SETTINGS);

    assertTrue(machine.holds(REFRESH) && machine.holds(ACCESS));
    assertFalse(machine.holds(HUB));
    assertEquals(List.of(HUB), machine.erased(name));
    assertEquals(List.of(), docker.requests());
    assertEquals(List.of(), report.warnings());
    assertNull(report.registries().get(0).revoked());
    assertTrue(report.loggedOut());
    assertEquals(
        List.of("kept " + ACCESS, "kept " + REFRESH),
        Told.steps(report.registries()).stream()
            .filter(step -> step.startsWith("kept"))
            .map(step -> step.substring(0, step.indexOf(" in ")))
            .sorted()
            .toList());
  }

  @Test
  void dockersSignInInTheStoreOfDockerDesktopIsEndedBesideDesktopsOwn() {
    signedIn("desktop", REFRESH, SECRET);
    machine.entry(HUB + "/refresh-token", "u", "own").entry(HUB + "/access-token", "u", "own");

    LogoutReport report = logout(SETTINGS);

    assertEquals(List.of(SENT), docker.requests());
    assertEquals(true, report.registries().get(0).revoked());
    assertFalse(machine.holds(REFRESH) || machine.holds(ACCESS) || machine.holds(HUB));
    assertTrue(machine.holds(HUB + "/refresh-token") && machine.holds(HUB + "/access-token"));
  }

  @Test
  void anAccessTokenWithoutARefreshTokenInTheStoreOfDockerDesktopIsDockers() {
    machine
        .config("{\"credsStore\": \"desktop\"}")
        .helper("desktop", "keeper")
        .entry(ACCESS, "u", "jwt");

    LogoutReport report = logout(SETTINGS);

    assertFalse(machine.holds(ACCESS));
    assertEquals(List.of(ACCESS), machine.erased("desktop"));
    assertEquals(List.of(), docker.requests());
    assertEquals(List.of(), report.warnings());
    assertTrue(report.loggedOut());
  }

  @Test
  void aTokenDockerDesktopDoesNotTellIsLeftWithAWarning() {
    String list = "{\"%s\":\"u\",\"%s\":\"u\"}".formatted(REFRESH, ACCESS);
    machine
        .config("{\"credsStore\": \"desktop\"}")
        .script("desktop", "[ $1 = list ] && echo '%s' || exit 1".formatted(list));

    LogoutReport report = logout(SETTINGS);

    checkLivesOn(report, "it is left in docker-credential-desktop");
    assertEquals(
        List.of(
            "absent %s in config.json".formatted(HUB),
            "kept %s in docker-credential-desktop".formatted(REFRESH),
            "kept %s in docker-credential-desktop".formatted(ACCESS)),
        Told.steps(report.registries()));
  }

  @Test
  void withoutRevokingNothingInTheStoreOfDockerDesktopCanBeToldApart() {
    signedIn("desktop", REFRESH, SECRET);

    LogoutReport report = logout(SETTINGS.withoutRevoking());

    checkLivesOn(report, "it is left in docker-credential-desktop");
    assertTrue(machine.holds(REFRESH) && machine.holds(ACCESS));
    assertFalse(machine.holds(HUB));
  }

  /** Checks that one warning says what is not revoked and why, and shows nothing of a secret. */
  private static void checkLivesOn(LogoutReport report, String why) {
    assertEquals(List.of("hub-session-not-revoked"), Told.warnings(report.warnings()));
    String text = report.warnings().get(0).text();
    assertTrue(text.contains(why), text);
    assertTrue(text.contains("may live on there"), text);
    assertTrue(text.endsWith("; end it in your account's settings at hub.docker.com"), text);
    assertFalse(text.contains("s3cret") || text.contains("client-1"), text);
    assertTrue(report.loggedOut());
    assertTrue(report.accessMaySurvive());
    assertEquals(false, report.registries().get(0).revoked());
  }

  private void signedIn(String helper, String refreshKey, String secret) {
    machine
        .config("{\"auths\": {\"%s\": {}}, \"credsStore\": \"%s\"}".formatted(HUB, helper))
        .helper(helper, "keeper")
        .entry(HUB, "u", "p")
        .entry(ACCESS, "u", "jwt")
        .entry(refreshKey, "u", secret);
  }

  private LogoutReport logout(LogoutSettings settings) {
    Logout logout = hub(settings);
    return logout.execute(logout.plan());
  }

  private Logout hub(LogoutSettings settings) {
    return new Logout(machine.environment(), settings, docker.url());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes());
  }
}
