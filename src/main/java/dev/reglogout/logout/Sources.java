package dev.reglogout.logout;

import dev.reglogout.config.ConfigLocation;
import dev.reglogout.config.ConfigLocation.Origin;
import dev.reglogout.config.ConfigLocations;
import dev.reglogout.config.InlineStore;
import dev.reglogout.config.OtherTools;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the config files of one run, each once, however many names it has. */
final class Sources {
  private final Environment environment;
  private final boolean withUsers;
  private final StopSignal stop;
  private final Set<Path> seen = new HashSet<>();
  private final List<ConfigSource> sources = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  Sources(Environment environment, boolean withUsers, StopSignal stop) {
    this.environment = environment;
    this.withUsers = withUsers;
    this.stop = stop;
  }

  /**
   * Reads the files to work on.
   *
   * @param configs paths of files or of their directories; none means docker's own
   * @param everywhere whether podman's and Helm's files are meant, too
   */
  List<ConfigSource> read(List<String> configs, boolean everywhere) {
    for (String config : configs) {
      try {
        add(ConfigLocations.named(config), sources);
      } catch (StoreException e) {
        sources.add(ConfigSource.missing(config, e));
      }
    }
    if (configs.isEmpty()) {
      readDockers();
    }
    if (everywhere) {
      new OtherTools(environment).files().forEach(location -> add(location, sources));
    }
    return sources;
  }

  /** Reads the files of podman and Helm that have not been read yet, and can be. */
  List<ConfigSource> others() {
    List<ConfigSource> others = new ArrayList<>();
    new OtherTools(environment).files().forEach(location -> add(location, others));
    others.removeIf(source -> source.document().isEmpty());
    return others;
  }

  /** Returns what was noticed on the way. */
  List<Warning> warnings() {
    return warnings;
  }

  private void readDockers() {
    try {
      ConfigLocation location = ConfigLocations.ofDocker(environment);
      Path directory = location.path().getParent();
      if (location.origin() == Origin.VARIABLE && Files.notExists(directory)) {
        warnings.add(
            new Warning(
                "docker-config-missing",
                "DOCKER_CONFIG names " + directory + ", which does not exist",
                false));
      }
      environment
          .get("SUDO_USER")
          .filter(user -> location.origin() == Origin.DEFAULT && !user.equals("root"))
          .ifPresent(
              user ->
                  warnings.add(
                      new Warning(
                          "sudo",
                          "under sudo, worked on "
                              + location.path()
                              + "; what "
                              + user
                              + " has elsewhere is not touched: run it without sudo for that",
                          false)));
      add(location, sources);
    } catch (StoreException e) {
      sources.add(ConfigSource.missing("docker's config file", e));
    }
  }

  private void add(ConfigLocation location, List<ConfigSource> read) {
    if (seen.add(real(location.path()))) {
      read.add(ConfigSource.read(new InlineStore(location, withUsers, stop)));
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
}
