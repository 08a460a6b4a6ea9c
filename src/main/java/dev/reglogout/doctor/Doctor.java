package dev.reglogout.doctor;

import dev.reglogout.config.ConfigSearch;
import dev.reglogout.config.DockerFormat;
import dev.reglogout.config.LoginFile;
import dev.reglogout.helper.Helpers;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.logout.LogoutSettings;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
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
    List<ReviewedFile> files = new ArrayList<>();
    List<ReviewedFile> others = new ArrayList<>();
    Reading reading = new Reading(environment, files);
    ConfigSearch search = new ConfigSearch(environment, reading);
    search.find(settings.configs(), settings.everywhere());
    reading.into(others);
    search.findOthers();

    Helpers helpers =
        new Helpers(
            environment,
            settings.limit(),
            settings.helperStderr(),
            settings.stop(),
            settings.observer());
    ConfiguredUses configured = new ConfiguredUses(helpers);
    files.forEach(configured::add);

    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      List<ReviewedFile> later = new ArrayList<>(files.subList(i + 1, files.size()));
      later.addAll(others);
      subjects.add(
          new FileExamination(files.get(i), user())
              .examine(configured.newLogins(files.get(i)), AlsoStored.in(files.get(i), later)));
    }
    VariableExamination.examine(environment).ifPresent(subjects::add);
    HelperExamination bare = new HelperExamination(helpers, environment, clock);
    HelperExamination examination =
        lastWords == null ? bare : bare.withRoundTrip(settings.stop(), lastWords);
    List<HelperUse> uses = configured.uses();
    subjects.addAll(SideBySide.map(uses, uses.size(), examination::examine));
    return new Diagnosis(List.copyOf(subjects));
  }

  private Integer user() {
    return environment
        .userId()
        .filter(id -> id.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .orElse(null);
  }

  /** Reads what a search finds. */
  private static final class Reading implements ConfigSearch.Finder {
    private final Environment environment;
    private final List<Finding> notices = new ArrayList<>();
    private List<ReviewedFile> files;

    Reading(Environment environment, List<ReviewedFile> files) {
      this.environment = environment;
      this.files = files;
    }

    void into(List<ReviewedFile> others) {
      files = others;
    }

    @Override
    public void found(LoginFile location) {
      if (location.format() != DockerFormat.INSTANCE) {
        return; // there is nothing to check but what a logout does
      }
      files.add(ReviewedFile.read(location, List.copyOf(notices)));
      notices.clear();
    }

    @Override
    public void missing(String name, StoreException problem) {
      files.add(ReviewedFile.missing(name, problem));
    }

    @Override
    public void noticed(String id, String text) {
      notices.add(
          Finding.warning(
              id,
              id.equals("sudo")
                  ? "this is what sudo works with; the file of %s was not looked at"
                      .formatted(environment.get("SUDO_USER").orElse("the user"))
                  : text));
    }
  }
}
