package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells the form of a file by what stands at the top of its document. */
final class FormatByContent {
  private FormatByContent() {}

  /** Returns the form of a file; docker's for one that cannot be read, and where nothing tells. */
  static LoginFormat of(Path path) {
    try {
      Optional<byte[]> json = ConfigFile.read(path, FileStep.Listener.NONE);
      return json.isEmpty() ? DockerFormat.INSTANCE : of(path, json.get());
    } catch (StoreException e) {
      return DockerFormat.INSTANCE;
    }
  }

  static LoginFormat of(Path path, byte[] json) throws StoreException {
    JsonObjectSpan object = JsonSyntax.object(path, json);
    if (object == null) {
      return DockerFormat.INSTANCE;
    }
    boolean logins = false;
    for (Member member : object.members()) {
      boolean isObject = json[member.valueStart()] == '{';
      String name = member.name();
      if (name.equalsIgnoreCase("auths")
          || name.equalsIgnoreCase("credHelpers")
          || name.equalsIgnoreCase("credsStore")) {
        return DockerFormat.INSTANCE;
      }
      if (isObject && name.equalsIgnoreCase("hosts")) {
        return RegctlFormat.INSTANCE;
      }
      if (isObject && name.equals("Registries")) {
        return EcrCacheFormat.INSTANCE;
      }
      if (isObject && (name.equals(GcrStoreFormat.SIGN_IN) || name.equals("otherCreds"))) {
        return GcrStoreFormat.INSTANCE;
      }
      logins |= isObject && RegistryKey.of(name).looksLikeHost();
    }
    return logins ? DockercfgFormat.INSTANCE : DockerFormat.INSTANCE;
  }

  /** Returns the tool whose files have a form. */
  static Tool toolOf(LoginFormat format) {
    if (format == RegctlFormat.INSTANCE) {
      return Tool.REGCTL;
    }
    if (format == EcrCacheFormat.INSTANCE) {
      return Tool.ECR_LOGIN;
    }
    if (format == GcrStoreFormat.INSTANCE) {
      return Tool.GCR;
    }
    return format == DockercfgFormat.INSTANCE ? Tool.OLD_DOCKER : Tool.DOCKER;
  }
}
