package dev.reglogout.config;

/** The programs that keep logins in files. */
public enum Tool {
  /** docker, and what reads its file. */
  DOCKER("docker", true, true),
  /** podman, buildah, skopeo, whose keys may name a part of a registry. */
  PODMAN("podman", false, false),
  /** Helm. */
  HELM("helm", true, true);

  private final String word;
  private final boolean readsCredsStore;
  private final boolean hasPlatformDefault;

  Tool(String word, boolean readsCredsStore, boolean hasPlatformDefault) {
    this.word = word;
    this.readsCredsStore = readsCredsStore;
    this.hasPlatformDefault = hasPlatformDefault;
  }

  /** Returns its name as it is typed. */
  public String word() {
    return word;
  }

  /** Returns whether it asks the helper that {@code credsStore} names. */
  public boolean readsCredsStore() {
    return readsCredsStore;
  }

  /** Returns whether it turns to its platform's helper where its file holds nothing. */
  public boolean hasPlatformDefault() {
    return hasPlatformDefault;
  }
}
