package dev.reglogout.logout;

import dev.reglogout.helper.Helpers;
import dev.reglogout.hub.HubRevocation;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.Request;
import dev.reglogout.registry.Requests;
import dev.reglogout.store.Environment;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.RequestKeys;
import dev.reglogout.survey.Survey;
import dev.reglogout.survey.Surveyor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Logs out of registries: erases their credentials from config files and credential helpers, and
 * tells what became of each.
 *
 * <pre>{@code
 * Logout logout = Logout.in(Environment.ofProcess());
 * LogoutPlan plan = logout.plan(Registry.parse("ghcr.io"));
 * LogoutReport report = logout.execute(plan);
 * if (!report.loggedOut()) report.remaining().forEach(System.err::println);
 * }</pre>
 *
 * <p>One object serves one logout, a plan and its execution, and one thread at a time; several
 * objects may be at work at once, in one program or in many.
 */
public final class Logout {
  private final Environment environment;
  private final LogoutSettings settings;
  private final Helpers helpers;
  private final Selection selection;
  private final String revocationUrl;

  Logout(Environment environment, LogoutSettings settings, String revocationUrl) {
    this.environment = environment;
    this.settings = settings;
    this.selection = new Selection(settings.onlyUser());
    this.helpers =
        new Helpers(
            environment,
            settings.limit(),
            settings.helperStderr(),
            settings.stop(),
            settings.observer());
    this.revocationUrl = revocationUrl;
  }

  /**
   * {@return a logout with the settings that fit most}
   *
   * @param environment variables and operating system
   */
  public static Logout in(Environment environment) {
    return in(environment, LogoutSettings.defaults());
  }

  /**
   * {@return a logout with settings of the caller's}
   *
   * @param environment variables and operating system
   * @param settings how it is to be done
   */
  public static Logout in(Environment environment, LogoutSettings settings) {
    return new Logout(environment, settings, HubRevocation.URL);
  }

  /**
   * Plans to log out of registries; no registry means Docker Hub.
   *
   * @param registries each is done once, however often it is named
   * @return what would be done
   */
  public LogoutPlan plan(Registry... registries) {
    return plan(List.of(registries));
  }

  /**
   * Plans to log out of registries; no registry means Docker Hub.
   *
   * <p>Reads the config files, and asks each helper concerned to {@code list}. Changes nothing.
   * What cannot be read or asked is part of the plan, as a failed step.
   *
   * @param registries each is done once, however often it is named
   * @return what would be done
   */
  public LogoutPlan plan(List<Registry> registries) {
    Survey survey = survey(selection.isLimited());
    List<Registry> asked = registries.isEmpty() ? List.of(Registry.dockerHub()) : registries;
    List<Request> requests = Requests.of(asked).all();
    survey.listFor(requests);
    PlanWarnings noticed = new PlanWarnings();
    return plan(survey, withoutIgnoredPaths(requests, survey, noticed), false, noticed);
  }

  /**
   * Plans to log out of every registry that is found: the keys of the files as they are stored, the
   * hosts of {@code credHelpers}, and what the helpers list as logins of a registry.
   *
   * @return what would be done
   */
  public LogoutPlan planAll() {
    Survey survey = survey(selection.isLimited());
    survey.listEverything();
    List<Request> requests = Requests.of(survey.registries()).all();
    return plan(survey, requests, true, new PlanWarnings());
  }

  private Survey survey(boolean withUsers) {
    return new Surveyor(environment, helpers, settings.stop())
        .files(settings.configs(), settings.everywhere(), withUsers);
  }

  private LogoutPlan plan(
      Survey survey, List<Request> requests, boolean everything, PlanWarnings noticed) {
    Requested requested = requested(requests, survey, everything);
    noticed.add(survey.notices());
    return new LogoutPlanner(survey, requested, selection, noticed, environment.os())
        .plan(EnvironmentLogin.warnings(environment, requested));
  }

  /** Takes requests whose path counts nowhere for requests of the registry as a whole. */
  private static List<Request> withoutIgnoredPaths(
      List<Request> requests, Survey survey, PlanWarnings noticed) {
    Map<Registry, Request> merged = new LinkedHashMap<>();
    for (Request request : requests) {
      Request meant = request;
      if (new RequestKeys(request, survey).isPathIgnored(survey)) {
        noticed.ofIgnoredPath(request.registry());
        meant = new Request(request.registry().withoutPath(), request.spellings());
      }
      Request same = merged.get(meant.registry());
      merged.put(meant.registry(), same == null ? meant : merged(same, meant));
    }
    return List.copyOf(merged.values());
  }

  private static Request merged(Request one, Request other) {
    Set<String> spellings = new LinkedHashSet<>(one.spellings());
    spellings.addAll(other.spellings());
    return new Request(one.registry(), List.copyOf(spellings));
  }

  /**
   * {@return whether a file has an entry of a registry; no helper is asked}
   *
   * @param registry such as one that stands for one key alone
   */
  public boolean holdsKey(Registry registry) {
    for (FileSurvey file : survey(false).files()) {
      if (!file.entriesOf(registry).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static Requested requested(List<Request> requests, Survey survey, boolean everything) {
    List<RequestKeys> keys = new ArrayList<>(requests.size());
    for (Request request : requests) {
      keys.add(new RequestKeys(request, survey));
    }
    return new Requested(keys, everything);
  }

  /**
   * Does what a plan says, looks a second time, and reports.
   *
   * <p>Docker Hub's sign-in is revoked at Docker first, unless the settings say otherwise.
   *
   * <p>Each step is independent of the others: one that fails keeps none from being done.
   *
   * @param plan of this object
   * @return what became of each step
   */
  public LogoutReport execute(LogoutPlan plan) {
    return new PlanExecutor(plan, selection, environment, settings, revocationUrl).run();
  }

  /**
   * Looks up what is stored for registries, in the stores a logout would clean; no registry means
   * all.
   *
   * <p>Changes nothing, reads no secret from a helper, and keeps none from a file.
   *
   * @param registries which to look for
   * @return where each credential is
   */
  public Inventory inventory(List<Registry> registries) {
    Survey survey = survey(true);
    List<Request> requests = Requests.of(registries).all();
    survey.listConfigured();
    Requested requested = requested(requests, survey, registries.isEmpty());
    return new InventoryBuilder(environment, survey, requested).build();
  }
}
