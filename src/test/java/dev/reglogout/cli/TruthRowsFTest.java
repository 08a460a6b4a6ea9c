package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F: what was asked for is not understood. */
class TruthRowsFTest extends TruthRows {

  @Test
  void f1_aCommaIsNoSeparator() {
    assertWrongUsage("ghcr.io,quay.io");
  }

  @Test
  void f1_norIsASemicolonOrABlank() {
    assertWrongUsage("ghcr.io;quay.io");
    assertWrongUsage("ghcr.io quay.io");
  }

  @Test
  void f1_aStarIsNoHost() {
    assertWrongUsage("*");
    assertWrongUsage("*.io");
  }

  @Test
  void f1_quotesAreRefused() {
    assertWrongUsage("\"ghcr.io\"");
    assertWrongUsage("'ghcr.io'");
  }

  @Test
  void f1_aKeyThatStandsExactlySoInTheFileIsMeant() {
    config("{\"auths\": {\"*.azurecr.io\": AUTH, \"a.azurecr.io\": AUTH}}");

    assertErased(run("*.azurecr.io"));
    assertTrue(machine.configText().contains("\"a.azurecr.io\""), machine.configText());
  }

  @Test
  void f2_dockerConfigThatNamesAFileIsAFailure() {
    config("{\"auths\": {\"ghcr.io\": AUTH}}");
    machine.variable("DOCKER_CONFIG", machine.config().toString());

    assertEquals(1, machine.run("ghcr.io").exit());
  }

  @Test
  void f2_soIsOneThatNamesAnotherFile() {
    machine.write(machine.home().resolve("x"), "");
    machine.variable("DOCKER_CONFIG", machine.home().resolve("x").toString());

    assertEquals(1, machine.run("ghcr.io").exit());
  }

  @Test
  void f2_soIsOneBelowAFile() {
    machine.write(machine.home().resolve("x"), "");
    machine.variable("DOCKER_CONFIG", machine.home().resolve("x/y").toString());

    assertEquals(1, machine.run("ghcr.io").exit());
  }

  @Test
  void f2_oneThatNamesNothingIsSaidAndCalm() {
    machine.variable("DOCKER_CONFIG", machine.home().resolve("none").toString());

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void f3_aHomeThatCannotBeNamedIsAFailure() throws IOException {
    assertCannotBeNamed("HOME", "/tmp/h\\377");
  }

  @Test
  void f3_soIsADockerConfig() throws IOException {
    assertCannotBeNamed("DOCKER_CONFIG", "/tmp/h\\377");
  }

  @Test
  void f3_soIsOneInLatin1() throws IOException {
    assertCannotBeNamed("DOCKER_CONFIG", "/tmp/M\\344rz");
  }

  @Test
  void f3_aRuntimeDirectoryBeyondAsciiIsNoReasonToBreakDown() throws IOException {
    Map<String, String> variables = new HashMap<>(machine.variables());
    variables.put("LC_ALL", "C");
    variables.put("XDG_RUNTIME_DIR", machine.home().resolve("läuft").toString());

    Machine.Result result =
        ProgramProcess.run(List.of(), List.of("ghcr.io"), variables, directory.resolve("classes"));

    assertFalse(result.err().contains("should not have happened"), result.err());
    assertTrue(result.exit() <= 1, result.err());
  }

  @Test
  void f4_aDirectoryWithAuthJsonMeansThatFile() {
    assertDirectoryMeans("auth.json");
  }

  @Test
  void f4_oneWithDockercfgMeansThat() {
    Path folder = machine.home().resolve("some");
    machine.write(folder.resolve(".dockercfg"), filled("{\"quay.io\": AUTH}"));

    assertErased(run("--config", folder.toString(), "quay.io"));
    assertFalse(Machine.read(folder.resolve(".dockercfg")).contains(AUTH));
  }

  @Test
  void f4_configJsonComesFirst() {
    machine.write(
        machine.home().resolve("some/auth.json"), filled("{\"auths\": {\"ghcr.io\": AUTH}}"));
    assertDirectoryMeans("config.json");
    assertTrue(Machine.read(machine.home().resolve("some/auth.json")).contains(AUTH));
  }

  @Test
  void f5_dockercfgIsReadWhereItIsNamed() {
    Path file = machine.home().resolve(".dockercfg");
    machine.write(file, filled("{\"quay.io\": AUTH, \"ghcr.io\": AUTH}"));

    assertErased(run("--config", file.toString(), "quay.io"));
    assertFalse(Machine.read(file).contains("quay.io"));
    assertTrue(Machine.read(file).contains("ghcr.io"));
  }

  @Test
  void f5_andWithEverywhere() {
    Path file = machine.home().resolve(".dockercfg");
    machine.write(file, filled("{\"quay.io\": AUTH}"));

    assertErased(run("--everywhere", "quay.io"));
    assertFalse(Machine.read(file).contains(AUTH));
  }

  @Test
  void f5_alsoUnderAUrlOfItsTime() {
    Path file = machine.home().resolve(".dockercfg");
    machine.write(
        file,
        "{\"https://index.docker.io/v1/\": {\"auth\": \"" + AUTH + "\", \"email\": \"a@b.c\"}}");

    assertErased(run("--config", file.toString(), "docker.io"));
    assertFalse(Machine.read(file).contains(AUTH));
  }

  @Test
  void f6_aKeyWithAPathIsMeantAlone() {
    assertOnlyGoes("quay.io/team-a", "creds.json", "quay.io/team-a");
  }

  @Test
  void f6_soItIsInDockersOwnFile() {
    assertOnlyGoes("quay.io/team-b", "config.json", "quay.io/team-b");
  }

  @Test
  void f6_soItIsWithATag() {
    assertOnlyGoes("quay.io/team-a", "creds.json", "quay.io/team-a:latest");
  }

  @Test
  void f6_aPathThatIsNotThereLeavesThemAll() {
    Path file = machine.home().resolve("creds.json");
    machine.write(file, filled("{\"auths\": {\"quay.io/team-a\": AUTH, \"quay.io\": AUTH}}"));

    Run run = run("--config", file.toString(), "quay.io/other");

    assertFalse(run.changed(), run::toString);
    assertTrue(Machine.read(file).contains("quay.io/team-a"));
    assertTrue(Machine.read(file).contains("\"quay.io\""));
  }

  @Test
  void f7_theRealUserCountsAndNoVariable() throws IOException {
    Path other = Path.of("/run/containers/98765432");
    assumeTrue(Files.isWritable(Path.of("/run")), "only root may write there");
    boolean parent = Files.exists(other.getParent());
    Files.createDirectories(other);
    try {
      machine.write(other.resolve("auth.json"), filled("{\"auths\": {\"ghcr.io\": AUTH}}"));
      Map<String, String> variables = new HashMap<>(machine.variables());
      variables.put("UID", "98765432");

      Machine.Result result =
          ProgramProcess.run(
              List.of(),
              List.of("--everywhere", "ghcr.io"),
              variables,
              directory.resolve("classes"));

      assertEquals(0, result.exit(), result.err());
      assertTrue(Machine.read(other.resolve("auth.json")).contains(AUTH));
    } finally {
      Files.deleteIfExists(other.resolve("auth.json"));
      Files.deleteIfExists(other);
      if (!parent) {
        Files.deleteIfExists(other.getParent());
      }
    }
  }

  @Test
  void f8_helpersThatRegistriesConfNamesAreAsked() {
    assertHelperOfPodmanIsAsked(
        "registries.conf", "credential-helpers = [\"containers-auth.json\", \"vault\"]\n");
  }

  @Test
  void f8_alsoInAFolderOfPieces() {
    assertHelperOfPodmanIsAsked("registries.conf.d/10-x.conf", "credential-helpers=['vault']\n");
  }

  @Test
  void f8_alsoOverSeveralLinesWithAComment() {
    assertHelperOfPodmanIsAsked(
        "registries.conf",
        "# ours\nunqualified-search-registries = [\"docker.io\"]\n"
            + "credential-helpers = [\n  \"vault\", # ours\n]\n");
  }

  @Test
  void f8_butNotOneThatIsCommentedOut() {
    registriesConf("registries.conf", "# credential-helpers = [\"vault\"]\n");
    helper("vault", "works", "yes", "ghcr.io");

    run("--everywhere", "ghcr.io");

    assertEquals(List.of("ghcr.io"), left("vault", "ghcr.io"));
  }

  @Test
  void f9_whatPodmanHoldsIsSaidByAll() {
    assertPodmansLoginsAreSaid("--all", "--yes");
  }

  @Test
  void f9_andByList() {
    assertPodmansLoginsAreSaid("list");
  }

  @Test
  void f9_andByDoctor() {
    assertPodmansLoginsAreSaid("doctor");
  }

  @Test
  void f9_andByALogoutOfOneOfThem() {
    assertPodmansLoginsAreSaid("ghcr.io");
  }

  @Test
  void f9_butNotByALogoutOfAnother() {
    podmansLogins();

    assertEquals("", machine.run("quay.io").err());
  }

  @Test
  void f10_twoEntriesOfOneKeyAreTwoRows() {
    twoEntriesOfOneKey();

    String list = machine.run("list").out();

    assertTrue(list.contains("old-bot") && list.contains("ann"), list);
  }

  @Test
  void f10_andEachIsJudgedByItself() {
    twoEntriesOfOneKey();

    assertErased(run("--only-user", "ann", "ghcr.io"));
    assertTrue(machine.configText().contains("b2xkLWJvdDpwdw=="), machine.configText());
    assertFalse(machine.configText().contains(AUTH), machine.configText());
  }

  @Test
  void f10_theFirstToo() {
    twoEntriesOfOneKey();

    assertErased(run("--only-user", "old-bot", "ghcr.io"));
    assertFalse(machine.configText().contains("b2xkLWJvdDpwdw=="), machine.configText());
    assertTrue(machine.configText().contains(AUTH), machine.configText());
  }

  @Test
  void f11_theLastAuthOfAnEntryWinsAlsoWhenItIsEmpty() {
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"YWxpY2U6cHc=\", \"auth\": \"\","
            + " \"username\": \"bob\", \"password\": \"pw\"}}}");

    assertErased(run("--only-user", "bob", "ghcr.io"));
    assertFalse(machine.configText().contains("bob"), machine.configText());
  }

  @Test
  void f11_andWhenItIsAnothers() {
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"YWxpY2U6cHc=\", \"auth\": \"" + AUTH + "\"}}}");

    assertErased(run("--only-user", "ann", "ghcr.io"));
  }

  @Test
  void f11_soTheFirstIsNobodys() {
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"YWxpY2U6cHc=\", \"auth\": \"" + AUTH + "\"}}}");

    run("--only-user", "alice", "ghcr.io");

    assertTrue(machine.configText().contains(AUTH), machine.configText());
  }

  @Test
  void f12_aDryRunKnowsThatAFileCannotBeWritten() throws IOException {
    config("{\"auths\": {\"ghcr.io\": AUTH}}");
    ProgramProcess.execute(List.of("chmod", "0444", machine.config().toString()));
    ProgramProcess.execute(List.of("chmod", "0555", machine.configDirectory().toString()));

    Machine.Result result = runAsAnOrdinaryUser("-n", "ghcr.io");

    assertEquals(1, result.exit(), result.out() + result.err());
  }

  @Test
  void f12_alsoWithAll() throws IOException {
    config("{\"auths\": {\"ghcr.io\": AUTH}}");
    ProgramProcess.execute(List.of("chmod", "0444", machine.config().toString()));
    ProgramProcess.execute(List.of("chmod", "0555", machine.configDirectory().toString()));

    Machine.Result result = runAsAnOrdinaryUser("-n", "--all");

    assertEquals(1, result.exit(), result.out() + result.err());
  }

  @Test
  void f12_aFileThatCanBeReplacedIsFine() throws IOException {
    config("{\"auths\": {\"ghcr.io\": AUTH}}");
    ProgramProcess.execute(List.of("chmod", "0444", machine.config().toString()));

    Machine.Result result = runAsAnOrdinaryUser("-n", "ghcr.io");

    assertEquals(0, result.exit(), result.out() + result.err());
  }

  @Test
  void f13_aDryRunPlansNothingWhereTheListIsEmpty() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "empty", "yes");

    Run run = run("-n", "ghcr.io");

    assertFalse(run.has("planned"), run::toString);
    assertFalse(run.changed(), run::toString);
  }

  @Test
  void f13_norWhereItShowsOthersAlone() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "works", "yes", "quay.io");

    assertFalse(run("-n", "ghcr.io").has("planned"));
  }

  @Test
  void f13_butWhatIsListedIsPlanned() {
    config("{\"credsStore\": \"vault\"}");
    helper("vault", "works", "yes", "ghcr.io");

    assertTrue(run("-n", "ghcr.io").has("planned"));
    assertEquals(List.of("ghcr.io"), left("vault", "ghcr.io"));
  }

  @Test
  void f14_aVariableThatHoldsTheRegistryIsAWarning() {
    assertVariable("{\"auths\": {\"ghcr.io\": AUTH}}", 3);
    assertVariable("{\"auths\": {\"https://ghcr.io/v1/\": AUTH}}", 3);
  }

  @Test
  void f14_oneThatHoldsAnotherIsNone() {
    assertVariable("{\"auths\": {\"quay.io\": AUTH}}", 0);
  }

  @Test
  void f14_oneThatDockerRefusesIsSaidByLogoutAndDoctorAlike() {
    for (String refused :
        List.of(
            "{\"auths\": {\"ghcr.io\": {\"username\": \"ann\", \"password\": \"pw\"}}}",
            "{\"auths\": {\"ghcr.io\": AUTH}, \"credHelpers\": {}}",
            "/home/ann/.docker/config.json")) {
      machine.variable("DOCKER_AUTH_CONFIG", filled(refused));

      String logout = machine.run("ghcr.io").err();
      Machine.Result doctor = machine.run("doctor");

      assertTrue(logout.contains("DOCKER_AUTH_CONFIG"), refused + logout);
      assertTrue((doctor.out() + doctor.err()).contains("DOCKER_AUTH_CONFIG"), refused);
    }
  }

  @Test
  void f15_credHelpersOfAWrongTypeKeepThePlaceholder() {
    assertPlaceholderStays("{\"auths\": {\"ghcr.io\": {}}, \"credHelpers\": \"foo\"}");
  }

  @Test
  void f15_soDoesACredsStoreOfAWrongType() {
    assertPlaceholderStays("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": {\"x\": 1}}");
  }

  @Test
  void f15_soDoesAHelperThatIsANumber() {
    assertPlaceholderStays("{\"auths\": {\"ghcr.io\": {}}, \"credHelpers\": {\"ghcr.io\": 5}}");
  }

  @Test
  void f15_butASecretGoes() {
    config("{\"auths\": {\"ghcr.io\": AUTH}, \"credHelpers\": \"foo\"}");

    assertFailed(run("ghcr.io"));
    assertFalse(machine.configText().contains(AUTH), machine.configText());
  }

  private void assertWrongUsage(String server) {
    config("{\"auths\": {\"ghcr.io\": AUTH}}");

    Machine.Result result = machine.run(server);

    assertEquals(2, result.exit(), server + ": " + result.out() + result.err());
    assertTrue(machine.configText().contains(AUTH));
  }

  private void assertCannotBeNamed(String variable, String value) throws IOException {
    String set = variable + "=$(printf '" + value + "'); export " + variable + "; exec \"$@\"";

    for (String locale : List.of("C", "C.UTF-8")) {
      machine.variable("LC_ALL", locale);

      Machine.Result result =
          ProgramProcess.run(
              List.of("sh", "-c", set, "sh"),
              List.of("ghcr.io"),
              machine.variables(),
              directory.resolve("classes"));

      assertEquals(1, result.exit(), locale + ": " + result.out() + result.err());
    }
  }

  private void assertDirectoryMeans(String name) {
    Path file = machine.home().resolve("some").resolve(name);
    machine.write(file, filled("{\"auths\": {\"ghcr.io\": AUTH}}"));

    assertErased(run("--config", file.getParent().toString(), "ghcr.io"));
    assertFalse(Machine.read(file).contains(AUTH));
  }

  private void assertOnlyGoes(String key, String file, String server) {
    Path path = machine.configDirectory().resolve(file);
    machine.write(
        path,
        filled(
            "{\"auths\": {\"quay.io/team-a\": AUTH, \"quay.io/team-b\": AUTH, \"quay.io\": AUTH}}"));

    assertErased(run("--config", path.toString(), server));
    for (String each : List.of("quay.io/team-a", "quay.io/team-b", "quay.io")) {
      assertEquals(!each.equals(key), Machine.read(path).contains('"' + each + '"'), each);
    }
  }

  private void registriesConf(String name, String text) {
    machine.write(machine.home().resolve(".config/containers").resolve(name), text);
  }

  private void assertHelperOfPodmanIsAsked(String name, String text) {
    registriesConf(name, text);
    helper("vault", "works", "yes", "ghcr.io");

    assertErased(run("--everywhere", "ghcr.io"));
    assertEquals(List.of(), left("vault", "ghcr.io"));
  }

  private Path podmansLogins() {
    Path run = machine.home().resolve("run");
    machine.variable("XDG_RUNTIME_DIR", run.toString());
    Path file = run.resolve("containers/auth.json");
    machine.write(file, filled("{\"auths\": {\"ghcr.io\": AUTH, \"r.io\": AUTH}}"));
    return file;
  }

  private void assertPodmansLoginsAreSaid(String... arguments) {
    podmansLogins();

    Machine.Result result = machine.run(arguments);

    String all = result.out() + result.err();
    assertTrue(all.contains("podman") || all.contains("containers/auth.json"), all);
    assertTrue(all.contains("--everywhere"), all);
  }

  private void twoEntriesOfOneKey() {
    config("{\"auths\": {\"ghcr.io\": {\"auth\": \"b2xkLWJvdDpwdw==\"}, \"ghcr.io\": AUTH}}");
  }

  private void assertVariable(String value, int exit) {
    machine.variable("DOCKER_AUTH_CONFIG", filled(value));

    Run run = run("--strict", "ghcr.io");

    assertEquals(exit, run.exit(), run::toString);
  }

  private void assertPlaceholderStays(String json) {
    machine.config(json);

    assertFailed(run("ghcr.io"));
    assertEquals(json, machine.configText());
  }
}
