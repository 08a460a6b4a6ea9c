package dev.reglogout.logout;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.reglogout.config.ConfigDocument;
import dev.reglogout.config.InlineCredential;
import dev.reglogout.internal.StrictJson;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The logins in {@code DOCKER_AUTH_CONFIG}, which docker prefers to all stores. */
final class EnvironmentLogin {
  static final String VARIABLE = "DOCKER_AUTH_CONFIG";

  private EnvironmentLogin() {}

  /** Returns a warning for each registry the variable holds a login of. */
  static List<Warning> warnings(Environment environment, List<Registry> registries) {
    Optional<String> value = environment.get(VARIABLE);
    if (value.isEmpty()) {
      return List.of();
    }
    List<RegistryKey> keys = new ArrayList<>();
    try {
      readKeys(StrictJson.reader(new StringReader(value.get())), keys);
    } catch (IOException | IllegalStateException e) {
      // docker does not understand it either, so nobody is logged in by it; what was read counts
    }
    return registries.stream()
        .filter(registry -> keys.stream().anyMatch(key -> key.belongsTo(registry)))
        .map(
            registry ->
                new Warning(
                    "docker-auth-config",
                    "%s is still logged in by the variable %s: unset it"
                        .formatted(registry.displayName(), VARIABLE),
                    true))
        .toList();
  }

  /**
   * Returns what the variable holds; never a secret.
   *
   * @throws StoreException if docker does not understand it either
   */
  static List<InlineCredential> credentials(Environment environment) throws StoreException {
    Optional<String> value = environment.get(VARIABLE);
    if (value.isEmpty()) {
      return List.of();
    }
    try {
      return ConfigDocument.ofVariable(VARIABLE, value.get()).credentials();
    } catch (StoreException e) {
      throw new StoreException(e.reason(), e.getMessage(), "correct or unset the variable", e);
    }
  }

  private static void readKeys(JsonReader reader, List<RegistryKey> keys) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      boolean auths = reader.nextName().equalsIgnoreCase("auths");
      if (auths && reader.peek() == JsonToken.BEGIN_OBJECT) {
        reader.beginObject();
        while (reader.hasNext()) {
          keys.add(RegistryKey.of(reader.nextName()));
          reader.skipValue();
        }
        reader.endObject();
      } else {
        reader.skipValue();
      }
    }
  }
}
