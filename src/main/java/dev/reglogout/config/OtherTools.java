package dev.reglogout.config;

import dev.reglogout.config.ConfigLocation.Origin;
import dev.reglogout.config.ConfigLocation.Owner;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the files podman and Helm keep their logins in. */
public final class OtherTools {
  private final Environment environment;

  /** Creates a search by the environment's variables. */
  public OtherTools(Environment environment) {
    this.environment = environment;
  }

  /**
   * Returns the files that are there, in this order:
   *
   * <ol>
   *   <li>podman's {@code $REGISTRY_AUTH_FILE}
   *   <li>podman's {@code containers/auth.json} in {@code $XDG_RUNTIME_DIR}, or where that is not
   *       set in {@code /run} for this user
   *   <li>podman's {@code containers/auth.json} in {@code $XDG_CONFIG_HOME}, by default {@code
   *       ~/.config}
   *   <li>Helm's {@code $HELM_REGISTRY_CONFIG}, else {@code registry/config.json} in {@code
   *       $HELM_CONFIG_HOME} or in the directory the platform has for it
   * </ol>
   */
  public List<ConfigLocation> files() {
    List<ConfigLocation> files = new ArrayList<>();
    add(path("REGISTRY_AUTH_FILE"), Owner.PODMAN, files);
    add(runtimeFile(), Owner.PODMAN, files);
    add(configHome().map(home -> home.resolve("containers/auth.json")), Owner.PODMAN, files);
    Optional<Path> helm = path("HELM_REGISTRY_CONFIG");
    add(
        helm.isPresent() ? helm : helmHome().map(home -> home.resolve("registry/config.json")),
        Owner.HELM,
        files);
    return files;
  }

  private static void add(Optional<Path> file, Owner owner, List<ConfigLocation> files) {
    if (file.isPresent() && isThere(file.get())) {
      files.add(new ConfigLocation(file.get(), owner, Origin.TOOL));
    }
  }

  /** A file that cannot be looked at may be there. */
  private static boolean isThere(Path file) {
    try {
      Files.readAttributes(file, "size", LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return !Files.notExists(file);
    }
  }

  private Optional<Path> runtimeFile() {
    Optional<Path> directory = path("XDG_RUNTIME_DIR");
    if (directory.isEmpty() && environment.os() == Os.LINUX) {
      directory =
          environment.userId().map(user -> Path.of("/run/containers", String.valueOf(user)));
      return directory.map(own -> own.resolve("auth.json"));
    }
    return directory.map(own -> own.resolve("containers/auth.json"));
  }

  private Optional<Path> configHome() {
    Optional<Path> named = path("XDG_CONFIG_HOME");
    return named.isPresent() ? named : environment.home().map(home -> home.resolve(".config"));
  }

  private Optional<Path> helmHome() {
    Optional<Path> named = path("HELM_CONFIG_HOME");
    if (named.isPresent()) {
      return named;
    }
    return switch (environment.os()) {
      case LINUX -> configHome().map(home -> home.resolve("helm"));
      case MACOS -> environment.home().map(home -> home.resolve("Library/Preferences/helm"));
      case WINDOWS -> path("APPDATA").map(data -> data.resolve("helm"));
    };
  }

  private Optional<Path> path(String variable) {
    try {
      return environment.get(variable).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty(); // no file can have this name
    }
  }
}
