package dev.reglogout.doctor;

import dev.reglogout.config.Binding;
import dev.reglogout.config.Tool;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks which helpers a config file names for which registries.
 *
 * <p>docker 28.2.2 and podman 4.3.1 look a registry up in {@code credHelpers} by its bare host,
 * sign for sign: no URL, no path, no wildcard. Docker Hub is {@code https://index.docker.io/v1/} to
 * docker, and {@code docker.io} to podman.
 */
final class HelperNameChecks {
  private static final String PODMANS_HUB = "docker.io";

  private final ReviewedFile file;
  private final List<Finding> findings = new ArrayList<>();

  HelperNameChecks(ReviewedFile file) {
    this.file = file;
  }

  List<Finding> check() {
    String credsStore = null;
    for (Binding binding : file.survey().bindings()) {
      if (binding.key() == null) {
        credsStore = binding.helper();
      } else if (binding.helper() != null) {
        checkKey(binding.key());
      }
    }
    if (credsStore != null && file.owner() == Tool.PODMAN) {
      findings.add(
          Finding.warning(
              "podman-ignores-credsstore",
              "podman does not read credsStore, so it never asks docker-credential-" + credsStore));
    }
    return findings;
  }

  private void checkKey(RegistryKey key) {
    String why = why(key);
    if (why != null) {
      findings.add(
          Finding.warning(
              "credhelpers-key-unused",
              "credHelpers[\"%s\"] fits no registry: %s".formatted(key.masked(), why),
              "write " + instead(key)));
    }
  }

  /** Returns why nobody finds a helper under a key, or null. */
  private String why(RegistryKey key) {
    String text = key.text();
    String reader = file.reader();
    if (isHub(key)) {
      return text.equals(hub()) ? null : reader + " looks Docker Hub up under " + hub();
    }
    if (text.contains("*")) {
      return "there are no wildcards";
    }
    if (text.isBlank()) {
      return "it is empty";
    }
    if (text.contains("://")) {
      return "it is a URL, and %s looks the bare host up".formatted(reader);
    }
    if (text.contains("/")) {
      return "it has a path, and %s looks the bare host up".formatted(reader);
    }
    if (!text.equals(text.toLowerCase(Locale.ROOT))) {
      return reader + " heeds case here, and hosts are written in small letters";
    }
    return null;
  }

  private String instead(RegistryKey key) {
    if (isHub(key)) {
      return hub();
    }
    boolean clear = !key.text().contains("*") && key.masked().equals(key.text());
    return key.identity()
        .filter(host -> clear)
        .orElse("a line of its own for each host, such as ghcr.io");
  }

  private static boolean isHub(RegistryKey key) {
    return key.belongsTo(Registry.dockerHub());
  }

  private String hub() {
    return file.owner() == Tool.PODMAN ? PODMANS_HUB : Registry.dockerHub().canonicalKey();
  }
}
