package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.registry.RegistryKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences in pairs: what must be understood, and its neighbours that must not. */
class ProtocolTest {
  private static final RegistryKey KEY = RegistryKey.of("ghcr.io"); // Z2hjci5pbw==

  @ParameterizedTest(name = "{1} from {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "acme        | credentials not found in native keychain",
        "pass        | credentials not found in native keychain",
        "pass        | exit status 1: Error: docker-credential-helpers/Z2hjci5pbw== is not in the"
            + " password store.",
        "my-pass     | exit status 1: Error: docker-credential-helpers/Z2hjci5pbw== is not in the"
            + " password store.",
        "osxkeychain | The specified item could not be found in the keychain.",
        "osxkeychain | The specified item could not be found in the keychain. (-25300)",
        "osxkeychain | Das angegebene Objekt konnte nicht im Schlüsselbund gefunden werden. (-25300)",
        "osxkeychain | 指定された項目がキーチェーンに見つかりませんでした。 (-25300)",
        "wincred     | Element not found.",
        "wincred.exe | Element nicht gefunden. (1168)",
        "wincred     | Élément introuvable. (0x80070490)",
        "wincred     | winapi error #1168",
        "desktop     | The specified item could not be found in the keychain.",
        "desktop.exe | Element not found.",
        "desktop     | error erasing credentials - err: exit status 1, out: `The specified item"
            + " could not be found in the keychain.`",
        "desktop     | error erasing credentials - err: exit status 1, out: `credentials not found"
            + " in native keychain`",
        "desktop     | error listing credentials - err: exit status 1, out: `Element not found. `",
        "desktop     | error erasing credentials - err: exit status 1, out: `exit status 1: Error:"
            + " docker-credential-helpers/Z2hjci5pbw== is not in the password store.`",
      })
  void aWholeSentenceSaysThatThereIsNoSuchEntry(String helper, String answer) {
    assertTrue(protocol(helper).isNotFound(no(answer), KEY));
    assertTrue(protocol(helper).isNotFound(no("\n  " + answer + "\n\n"), KEY), "blanks around it");
    assertTrue(protocol(helper).isNotFound(new Reply(1, " \n", answer, false), KEY), "on stderr");
    assertFalse(protocol(helper).isNotFound(new Reply(1, "boom", answer, false), KEY), "beside");
    assertFalse(protocol(helper).isNotFound(no("boom: " + answer), KEY), "after another cause");
    assertFalse(protocol(helper).isNotFound(no(answer + "\nboom"), KEY), "before another line");
  }

  @ParameterizedTest(name = "{1} from {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "acme        | cannot unlock: credentials not found in native keychain (master key)",
        "acme        | Credentials not found in native keychain",
        "acme        | credentials not found in native keychain.",
        "acme        | `credentials not found in native keychain`",
        "acme        | The specified item could not be found in the keychain.",
        "pass        | The specified item could not be found in the keychain.",
        "secretservice | Element not found.",
        "acme        | Element not found.",
        "acme        | winapi error #1168",
        "acme        | Nicht gefunden. (-25300)",
        "acme        | error erasing credentials - err: exit status 1, out: `credentials not found"
            + " in native keychain`",
        "osxkeychain | request 7f-25300-aa failed",
        "osxkeychain | the network is down (request -25300)",
        "osxkeychain | cannot read the settings: the item is missing (-25300)",
        "osxkeychain | cannot unlock (-25293), the item is missing (-25300)",
        "osxkeychain | (-25300)",
        "osxkeychain | -25300",
        "osxkeychain | the item is missing (-253001)",
        "osxkeychain | the item is missing (-25300) and more",
        "wincred     | cannot reach the vault service. Element not found.",
        "wincred     | element not found.",
        "wincred     | winapi error #11680",
        "desktop     | error getting credentials - err: exit status 1, out: `Element not found.`",
        "desktop     | error erasing credentials - err: exit status 1, out: `User interaction is"
            + " not allowed.`",
        "desktop     | error erasing credentials - err: exit status 1, out: `x` Element not found.",
        "pass        | exit status 1: Error: docker-credential-helpers/cXVheS5pbw== is not in the"
            + " password store.",
        "pass        | Error: is not in the password store.",
        "pass        | pass not initialized: exit status 1: Error: password store is empty. Try"
            + " \"pass init\".",
        "acme        | ''",
      })
  void anythingElseIsNoAbsence(String helper, String answer) {
    assertFalse(protocol(helper).isNotFound(no(answer), KEY));
  }

  @Test
  void onlyTheProtocolsSentenceAndAKeychainsAreAnAnswerWithoutAKey() {
    assertTrue(protocol("osxkeychain").isNotFound(no("Element not found."), null));
    assertTrue(protocol("acme").isNotFound(no("credentials not found in native keychain"), null));
    assertFalse(
        protocol("pass")
            .isNotFound(
                no(
                    "exit status 1: Error: docker-credential-helpers/Z2hjci5pbw== is not in the"
                        + " password store."),
                null));
  }

  @ParameterizedTest(name = "{1} to {0}")
  @CsvSource(
      delimiter = '~',
      value = {
        "list  ~ not implemented",
        "erase ~ not implemented",
        "list  ~ list is unimplemented",
        "erase ~ delete is unimplemented",
        "erase ~ Erase is not implemented.",
        "list  ~ list: not supported",
        "erase ~ delete: not supported",
        "erase ~ unsupported operation",
        "list  ~ Unsupported operation: list",
        "list  ~ unsupported",
        "list  ~ docker-credential-acme: list: not implemented",
        "list  ~ /usr/local/bin/docker-credential-acme: unknown command: list",
        "list  ~ docker-credential-acme.exe: unknown action: list",
        "erase ~ docker-credential-acme: unknown action: erase",
        "list  ~ Unknown credential action `list`",
        "erase ~ Unknown command 'erase'",
        "erase ~ Error: unknown command \"erase\" for \"docker-credential-acme\"",
        "erase ~ unknown command \"erase\" for \"docker-credential-acme\"",
        "list  ~ Error: not implemented",
        "erase ~ Usage: docker-credential-magic <get|home|init|version>",
        "list  ~ usage: docker-credential-acme get|store|erase",
        "erase ~ usage: /opt/acme/docker-credential-acme [get | store]",
        "list  ~ usage: docker-credential-acme {get,store}",
        "list  ~ Usage: docker-credential-acme get",
        "erase ~ Docker credential command not supported without credential helper: erase.",
      })
  void aWholeSentenceSaysThatAVerbIsNotKnown(String verb, String answer) {
    assertTrue(protocol("acme").isUnsupported(no(answer), verb));
    assertTrue(protocol("acme").isUnsupported(no(answer + "\n"), verb));
    assertFalse(protocol("acme").isUnsupported(no("backend: " + answer), verb), "after a cause");
    assertFalse(protocol("acme").isUnsupported(no(answer + "\nvault sealed"), verb), "and more");
    assertFalse(protocol("acme").isUnsupported(new Reply(1, "boom", answer, false), verb));
  }

  @Test
  void cobrasTwoLinesAreOneSentence() {
    String answer =
        "Error: unknown command \"list\" for \"docker-credential-acme\"\n"
            + "Run 'docker-credential-acme --help' for usage.\n";

    assertTrue(protocol("acme").isUnsupported(new Reply(1, "", answer, false), "list"));
  }

  @ParameterizedTest(name = "{1} to {0}")
  @CsvSource(
      delimiter = '~',
      value = {
        "erase ~ cannot lock creds.db: function not implemented",
        "erase ~ function not implemented",
        "erase ~ Function not implemented",
        "erase ~ Operation not supported",
        "list  ~ open creds.db: operation not supported",
        "erase ~ error: 501 Not Implemented",
        "erase ~ 501 Not Implemented",
        "erase ~ login is not supported",
        "erase ~ list is unimplemented",
        "list  ~ delete: not supported",
        "list  ~ get: not supported",
        "list  ~ unknown command 'unlock'",
        "erase ~ error: vault sealed\\nUsage: docker-credential-vaultx <COMMAND>",
        "erase ~ Usage: docker-credential-vaultx <COMMAND>",
        "erase ~ Usage: docker-credential-vaultx [OPTIONS] <COMMAND>",
        "erase ~ Usage: docker-credential-pass <store|get|erase|list|version>",
        "list  ~ Usage: docker-credential-pass <store|get|erase|list|version>",
        "erase ~ Usage: docker-credential-acme <get|delete>",
        "erase ~ Usage: docker-credential-acme <home|init>",
        "erase ~ Usage: docker-credential-acme <get|home> (vault sealed)",
        "erase ~ Usage: docker-credential-acme get SERVER",
        "erase ~ Usage:",
        "erase ~ Usage: get",
        "erase ~ unsupported operation: vault sealed",
        "erase ~ erase",
        "erase ~ docker-credential-acme",
        "erase ~ docker-credential-other: not implemented",
        "erase ~ ''",
      })
  void anythingElseIsAFailure(String verb, String answer) {
    assertFalse(protocol("acme").isUnsupported(no(answer.replace("\\n", "\n")), verb));
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no verb list here           | no verb no-such-verb here",
        "list: what is list?         | no-such-verb: what is no-such-verb?",
        "error: unrecognized subcommand 'list' | error: unrecognized subcommand 'no-such-verb'",
      })
  void twoNoesThatNameTheirVerbAndDifferInNothingElseSayThatItIsNotKnown(String one, String two) {
    assertTrue(Protocol.differOnlyInVerb(no(one), "list", no(two), "no-such-verb"));
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the vault is sealed         | the vault is sealed",
        "no verb list                | the vault is sealed",
        "cannot list: it is sealed   | no verb no-such-verb",
        "no verb list (1)            | no verb no-such-verb (2)",
        "listing failed              | no-such-verbing failed",
        "the list failed             | the list failed",
        "no verb                     | no verb",
        "''                          | ''",
      })
  void anyOtherTwoProveNothing(String one, String two) {
    assertFalse(Protocol.differOnlyInVerb(no(one), "list", no(two), "no-such-verb"));
  }

  @Test
  void noesOfDifferentExitCodesOrThatAreCutOffProveNothing() {
    Reply one = no("no verb list");

    assertFalse(Protocol.differOnlyInVerb(one, "list", new Reply(2, "no verb x", "", false), "x"));
    assertFalse(Protocol.differOnlyInVerb(one, "list", new Reply(1, "no verb x", "", true), "x"));
    assertTrue(Protocol.differOnlyInVerb(one, "list", new Reply(1, "", "no verb x\n", false), "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ghcr.io", "", " ghcr.io ", "https://ü.example/😀", "a\u202eb", "a\u00a0b"})
  void aKeyOfTextIsSent(String key) {
    assertTrue(Protocol.canBeSent(RegistryKey.of(key)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gh\ncr.io",
        "ghcr.io\r",
        "\tghcr.io",
        "a\u0000",
        "a\u007f",
        "a\u009b",
        "caf\ufffd.io",
        "\ufffd"
      })
  void aKeyThatWouldArriveChangedIsNot(String key) {
    assertFalse(Protocol.canBeSent(RegistryKey.of(key)));
  }

  @Test
  void halfASurrogateIsNoText() {
    for (String key : new String[] {"a\ud83d", "\ude00a", "\ude00\ud83d", "\ud83d\ud83d\ude00"}) {
      assertFalse(Protocol.canBeSent(RegistryKey.of(key)));
    }
  }

  @Test
  void theWholeAnswerIsStdoutAndOnlyWhereThatIsEmptyStderr() {
    assertEquals("a\n b", new Reply(1, "\n a\n b \n", "c", false).wholeAnswer());
    assertEquals("c", new Reply(1, " \n", "c\n", false).wholeAnswer());
    assertEquals("", new Reply(1, "", "", false).wholeAnswer());
  }

  private static Protocol protocol(String helper) {
    return new Protocol(new HelperName(helper));
  }

  private static Reply no(String answer) {
    return new Reply(1, answer, "", false);
  }
}
