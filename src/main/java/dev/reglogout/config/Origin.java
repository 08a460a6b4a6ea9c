package dev.reglogout.config;

/** How a login file was found. */
public enum Origin {
  /** By {@code --config}: the path itself must exist. */
  OPTION,
  /** By {@code DOCKER_CONFIG}. */
  VARIABLE,
  /** In the home directory. */
  DEFAULT,
  /** Where another tool keeps it. */
  TOOL,
  /** Where a helper keeps what it fetched or was told. */
  HELPER
}
