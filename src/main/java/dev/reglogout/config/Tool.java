package dev.reglogout.config;

/** The programs that keep logins in files. */
public enum Tool {
  /** docker, and what reads its file. */
  DOCKER("docker", true, true),
  /** podman, buildah, skopeo, whose keys may name a part of a registry. */
  PODMAN("podman", false, false),
  /** Helm. */
  HELM("helm", true, true),
  /** docker before 2015, whose file podman and others still read. */
  OLD_DOCKER("dockercfg", false, false),
  /** docker as a snap, which cannot see the file of any other. */
  SNAP_DOCKER("snap docker", true, false),
  /** finch, whose nerdctl reads another file than docker's. */
  FINCH("finch", true, false),
  /** regctl of regclient. */
  REGCTL("regctl", false, false),
  /** apptainer. */
  APPTAINER("apptainer", false, false),
  /** singularity. */
  SINGULARITY("singularity", false, false),
  /** The helper {@code none} of Rancher Desktop. */
  RANCHER_DESKTOP("rancher desktop", false, false),
  /** Amazon's helper, which keeps the tokens it was given. */
  ECR_LOGIN("ecr-login", false, false),
  /** Google's stand-alone helper, which keeps its sign-in. */
  GCR("gcr", false, false);

  private final String word;
  private final boolean readsCredsStore;
  private final boolean hasPlatformDefault;

  Tool(String word, boolean readsCredsStore, boolean hasPlatformDefault) {
    this.word = word;
    this.readsCredsStore = readsCredsStore;
    this.hasPlatformDefault = hasPlatformDefault;
  }

  /** Returns its name, to be shown. */
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
