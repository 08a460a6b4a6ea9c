package dev.reglogout.docs;

import dev.reglogout.cli.Machine;
import java.util.List;
import java.util.function.Consumer;

/** Machines, and what the program is asked on them, so that every kind of document is printed. */
final class RealDocuments {
  private static final String SECRET = "{\"auth\": \"Y2k6czNjcmV0\"}";
  private static final String HUB = "https://index.docker.io/v1/";

  /**
   * A machine and a run of the program on it.
   *
   * @param schema the name of the schema for what it prints
   * @param what tells in a few words
   * @param arguments with {@code --json} among them
   */
  record Run(String schema, String what, Consumer<Machine> machine, String... arguments) {
    @Override
    public String toString() {
      return schema + ": " + what;
    }
  }

  private RealDocuments() {}

  static List<Run> runs() {
    return List.of(
        logout("an inline secret", m -> m.config(auths("ghcr.io")), "ghcr.io"),
        logout("nothing is stored", m -> m.config("{}"), "ghcr.io", "quay.io"),
        logout("Docker Hub, as no SERVER was given", m -> m.config(auths(HUB))),
        logout("an entry behind a helper", RealDocuments::keeper, "https://ghcr.io/v2/"),
        logout("a plan", RealDocuments::keeper, "-n", "ghcr.io"),
        logout("a plan that would fail", m -> m.config(store("nowhere")), "-n", "ghcr.io"),
        logout("a helper that is missing", m -> m.config(store("nowhere")), "ghcr.io"),
        logout("a helper's name that is none", m -> m.config(store("a/b")), "ghcr.io"),
        logout("a helper that refuses", m -> fixture(m, "refuses"), "ghcr.io"),
        logout("a helper that lies", m -> keeps(m, "yes-man"), "ghcr.io"),
        logout("a helper that cannot list", m -> keeps(m, "cannot-list"), "ghcr.io"),
        logout("a helper whose list is no JSON", m -> fixture(m, "lists-garbage"), "ghcr.io"),
        logout("a keyring that is locked", m -> fixture(m, "lists-locked"), "ghcr.io"),
        logout("a helper that acts on terminals", m -> fixture(m, "control-characters"), "ghcr.io"),
        logout("a helper that hangs", m -> fixture(m, "hangs"), "--timeout", "0.3", "ghcr.io"),
        logout("a helper that stores nothing", m -> m.config(store("gcloud")), "gcr.io"),
        logout("access that may survive", m -> m.config(store("gcloud")), "--strict", "gcr.io"),
        logout("a file that is no JSON", m -> m.config(auths("ghcr.io") + ","), "ghcr.io"),
        logout("another user's login", m -> m.config(auths("ghcr.io")), "--only-user=x", "ghcr.io"),
        logout("a password in a key", m -> m.config(auths("https://u:p@ghcr.io")), "ghcr.io"),
        logout(
            "a placeholder that is the only trace",
            m -> {
              m.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"x\"}");
              m.helper("x", "refuses");
            },
            "ghcr.io"),
        logout(
            "a second store that cannot be asked",
            m -> {
              m.config("{\"credHelpers\": {\"ghcr.io\": \"x\"}, \"credsStore\": \"nowhere\"}");
              m.helper("x", "lists-null");
            },
            "ghcr.io"),
        logout(
            "another path of the host",
            m -> m.config(store("x")).keeper("x", "https://ghcr.io/team"),
            "ghcr.io"),
        logout(
            "another port of the host",
            m -> m.config(store("wincred")).keeper("wincred", "ghcr.io", "ghcr.io:5000"),
            "ghcr.io"),
        logout("a path that docker ignores", m -> m.config(auths("ghcr.io")), "ghcr.io/team"),
        logout("a helper that takes its neighbours along", RealDocuments::careless, "ghcr.io"),
        logout(
            "a sign-in that cannot be revoked",
            m -> {
              m.config("{\"auths\": {}, \"credsStore\": \"x\"}").helper("x", "keeper");
              m.entry(HUB + "refresh-token", "ann", "token..client");
            }),
        logout("podman's file beside docker's", m -> podman(m, "ghcr.io"), "ghcr.io"),
        logout("a namespace", m -> podman(m, "quay.io"), "--everywhere", "quay.io/team"),
        logout("everywhere", m -> podman(m, "ghcr.io"), "--everywhere", "ghcr.io"),
        logout(
            "the variable",
            m -> m.config("{}").variable("DOCKER_AUTH_CONFIG", auths("ghcr.io")),
            "ghcr.io"),
        logout(
            "a variable that docker cannot use",
            m -> m.config("{}").variable("DOCKER_AUTH_CONFIG", "no JSON"),
            "ghcr.io"),
        logout(
            "a directory that is not there",
            m -> m.variable("DOCKER_CONFIG", m.home().resolve("gone").toString()),
            "ghcr.io"),
        logout(
            "a file of another name beside docker's",
            m -> m.config("{}").write(m.configDirectory().resolve(".dockerconfigjson"), "{}"),
            "ghcr.io"),
        logout(
            "a place of podman's that is not there",
            m -> m.config("{}").variable("REGISTRY_AUTH_FILE", "/nonexistent"),
            "--everywhere",
            "ghcr.io"),
        logout("a login at the top", m -> m.config("{\"ghcr.io\": " + SECRET + "}"), "ghcr.io"),
        logout("sudo", m -> m.config("{}").variable("SUDO_USER", "ann"), "ghcr.io"),
        logout("a --config that is not there", m -> {}, "--config", "/nonexistent", "ghcr.io"),
        logout("all", RealDocuments::others, "--all"),
        logout("all, planned", RealDocuments::others, "--all", "--dry-run"),
        logout("all, with a helper that stores nothing", m -> m.config(store("gcloud")), "--all"),
        logout("all, and a login meanwhile", RealDocuments::latecomer, "--all"),
        logout("all, unsearched", m -> m.config(store("nowhere")), "--all"),
        logout("all, keys without a host", m -> m.config(auths("")), "--all"),
        list("nothing", m -> m.config("{}")),
        list("nothing for a SERVER", m -> m.config("{}"), "ghcr.io"),
        list("secrets and placeholders", m -> m.config(auths("ghcr.io")), "ghcr.io"),
        list("a store that cannot be asked", m -> m.config(store("nowhere"))),
        list("a file that is no JSON", m -> m.config("{,}")),
        list("a directory that is not there", m -> m.variable("DOCKER_CONFIG", "/nonexistent")),
        list("sudo", m -> m.config("{}").variable("SUDO_USER", "ann")),
        list("an empty key", m -> m.config(auths(""))),
        list("what other programs keep", RealDocuments::others),
        list(
            "every kind",
            m -> {
              m.config(
                  "{\"auths\": {\"a.io\": %s, \"b.io\": {\"identitytoken\": \"t\"}, \"c.io\": {}},"
                          .formatted(SECRET)
                      + " \"credHelpers\": {\"gcr.io\": \"gcloud\"}, \"credsStore\": \"x\"}");
              m.helper("x", "keeper").entry("d.io", "ci", "s3cret").entry("e.io", "<token>", "t");
              m.variable("DOCKER_AUTH_CONFIG", auths("f.io"));
            }),
        list("what helpers and other tools keep in files", RealDocuments::files, "--everywhere"),
        list("what other tools' files hold beside", m -> podman(m, "ghcr.io")),
        list("a login outside of auths", m -> m.config("{\"ghcr.io\": %s}".formatted(SECRET))),
        doctor("nothing is configured", m -> {}),
        doctor("helpers of every nature", RealDocuments::helpers),
        doctor("a round trip", m -> m.config(store("x")).keeper("x"), "--round-trip"),
        doctor("a file that is no JSON", m -> m.config("{,}")),
        doctor("a --config that is not there", m -> {}, "--config", "/nonexistent"),
        doctor(
            "the variable", m -> m.config("{}").variable("DOCKER_AUTH_CONFIG", auths("ghcr.io"))),
        explain("a message", "exec: \"docker-credential-x\": executable file not found in $PATH"),
        explain("a text that others say, too", "not implemented"),
        explain("a text in which nothing is known", "all is well"),
        explain("every message", "--list"),
        new Run(
            "explain",
            "a text that is too long",
            m -> m.typed("no such host ".repeat(100_000)),
            "explain",
            "--json"),
        wrong("explain without a text", "explain", "--json"),
        wrong("an empty SERVER", "--json", ""),
        wrong("an unknown option", "--json", "--nonsense"),
        wrong("a password in a SERVER", "--json", "https://u:p@ghcr.io"),
        wrong("a command among the SERVERs", "--json", "ghcr.io", "list"),
        wrong("list's own", "list", "--json", "--nonsense"),
        wrong("doctor's own", "doctor", "--json", "ghcr.io"));
  }

  private static Run logout(String what, Consumer<Machine> machine, String... arguments) {
    return new Run("logout", what, machine, json(arguments));
  }

  private static Run list(String what, Consumer<Machine> machine, String... arguments) {
    return new Run("list", what, machine, behind("list", arguments));
  }

  private static Run doctor(String what, Consumer<Machine> machine, String... arguments) {
    return new Run("doctor", what, machine, behind("doctor", arguments));
  }

  private static String[] behind(String command, String... arguments) {
    String[] json = json(arguments);
    String[] all = new String[json.length + 1];
    all[0] = command;
    System.arraycopy(json, 0, all, 1, json.length);
    return all;
  }

  private static void helpers(Machine machine) {
    machine.config(
        "{\"credsStore\": \"desktop\", \"credHelpers\": {\"a.io\": \"pass\", \"gcr.io\":"
            + " \"gcloud\", \"b.io\": \"x\"}}");
    machine.helper("pass", "lists-null").helper("x", "lists-null");
  }

  private static Run explain(String what, String argument) {
    return new Run("explain", what, m -> {}, "explain", "--json", argument);
  }

  private static Run wrong(String what, String... arguments) {
    return new Run("usage-error", what, m -> m.config(auths("ghcr.io")), arguments);
  }

  private static String[] json(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "--json";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  private static String auths(String key) {
    return "{\"auths\": {\"%s\": %s}}".formatted(key, SECRET);
  }

  private static String store(String name) {
    return "{\"credsStore\": \"%s\"}".formatted(name);
  }

  private static void fixture(Machine machine, String fixture) {
    machine.config(store("x")).helper("x", fixture);
  }

  private static void keeps(Machine machine, String fixture) {
    fixture(machine, fixture);
    machine.entry("ghcr.io", "ci", "s3cret");
  }

  private static void keeper(Machine machine) {
    machine
        .config("{\"auths\": {\"ghcr.io\": %s}, \"credsStore\": \"x\"}".formatted(SECRET))
        .helper("x", "keeper")
        .entry("https://ghcr.io", "ci", "s3cret");
  }

  private static void files(Machine machine) {
    machine.config("{\"credHelpers\": {\"gcr.io\": \"gcr\"}}");
    machine.write(
        machine.home().resolve(".ecr/cache.json"),
        "{\"Registries\": {\"x\": {\"AuthorizationToken\": \"QVdTOnM=\","
            + " \"ExpiresAt\": \"2020-01-01T13:00:00.5+01:00\","
            + " \"ProxyEndpoint\": \"https://1.dkr.ecr.eu-west-1.amazonaws.com\"}}}");
    machine.write(
        machine.home().resolve(".config/gcloud/docker_credentials.json"),
        "{\"gcrCreds\": {\"refresh_token\": \"s3cret\"}}");
    machine.write(
        machine.home().resolve(".regctl/config.json"),
        "{\"hosts\": {\"r.io\": {\"user\": \"ci\", \"pass\": \"s3cret\"}}}");
    machine.write(machine.home().resolve(".dockercfg"), "{\"q.io\": %s}".formatted(SECRET));
    for (String file :
        List.of(
            ".config/containers/auth.json",
            ".config/helm/registry/config.json",
            ".finch/config.json",
            ".apptainer/docker-config.json",
            ".singularity/docker-config.json",
            "snap/docker/current/.docker/config.json",
            ".docker/plaintext-credentials.config.json",
            ".docker/.dockerconfigjson")) {
      machine.write(machine.home().resolve(file), auths("r.io"));
    }
    machine.variable("REGISTRY_AUTH_FILE", machine.home().resolve("gone.json").toString());
  }

  private static void others(Machine machine) {
    machine
        .config(
            "{\"auths\": {\"a.io\": %s}, \"credHelpers\": {\"gcr.io\": \"gcloud\"},"
                    .formatted(SECRET)
                + " \"credsStore\": \"x\"}")
        .helper("x", "lists-others")
        .entry("https://d.io", "ci", "s3cret");
  }

  /** A helper whose erase empties its store. */
  private static void careless(Machine machine) {
    machine
        .config(store("x"))
        .script(
            "x",
            "case $1 in erase) : > \"$HOME/gone\" ;; list) if [ -e \"$HOME/gone\" ]; then echo"
                + " '{}'; else echo '{\"ghcr.io\": \"ci\", \"quay.io\": \"ci\"}'; fi ;; esac");
  }

  /** A helper during whose erase another program logs in. */
  private static void latecomer(Machine machine) {
    machine.config("{\"auths\": {\"a.io\": %s}, \"credsStore\": \"z\"}".formatted(SECRET));
    machine.script(
        "z",
        "case $1 in erase) printf '%s' '{\"auths\": {\"late.io\": "
            + SECRET
            + "}, \"credsStore\": \"z\"}' > \"$HOME/.docker/config.json\" ;;"
            + " list) [ -e \"$HOME/gone\" ] && echo '{}' || echo '{\"ghcr.io\": \"ci\"}';"
            + " : > \"$HOME/gone\" ;; esac");
  }

  private static void podman(Machine machine, String registry) {
    machine
        .config("{}")
        .write(
            machine.home().resolve(".config/containers/auth.json"),
            "{\"auths\": {\"%s\": %s, \"quay.io/team\": %s}}".formatted(registry, SECRET, SECRET));
  }
}
