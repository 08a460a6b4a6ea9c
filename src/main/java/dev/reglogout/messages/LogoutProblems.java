package dev.reglogout.messages;

/** The words of what is left, or lives on elsewhere, after a logout. */
final class LogoutProblems {
  private LogoutProblems() {}

  static ProblemText of(String id) {
    return switch (id) {
      case "another-user" ->
          ProblemText.of(
              "it is another user's[[ ({user})||]]",
              "log out without --only-user to remove it, too");
      case "user-unknown" ->
          ProblemText.of(
              "[[{words}||nobody can tell whose it is]], so it was left",
              "log out without --only-user to remove it");
      case "placeholder-kept" ->
          ProblemText.of(
              "it is the only trace of what a helper may still hold",
              "correct what keeps the helper from answering, and run it again");
      case "desktop-sign-in" ->
          ProblemText.of(
              "it may be Docker Desktop's own sign-in, which is ended by its Sign out",
              "sign out in Docker Desktop to end it");
      case "registry-login-remains" ->
          ProblemText.of(
                  "[[{registry} is still logged in as a whole in {path}||its registry is still"
                      + " logged"
                      + " in as a whole]]",
                  "[[to end that, too: `reglogout {registry}`||name the bare host to end that,"
                      + " too]]")
              .accessMayLiveOn();
      case "also-stored" ->
          ProblemText.of(
                  "[[{registry} is also stored in {path}||it is also stored in other tools'"
                      + " files]]",
                  "run it again with --everywhere to remove it there, too")
              .accessMayLiveOn();
      case "left-alone" ->
          ProblemText.of(
              "[[left alone in {program}: {words}||entries were left alone that are no registry"
                  + " logins]]",
              "nothing has to be done; to log out of one of them all the same, name its host");
      case "second-store" ->
          ProblemText.of(
                  "[[{program} may hold an older login: {words}||a second store may hold an older"
                      + " login]]",
                  "correct what its words say and run it again")
              .accessMayLiveOn();
      case "docker-auth-config" ->
          ProblemText.of(
                  "[[{registry} is still logged in by the variable DOCKER_AUTH_CONFIG||the variable"
                      + " DOCKER_AUTH_CONFIG is a login of its own]]",
                  "`unset DOCKER_AUTH_CONFIG`, and remove it where it is set (a CI variable, a"
                      + " profile)",
                  "`unset DOCKER_AUTH_CONFIG`, and remove it where it is set (a CI variable, a"
                      + " profile)",
                  "`Remove-Item Env:DOCKER_AUTH_CONFIG`, and remove it where it is set (a CI"
                      + " variable,"
                      + " the system's settings)")
              .accessMayLiveOn()
              .avoiding("do not print the variable in a log: it holds passwords");
      case "hub-session-not-revoked" ->
          ProblemText.of(
                  "Docker Hub's sign-in is not revoked at Docker[[: {words}||]], and may live on"
                      + " there",
                  "end it in your account's settings at hub.docker.com")
              .avoiding(
                  "do not rely on running the logout again: the token it would revoke is already"
                      + " erased")
              .accessMayLiveOn();
      case "hub-revoke-failed" ->
          ProblemText.of(
                  "[[{words}||Docker could not be asked to revoke the sign-in]]",
                  "check the network and HTTPS_PROXY; end the sign-in in your account's settings at"
                      + " hub.docker.com")
              .accessMayLiveOn()
              .avoiding(
                  "do not rely on running the logout again: the token it would revoke is already"
                      + " erased");
      case "proxy-not-usable" ->
          ProblemText.of(
              "[[{words}||HTTPS_PROXY names no proxy]]",
              "set HTTPS_PROXY to http:// and the proxy's host and port, or unset it");
      case "path-ignored" ->
          ProblemText.of(
              "[[{words} is taken for {registry}||it is taken for the registry as a whole]], as docker understands it",
              "nothing has to be done: docker keeps one login for a whole registry");
      case "other-path" ->
          ProblemText.of(
                  "[[{words}||another path of the host is stored, and may be another program's]]",
                  "[[to erase it, too: `reglogout {registry}`||name its URL to erase it, too]]")
              .accessMayLiveOn();
      case "other-port" ->
          ProblemText.of(
                  "[[{program} answers for {registry} with what it holds for another port||it answers for the host with what it holds for another port]]",
                  "to erase that, too, log out of that port as well")
              .accessMayLiveOn();
      case "erase-hits-another" ->
          ProblemText.of(
              "to erase it would also erase [[{words}||another login]]",
              "name both in one run to erase both");
      case "neighbour-gone" ->
          ProblemText.of(
              "[[{program} does not list {words} any more||an entry is not listed any more]], which was not to be erased",
              "log in there again; report it to those who make the helper");
      case "late-entry" ->
          ProblemText.of(
                  "[[{words}||an entry came meanwhile]], and is left alone",
                  "run it again to erase it")
              .accessMayLiveOn();
      case "stray-login" ->
          ProblemText.of(
                  "[[{path} holds a login of {registry} outside of its auths||a login stands outside of auths]], which programs in Python read",
                  "take it out of [[{path}||the file]] by hand (keep a copy first)")
              .accessMayLiveOn();
      case "shared-sign-in" ->
          ProblemText.of(
              "it is one sign-in for all of Google's hosts",
              "to end it for all of them: reglogout --all, or the gcr-logout of docker-credential-gcr");
      default -> null;
    };
  }
}
