package dev.reglogout.messages;

/**
 * The words of problems with what stands behind a helper: keyrings, pass, gpg, what an erase did.
 */
final class StoreProblems {
  private static final String ONLY_LINUX =
      "see which helper is named: this one's keyring is of Linux";

  private static final String LOOK = "look into [[{store}||the store's own program]]";

  private StoreProblems() {}

  static ProblemText of(String id) {
    return switch (id) {
      case "still-listed" ->
          ProblemText.of(
              "[[{words}||it said yes, and the entry is still listed]]",
              "unlock or open the store, and run it again; " + LOOK);
      case "not-verified" ->
          ProblemText.of(
                  "its yes proves nothing, and it cannot list[[: {words}||]]",
                  "unlock the store and run it again; " + LOOK)
              .accessMayLiveOn();
      case "minted" ->
          ProblemText.of(
                  "it stores nothing; access comes from [[{session}||another session]]",
                  "[[to end it: {endSession}||to end it, end that session in its own program]]")
              .accessMayLiveOn();
      case "minting-for-all" ->
          ProblemText.of(
              "it is named for all registries, but stores nothing, and makes logins only for"
                  + " those of"
                  + " [[{session}||one session]]",
              "name it under credHelpers for its own registries, and remove it from credsStore[[ in"
                  + " {path}||]]");
      case "keyring-locked-item" ->
          ProblemText.of(
                  "the keyring is locked, so it does not show what it holds",
                  "unlock the keyring (log in to the desktop, or open Passwords and Keys) and"
                      + " run it"
                      + " again",
                  ONLY_LINUX,
                  ONLY_LINUX)
              .avoiding(
                  "do not believe `docker logout` here: it reports success and removes its own"
                      + " trace of the login");
      case "keyring-locked" ->
          ProblemText.of(
                  "the keyring is locked: it lists, but it erases nothing and tells nothing",
                  "unlock the keyring (log in to the desktop, or open Passwords and Keys) and"
                      + " run it"
                      + " again",
                  ONLY_LINUX,
                  ONLY_LINUX)
              .avoiding("do not delete the keyring's files: they hold all other passwords");
      case "no-dbus" ->
          ProblemText.of(
                  "there is no session bus",
                  "run it in a login session of this user; with systemd:"
                      + " `export DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus`",
                  ONLY_LINUX,
                  ONLY_LINUX)
              .avoiding("do not run it with sudo: root has another bus and another keyring");
      case "dbus-launch-failed" ->
          ProblemText.of(
                  "there is no session bus, and none can be started",
                  "run it in a login session of this user; with systemd:"
                      + " `export DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus`",
                  ONLY_LINUX,
                  ONLY_LINUX)
              .avoiding("do not set DISPLAY to a made-up value");
      case "dbus-unreachable" ->
          ProblemText.of(
                  "[[there is no session bus at {path}, which DBUS_SESSION_BUS_ADDRESS names||the"
                      + " session bus does not answer]]",
                  "use this user's own bus: log in as that user instead of with su or sudo -E, or"
                      + " `export DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus`",
                  ONLY_LINUX,
                  ONLY_LINUX)
              .avoiding("do not use another user's bus: it refuses you, and its keyring is theirs");
      case "secret-service-missing" ->
          ProblemText.of(
                  "no keyring answers on the session bus",
                  "install and start one: gnome-keyring, KWallet with Secret Service enabled, or"
                      + " KeePassXC"
                      + " with its Secret Service integration",
                  ONLY_LINUX,
                  ONLY_LINUX)
              .avoiding(
                  "do not remove the .docker directory: docker would choose the same helper again");
      case "secret-service-start-timeout" ->
          ProblemText.of(
                  "the keyring was called, and did not start",
                  "start and unlock it in the desktop session of this user (not under sudo), and"
                      + " run it"
                      + " again",
                  ONLY_LINUX,
                  ONLY_LINUX)
              .avoiding(
                  "do not run docker with sudo to get around it: root has its own config file");
      case "keyring-collection-missing" ->
          ProblemText.of(
              "the keyring says that it has no default collection",
              "make one: in Passwords and Keys a password keyring set as default; in KeePassXC"
                  + " expose a"
                  + " group of the open database (Database Settings, Secret Service Integration)",
              ONLY_LINUX,
              ONLY_LINUX);
      case "secretservice-list-error" ->
          ProblemText.of(
              "its library failed, and it does not say why",
              "upgrade docker-credential-secretservice to 0.7 or newer, which names the cause;"
                  + " `reglogout"
                  + " doctor` checks bus and keyring",
              ONLY_LINUX,
              ONLY_LINUX);
      case "pass-not-initialized" ->
          ProblemText.of(
                  "[[there is no password store: no .gpg-id names a key in {directory}||there is no"
                      + " password store of this user]]",
                  "nothing is stored by pass for this user; if there should be, see HOME and"
                      + " PASSWORD_STORE_DIR; to begin one: `pass init` and the id of a key of"
                      + " yours"
                      + " (`gpg -K`)")
              .avoiding("do not run it with sudo: root has another home and another store");
      case "pass-program-missing" ->
          ProblemText.of(
                  "the program pass, which it calls, is not on PATH",
                  "install pass (`apt install pass`, `dnf install pass`, `apk add pass`), or put"
                      + " its"
                      + " directory on PATH",
                  "`brew install pass`, or put its directory on PATH",
                  "there is no pass for Windows: name another helper")
              .avoiding("do not reinstall the helper: it is pass itself that is missing");
      case "gpg-missing" ->
          ProblemText.of(
              "the program gpg, which pass calls, is not on PATH",
              "install it (`apt install gnupg`, `dnf install gnupg2`, `apk add gnupg`), or put its"
                  + " directory on PATH",
              "`brew install gnupg`, or put its directory on PATH",
              "install Gpg4win, or put its directory on PATH");
      case "gpg-no-secret-key" ->
          ProblemText.of(
                  "[[the secret key of {user}, which its store is encrypted for, is not"
                      + " here||the secret key"
                      + " that its store is encrypted for is not here]]",
                  "bring the key to this user's keyring (`gpg -K` shows what is there); to erase"
                      + " an entry no"
                      + " key is needed")
              .avoiding("do not delete the password store: it may hold other passwords");
      case "gpg-key-unusable" ->
          ProblemText.of(
              "[[the key {user}, which its store is encrypted for, {words}||a key that its store is"
                  + " encrypted for cannot be used]]",
              "extend the key if it is yours and still good (`gpg --quick-set-expire`), or `pass"
                  + " init`"
                  + " with one you have (`gpg -K`); to erase an entry no key is needed");
      case "round-trip-not-listed" ->
          ProblemText.of(
              "it does not list what it has just stored",
              "upgrade {program}; compare `{program} list` with [[{store}||the store's own"
                  + " program]]");
      case "round-trip-other-secret" ->
          ProblemText.of(
              "it tells another secret than it was given",
              "upgrade {program}; see whether two programs of that name are on PATH, with two"
                  + " stores");
      case "round-trip-remains" ->
          ProblemText.of(
              "{registry} may remain[[: {words}||]]",
              "correct what the message names, then run `reglogout doctor --round-trip` again,"
                  + " which"
                  + " erases what is left of it");
      case "round-trip-leftover" ->
          ProblemText.of(
              "{registry} is left of a round trip that was killed",
              "`reglogout doctor --round-trip` erases it");
      case "round-trip-not-tried" ->
          ProblemText.of(
              "no round trip was tried: its store is a git repository, whose history would keep the"
                  + " entry",
              "nothing has to be done");
      case "keyring-not-known" ->
          ProblemText.of(
              "it lists nothing, and whether its keyring is locked cannot be told without dbus-send",
              "install dbus-send, or look into the keyring (Passwords and Keys)");
      default -> null;
    };
  }
}
