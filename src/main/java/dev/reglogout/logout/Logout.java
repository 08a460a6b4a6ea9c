package dev.reglogout.logout;

import dev.reglogout.config.ConfigLocation;
import dev.reglogout.config.ConfigLocations;
import dev.reglogout.config.InlineStore;
import dev.reglogout.helper.Helpers;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
 * <p>One object serves one logout: a plan and its execution.
 */
public final class Logout {
  private final Environment environment;
  private final LogoutSettings settings;
  private final Helpers helpers;

  private Logout(Environment environment, LogoutSettings settings) {
    this.environment = environment;
    this.settings = settings;
    this.helpers =
        new Helpers(
            environment,
            settings.limit(),
            settings.helperStderr(),
            settings.stop(),
            settings.observer());
  }

  /** Returns a logout with the settings that fit most. */
  public static Logout in(Environment environment) {
    return in(environment, LogoutSettings.defaults());
  }

  /** Returns a logout with settings of the caller's. */
  public static Logout in(Environment environment, LogoutSettings settings) {
    return new Logout(environment, settings);
  }

  /** Plans to log out of registries; no registry means Docker Hub. */
  public LogoutPlan plan(Registry... registries) {
    return plan(List.of(registries));
  }

  /**
   * Plans to log out of registries; no registry means Docker Hub.
   *
   * <p>Reads the config files, and asks each helper concerned to {@code list}. Changes nothing.
   * What cannot be read or asked is part of the plan, as a failed step.
   */
  public LogoutPlan plan(List<Registry> registries) {
    List<Warning> warnings = new ArrayList<>();
    List<ConfigSource> sources = sources(warnings);
    List<Registry> requested =
        distinct(registries.isEmpty() ? List.of(Registry.dockerHub()) : registries, sources);
    return new Planning(environment, sources, requested, helpers, warnings).plan();
  }

  /**
   * Does what a plan says, looks a second time, and reports.
   *
   * <p>Each step is independent of the others: one that fails keeps none from being done.
   */
  public LogoutReport execute(LogoutPlan plan) {
    return new Execution(plan, settings.stop()).run();
  }

  /**
   * Looks up what is stored for registries, in the stores a logout would clean; no registry means
   * all.
   *
   * <p>Changes nothing, reads no secret from a helper, and keeps none from a file.
   */
  public Inventory inventory(List<Registry> registries) {
    List<Warning> warnings = new ArrayList<>();
    List<ConfigSource> sources = sources(warnings);
    return new InventoryTaking(
            environment, sources, distinct(registries, sources), helpers, warnings)
        .take();
  }

  private List<ConfigSource> sources(List<Warning> warnings) {
    List<ConfigSource> sources = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    List<String> configs = settings.configs();
    for (String config : configs) {
      try {
        add(ConfigLocations.named(config), seen, sources);
      } catch (StoreException e) {
        sources.add(ConfigSource.missing(config, e));
      }
    }
    if (configs.isEmpty()) {
      try {
        ConfigLocation location = ConfigLocations.ofDocker(environment);
        noteIfMissing(location, warnings);
        add(location, seen, sources);
      } catch (StoreException e) {
        sources.add(ConfigSource.missing("docker's config file", e));
      }
    }
    return sources;
  }

  private void add(ConfigLocation location, Set<Path> seen, List<ConfigSource> sources) {
    if (seen.add(real(location.path()))) {
      sources.add(ConfigSource.read(new InlineStore(location, settings.stop())));
    }
  }

  /** Returns what tells whether two paths are one file. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static void noteIfMissing(ConfigLocation location, List<Warning> warnings) {
    if (location.origin() == ConfigLocation.Origin.VARIABLE
        && Files.notExists(location.path().getParent())) {
      warnings.add(
          new Warning(
              "docker-config-missing",
              "DOCKER_CONFIG names %s, which does not exist".formatted(location.path().getParent()),
              false));
    }
  }

  /** A namespace tells registries apart in podman's file alone. */
  private static List<Registry> distinct(List<Registry> registries, List<ConfigSource> sources) {
    boolean namespaces = sources.stream().anyMatch(ConfigSource::isPodmans);
    Set<Registry> distinct = new LinkedHashSet<>();
    registries.forEach(r -> distinct.add(namespaces ? r : r.withoutNamespace()));
    return List.copyOf(distinct);
  }
}
