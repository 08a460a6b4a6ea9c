package dev.reglogout.config;

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

  /** Returns the files that are there, in the order of {@link #places}. */
  public List<LoginFile> files() {
    return places().stream().filter(place -> isThere(place.path())).toList();
  }

  /**
   * Returns where files may be, in this order:
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
  List<LoginFile> places() {
    List<LoginFile> places = new ArrayList<>();
    add(path("REGISTRY_AUTH_FILE"), Tool.PODMAN, places);
    add(runtimeFile(), Tool.PODMAN, places);
    add(configHome().map(home -> home.resolve("containers/auth.json")), Tool.PODMAN, places);
    Optional<Path> helm = path("HELM_REGISTRY_CONFIG");
    add(
        helm.isPresent() ? helm : helmHome().map(home -> home.resolve("registry/config.json")),
        Tool.HELM,
        places);
    return places;
  }

  private static void add(Optional<Path> file, Tool owner, List<LoginFile> places) {
    file.ifPresent(
        path -> places.add(new LoginFile(path, owner, Origin.TOOL, DockerFormat.INSTANCE)));
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
    Optional<Path> base = path("XDG_CONFIG_HOME"); // on every platform
    if (base.isEmpty()) {
      base =
          switch (environment.os()) {
            case LINUX -> environment.home().map(home -> home.resolve(".config"));
            case MACOS -> environment.home().map(home -> home.resolve("Library/Preferences"));
            case WINDOWS -> path("APPDATA");
          };
    }
    return base.map(directory -> directory.resolve("helm"));
  }

  private Optional<Path> path(String variable) {
    try {
      return environment.get(variable).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty(); // no file can have this name
    }
  }
}
