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
      default -> null;
    };
  }
}
