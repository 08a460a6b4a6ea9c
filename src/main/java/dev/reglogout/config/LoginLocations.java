package dev.reglogout.config;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where other tools than docker, and helpers, keep logins in files: one line for each place. */
public final class LoginLocations {
  private final Environment environment;
  private final List<LoginFile> all = new ArrayList<>();
  private final Map<String, StoreException> problems = new LinkedHashMap<>();
  private final Path home;
  private Path privateFile; // below a directory that podman makes, as root for root alone

  /** Finds them by the environment's variables; nothing is looked at yet. */
  public LoginLocations(Environment environment) {
    this.environment = environment;
    this.home = home();
    addTools();
    addHelpers();
  }

  private void addTools() {
    Path configs = orElse("XDG_CONFIG_HOME", in(home, ".config"));
    Path helm = orElse("HELM_CONFIG_HOME", in(helmBase(), "helm"));

    add(Tool.PODMAN, variable("REGISTRY_AUTH_FILE"));
    add(Tool.PODMAN, runtimeFile());
    add(Tool.PODMAN, in(configs, "containers/auth.json"));
    add(Tool.HELM, orElse("HELM_REGISTRY_CONFIG", in(helm, "registry/config.json")));
    add(Tool.OLD_DOCKER, in(home, ".dockercfg"), DockercfgFormat.INSTANCE);
    add(Tool.OLD_DOCKER, in(dockers(), ".dockercfg"), DockercfgFormat.INSTANCE);
    add(
        Tool.REGCTL,
        orElse("REGCTL_CONFIG", in(home, ".regctl/config.json")),
        RegctlFormat.INSTANCE);
    add(Tool.SNAP_DOCKER, in(home, "snap/docker/current/.docker/config.json"));
    add(Tool.FINCH, in(finch(), "config.json"));
    add(Tool.APPTAINER, in(apptainer(".apptainer"), "docker-config.json"));
    add(Tool.SINGULARITY, in(apptainer(".singularity"), "docker-config.json"));
    add(Tool.RANCHER_DESKTOP, in(dockers(), "plaintext-credentials.config.json"));
  }

  private void addHelpers() {
    Path gcloud =
        environment.os() == Os.WINDOWS
            ? in(variable("APPDATA"), "gcloud")
            : in(home, ".config/gcloud");

    addOfHelper(Tool.ECR_LOGIN, in(ecrDirectory(), "cache.json"), EcrCacheFormat.INSTANCE);
    addOfHelper(
        Tool.GCR,
        orElse("DOCKER_CREDENTIAL_GCR_STORE", in(gcloud, "docker_credentials.json")),
        GcrStoreFormat.INSTANCE);
  }

  private void addOfHelper(Tool tool, Path path, LoginFormat format) {
    add(tool, path, format, Origin.HELPER);
  }

  private void add(Tool tool, Path path) {
    add(tool, path, DockerFormat.INSTANCE);
  }

  private void add(Tool tool, Path path, LoginFormat format) {
    add(tool, path, format, Origin.TOOL);
  }

  private void add(Tool tool, Path path, LoginFormat format, Origin origin) {
    if (path != null) {
      all.add(new LoginFile(path, tool, origin, format));
    }
  }

  /** Returns where files of other tools may be, be they there or not. */
  List<LoginFile> tools() {
    return of(Origin.TOOL);
  }

  /**
   * Returns the files of other tools that are there, and those that count also where they are not:
   * of a tool that turns to its platform's helper then.
   */
  public List<LoginFile> toolFiles() {
    List<LoginFile> there = new ArrayList<>();
    for (LoginFile file : all) {
      boolean counts = file.tool().hasPlatformDefault() || isThere(file.path());
      if (file.origin() == Origin.TOOL && counts) {
        there.add(file);
      }
    }
    return there;
  }

  /**
   * Returns the files that are there in which a helper keeps what it was given.
   *
   * @param helper without {@code docker-credential-}; case and a program's ending do not count
   */
  public List<LoginFile> helperFiles(String helper) {
    List<LoginFile> there = new ArrayList<>();
    Tool tool = ofHelper(helper);
    for (LoginFile file : all) {
      if (file.tool() == tool && isThere(file.path())) {
        there.add(file);
      }
    }
    return there;
  }

  /** Returns the files that are there in which any helper keeps what it was given. */
  List<LoginFile> helperFiles() {
    List<LoginFile> there = new ArrayList<>();
    for (LoginFile file : of(Origin.HELPER)) {
      if (isThere(file.path())) {
        there.add(file);
      }
    }
    return there;
  }

  /** Returns the tool that a helper with a file of its own is, or null. */
  private static Tool ofHelper(String helper) {
    int dot = helper.lastIndexOf('.');
    String name = dot > 0 ? helper.substring(0, dot) : helper;
    if (name.equalsIgnoreCase("none")) {
      return Tool.RANCHER_DESKTOP;
    }
    if (name.equalsIgnoreCase("ecr-login")) {
      return Tool.ECR_LOGIN;
    }
    return name.equalsIgnoreCase("gcr") ? Tool.GCR : null;
  }

  /** Returns why places cannot even be looked for, by the variable that is to name them. */
  public Map<String, StoreException> problems() {
    return problems;
  }

  private List<LoginFile> of(Origin origin) {
    List<LoginFile> files = new ArrayList<>();
    for (LoginFile file : all) {
      if (file.origin() == origin) {
        files.add(file);
      }
    }
    return files;
  }

  private boolean isThere(Path file) {
    try {
      Files.readAttributes(file, "size", LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (IOException e) {
      return mayBeThere(e, file.equals(privateFile));
    }
  }

  /**
   * Returns whether a file may be there although it could not be looked at: not if its tool, which
   * runs as the same user, cannot see it either.
   *
   * @param isPrivate whether the directories above it were made by the tool itself; those that root
   *     made are closed to others, who have no login in them then
   */
  static boolean mayBeThere(IOException e, boolean isPrivate) {
    return !(e instanceof NoSuchFileException)
        && !(isPrivate && e instanceof AccessDeniedException);
  }

  /** As podman: below {@code /run} for this user's real number, where no other place is named. */
  private Path runtimeFile() {
    Path directory = variable("XDG_RUNTIME_DIR");
    boolean named = environment.get("XDG_RUNTIME_DIR").isPresent();
    if (!named && environment.os() == Os.LINUX && environment.userId().isPresent()) {
      privateFile = Path.of("/run/containers", environment.userId().get(), "auth.json");
      return privateFile;
    }
    return in(directory, "containers/auth.json");
  }

  private Path helmBase() {
    return orElse(
        "XDG_CONFIG_HOME", // on every platform
        switch (environment.os()) {
          case LINUX -> in(home, ".config");
          case MACOS -> in(home, "Library/Preferences");
          case WINDOWS -> variable("APPDATA");
        });
  }

  /** As ecr-login, which reads a leading {@code ~} as the home. */
  private Path ecrDirectory() {
    Path named = orElse("AWS_ECR_CACHE_DIR", in(home, ".ecr"));
    boolean inHome = named != null && home != null && named.startsWith("~");
    return inHome ? home.resolve(Path.of("~").relativize(named)) : named;
  }

  private Path apptainer(String directory) {
    return directory.equals(".apptainer")
        ? orElse("APPTAINER_CONFIGDIR", in(home, directory))
        : orElse("SINGULARITY_CONFIGDIR", in(home, directory));
  }

  private Path finch() {
    return environment.os() == Os.WINDOWS
        ? in(variable("LOCALAPPDATA"), ".finch")
        : in(home, ".finch");
  }

  private Path dockers() {
    return orElse("DOCKER_CONFIG", in(home, ".docker"));
  }

  private Path home() {
    try {
      return NamedPath.home(environment);
    } catch (StoreException e) {
      problems.put("the home directory", e);
      return null;
    }
  }

  private static Path in(Path directory, String file) {
    return directory == null ? null : directory.resolve(file);
  }

  private Path orElse(String variable, Path otherwise) {
    return environment.get(variable).isPresent() ? variable(variable) : otherwise;
  }

  private Path variable(String name) {
    try {
      return NamedPath.variable(environment, name);
    } catch (StoreException e) {
      problems.put(name, e);
      return null;
    }
  }
}
