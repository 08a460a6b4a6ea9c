package dev.reglogout.survey;

import dev.reglogout.cli.Machine;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.Request;
import dev.reglogout.registry.Requests;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Surveys of a test's own machine, and of no machine at all. */
public final class Surveys {
  private Surveys() {}

  /** Looks at docker's own file, and asks the helpers of some registries. */
  public static Survey of(Machine machine, String... servers) {
    return of(machine, List.of(), servers);
  }

  /** Looks at some files, and asks the helpers of some registries. */
  public static Survey of(Machine machine, List<Path> configs, String... servers) {
    return of(machine, configs, false, servers);
  }

  /** Looks at some files with their user names or without, and asks the helpers. */
  public static Survey of(
      Machine machine, List<Path> configs, boolean withUsers, String... servers) {
    List<String> paths = configs.stream().map(Path::toString).toList();
    Survey survey =
        new Surveyor(machine.environment(), helpers(machine.environment()), new StopSignal())
            .files(paths, false, withUsers);
    survey.listFor(requests(servers));
    return survey;
  }

  /** Returns the requests for some registries, as they are typed. */
  public static List<Request> requests(String... servers) {
    return Requests.of(Stream.of(servers).map(Registry::parse).toList()).all();
  }

  /** Returns what a request means where no file says anything. */
  public static RequestKeys keys(String server, Environment environment) {
    Survey nothing =
        new Survey(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new HelperFinder(helpers(environment), null));
    return new RequestKeys(requests(server).get(0), nothing);
  }

  /** Returns a helper that has been asked for its list. */
  public static HelperSurvey listed(HelperStore store, Environment environment) {
    HelperSurvey helper = unlisted(store, environment);
    helper.list();
    return helper;
  }

  /** Returns a helper that has been asked for its list as a survey asks, if it is to be asked. */
  public static HelperSurvey asked(String name, Helpers helpers, LongSupplier clock) {
    HelperFinder finder = new HelperFinder(helpers, clock);
    HelperSurvey helper = finder.named(name);
    finder.list(List.of(new HelperPlace(helper, HelperPlace.Lookup.CREDS_STORE, "a test")));
    return helper;
  }

  /** Returns a helper that has not been asked for its list. */
  public static HelperSurvey unlisted(HelperStore store, Environment environment) {
    return new HelperSurvey(store, helpers(environment), null);
  }

  private static Helpers helpers(Environment environment) {
    Duration limit = Duration.ofSeconds(20);
    return new Helpers(environment, limit, null, new StopSignal(), Observer.NONE);
  }
}
