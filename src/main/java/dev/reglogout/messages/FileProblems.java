package dev.reglogout.messages;

/** The words of problems with a file as such: found, read, written, owned, locked. */
final class FileProblems {
  private FileProblems() {}

  static ProblemText of(String id) {
    return switch (id) {
      case "permission-denied" ->
          ProblemText.of(
                  "[[it cannot be {words}: permission denied||permission denied]]",
                  "see who owns it: `ls -ld {path}`; after docker with sudo: `sudo chown \"$(id"
                      + " -un)\""
                      + " {path}`",
                  "see who owns it: `ls -ld {path}`; after docker with sudo: `sudo chown \"$(id"
                      + " -un)\""
                      + " {path}`",
                  "see in its properties who may read and change it")
              .avoiding("do not open the file to all with chmod 777");
      case "not-there" -> ProblemText.of("it is not there", "check the path");
      case "in-the-way" -> ProblemText.of("another file is in the way", "run it again");
      case "disk-full" ->
          ProblemText.of("there is no room on its file system", "make room there and run it again")
              .avoiding(
                  "do not copy the file back from memory or a pager: a half-written one loses"
                      + " every login");
      case "read-only-file-system" ->
          ProblemText.of(
              "its file system is read-only",
              "change the file where it is made, or mount it so that it can be written");
      case "file-error" ->
          ProblemText.of(
              "[[{words}||it cannot be read or written]]",
              "[[see what {path} is, and whether its file system works||see what the file is, and"
                  + " whether its file system works]]; then run it again");
      case "config-mounted" ->
          ProblemText.of(
              "it is mounted by itself, so it cannot be replaced",
              "mount its directory instead of the file, or log out where the file is",
              "mount its directory instead of the file, or log out where the file is",
              "mount its directory instead of the file, or log out where the file is");
      case "config-not-file" ->
          ProblemText.of(
              "[[it is {words}, so it was not opened||it is no file]]", "name a file instead");
      case "config-link-loop" ->
          ProblemText.of(
              "its links lead in a circle",
              "see where they lead: `ls -l {path}`",
              "see where they lead: `ls -l {path}`",
              "see where they lead: `dir {path}`");
      case "config-dangling-link" ->
          ProblemText.of(
              "it is a link, and there is no file behind it",
              "see where it leads (a volume that is not mounted?): `ls -l {path}`",
              "see where it leads (a volume that is not mounted?): `ls -l {path}`",
              "see where it leads (a drive that is not connected?): `dir {path}`");
      case "config-too-large" ->
          ProblemText.of("it is larger than 64 MiB", "see whether it is the right file");
      case "config-missing" ->
          ProblemText.of("[[--config {path} does not exist||it does not exist]]", "check the path");
      case "docker-config-missing" ->
          ProblemText.of(
              "[[DOCKER_CONFIG names {path}, which does not exist||DOCKER_CONFIG names what does"
                  + " not"
                  + " exist]]",
              "correct or unset DOCKER_CONFIG, or name the directory with --config");
      case "no-home" ->
          ProblemText.of(
              "HOME is not set, so docker's file cannot be found",
              "set HOME or DOCKER_CONFIG, or name the directory with --config",
              "set HOME or DOCKER_CONFIG, or name the directory with --config",
              "set USERPROFILE or DOCKER_CONFIG, or name the directory with --config");
      case "path-invalid" ->
          ProblemText.of(
              "[[the path '{path}' cannot be used: {words}||the path '{path}' cannot be used||a"
                  + " path"
                  + " cannot be used]]",
              "set a UTF-8 locale such as LC_ALL=C.UTF-8, or check the path",
              "set a UTF-8 locale such as LC_ALL=en_US.UTF-8, or check the path",
              "check the path");
      case "locked" ->
          ProblemText.of(
              "another run of reglogout has been changing it for more than {seconds} seconds",
              "wait for that run, or end it, and run it again");
      case "config-busy" ->
          ProblemText.of(
              "another program keeps changing it", "end that program, or run it again later");
      case "written-back" ->
          ProblemText.of(
              "another program has written it back twice", "end that program and run it again");
      case "interrupted" -> ProblemText.of("the run was interrupted", "run it again");
      case "config-foreign-owner" ->
          ProblemText.of(
                  "[[it belongs to {user}, not to you||it belongs to another user]]",
                  "if it is meant to be yours (docker was once run with sudo?): `sudo chown \"$(id"
                      + " -un)\" {path}`",
                  "if it is meant to be yours (docker was once run with sudo?): `sudo chown \"$(id"
                      + " -un)\" {path}`",
                  "see in its properties whose it is meant to be")
              .avoiding(
                  "do not run docker with sudo for this, and do not open the file to all with chmod"
                      + " 777");
      case "config-not-writable" ->
          ProblemText.of(
              "[[{words}||its directory cannot be written, so docker can save no login and no"
                  + " logout]]",
              "make [[{directory}||its directory]] writable, or change the file where it is made (a"
                  + " read-only mount, sops, a dotfiles repository)");
      case "config-open-to-others" ->
          ProblemText.of(
                  "[[{words}||others can read it, and it holds secrets in plain text]]",
                  "`chmod 600 {path}`; change the passwords if others are on this machine",
                  "`chmod 600 {path}`; change the passwords if others are on this machine",
                  "let only yourself read it, in its properties")
              .avoiding("do not copy that file into images, backups or bug reports");
      case "config-open-to-change" ->
          ProblemText.of(
              "[[{words}||others can write it, and so name a helper that docker runs as you]]",
              "`chmod go-w {path}`",
              "`chmod go-w {path}`",
              "let only yourself change it, in its properties");
      case "config-leftover" ->
          ProblemText.of(
              "[[a program that was killed has left {path} beside it, which may hold logins||a"
                  + " program"
                  + " that was killed has left a copy beside it, which may hold logins]]",
              "see that no docker or podman is at work, and that it is no copy of yours; then"
                  + " remove"
                  + " that copy");
      case "sudo" ->
          ProblemText.of(
                  "[[under sudo, worked on {path}; what {user} has elsewhere is not"
                      + " touched||this is what"
                      + " sudo works with; the file of {user} was not looked at||this is what"
                      + " sudo works"
                      + " with]]",
                  "run it again without sudo for your own logins")
              .avoiding("do not log in with sudo: the logins then belong to root");
      case "docker-config-not-directory" ->
          ProblemText.of(
              "DOCKER_CONFIG names a file[[, {path}||]], and docker wants its directory",
              "set it to the directory, or name the file with --config");
      case "location-missing" ->
          ProblemText.of(
              "[[{words}||a variable names what does not exist]]",
              "correct or unset the variable, or name the file with --config");
      case "file-not-read" ->
          ProblemText.of(
                  "[[{path} was not looked at||a file beside it was not looked at]]",
                  "name it with --config if a program reads it")
              .accessMayLiveOn();
      case "file-of-another-user" ->
          ProblemText.of(
              "it has several names, and belongs to another user than its directory",
              "name it where it is its owner's, if it is the right one: `find / -xdev -samefile {path}`",
              "name it where it is its owner's, if it is the right one: `find / -xdev -samefile {path}`",
              "name it where it is its owner's, if it is the right one");
      case "link-of-another-user" ->
          ProblemText.of(
              "another user's link leads to it[[: {words}||]]",
              "name the file itself with --config if it is the right one");
      case "shared-directory" ->
          ProblemText.of(
              "it cannot be written: other users can change its directory, so no new file is put there",
              "run it as the owner of the directory");
      case "lock-in-the-way" ->
          ProblemText.of(
              "it cannot be locked: another file is at [[{words}||the name of its lock]]",
              "see what that is, and move it away");
      default -> null;
    };
  }
}
