package dev.reglogout.docs;

import static dev.reglogout.docs.Scene.secretOf;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The scenes that the pages name: what is in the home and on the PATH before the first command. */
final class Scenes {
  private static final Map<String, UnaryOperator<Scene>> ALL = new TreeMap<>();

  static {
    add(
        "hero",
        scene ->
            scene
                .config(
                    "{\"auths\": {%s}, \"credsStore\": \"pass\",".formatted(inline("ghcr.io", "ci"))
                        + " \"credHelpers\": {\"quay.io\": \"secretservice\"}}")
                .pass("https://ghcr.io", "ci")
                .helper("secretservice", "yes-man")
                .entry("quay.io", "ann"));
    add("nothing", scene -> scene.config("{}"));
    add("inline", scene -> scene.config("{\"auths\": {%s}}".formatted(inline("ghcr.io", "ci"))));
    add(
        "pass",
        scene ->
            scene
                .config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}")
                .pass("ghcr.io", "ci")
                .pass("https://ghcr.io", "ci"));
    add(
        "file-and-pass",
        scene ->
            scene
                .config(
                    "{\"auths\": {%s}, \"credsStore\": \"pass\"}"
                        .formatted(inline("ghcr.io", "ci")))
                .pass("https://ghcr.io", "ci"));
    add(
        "missing-helper",
        scene ->
            scene.config(
                "{\"auths\": {%s}, \"credsStore\": \"desktop\"}"
                    .formatted(inline("ghcr.io", "ci"))));
    add(
        "says-yes",
        scene ->
            scene
                .config("{\"auths\": {}, \"credsStore\": \"secretservice\"}")
                .helper("secretservice", "yes-man")
                .entry("ghcr.io", "ci"));
    add(
        "cannot-list",
        scene ->
            scene
                .config("{\"credHelpers\": {\"r.example.com\": \"vault\"}}")
                .helper("vault", "cannot-list")
                .entry("r.example.com", "ci"));
    add(
        "spellings",
        scene ->
            scene.config(
                auths(
                    inline("https://r.example.com/v1/", "ci")
                        + ", "
                        + inline("r.example.com:443", "ci")
                        + ", "
                        + inline("R.example.com", "ci"))));
    add(
        "odd-file",
        scene ->
            scene.config(
                """
                {
                  "note": "mine",
                  "psFormat": 5,
                  "auths": {
                    "quay.io": {"auth": "not base64"},
                    %s
                  }
                }
                """
                    .formatted(inline("ghcr.io", "ci"))));
    add(
        "misspelt",
        scene ->
            scene.config(
                "{\"auths\": {%s}, \"credStore\": \"pass\"}".formatted(inline("ghcr.io", "ci"))));
    add(
        "several-faults",
        scene ->
            passWithItsPrograms(scene)
                .config(
                    "{\"auths\": {%s}, \"credsStore\": \"desktop\","
                            .formatted(inline("ghcr.io", "ci"))
                        + " \"credHelpers\": {\"quay.io\": \"pass\", \"https://r.example.com\": \"pass\"}}")
                .mode("rw-r--r--")
                .pass("quay.io", "ann"));
    add(
        "round-trip",
        scene ->
            passWithItsPrograms(scene)
                .config(
                    "{\"credsStore\": \"pass\", \"credHelpers\": {\"r.example.com\": \"vault\"}}")
                .pass("quay.io", "ann")
                .helper("vault", "deaf"));
    add("gcloud", scene -> scene.config("{\"credHelpers\": {\"gcr.io\": \"gcloud\"}}"));
    add(
        "malformed",
        scene -> scene.config("{\"auths\": {%s},}".formatted(inline("ghcr.io", "ci"))));
    add("many", scene -> registries(scene).pass("quay.io", "ann"));
    add(
        "inventory",
        scene ->
            registries(scene)
                .pass("https://ghcr.io", "ci")
                .pass("https://ghcr.io/login/oauth/authorize/x", "mcp")
                .pass("https://example.com/tool", "tool")
                .pass("plainword", "tool"));
    add(
        "podman",
        scene ->
            scene
                .config("{}")
                .variable("XDG_RUNTIME_DIR", "/run/user/1000")
                .file(".run/u/containers/auth.json", auths(inline("ghcr.io", "ci"))));
    add(
        "quay-team",
        scene ->
            scene
                .config("{}")
                .variable("XDG_RUNTIME_DIR", "/run/user/1000")
                .file(
                    ".run/u/containers/auth.json",
                    auths(inline("quay.io", "ann") + ", " + inline("quay.io/team", "bot"))));
    add("another-job", scene -> scene.config(auths(inline("ghcr.io", "ci-18"))));
    add(
        "hub",
        scene ->
            scene.config(
                auths(
                    inline("https://index.docker.io/v1/", "ann")
                        + ", "
                        + inline("https://index.docker.io/v1/access-token", "ann"))));
    add(
        "variable",
        scene -> scene.config("{}").variable("DOCKER_AUTH_CONFIG", auths(inline("ghcr.io", "ci"))));
    add(
        "two-jobs",
        scene ->
            scene.config(auths(inline("ghcr.io", "ci-17") + ", " + inline("quay.io", "ci-18"))));
    add("job", scene -> job(scene.config("{}")));
    add("job-without-helper", scene -> job(scene.config("{\"credsStore\": \"desktop\"}")));
    add("ansible", scene -> scene.config(auths(inline("ghcr.io", "ci"))));
    add("fleet", Scenes::fleet);
    add("audit", Scenes::audit);
    add("everybody", scene -> scene.config("{}"));
  }

  private Scenes() {}

  /** Builds the scene of a name. */
  static Scene named(String name) {
    UnaryOperator<Scene> scene = ALL.get(name);
    if (scene == null) {
      throw new AssertionError("no scene " + name + " in " + ALL.keySet());
    }
    return scene.apply(new Scene());
  }

  static boolean has(String name) {
    return ALL.containsKey(name);
  }

  private static void add(String name, UnaryOperator<Scene> scene) {
    ALL.put(name, scene);
  }

  /** Docker Hub and ghcr.io in the file, pass as the store, gcr.io behind gcloud's helper. */
  private static Scene registries(Scene scene) {
    return scene.config(
        "{\"auths\": {%s, %s}, \"credsStore\": \"pass\", \"credHelpers\": {\"gcr.io\": \"gcloud\"}}"
            .formatted(inline("https://index.docker.io/v1/", "ann"), inline("ghcr.io", "ci")));
  }

  /** The programs that docker-credential-pass calls, which doctor looks for on the PATH. */
  private static Scene passWithItsPrograms(Scene scene) {
    return scene.program("pass", "exec pass \"$@\"").program("gpg", "exec gpg \"$@\"");
  }

  /** A CI job: its variables, and in the place of docker what writes a login as docker does. */
  private static Scene job(Scene scene) {
    return scene
        .variable("TOKEN", "s3cret")
        .variable("REGISTRY_USER", "ci")
        .variable("CI_REGISTRY", "registry.example.com")
        .variable("CI_REGISTRY_USER", "gitlab-ci-token")
        .variable("CI_REGISTRY_PASSWORD", "s3cret")
        .program(
            "docker",
            """
            [ "$1" = login ] || exit 0
            user=$3
            registry=$5
            file=${DOCKER_CONFIG:-$HOME/.docker}/config.json
            auth=$(printf '%s:%s' "$user" "$(cat)" | base64)
            jq --arg registry "$registry" --arg auth "$auth" '.auths[$registry].auth = $auth' "$file" >"$file.new"
            mv "$file.new" "$file"
            echo "$file $user $registry" >>"$HOME/logins"
            """);
  }

  /** Three machines, one of them without its helper. */
  private static Scene fleet(Scene scene) {
    return ssh(scene)
        .file("hosts", "alpha\nbeta\ngamma\ndelta\n")
        .file("on/alpha/.docker/config.json", auths(inline("ghcr.io", "ci")))
        .file("on/beta/.docker/config.json", "{\"credsStore\": \"desktop\"}")
        .file("on/gamma/.docker/config.json", "{}");
  }

  /** Two machines with logins of several tools. */
  private static Scene audit(Scene scene) {
    return ssh(scene)
        .file("hosts", "alpha\nbeta\n")
        .file(
            "on/alpha/.docker/config.json",
            "{\"auths\": {%s}, \"credHelpers\": {\"quay.io\": \"pass\"}}"
                .formatted(inline("quay.io", "ann")))
        .file(
            "on/alpha/.ecr/cache.json",
            "{\"Registries\": {\"x\": {\"AuthorizationToken\": \"QVdTOnM=\","
                + " \"ExpiresAt\": \"2020-01-01T00:00:00Z\", \"ProxyEndpoint\":"
                + " \"https://123456789012.dkr.ecr.eu-west-1.amazonaws.com\"}}}")
        .file("on/beta/.config/containers/auth.json", auths(inline("quay.io/team", "bot")))
        .file(
            "on/beta/.regctl/config.json",
            "{\"hosts\": {\"r.example.com\": {\"user\": \"ci\", \"pass\": \"s3cret\"}}}")
        .mode("on/alpha/.docker/config.json", "rw-------")
        .mode("on/alpha/.ecr/cache.json", "rw-------")
        .mode("on/beta/.config/containers/auth.json", "rw-------")
        .mode("on/beta/.regctl/config.json", "rw-r--r--")
        .file(
            "audit.jq",
            """
            def when(test; words): if test then words else empty end;
            (input_filename | ltrimstr("stored/") | rtrimstr(".json")) as $host
            | .credentials[] | select(.plainText)
            | [ when(.openToOthers; "open to others (\\(.mode))"),
                when(.shadowed; "despite a helper"),
                when(.expires != null and .expires < (now | todate); "expired"),
                when((.modified | fromdate) < now - 90 * 86400; "older than 90 days") ] as $notes
            | [$host, .tool, .registry, .user // "-", ($notes | join(", "))] | @tsv
            """);
  }

  /** In the place of ssh what runs a shell, with a home for each machine. */
  private static Scene ssh(Scene scene) {
    return scene.script(
        "ssh",
        """
            shift
            host=$1
            shift
            if [ ! -d "$HOME/on/$host" ]; then
              echo "ssh: Could not resolve hostname $host: Name or service not known" >&2
              exit 255
            fi
            HOME=$HOME/on/$host exec sh -c "$*"
            """);
  }

  private static String inline(String key, String user) {
    return "\"%s\": %s".formatted(key, secretOf(user));
  }

  private static String auths(String entries) {
    return "{\"auths\": {" + entries + "}}";
  }
}
