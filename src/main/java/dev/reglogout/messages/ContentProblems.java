package dev.reglogout.messages;

/** The words of problems with what stands in a config file. */
final class ContentProblems {
  private static final String CORRECT =
      "[[correct {path} there||correct the file there]] (keep a copy first), and run it again";

  private ContentProblems() {}

  static ProblemText of(String id) {
    return switch (id) {
      case "config-malformed" ->
          ProblemText.of("[[{words}||it is not JSON]]", "nothing was written; " + CORRECT)
              .avoiding("do not empty or delete the file: other logins and settings are in it");
      case "config-cut-short" ->
          ProblemText.of(
                  "[[{words}||it ends too early]]",
                  "restore it from a backup, or complete it at its end (keep a copy first)")
              .avoiding("do not empty or delete the file: other logins and settings are in it");
      case "config-trailing-comma" ->
          ProblemText.of(
                  "[[{words}||there is a comma too many]]",
                  "remove that comma (keep a copy first), and run it again")
              .avoiding(
                  "do not let docker save such a file: it can drop what it did not understand");
      case "config-comment" ->
          ProblemText.of(
              "[[{words}||comments are not JSON]]",
              "remove the comment (keep a copy first), and run it again");
      case "config-single-quotes" ->
          ProblemText.of(
              "[[{words}||texts stand in double quotes]]",
              "put names and values into double quotes (keep a copy first), and run it again");
      case "config-utf16" ->
          ProblemText.of(
                  "it is UTF-16",
                  "[[save {path} as UTF-8 without a byte order mark||save it as UTF-8 without a"
                      + " byte order"
                      + " mark]]")
              .avoiding("do not write it with > or Out-File in Windows PowerShell 5");
      case "config-bom" ->
          ProblemText.of(
                  "it begins with a byte order mark, which [[{words}||docker]] refuses",
                  "[[save {path} as UTF-8 without a byte order mark||save it as UTF-8 without a"
                      + " byte order"
                      + " mark]]")
              .avoiding("do not write it with > or Out-File in Windows PowerShell 5");
      case "config-not-object" -> ProblemText.of("it is JSON, but not an object", CORRECT);
      case "auths-not-object" ->
          ProblemText.of("its auths is not an object", CORRECT)
              .avoiding(
                  "do not run `docker logout` on such a file: it writes back what it failed to"
                      + " read as empty");
      case "config-wrong-type" ->
          ProblemText.of(
                  "[[{words}||a value in it is of the wrong type]]",
                  "correct the field that the message names (put it into double quotes, or make it an object)"
                      + " before you use docker login or docker logout")
              .avoiding(
                  "do not run `docker logout` on such a file: it writes back what it failed to"
                      + " read as empty");
      case "helper-unknown" ->
          ProblemText.of("cannot tell which helper to ask[[: {words}||]]", CORRECT);
      case "config-undecodable-auth" ->
          ProblemText.of(
                  "[[the auth of {registry} is not Base64 of user:password||an auth in it is not"
                      + " Base64"
                      + " of user:password]]",
                  "[[`reglogout {registry}` removes that entry; do so before docker login or"
                      + " logout||remove that entry before docker login or logout]]")
              .avoiding("do not log in or out with docker before: it may empty other logins");
      case "config-key-misspelt" ->
          ProblemText.of(
                  "[[line {line}: no program reads \"{member}\"; {words} is meant?||no program"
                      + " reads"
                      + " one of its members]]",
                  "[[rename it to {words}, or remove it||rename it to auths, credsStore or"
                      + " credHelpers]]")
              .avoiding(
                  "do not rename credsStore to credStore to be rid of an error: from then on docker"
                      + " writes passwords in plain text");
      case "config-key-case" ->
          ProblemText.of(
              "[[line {line}: docker takes \"{member}\" for {words}; tools in other languages do"
                  + " not||docker reads one of its members in any case; other tools do not]]",
              "[[rename it to {words}||write auths, credHelpers and credsStore exactly so]]");
      case "config-key-twice" ->
          ProblemText.of(
              "[[\"{member}\" stands more than once ({words})||a member stands more than once]]",
              "keep one of them, with all that is wanted in it");
      case "credhelpers-key-unused" ->
          ProblemText.of(
                  "[[{member} fits no registry: {words}||a member of credHelpers fits no"
                      + " registry]]",
                  "[[write {registry}||write the bare host]]")
              .avoiding("do not use wildcards: there are none, whatever a blog says");
      case "podman-ignores-credsstore" ->
          ProblemText.of(
              "[[podman does not read credsStore, so it never asks {program}||podman does not read"
                  + " credsStore]]",
              "bind registries in credHelpers, or name the helper in containers-registries.conf:"
                  + " credential-helpers = [\"[[{helper}||NAME]]\"]");
      case "plain-text-beside-helper" ->
          ProblemText.of(
                  "in plain text although a helper is configured[[: {registry}||]]",
                  "[[`reglogout {registry}`||log out]], and log in again: the helper then keeps it")
              .avoiding("do not copy that file into images, backups or bug reports");
      case "stored-in-plain-text" ->
          ProblemText.of(
                  "in plain text[[: {registry}||]]",
                  "set credsStore to [[{installed}||pass or secretservice]], and log in again",
                  "set credsStore to [[{installed}||osxkeychain]], and log in again",
                  "set credsStore to [[{installed}||wincred]], and log in again")
              .avoiding("do not copy that file into images, backups or bug reports");
      case "docker-auth-config-unusable" ->
          ProblemText.of(
                  "docker cannot use it[[: {words}||]]",
                  "correct the variable, or unset it: it holds what docker keeps in config.json,"
                      + " auths with"
                      + " an auth for each host")
              .avoiding("do not print the variable in a log: it may hold passwords");
      case "section-not-object" ->
          ProblemText.of("[[{words}||a section of it is not an object]]", CORRECT);
      case "registries-conf-unreadable" ->
          ProblemText.of("cannot tell which helpers podman asks[[: {words}||]]", CORRECT);
      default -> null;
    };
  }
}
