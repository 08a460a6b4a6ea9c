package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment.Os;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C: words decide nothing, and a list that failed is not an empty one. */
class TruthRowsCTest extends TruthRows {
  private static final String PLACEHOLDER =
      "{\"auths\": {\"r.io\": {}}, \"credsStore\": \"vault\"}";
  private static final String NO_TRACE = "{\"credsStore\": \"vault\"}";
  private static final String NOT_FOUND = "credentials not found in native keychain";
  private static final String NO_LIST = fails("list is unimplemented");

  @Test
  void c1_aLibraryThatMissesAFunctionIsNotAHelperThatMissesAVerb() {
    assertBothAnswersMeanFailure("cannot lock creds.db: function not implemented");
  }

  @Test
  void c1_norIsAPluginThatMissesAMethod() {
    assertBothAnswersMeanFailure("plugin: method not implemented, is the agent running?");
  }

  @Test
  void c1_norIsAServerThatDoesNotSupportAVersion() {
    assertBothAnswersMeanFailure("unsupported protocol version 3");
  }

  @Test
  void c1_norIsASealedVaultThatAnswersEverythingAlike() {
    assertBothAnswersMeanFailure("vault is sealed");
  }

  @Test
  void c2_anAnswerOfAServerIsNoMissingVerbAndThePlaceholderStays() {
    assertPlaceholderStays(fails("backend down"), fails("error: 501 Not Implemented"));
  }

  @Test
  void c2_norIsOneFromAProxy() {
    assertPlaceholderStays(fails("timeout"), fails("405: unsupported operation at proxy"));
  }

  @Test
  void c2_norIsOneThatOnlyMentionsTheWord() {
    assertPlaceholderStays(NO_LIST, fails("rpc error: code = Unimplemented desc = no backend"));
  }

  @Test
  void c2_norIsASecondLineBehindACause() {
    assertPlaceholderStays(NO_LIST, "echo 'token expired'; " + fails("not implemented"));
  }

  @Test
  void c3_theProtocolsSentenceInsideAnotherIsNoAbsence() {
    assertPlaceholderStays(NO_LIST, fails("cannot unlock: " + NOT_FOUND + " (master key)"));
  }

  @Test
  void c3_norIsANumberInsideARequestsId() {
    assertPlaceholderStays(NO_LIST, fails("request 4711-25300-ab failed"));
  }

  @Test
  void c3_norAreTheKeychainsWordsBehindAnotherCause() {
    assertPlaceholderStays(NO_LIST, fails("cannot open the master key: element not found."));
  }

  @Test
  void c3_norAreTheKeychainsWordsFromAHelperNobodyKnows() {
    assertPlaceholderStays(
        NO_LIST, fails("The specified item could not be found in the keychain."));
  }

  @Test
  void c3_norIsTheSentenceInFrontOfAnother() {
    assertPlaceholderStays(NO_LIST, fails(NOT_FOUND + ": the agent is locked"));
  }

  @Test
  void c3_butTheWholeSentenceIs() {
    config(PLACEHOLDER);
    answers("vault", NO_LIST, fails(NOT_FOUND));

    Run run = run("r.io");

    assertEquals(0, run.exit(), run::toString);
  }

  @Test
  void c4_aUsageTextBehindAnErrorIsNoMissingVerb() {
    assertPlaceholderStays(
        NO_LIST,
        "echo 'error: cannot open the vault'; "
            + fails("Usage: docker-credential-vault <COMMAND>"));
  }

  @Test
  void c4_norIsOneThatListsTheVerb() {
    assertPlaceholderStays(
        NO_LIST, fails("Usage: docker-credential-vault <store|get|erase|list|version>"));
  }

  @Test
  void c4_norIsOneInFrontOfAnError() {
    assertPlaceholderStays(
        NO_LIST, "echo 'Usage: docker-credential-vault get'; " + fails("error: no session"));
  }

  @Test
  void c4_norIsAParsersComplaintAboutAnArgument() {
    assertPlaceholderStays(
        NO_LIST,
        "echo \"error: required option '--vault' is missing\"; " + fails("Usage: x [OPTS]"));
  }

  @Test
  void c5_aLockedVaultThatSaysYesToEveryEraseKeepsItsPlaceholder() {
    config(PLACEHOLDER);
    answers("vault", fails("failed to unlock database"), ":");

    Run run = run("r.io");

    assertFailed(run);
    assertTrue(run.details().contains("failed to unlock database"), run::details);
    assertFalse(run.changed(), run::toString);
    assertTrue(machine.configText().contains("r.io"), machine.configText());
  }

  @Test
  void c5_soDoesOneThatFailsWithoutAWord() {
    assertPlaceholderStays("exit 3", ":");
  }

  @Test
  void c5_soDoesOneWhoseListIsNotJson() {
    assertPlaceholderStays("echo 'Warning: agent restarted'", ":");
  }

  @Test
  void c5_soDoesOneWhoseListIsKilled() {
    assertPlaceholderStays("kill -9 $$", ":");
  }

  @Test
  void c6_aHelperThatKnowsOnlyGetIsToldToEraseInOneLineAndNothingHasChanged() {
    config(NO_TRACE);
    machine.script("vault", "[ \"$1\" = get ] || exit 0");

    Run run = run("r.io");
    Machine.Result text = machine.run("r.io");

    assertEquals(0, run.exit(), run::toString);
    assertFalse(run.changed(), run::toString);
    assertTrue(run.report().get("loggedOut").getAsBoolean());
    assertEquals(1, mentions(text.out() + text.err()), text.out() + text.err());
  }

  @Test
  void c6_soIsOneThatSaysYesAndCannotList() {
    config(NO_TRACE);
    answers("vault", NO_LIST, ":");

    Run run = run("r.io");
    Machine.Result text = machine.run("r.io");

    assertEquals(0, run.exit(), run::toString);
    assertFalse(run.changed(), run::toString);
    assertEquals(1, mentions(text.out() + text.err()), text.out() + text.err());
  }

  @Test
  void c6_whatItCutsFromTheFileHasChanged() {
    config("{\"auths\": {\"r.io\": AUTH}, \"credsStore\": \"vault\"}");
    machine.script("vault", "[ \"$1\" = get ] || exit 0");

    Run run = run("r.io");

    assertErased(run);
    assertTrue(run.changed(), run::toString);
  }

  @Test
  void c7_guessesThatAreRefusedAfterAYesToTheRealNameAreNoFailure() {
    config(NO_TRACE);
    answers(
        "vault",
        NO_LIST,
        "read -r key; case $key in *://*) echo 'invalid registry name'; exit 1;; esac");

    assertErased(run("r.io"));
  }

  @Test
  void c7_norAreTheyForDockerHub() {
    config(NO_TRACE);
    answers(
        "vault",
        NO_LIST,
        "read -r key; [ \"$key\" = " + HUB + " ] || { echo 'invalid registry'; exit 1; }");

    assertErased(run("docker.io"));
  }

  @Test
  void c7_butARefusalOfTheRealNameIs() {
    config(NO_TRACE);
    answers("vault", NO_LIST, "read -r key; case $key in r.io) echo 'boom'; exit 1;; esac");

    assertMayRemain(run("r.io"));
  }

  @Test
  void c8_notFoundAsAnAnswerToListIsAnEmptyList() {
    machine.os(Os.MACOS);
    config("{\"credsStore\": \"osxkeychain\"}");
    String words = "The specified item could not be found in the keychain.";
    answers("osxkeychain", fails(words), fails(words));

    assertCalm(run("r.io"));
  }

  @Test
  void c8_soItIsFromWincred() {
    config("{\"credsStore\": \"wincred\"}");
    answers("wincred", fails("Element not found."), ":");

    assertCalm(run("r.io"));
  }

  @Test
  void c8_soIsTheProtocolsSentenceFromAnyHelper() {
    config(NO_TRACE);
    answers("vault", fails(NOT_FOUND), fails(NOT_FOUND));

    assertCalm(run("r.io"));
  }

  @Test
  void c8_butNotTheKeychainsWordsFromAnotherHelper() {
    config(NO_TRACE);
    answers("vault", fails("Element not found."), ":");

    assertFailed(run("r.io"));
  }

  @Test
  void c9_aHelperWithoutBothVerbsKeepsNothingThatCouldBeErased() {
    assertKeepsNothing("list: not supported", "delete: not supported");
  }

  @Test
  void c9_soDoesOneThatSaysSoToEveryVerb() {
    assertKeepsNothing("unsupported operation", "unsupported operation");
  }

  @Test
  void c9_soDoesOneThatNamesItselfAndTheVerb() {
    assertKeepsNothing(
        "docker-credential-vault: unknown action: list",
        "docker-credential-vault: unknown action: erase");
  }

  @Test
  void c9_soDoesOneThatNamesEachVerbInWordsOfItsOwn() {
    config(NO_TRACE);
    machine.script("vault", "echo \"nothing to $1 here, sorry\"; exit 1");

    assertCalm(run("r.io"));
  }

  /** So does a vault that is locked. */
  @Test
  void c9_butNotOneThatNamesTwoVerbsAndAnswersOtherwiseToAThird() {
    config(NO_TRACE);
    answers(
        "vault",
        fails("cannot list: the vault is sealed"),
        fails("cannot erase: the vault is sealed"));

    assertFailed(run("r.io"));
  }

  @Test
  void c9_butWithAPlaceholderItIsAFailure() {
    config(PLACEHOLDER);
    answers("vault", fails("list: not supported"), fails("delete: not supported"));

    assertFailed(run("r.io"));
    assertTrue(machine.configText().contains("r.io"), machine.configText());
  }

  @Test
  void c10_noByteFromAKnownHelperIsAnEmptyList() {
    config("{\"credsStore\": \"pass\"}");
    installPass();
    helper("pass", "silent", "yes");

    assertCalm(run("r.io"));
  }

  @Test
  void c10_soItIsFromWincred() {
    config("{\"credsStore\": \"wincred\"}");
    helper("wincred", "silent", "yes");

    assertCalm(run("r.io"));
  }

  @Test
  void c10_fromAnyOtherItMeansThatItCannotList() {
    config(NO_TRACE);
    helper("vault", "silent", "yes", "r.io");

    Run run = run("r.io");

    assertErased(run);
    assertEquals(List.of(), left("vault", "r.io"));
    assertFalse(run.changed(), run::toString);
  }

  @Test
  void c10_noByteAndAFailureIsAFailure() {
    config(NO_TRACE);
    answers("vault", "exit 1", ":");

    assertFailed(run("r.io"));
  }

  private static long mentions(String text) {
    return text.lines().filter(line -> line.contains("docker-credential-vault")).count();
  }

  private void assertBothAnswersMeanFailure(String words) {
    config(NO_TRACE);
    answers("vault", fails(words), fails(words));

    assertFailed(run("r.io"));
  }

  private void assertPlaceholderStays(String list, String erase) {
    config(PLACEHOLDER);
    answers("vault", list, erase);

    assertMayRemain(run("r.io"));
    assertTrue(machine.configText().contains("r.io"), machine.configText());
  }

  private void assertKeepsNothing(String list, String erase) {
    config(NO_TRACE);
    answers("vault", fails(list), fails(erase));

    assertCalm(run("r.io"));
  }
}
