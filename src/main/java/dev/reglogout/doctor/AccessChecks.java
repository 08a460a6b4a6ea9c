package dev.reglogout.doctor;

import dev.reglogout.config.FileFacts;
import dev.reglogout.config.FileFacts.Item;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.Origin;
import java.util.ArrayList;
import java.util.List;

/** Checks who may read and write a config file. */
final class AccessChecks {
  private static final int READ = 4;
  private static final int WRITE = 2;

  private final LoginFile location;
  private final FileFacts facts;
  private final Integer user;

  /**
   * Prepares to check a file.
   *
   * @param user number of the user, or null if nobody can tell
   */
  AccessChecks(LoginFile location, FileFacts facts, Integer user) {
    this.location = location;
    this.facts = facts;
    this.user = user;
  }

  /** Returns the findings of a file, which may hold secrets in plain text. */
  List<Finding> check(boolean secrets) {
    List<Finding> findings = new ArrayList<>();
    if (facts.file() == null) {
      return findings;
    }
    if (user != null && facts.file().uid() != user) {
      findings.add(foreign());
    } else if (!facts.directory().writable()) {
      findings.add(notWritable());
    }
    if (secrets) {
      checkReading(findings);
    }
    checkWriting(facts.file(), findings);
    boolean sticky = (facts.directory().mode() & 01000) != 0; // one removes one's own files alone
    if (!sticky) {
      checkWriting(facts.directory(), findings);
    }
    return findings;
  }

  /** Whoever is root, or has a link there on purpose, may mean it to be so. */
  private Finding foreign() {
    String text = "it belongs to " + facts.file().owner() + ", not to you";
    String file = "`sudo chown \"$(id -un)\" %s`".formatted(Shell.quoted(facts.file().path()));
    if (user == 0 || facts.target() != null) {
      return Finding.warning("config-foreign-owner", text, "if it is meant to be yours: " + file);
    }
    return Finding.problem(
        "config-foreign-owner",
        text + " (docker was once run with sudo?)",
        isInDockersDirectory()
            ? "`sudo chown -R \"$(id -un)\" %s`".formatted(Shell.quoted(facts.directory().path()))
            : file);
  }

  /** Any other directory may be shared, and what else is in it is not the user's to have. */
  private boolean isInDockersDirectory() {
    return location.origin() == Origin.DEFAULT
        && facts.directory().path().equals(location.path().toAbsolutePath().getParent());
  }

  private Finding notWritable() {
    return Finding.warning(
        "config-not-writable",
        facts.file().writable()
            ? "its directory cannot be written, so docker can save no login and no logout"
            : "neither it nor its directory can be written, so no login can be removed from it");
  }

  private void checkReading(List<Finding> findings) {
    Item file = facts.file();
    String chmod = "`chmod 600 %s`".formatted(Shell.quoted(file.path()));
    if (file.letsOthers(READ) && facts.othersGetThere()) {
      findings.add(
          Finding.problem(
              "config-open-to-others",
              "everybody on this machine can read it (mode %s), and it holds secrets in plain text"
                  .formatted(mode(file)),
              chmod));
    } else if (file.letsGroup(READ) && facts.groupGetsThere()) {
      findings.add(
          Finding.warning(
              "config-open-to-others",
              "its group can read it (mode %s), and it holds secrets in plain text"
                  .formatted(mode(file)),
              chmod));
    } else if (file.letsOthers(READ)) {
      findings.add(
          Finding.warning(
              "config-open-to-others",
              "its mode %s lets everybody read the secrets in it; only a directory above keeps"
                      .formatted(mode(file))
                  + " them out",
              chmod));
    }
  }

  /** Whoever can write the file can have docker run a program of their choice. */
  private void checkWriting(Item item, List<Finding> findings) {
    String what = item == facts.file() ? "it" : "its directory";
    boolean others = item.letsOthers(WRITE) && facts.othersGetThere();
    if (others || (item.letsGroup(WRITE) && facts.groupGetsThere())) {
      String text =
          "%s can write %s (mode %s), and so name a helper that docker runs as you"
              .formatted(others ? "everybody on this machine" : "its group", what, mode(item));
      String chmod = "`chmod go-w %s`".formatted(Shell.quoted(item.path()));
      findings.add(
          others
              ? Finding.problem("config-open-to-change", text, chmod)
              : Finding.warning("config-open-to-change", text, chmod));
    }
  }

  private static String mode(Item item) {
    return "%04o".formatted(item.mode());
  }
}
