package dev.reglogout.config;

import java.nio.file.Path;

/**
 * Where a config file is, or would be.
 *
 * @param path as found, links not followed
 * @param owner the program whose file it is
 * @param origin how it was found
 */
public record ConfigLocation(Path path, Owner owner, Origin origin) {

  /** The programs that keep such files. */
  public enum Owner {
    /** docker, and what reads its file. */
    DOCKER,
    /** podman, buildah, skopeo: a file named {@code auth.json}, with namespaced keys. */
    PODMAN,
    /** Helm. */
    HELM
  }

  /** How a file was found. */
  public enum Origin {
    /** By {@code --config}: the path itself must exist. */
    OPTION,
    /** By {@code DOCKER_CONFIG}. */
    VARIABLE,
    /** In the home directory. */
    DEFAULT,
    /** Where another tool keeps it. */
    TOOL
  }
}
