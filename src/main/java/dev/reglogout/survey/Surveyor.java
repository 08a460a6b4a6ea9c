package dev.reglogout.survey;

import dev.reglogout.config.Binding;
import dev.reglogout.config.ConfigSearch;
import dev.reglogout.config.InlineStore;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.RegistriesConf;
import dev.reglogout.helper.Helpers;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Looks once at the login files and the helpers that they name. */
public final class Surveyor {
  private final Environment environment;
  private final Helpers helpers;
  private final StopSignal stop;
  private final LongSupplier clock; // null where nobody asks how long a list takes

  /** Creates a surveyor of one environment. */
  public Surveyor(Environment environment, Helpers helpers, StopSignal stop) {
    this(environment, helpers, stop, null);
  }

  /**
   * Creates a surveyor that also measures how long a helper needs for its list.
   *
   * @param clock nanoseconds from some fixed point
   */
  public Surveyor(Environment environment, Helpers helpers, StopSignal stop, LongSupplier clock) {
    this.environment = environment;
    this.helpers = helpers;
    this.stop = stop;
    this.clock = clock;
  }

  /**
   * Reads the files; no helper is asked yet.
   *
   * @param configs paths of files or of their directories; none means docker's own
   * @param everywhere whether every tool's files are meant; else those are read, and not asked for
   * @param withUsers whether the entries' user names are wanted
   */
  public Survey files(List<String> configs, boolean everywhere, boolean withUsers) {
    Reading reading = new Reading(withUsers);
    ConfigSearch search = new ConfigSearch(environment, reading);
    search.find(configs, everywhere);
    List<Binding> podmans = everywhere ? podmansHelpers(reading) : List.of();
    List<FileSurvey> asked = reading.take();
    if (everywhere) {
      search.findHelpers();
    } else {
      findHelpers(search, asked);
    }
    asked.addAll(reading.take());
    List<Warning> notices = reading.notices;
    if (!everywhere) {
      search.findOthers();
      search.findHelpers();
    }
    List<FileSurvey> others = new ArrayList<>();
    for (FileSurvey other : reading.take()) {
      if (other.document() != null) {
        others.add(other);
      }
    }
    return new Survey(asked, others, podmans, notices, new HelperFinder(helpers, clock));
  }

  /** What a helper keeps on disk is part of the file that names the helper. */
  private static void findHelpers(ConfigSearch search, List<FileSurvey> asked) {
    for (FileSurvey file : asked) {
      if (file.document() != null) {
        for (Binding binding : file.document().bindings()) {
          if (binding.helper() != null) {
            search.findHelpers(binding.helper());
          }
        }
      }
    }
  }

  private List<Binding> podmansHelpers(Reading reading) {
    try {
      return new RegistriesConf(environment).bindings();
    } catch (StoreException e) {
      reading.missing("registries.conf", e);
      return List.of();
    }
  }

  /** Reads what a search finds. */
  private final class Reading implements ConfigSearch.Finder {
    private final boolean withUsers;
    private final List<Warning> notices = new ArrayList<>();
    private List<FileSurvey> files = new ArrayList<>();

    Reading(boolean withUsers) {
      this.withUsers = withUsers;
    }

    List<FileSurvey> take() {
      List<FileSurvey> read = files;
      files = new ArrayList<>();
      return read;
    }

    @Override
    public void found(LoginFile file) {
      files.add(FileSurvey.of(new InlineStore(file, withUsers, stop)));
    }

    @Override
    public void missing(String name, StoreException problem) {
      files.add(FileSurvey.missing(name, problem));
    }

    @Override
    public void noticed(String id, String text) {
      notices.add(new Warning(id, text, false));
    }
  }
}
