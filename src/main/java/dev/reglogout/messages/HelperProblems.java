package dev.reglogout.messages;

/** The words of problems with a helper's program: found, started, answered. */
final class HelperProblems {
  private static final String SETTING =
      "[[correct {member} in {path}||correct the setting that names it]]";

  private static final String REMOVE_SETTING =
      "[[remove {member} from {path}||remove the setting that names it]]";

  private static final String SEE = "see what it says by hand: `{program} list </dev/null`";

  private static final String SEE_WINDOWS = "see what it says by hand: `{program} list`";

  private static final String NO_CREDSTORE =
      "do not rename credsStore to credStore: docker ignores that name and from then on writes"
          + " passwords in plain text";

  private static final String KEEP_FOLDER =
      "do not delete the .docker directory: it also holds contexts, other logins and settings, and"
          + " the secret is not in it";

  private HelperProblems() {}

  static ProblemText of(String id) {
    return switch (id) {
      case "helper-not-installed" ->
          ProblemText.of(
                  "it is not installed", "install {program}, or " + SETTING + "; then run it again")
              .avoiding(NO_CREDSTORE + "; " + KEEP_FOLDER);
      case "desktop-not-installed", "missing-desktop" ->
          ProblemText.of(
                  "it is not installed",
                  setTo("pass or secretservice")
                      + ", and run it again; or reinstall Docker Desktop",
                  setTo("osxkeychain (`brew install docker-credential-helper`)")
                      + ", and run it again; or reinstall Docker Desktop",
                  setTo("wincred") + ", and run it again; or reinstall Docker Desktop")
              .avoiding(NO_CREDSTORE + "; " + KEEP_FOLDER);
      case "missing-desktop-exe" ->
          ProblemText.of(
                  "it is not installed",
                  "start Docker Desktop on Windows and enable this distribution under Settings,"
                      + " Resources, WSL integration; without Desktop "
                      + REMOVE_SETTING,
                  REMOVE_SETTING + ": it was copied from Windows",
                  "start or reinstall Docker Desktop")
              .avoiding(NO_CREDSTORE + "; " + KEEP_FOLDER);
      case "missing-wincred" ->
          ProblemText.of(
                  "it is not installed",
                  REMOVE_SETTING + ": it was copied from Windows",
                  REMOVE_SETTING + ": it was copied from Windows",
                  "put C:\\Program Files\\Docker\\Docker\\resources\\bin on PATH and open a new"
                      + " shell")
              .avoiding(NO_CREDSTORE);
      case "missing-osxkeychain" ->
          ProblemText.of(
                  "it is not installed",
                  REMOVE_SETTING + ": it was copied from a Mac",
                  "`brew install docker-credential-helper`, and have /opt/homebrew/bin or"
                      + " /usr/local/bin on PATH",
                  REMOVE_SETTING + ": it was copied from a Mac")
              .avoiding(NO_CREDSTORE + "; " + KEEP_FOLDER);
      case "missing-pass" ->
          ProblemText.of(
                  "it is not installed",
                  "install it: `apt install golang-docker-credential-helpers` (Debian, Ubuntu),"
                      + " or a"
                      + " release from github.com/docker/docker-credential-helpers; then run it"
                      + " again",
                  "install it: `brew install docker-credential-helper pass`; then run it again",
                  SETTING + ": there is no pass for Windows")
              .avoiding(KEEP_FOLDER);
      case "missing-secretservice" ->
          ProblemText.of(
                  "it is not installed",
                  "install it: `apt install golang-docker-credential-helpers` (Debian, Ubuntu),"
                      + " or a"
                      + " release from github.com/docker/docker-credential-helpers; then run it"
                      + " again",
                  REMOVE_SETTING + ": it was copied from Linux",
                  REMOVE_SETTING + ": it was copied from Linux")
              .avoiding(KEEP_FOLDER);
      case "missing-ecr-login" ->
          ProblemText.of(
                  "it is not installed",
                  "install it (`apt install amazon-ecr-credential-helper`), or " + REMOVE_SETTING,
                  "install it (`brew install docker-credential-helper-ecr`), or " + REMOVE_SETTING,
                  "install amazon-ecr-credential-helper, or " + REMOVE_SETTING)
              .avoiding("do not use it as credsStore: put it under credHelpers, for ECR alone");
      case "missing-gcloud" ->
          ProblemText.of(
                  "it is not installed",
                  "put the bin directory of the Google Cloud SDK on PATH; if gcloud is gone, "
                      + REMOVE_SETTING)
              .avoiding(
                  "do not delete the whole config file: only the lines that `gcloud auth"
                      + " configure-docker` wrote are stale");
      case "missing-gcr" ->
          ProblemText.of(
              "it is not installed",
              "install it (github.com/GoogleCloudPlatform/docker-credential-gcr), or "
                  + REMOVE_SETTING);
      case "missing-acr-env", "missing-file" ->
          ProblemText.of("it is not installed", "install {program}, or " + REMOVE_SETTING);
      case "missing-none" ->
          ProblemText.of(
              "it is not installed",
              "it comes with Rancher Desktop: put ~/.rd/bin on PATH, or " + REMOVE_SETTING,
              "it comes with Rancher Desktop: put ~/.rd/bin on PATH, or " + REMOVE_SETTING,
              "it comes with Rancher Desktop: reinstall that, or " + REMOVE_SETTING);
      case "missing-dev-containers" ->
          ProblemText.of(
              "it is not installed",
              REMOVE_SETTING
                  + ": VS Code wrote it for a container, or for a session that has ended");
      case "helper-not-executable" ->
          ProblemText.of(
                  "[[{path} is not executable||it is not executable]]",
                  "`chmod +x {path}`; if that is not it, see whether its file system is mounted"
                      + " noexec: `findmnt -T {path}`",
                  "`chmod +x {path}`; if that is not it, `xattr -d com.apple.quarantine {path}`",
                  "see in its properties whether this user may run it, and whether it is blocked")
              .avoiding("do not run docker as root instead: root has its own config and stores");
      case "helper-only-in-relative-path" ->
          ProblemText.of(
                  "[[it is only in '{directory}', and relative PATH entries do not count||it is"
                      + " only"
                      + " in a relative PATH entry]]",
                  "put it into a directory that PATH names in full")
              .avoiding("do not turn the check off with GODEBUG=execerrdot=0");
      case "helper-bad-format" ->
          ProblemText.of(
              "[[{path} is no program (exec format error)||it is no program for this machine]]",
              "look at it with `file {path}`; install the build for this machine, or give the"
                  + " script"
                  + " a first line such as #!/bin/sh",
              "look at it with `file {path}`; install the build for this machine, or give the"
                  + " script"
                  + " a first line such as #!/bin/sh",
              "install the build for this machine");
      case "wsl-exec-format" ->
          ProblemText.of(
                  "[[{path} is a program for Windows||it is a program for Windows]]",
                  "run `wsl --shutdown` in Windows and open the distribution again; see that"
                      + " /etc/wsl.conf does not say enabled=false under [interop]",
                  SETTING + ": it was copied from Windows",
                  "reinstall Docker Desktop")
              .avoiding("do not reinstall the helper inside WSL: the file is fine");
      case "helper-bad-interpreter" ->
          ProblemText.of(
                  "its interpreter [[{words} does not exist||does not exist]]",
                  "install [[{words}||the interpreter that its first line names]], or a helper made"
                      + " for this system")
              .avoiding(
                  "do not trust a message that says the helper is missing: Java and Go report a"
                      + " missing interpreter in the same words");
      case "helper-not-started" ->
          ProblemText.of(
              "it cannot be started[[: {words}||]]",
              "see whether {program} runs on this machine, or reinstall it");
      case "helper-timed-out" ->
          ProblemText.of(
                  "it did not answer within {seconds} s and was ended",
                  "see what it waits for: a prompt, an agent, a network. A longer limit is"
                      + " --timeout;"
                      + " by hand: `{program} list </dev/null`",
                  "see what it waits for: a prompt of the keychain, a network. A longer limit is"
                      + " --timeout; by hand: `{program} list </dev/null`",
                  "see what it waits for: a prompt, a network. A longer limit is --timeout; by"
                      + " hand:"
                      + " `{program} list`")
              .avoiding("do not start it without input: it then waits for you");
      case "helper-name-invalid" ->
          ProblemText.of(
                  "its name is not one of a helper (letters, digits, '.', '_' and '-')",
                  "[[in {path}, set {member} to||set credsStore or credHelpers to]] the bare name"
                      + " after docker-credential-, such as pass")
              .avoiding("do not put a path there: docker runs whatever program it points to");
      case "helper-failed" ->
          ProblemText.of(
                  "[[it says: {words}||it refuses with exit code {exitCode}||it failed]]",
                  "do what its words say, and run it again; " + SEE,
                  "do what its words say, and run it again; " + SEE,
                  "do what its words say, and run it again; " + SEE_WINDOWS)
              .avoiding(KEEP_FOLDER);
      case "helper-said-nothing" ->
          ProblemText.of(
              "it ended with exit code {exitCode} and said nothing", SEE, SEE, SEE_WINDOWS);
      case "helper-slow" ->
          ProblemText.of(
              "its list took {seconds} s",
              REMOVE_SETTING + " if it is not needed; else see what it waits for");
      case "helper-refused-by-docker" ->
          ProblemText.of(
              "[[docker finds {path} first, and refuses to start what is in a relative directory of"
                  + " PATH||docker finds another first, in a relative directory of PATH, and"
                  + " refuses"
                  + " to start it]]",
              "take '.' and empty entries out of PATH, or move them to its end");
      case "program-not-found" ->
          ProblemText.of(
              "[[{program} is not installed||a program is not installed]]",
              "install [[{program}||the program that the message names]], or put its directory on"
                  + " PATH");
      case "output-too-long" ->
          ProblemText.of(
              "it answers more than can be kept",
              "see whether it is the right program: `{program} list`");
      case "list-not-json" ->
          ProblemText.of(
              "its list is not a JSON object",
              "see what it prints: `{program} list </dev/null`; a wrapper around it must print"
                  + " nothing"
                  + " else",
              "see what it prints: `{program} list </dev/null`; a wrapper around it must print"
                  + " nothing"
                  + " else",
              "see what it prints: `{program} list`; a wrapper around it must print nothing else");
      case "get-not-understood" ->
          ProblemText.of("its answer is not understood", "upgrade {program}")
              .avoiding("do not paste its answer anywhere: it may hold the secret");
      case "key-not-sendable" ->
          ProblemText.of(
                  "its key has control characters in it, so it was not sent to the helper",
                  "look for it in [[{store}||the store's own program]], and remove it there")
              .avoiding("do not pipe such a name into the helper");
      case "helper-cannot-list" ->
          ProblemText.of(
              "it cannot list[[: {words}||]]",
              "upgrade it if there is one that lists; nothing else has to be done");
      case "helper-cannot-store" ->
          ProblemText.of(
              "it cannot store[[: {words}||]]",
              "name it under credHelpers for its own registries, not in credsStore");
      case "not-implemented" ->
          ProblemText.of(
                  "[[it says: {words}||it keeps nothing that could be erased]]",
                  "[[to end access: {endSession}||to end access, end the session it takes its"
                      + " logins"
                      + " from, in that session's own program]]")
              .avoiding(
                  "do not set such a helper as credsStore: put it under credHelpers, or docker"
                      + " login fails for every other registry");
      default -> null;
    };
  }

  private static String setTo(String these) {
    return "[[set {member} in {path} to {installed}||set {member} in {path} to "
        + these
        + "||set credsStore to "
        + these
        + "]]";
  }
}
