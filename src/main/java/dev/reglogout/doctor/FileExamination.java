package dev.reglogout.doctor;

import dev.reglogout.config.AbandonedFiles;
import dev.reglogout.config.FileFacts;
import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examines one config file. */
final class FileExamination {
  private static final Pattern PLACE = Pattern.compile("^.*:(\\d+):(\\d+): ", Pattern.DOTALL);

  private final ReviewedFile file;
  private final Integer user;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Prepares to examine a file.
   *
   * @param user number of the user, or null if nobody can tell
   */
  FileExamination(ReviewedFile file, Integer user) {
    this.file = file;
    this.user = user;
  }

  /**
   * Examines the file.
   *
   * @param others what was found out by looking at more than this file
   */
  ExaminedFile examine(List<Finding> others) {
    FileFacts facts = file.location() == null ? null : FileFacts.of(file.location().path());
    if (facts != null && facts.isDangling()) {
      findings.add(
          Finding.warning("config-dangling-link", "it is a link, and there is no file behind it"));
    }
    if (file.isReadable()) {
      boolean secrets = !file.secrets().isEmpty();
      findings.addAll(new AccessChecks(file.location(), facts, user).check(secrets));
    }
    if (file.review() == null) { // of another form, what keeps from reading it is all there is
      file.problems().forEach(problem -> findings.add(unreadable(problem)));
    } else {
      checkContent();
    }
    findings.addAll(new LoginChecks(file).check());
    for (RegistryKey stray : file.strayLogins()) {
      findings.add(
          Finding.warning(
              "stray-login",
              "it holds a login of "
                  + stray.masked()
                  + " outside of its auths, which docker does not read, and programs in Python"
                  + " do"));
    }
    findings.addAll(others);
    if (facts != null) {
      checkLeftovers();
    }
    return new ExaminedFile(
        file.name(),
        file.reader(),
        facts == null || facts.target() == null ? null : facts.target().toString(),
        file.exists(),
        file.isReadable() ? file.entries().size() : null,
        file.isReadable() ? file.secrets().size() : null,
        file.newLogins(),
        List.copyOf(findings));
  }

  private void checkContent() {
    if (file.review().hasByteOrderMark()) {
      findings.add(
          Finding.problem(
              "config-bom",
              "it begins with a byte order mark, which " + file.reader() + " refuses"));
    }
    DockerTypes.firstWrong(file.owner(), file.review().members())
        .ifPresent(
            wrong ->
                findings.add(
                    Finding.problem(
                        "config-wrong-type",
                        file.isDockers() ? wrong + LoginChecks.losing(file) : wrong)));
    findings.addAll(new KeyChecks(file).check());
    findings.addAll(new HelperNameChecks(file).check());
  }

  private void checkLeftovers() {
    for (Path leftover : AbandonedFiles.besides(file.location().path())) {
      findings.add(
          Finding.warning(
              "config-leftover",
              "a program that was killed has left %s beside it, which may hold logins"
                  .formatted(leftover.getFileName()),
              "see that no docker or podman is at work, and that it is no copy of yours, then: `rm %s`"
                  .formatted(Shell.quoted(leftover))));
    }
  }

  /** What only says that it is not JSON, or was refused, is told by its cause if that is known. */
  private static Finding unreadable(StoreException e) {
    boolean vague = e.reason().equals("config-malformed") || e.reason().equals("file-error");
    Optional<KnownMessage> message =
        KnownMessages.find(vague ? e.getMessage() : "")
            .filter(known -> known.id().startsWith("config-"))
            .or(() -> Finding.known(e.reason()));
    return Finding.problem(
        message.map(KnownMessage::id).orElse(e.reason()),
        placed(e.getMessage()),
        message.map(KnownMessage::advice).orElse(e.advice()));
  }

  /** Returns a message with the place in the file in words, and without the path before it. */
  static String placed(String message) {
    Matcher place = PLACE.matcher(message);
    return place.find()
        ? "line %s, column %s: %s"
            .formatted(place.group(1), place.group(2), message.substring(place.end()))
        : message;
  }
}
