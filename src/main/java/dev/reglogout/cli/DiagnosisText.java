package dev.reglogout.cli;

import dev.reglogout.doctor.Diagnosis;
import dev.reglogout.doctor.ExaminedFile;
import dev.reglogout.doctor.ExaminedHelper;
import dev.reglogout.doctor.ExaminedVariable;
import dev.reglogout.doctor.Finding;
import dev.reglogout.doctor.Severity;
import dev.reglogout.doctor.Subject;
import java.util.Comparator;
import java.util.List;

/**
 * Prints a diagnosis for people: a block for each subject, the worst first, and in it a line for
 * each finding with what to do below it.
 */
final class DiagnosisText {
  private static final int WIDTH = "problem".length();

  private final Context context;
  private final boolean verbose;
  private final boolean colours;

  DiagnosisText(Context context, boolean verbose) {
    this.context = context;
    this.verbose = verbose;
    this.colours = context.coloursOnStdout();
  }

  void print(Diagnosis diagnosis) {
    diagnosis.subjects().stream()
        .sorted(Comparator.comparing(Subject::severity).reversed())
        .forEach(this::printSubject);
    line(summary(diagnosis));
  }

  private void printSubject(Subject subject) {
    String head = Shown.text(subject.name()) + facts(subject);
    wrapped(mark(subject.severity()) + "  ", head, WIDTH + 2);
    subject.findings().stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .forEach(this::printFinding);
    if (verbose && subject instanceof ExaminedHelper helper) {
      printDetails(helper);
    }
  }

  private void printFinding(Finding finding) {
    String id = verbose ? " [" + finding.id() + "]" : "";
    String text = Shown.text(finding.text()) + id;
    wrapped("  " + mark(finding.severity()) + "  ", text, WIDTH + 4);
    if (finding.advice() != null && !finding.advice().isEmpty()) {
      wrapped(" ".repeat(WIDTH + 4) + "-> ", Shown.text(finding.advice()), WIDTH + 7);
    }
  }

  /** Prints a text, broken at blanks where it is wider than the terminal. */
  private void wrapped(String before, String text, int indent) {
    int room =
        context.columns() == TextTable.UNLIMITED ? context.columns() : context.columns() - indent;
    String start = before;
    for (String line : Paragraph.lines(text, Math.max(1, room))) {
      line(start + line);
      start = " ".repeat(indent);
    }
  }

  private void printDetails(ExaminedHelper helper) {
    helper.namedBy().forEach(name -> detail("named by " + name));
    if (helper.path() != null) {
      boolean link = helper.realPath() != null && !helper.realPath().equals(helper.path());
      detail("found as " + helper.path() + (link ? " -> " + helper.realPath() : ""));
    }
    if (helper.version() != null) {
      detail("version: " + helper.version());
    }
    if (helper.listMillis() != null) {
      detail("listed in " + helper.listMillis() + " ms");
    }
  }

  private void detail(String text) {
    line(" ".repeat(WIDTH + 2) + Shown.text(text));
  }

  /** Returns what there is to say of a subject that is as it should be. */
  private static String facts(Subject subject) {
    if (subject instanceof ExaminedFile file) {
      return (file.target() == null ? "" : " -> " + Shown.text(file.target())) + facts(file);
    }
    if (subject instanceof ExaminedHelper helper) {
      return facts(helper);
    }
    return subject.severity() == Severity.OK ? ": set, and holds no login" : "";
  }

  private static String facts(ExaminedFile file) {
    if (file.entries() == null) {
      return "";
    }
    String keeps =
        file.reader()
            + " keeps logins in "
            + (file.newLogins() == null ? "the file" : Shown.text(file.newLogins()));
    if (!file.exists()) {
      return ": not there; " + keeps;
    }
    if (file.entries() == 0) {
      return ": no entries" + (file.newLogins() == null ? "" : "; " + keeps);
    }
    String plain = file.secrets() == 0 ? "none" : String.valueOf(file.secrets());
    return ": %s, %s in plain text".formatted(counted(file.entries(), "entry", "entries"), plain);
  }

  private static String facts(ExaminedHelper helper) {
    StringBuilder facts = new StringBuilder();
    if (helper.nature() == ExaminedHelper.Nature.MINTS) {
      facts.append(": stores nothing, makes logins from another session");
    } else if (helper.entries() != null) {
      facts.append(": ").append(counted(helper.entries(), "entry", "entries"));
    }
    if (helper.roundTrip() != null && helper.roundTrip().worked()) {
      facts.append(facts.length() == 0 ? ": " : ", ").append("round trip worked");
    }
    List<String> names = helper.namedBy();
    if (!names.isEmpty()) {
      String more = names.size() > 1 ? ", and %s more".formatted(names.size() - 1) : "";
      facts.append(" (").append(Shown.text(names.get(0))).append(more).append(")");
    }
    return facts.toString();
  }

  private static String summary(Diagnosis diagnosis) {
    long problems = diagnosis.count(Severity.PROBLEM);
    long warnings = diagnosis.count(Severity.WARNING);
    String found =
        problems + warnings == 0
            ? "nothing wrong"
            : problems == 0
                ? counted(warnings, "warning", "warnings") + ", no problem"
                : counted(problems, "problem", "problems")
                    + (warnings == 0 ? "" : ", " + counted(warnings, "warning", "warnings"));
    return "%s; checked %s".formatted(found, checked(diagnosis));
  }

  private static String checked(Diagnosis diagnosis) {
    long files = count(diagnosis, ExaminedFile.class);
    long helpers = count(diagnosis, ExaminedHelper.class);
    String variable =
        count(diagnosis, ExaminedVariable.class) == 0 ? "" : "DOCKER_AUTH_CONFIG and ";
    return counted(files, "file", "files")
        + (variable.isEmpty() ? " and " : ", " + variable)
        + counted(helpers, "helper", "helpers");
  }

  private static long count(Diagnosis diagnosis, Class<? extends Subject> type) {
    return diagnosis.subjects().stream().filter(type::isInstance).count();
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** Returns a severity's name, as wide as the widest. */
  private String mark(Severity severity) {
    String name = severity.id();
    String blanks = " ".repeat(WIDTH - name.length());
    if (!colours) {
      return name + blanks;
    }
    String colour =
        switch (severity) {
          case OK -> "\u001b[32m";
          case WARNING -> "\u001b[33m";
          case PROBLEM -> "\u001b[1;31m";
        };
    return colour + name + "\u001b[0m" + blanks;
  }

  private void line(String text) {
    context.out().println(text);
  }
}
