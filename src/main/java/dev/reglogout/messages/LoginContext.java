package dev.reglogout.messages;

import dev.reglogout.messages.KnownMessage.Context;
import dev.reglogout.messages.MessagePattern.Place;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a text speaks of registry logins: other programs say many of the same words, and mean
 * something else.
 */
final class LoginContext {
  /** How many characters that are no white space may stand between. */
  private static final int NEAR = 600;

  private static final String ANY_CLIENT =
      "(docker|podman|nerdctl|buildah|skopeo|finch|crane|oras|regctl|helm registry)";

  private static final MessagePattern LOGIN =
      new MessagePattern(
          "regex:(docker-credential-|credsstore|credhelpers|reglogout|\\.dockerconfigjson|dockercfg"
              + "|docker_auth_config|registry_auth_file|login credentials for"
              + "|(error|err|failure|failed|problem) ?:? (getting|storing|saving|erasing|listing)"
              + " credentials|could not erase credentials|credentials store (error|docker|is)"
              + "|error (loading|reading) config file|login did not succeed"
              + "|"
              + ANY_CLIENT
              + "(\\.exe)? (auth )?log(in|out)\\b|logging (in|out) (to|of)"
              + " (docker|registry|[a-z0-9.-]{1,60}\\.(io|dev)\\b)"
              + "|\\.docker[/\\\\]{1,2}config\\.json|/containers/([0-9]{1,6}/)?auth\\.json"
              + "|auth\\.json\\b.{0,60}credential"
              + "|(docker|registr(y|ies)|podman).{0,40}(credential|auth"
              + " config|config\\.json|config file)|docker config\\b"
              + "|(credential|auth config|config\\.json).{0,40}(docker|registry|podman|helm\\b)"
              + "|docker credentials|password-store/docker|native keychain|credentials (server"
              + " url|username)"
              + "|pass not initialized|pass store is uninitialized|invalid auth configuration file"
              + "|[/\\\\~]\\.docker\\b|\"(auths|serverurl)\"|dev-containers-|com\\.docker\\."
              + "|gcloud\\.auth\\.docker-helper|with --password-stdin|failed to delete the"
              + " credential for)");

  private static final MessagePattern REGISTRY =
      new MessagePattern(
          "regex:("
              + ANY_CLIENT
              + "(-compose)?(\\.exe)? (compose |image |buildx |manifest"
              + " )?(pull|push|build|bake|run|up|login|copy|inspect|create)\\b"
              + "|error response from"
              + " daemon|/v2/|docker\\.io|ghcr\\.io|quay\\.io|gcr\\.io|pkg\\.dev"
              + "|azurecr\\.|dkr\\.ecr|public\\.ecr|mcr\\.microsoft|index\\.docker|hub\\.docker"
              + "|registry[.-][a-z0-9]|registry:[0-9]{2,5}|localhost:5000|[a-z0-9]\\.registry\\."
              + "|\\bregistr(y|ies)\\b|failed to (pull|push)|(err)?imagepull|image"
              + " pull|pull(ing)? image"
              + "|push(ing)? image|pushing manifest|initializing source|failed to (authorize|solve)"
              + "|fetch oauth token|buildkit|buildx|kaniko|\\bjib\\b|skaffold"
              + "|docker-java|dockerjava|oci://|docker_command_error"
              + "|getauthorizationtoken|permission_denied: |docs\\.docker\\.com|to access"
              + " repository)");

  /** The helpers whose name may be shown, because it is known anyway. */
  private static final MessagePattern HELPER =
      new MessagePattern("regex:docker-credential-[a-z0-9][a-z0-9-]{0,40}");

  private static final List<String> NAMES =
      List.of(
          "pass",
          "secretservice",
          "osxkeychain",
          "wincred",
          "desktop",
          "ecr-login",
          "gcloud",
          "gcr",
          "acr-env",
          "acr-login",
          "file",
          "none",
          "env",
          "magic",
          "finch",
          "rancher-desktop",
          "keyctl");

  private final String helper;
  private final BitSet login;
  private final BitSet registry;
  private final Map<String, BitSet> helpers = new HashMap<>();

  /**
   * Looks a text through.
   *
   * @param helper which helper said it, or null if that is not known
   */
  LoginContext(PastedText text, String helper) {
    this.helper = helper;
    this.login = around(LOGIN.placesIn(text));
    this.registry = around(REGISTRY.placesIn(text));
    registry.or(login);
    for (String name : NAMES) {
      if (text.squeezed().contains("docker-credential-" + name)) {
        helpers.put(name, namedIn(text, name));
      }
    }
  }

  /** Takes what only docker, podman or a helper says for context, too. */
  void addCertain(List<Place> places) {
    login.or(around(places));
    registry.or(login);
  }

  private static BitSet namedIn(PastedText text, String name) {
    return around(
        HELPER.placesIn(text).stream()
            .filter(
                place -> {
                  String program = text.squeezed().substring(place.from(), place.to());
                  return program.equals("docker-credential-" + name);
                })
            .toList());
  }

  private static BitSet around(List<Place> places) {
    BitSet near = new BitSet();
    for (Place place : places) {
      near.set(Math.max(0, place.from() - NEAR), place.to() + NEAR);
    }
    return near;
  }

  boolean isNear(List<Place> places, Context context) {
    if (context == Context.NONE || helper != null) {
      return true;
    }
    BitSet wanted = context == Context.LOGIN ? login : registry;
    for (Place place : places) {
      if (wanted.get(place.from())) {
        return true;
      }
    }
    return false;
  }

  /** Returns what is known of the helper that a message is about. */
  Map<String, String> factsOf(List<Place> places) {
    if (helper != null) {
      return HelperFacts.of(helper);
    }
    String only = null;
    for (Map.Entry<String, BitSet> named : helpers.entrySet()) {
      if (places.stream().anyMatch(place -> named.getValue().get(place.from()))) {
        if (only != null) {
          return Map.of(); // it may be about either
        }
        only = named.getKey();
      }
    }
    return only == null ? Map.of() : HelperFacts.of(only.toLowerCase(Locale.ROOT));
  }
}
