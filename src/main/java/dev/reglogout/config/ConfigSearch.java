package dev.reglogout.config;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the login files of one run, each once, however many names it has. */
public final class ConfigSearch {
  /** The variables that name one file each, so that whoever sets one means that file. */
  private static final List<String> FILE_VARIABLES =
      List.of("REGISTRY_AUTH_FILE", "HELM_REGISTRY_CONFIG", "REGCTL_CONFIG");

  private final Environment environment;
  private final Finder finder;
  private final Set<Path> realPaths = new HashSet<>();
  private LoginLocations locations; // null before other places than docker's were asked for

  /** Creates a search that reports what it finds. */
  public ConfigSearch(Environment environment, Finder finder) {
    this.environment = environment;
    this.finder = finder;
  }

  /** Is called for what is found, in the order it is found. */
  public interface Finder {
    /** Is called for a file that is there or would be. */
    void found(LoginFile file);

    /** Is called for a file that cannot even be looked for. */
    void missing(String name, StoreException problem);

    /** Is called for something the user should know: a stable id, and a line. */
    void noticed(String id, String text);
  }

  /**
   * Finds the files that are meant.
   *
   * @param configs paths of files or of their directories; none means docker's own
   * @param everywhere whether other tools' files are meant, too
   */
  public void find(List<String> configs, boolean everywhere) {
    for (String config : configs) {
      try {
        LoginFile file = ConfigLocations.named(config);
        noticeUnread(file.path().toAbsolutePath().getParent());
        found(file);
      } catch (StoreException e) {
        finder.missing(config, e);
      }
    }
    if (configs.isEmpty()) {
      findDockers();
    }
    if (everywhere) {
      LoginLocations locations = locations();
      for (Map.Entry<String, StoreException> problem : locations.problems().entrySet()) {
        finder.missing(problem.getKey(), problem.getValue());
      }
      for (String variable : FILE_VARIABLES) {
        noticeMissing(variable);
      }
      locations.toolFiles().forEach(this::found);
    }
  }

  /** Finds the files in which a helper keeps what it was given. */
  public void findHelpers(String helper) {
    locations().helperFiles(helper).forEach(this::found);
  }

  /** Finds the files in which any helper keeps what it was given. */
  public void findHelpers() {
    locations().helperFiles().forEach(this::found);
  }

  /** Finds the files of other tools that have not been found yet. */
  public void findOthers() {
    locations().toolFiles().forEach(this::found);
  }

  private LoginLocations locations() {
    if (locations == null) {
      locations = new LoginLocations(environment);
    }
    return locations;
  }

  private void findDockers() {
    try {
      LoginFile file = ConfigLocations.ofDocker(environment);
      Path directory = file.path().getParent();
      if (file.origin() == Origin.VARIABLE && isMissing(directory)) {
        finder.noticed(
            "docker-config-missing", "DOCKER_CONFIG names " + directory + ", which does not exist");
      }
      String caller = environment.get("SUDO_USER").orElse("root");
      if (file.origin() == Origin.DEFAULT && !caller.equals("root")) {
        finder.noticed(
            "sudo",
            "under sudo, worked on "
                + file.path()
                + "; what "
                + caller
                + " has elsewhere is not touched: run it without sudo for that");
      }
      noticeUnread(directory);
      found(file);
    } catch (StoreException e) {
      finder.missing("docker's config file", e);
    }
  }

  private void noticeMissing(String variable) {
    try {
      Path path = NamedPath.variable(environment, variable);
      if (path != null && isMissing(path)) {
        finder.noticed("location-missing", variable + " names " + path + ", which does not exist");
      }
    } catch (StoreException e) {
      // reported as missing already
    }
  }

  private void noticeUnread(Path directory) {
    Path unread = ConfigLocations.unreadBeside(directory);
    if (unread != null) {
      finder.noticed(
          "file-not-read",
          unread + " was not looked at; name it with --config if a program reads it");
    }
  }

  private static boolean isMissing(Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return false;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void found(LoginFile file) {
    if (realPaths.add(real(file.path()))) {
      finder.found(file);
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
