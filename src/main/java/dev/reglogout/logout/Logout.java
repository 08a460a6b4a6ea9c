package dev.reglogout.logout;

import dev.reglogout.helper.Helpers;
import dev.reglogout.hub.HubRevocation;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Environment;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final UserFilter users;
  private final HubSignIn hub;

  Logout(Environment environment, LogoutSettings settings, String revocationUrl) {
    this.environment = environment;
    this.settings = settings;
    this.users = new UserFilter(settings.onlyUser());
    this.helpers =
        new Helpers(
            environment,
            settings.limit(),
            settings.helperStderr(),
            settings.stop(),
            settings.observer());
    this.hub = new HubSignIn(environment, settings, revocationUrl);
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
    Sources sources = new Sources(environment, users.isSet(), settings.stop());
    List<ConfigSource> read = sources.read(settings.configs(), settings.everywhere());
    List<Registry> requested =
        distinct(registries.isEmpty() ? List.of(Registry.dockerHub()) : registries, read);
    return withoutRevoking(planning(sources, read).plan(requested));
  }

  /**
   * Plans to log out of every registry that is found: the keys of the files as they are stored, the
   * hosts of {@code credHelpers}, and what the helpers list as logins of a registry.
   *
   * @return what would be done
   */
  public LogoutPlan planAll() {
    Sources sources = new Sources(environment, users.isSet(), settings.stop());
    List<ConfigSource> read = sources.read(settings.configs(), settings.everywhere());
    return withoutRevoking(planning(sources, read).planAll());
  }

  private LogoutPlan withoutRevoking(LogoutPlan plan) {
    return settings.revoke() ? plan : hub.left(plan);
  }

  private Planning planning(Sources sources, List<ConfigSource> read) {
    List<ConfigSource> others = settings.everywhere() ? List.of() : sources.others();
    return new Planning(environment, read, others, helpers, users, sources.warnings());
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
    LogoutPlan ready = settings.revoke() ? hub.ended(plan) : plan;
    return new Execution(ready, users, settings.stop()).run();
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
    Sources sources = new Sources(environment, true, settings.stop());
    List<ConfigSource> read = sources.read(settings.configs(), settings.everywhere());
    return new InventoryTaking(
            environment, read, distinct(registries, read), helpers, sources.warnings())
        .take();
  }

  /** A namespace tells registries apart in podman's file alone. */
  private static List<Registry> distinct(List<Registry> registries, List<ConfigSource> sources) {
    boolean namespaces = sources.stream().anyMatch(ConfigSource::isPodmans);
    Set<Registry> distinct = new LinkedHashSet<>();
    registries.forEach(r -> distinct.add(namespaces ? r : r.withoutPath()));
    return List.copyOf(distinct);
  }
}
