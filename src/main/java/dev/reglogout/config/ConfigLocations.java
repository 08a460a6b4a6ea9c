package dev.reglogout.config;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Finds the config files to work on. */
public final class ConfigLocations {
  private static final String FILE = "config.json";

  private ConfigLocations() {}

  /**
   * Returns docker's own file: in {@code $DOCKER_CONFIG}, else in {@code .docker} in the home.
   *
   * @throws StoreException if neither variable is set
   */
  public static LoginFile ofDocker(Environment environment) throws StoreException {
    try {
      Optional<String> named = environment.get("DOCKER_CONFIG");
      if (named.isPresent()) {
        return new LoginFile(
            Path.of(named.get(), FILE), Tool.DOCKER, Origin.VARIABLE, DockerFormat.INSTANCE);
      }
      Path home =
          environment
              .home()
              .orElseThrow(
                  () ->
                      new StoreException(
                          "no-home", "HOME is not set, so docker's file cannot be found", ADVICE));
      return new LoginFile(
          home.resolve(".docker").resolve(FILE),
          Tool.DOCKER,
          Origin.DEFAULT,
          DockerFormat.INSTANCE);
    } catch (InvalidPathException e) {
      throw invalid(e);
    }
  }

  private static final String ADVICE = "name the file or its directory with --config";

  /**
   * Returns the file a {@code --config} option names: a file, or {@code config.json} in a
   * directory.
   *
   * @throws StoreException if the path does not exist or cannot be looked at
   */
  public static LoginFile named(String text) throws StoreException {
    try {
      Path path = Path.of(text);
      Path file = path;
      // a link that points nowhere is a file that is not there yet
      if (!Files.isSymbolicLink(path)
          && Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
        file = path.resolve(FILE);
      } else if (Files.isDirectory(path)) {
        file = path.resolve(FILE);
      }
      Tool owner =
          "auth.json".equals(String.valueOf(file.getFileName())) ? Tool.PODMAN : Tool.DOCKER;
      return new LoginFile(file, owner, Origin.OPTION, DockerFormat.INSTANCE);
    } catch (InvalidPathException e) {
      throw invalid(e);
    } catch (NoSuchFileException e) {
      throw new StoreException(
          "config-missing", "--config " + text + " does not exist", "check the path");
    } catch (IOException e) {
      throw FileCause.of(e).asException("--config " + text + " cannot be looked at");
    }
  }

  private static StoreException invalid(InvalidPathException e) {
    return new StoreException(
        "path-invalid",
        "the path '%s' cannot be used: %s".formatted(e.getInput(), e.getReason()),
        "set a UTF-8 locale such as LC_ALL=C.UTF-8, or check the path",
        e);
  }
}
