package dev.reglogout.config;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Finds docker's own file, and the files that are named on the command line. */
public final class ConfigLocations {
  private static final String FILE = "config.json";
  private static final String PODMANS = "auth.json";
  private static final String OLD = ".dockercfg";
  private static final String ADVICE = "name the file or its directory with --config";

  private ConfigLocations() {}

  /**
   * Returns docker's own file: in {@code $DOCKER_CONFIG}, else in {@code .docker} in the home.
   *
   * @throws StoreException if neither variable is set, or what they name cannot be docker's
   */
  public static LoginFile ofDocker(Environment environment) throws StoreException {
    Path named = NamedPath.variable(environment, "DOCKER_CONFIG");
    if (named != null) {
      if (isNoDirectory(named)) {
        throw new StoreException(
            "docker-config-not-directory",
            "DOCKER_CONFIG names a file, " + named + ", and docker wants its directory",
            "set it to the directory, or name the file with --config");
      }
      return docker(named.resolve(FILE), Origin.VARIABLE);
    }
    Path home = NamedPath.home(environment);
    if (home == null) {
      throw new StoreException(
          "no-home", "HOME is not set, so docker's file cannot be found", ADVICE);
    }
    return docker(home.resolve(".docker").resolve(FILE), Origin.DEFAULT);
  }

  private static LoginFile docker(Path path, Origin origin) {
    return new LoginFile(path, Tool.DOCKER, origin, DockerFormat.INSTANCE);
  }

  private static boolean isNoDirectory(Path path) {
    try {
      return !Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
    } catch (IOException e) {
      return false; // not there, or told when the file in it is read
    }
  }

  /**
   * Returns the file a {@code --config} option names: a file, or in a directory the first that is
   * there of {@code config.json}, {@code auth.json} and {@code .dockercfg}.
   *
   * @throws StoreException if the path does not exist or cannot be looked at
   */
  public static LoginFile named(String text) throws StoreException {
    Path path = NamedPath.of("--config", text);
    try {
      // a link that points nowhere is a file that is not there yet
      boolean isDirectory =
          Files.isSymbolicLink(path)
              ? Files.isDirectory(path)
              : Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
      return isDirectory ? inDirectory(path) : file(path);
    } catch (NoSuchFileException e) {
      throw new StoreException(
          "config-missing", "--config " + text + " does not exist", "check the path");
    } catch (IOException e) {
      throw FileCause.of(e).asException("--config " + text + " cannot be looked at");
    }
  }

  private static LoginFile inDirectory(Path directory) {
    for (String name : new String[] {FILE, PODMANS, OLD}) {
      if (mayBeThere(directory.resolve(name))) {
        return file(directory.resolve(name));
      }
    }
    return docker(directory.resolve(FILE), Origin.OPTION);
  }

  /**
   * Returns a file whose form is told by its name and its content; one that cannot be read is taken
   * for docker's, so that whoever reads it meets the same problem.
   */
  private static LoginFile file(Path path) {
    String name = String.valueOf(path.getFileName());
    if (name.equals(OLD)) {
      return new LoginFile(path, Tool.OLD_DOCKER, Origin.OPTION, DockercfgFormat.INSTANCE);
    }
    LoginFormat format = FormatByContent.of(path);
    Tool tool = FormatByContent.toolOf(format);
    boolean podmans = tool == Tool.DOCKER && name.equals(PODMANS);
    return new LoginFile(path, podmans ? Tool.PODMAN : tool, Origin.OPTION, format);
  }

  private static boolean mayBeThere(Path file) {
    try {
      Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Returns a file beside docker's that other programs read, and this one does not, or null. */
  static Path unreadBeside(Path directory) {
    Path file = directory.resolve(".dockerconfigjson");
    return mayBeThere(file) ? file : null;
  }
}
