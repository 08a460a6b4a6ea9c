package dev.reglogout.config;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the config files of one run, each once, however many names it has. */
public final class ConfigSearch {
  private final Environment environment;
  private final Finder finder;
  private final Set<Path> seen = new HashSet<>();

  /** Creates a search that tells somebody what it finds. */
  public ConfigSearch(Environment environment, Finder finder) {
    this.environment = environment;
    this.finder = finder;
  }

  /** Is told what is found, in the order it is found. */
  public interface Finder {
    /** Is told of a file that is there or would be. */
    void found(LoginFile location);

    /** Is told of a file that cannot even be looked for. */
    void missing(String name, StoreException problem);

    /** Is told of something the user should know: a stable id, and a line. */
    void noticed(String id, String text);
  }

  /**
   * Finds the files that are meant.
   *
   * @param configs paths of files or of their directories; none means docker's own
   * @param everywhere whether podman's and Helm's files are meant, too
   */
  public void find(List<String> configs, boolean everywhere) {
    for (String config : configs) {
      try {
        tell(ConfigLocations.named(config));
      } catch (StoreException e) {
        finder.missing(config, e);
      }
    }
    if (configs.isEmpty()) {
      findDockers();
    }
    if (everywhere) {
      findOthers();
    }
  }

  /** Finds the files of podman and Helm that have not been found yet. */
  public void findOthers() {
    for (LoginFile location : new OtherTools(environment).files()) {
      tell(location);
    }
  }

  private void findDockers() {
    try {
      LoginFile location = ConfigLocations.ofDocker(environment);
      Path directory = location.path().getParent();
      if (location.origin() == Origin.VARIABLE && Files.notExists(directory)) {
        finder.noticed(
            "docker-config-missing", "DOCKER_CONFIG names " + directory + ", which does not exist");
      }
      String caller = environment.get("SUDO_USER").orElse("root");
      if (location.origin() == Origin.DEFAULT && !caller.equals("root")) {
        finder.noticed(
            "sudo",
            "under sudo, worked on "
                + location.path()
                + "; what "
                + caller
                + " has elsewhere is not touched: run it without sudo for that");
      }
      tell(location);
    } catch (StoreException e) {
      finder.missing("docker's config file", e);
    }
  }

  private void tell(LoginFile location) {
    if (seen.add(real(location.path()))) {
      finder.found(location);
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
