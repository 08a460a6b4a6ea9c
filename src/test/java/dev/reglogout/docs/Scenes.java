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

  private static String inline(String key, String user) {
    return "\"%s\": %s".formatted(key, secretOf(user));
  }

  private static String auths(String entries) {
    return "{\"auths\": {" + entries + "}}";
  }
}
