package dev.reglogout.doctor;

import dev.reglogout.helper.Helpers;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.logout.LogoutSettings;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Warning;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.Survey;
import dev.reglogout.survey.Surveyor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Checks config files and the helpers they name.
 *
 * <pre>{@code
 * Diagnosis diagnosis =
 *     Doctor.in(Environment.ofProcess(), LogoutSettings.defaults(), System::nanoTime).examine();
 * diagnosis.subjects().forEach(System.out::println);
 * }</pre>
 */
public final class Doctor {
  private final Environment environment;
  private final LogoutSettings settings;
  private final LongSupplier clock;
  private final Consumer<String> lastWords; // null without a round trip

  private Doctor(
      Environment environment,
      LogoutSettings settings,
      LongSupplier clock,
      Consumer<String> lastWords) {
    this.environment = environment;
    this.settings = settings;
    this.clock = clock;
    this.lastWords = lastWords;
  }

  /**
   * Returns a doctor that looks where a logout with these settings would, and changes nothing.
   *
   * @param clock nanoseconds from some fixed point
   */
  public static Doctor in(Environment environment, LogoutSettings settings, LongSupplier clock) {
    return new Doctor(environment, settings, clock, null);
  }

  /**
   * Returns the same doctor, which also has each helper store, tell and erase a throw-away entry.
   *
   * @param lastWords is told, after a stop, what could not be cleaned up in time: one line
   */
  public Doctor withRoundTrip(Consumer<String> lastWords) {
    return new Doctor(environment, settings, clock, lastWords);
  }

  /** Examines files, the variable, and the helpers, these side by side. */
  public Diagnosis examine() {
    Helpers helpers =
        new Helpers(
            environment,
            settings.limit(),
            settings.helperStderr(),
            settings.stop(),
            settings.observer());
    Survey survey =
        new Surveyor(environment, helpers, settings.stop(), clock)
            .files(settings.configs(), settings.everywhere(), false);
    survey.listConfigured();

    List<Subject> subjects = new ArrayList<>(files(survey));
    VariableExamination.examine(environment).ifPresent(subjects::add);
    HelperExamination bare = new HelperExamination(helpers, environment);
    HelperExamination examination =
        lastWords == null ? bare : bare.withRoundTrip(settings.stop(), lastWords);
    List<HelperUse> uses = HelperUse.in(survey);
    subjects.addAll(SideBySide.map(uses, uses.size(), examination::examine));
    return new Diagnosis(List.copyOf(subjects));
  }

  private List<ExaminedFile> files(Survey survey) {
    List<ReviewedFile> files = reviewed(survey.files(), survey);
    List<ReviewedFile> unasked = reviewed(survey.unasked(), survey);
    List<ExaminedFile> examined = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      List<ReviewedFile> later = new ArrayList<>(files.subList(i + 1, files.size()));
      later.addAll(unasked);
      List<Finding> others = AlsoStored.in(files.get(i), later);
      if (i == 0) { // what is of no file is shown with docker's
        others.addAll(AlsoStored.onlyIn(unasked, files));
        survey.notices().forEach(notice -> others.add(finding(notice)));
      }
      examined.add(new FileExamination(files.get(i), user()).examine(others));
    }
    return examined;
  }

  private static List<ReviewedFile> reviewed(List<FileSurvey> files, Survey survey) {
    List<ReviewedFile> reviewed = new ArrayList<>();
    for (FileSurvey file : files) {
      reviewed.add(new ReviewedFile(file, survey));
    }
    return reviewed;
  }

  private Finding finding(Warning notice) {
    String text = notice.text();
    if (notice.id().equals("sudo")) {
      String user = environment.get("SUDO_USER").orElse("the user");
      text = "this is what sudo works with; the file of " + user + " was not looked at";
    }
    return Finding.warning(notice.id(), text);
  }

  private Integer user() {
    return environment
        .userId()
        .filter(id -> id.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .orElse(null);
  }
}
