package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RegistryFuzzTest {
  private static final String[] PIECES = {
    "a",
    "Z",
    "9",
    "0",
    "-",
    ".",
    "_",
    ":",
    "/",
    "//",
    "://",
    "@",
    "?",
    "#",
    "%",
    "[",
    "]",
    "[::1]",
    "::",
    "\\",
    "\"",
    "'",
    "é",
    "\ud83d\ude00",
    "\ud83d",
    "\u0130",
    "\u00a0",
    " ",
    "\t",
    "\n",
    "\0",
    "\u001b",
    "\u200b",
    "https://",
    "http:",
    "ghcr.io",
    "docker.io",
    "index.docker.io",
    "/v1/",
    "/v2",
    "access-token",
    ":443",
    ":80",
    ":65535",
    ":65536",
    "team",
    "u:"
  };

  @Test
  void anyTextIsARegistryThatKnowsItselfOrIsRefused() {
    Random random = new Random(42);
    int registries = 0;
    for (int i = 0; i < 100_000; i++) {
      String server = text(random, 1 + random.nextInt(9));
      Registry registry = parsed(server);
      if (registry == null) {
        continue;
      }
      registries++;
      String given = registry.given().orElseThrow();
      assertEquals(registry.identity(), Registry.parse(registry.identity()).identity(), server);
      assertEquals(registry.withoutNamespace(), Registry.parse(registry.canonicalKey()), server);
      assertTrue(RegistryKey.of(given).belongsTo(registry), server);
      assertTrue(RegistryKey.of(registry.canonicalKey()).belongsTo(registry), server);
      for (String candidate : registry.candidateKeys()) {
        assertTrue(RegistryKey.of(candidate).belongsTo(registry), server + " gives " + candidate);
      }
    }
    assertTrue(registries > 10_000, registries + " registries are too few to prove anything");
  }

  @Test
  void aRefusalNeverRepeatsAPassword() {
    Random random = new Random(42);
    String password = "Pa55WoRd";
    for (int i = 0; i < 100_000; i++) {
      String server =
          text(random, random.nextInt(3))
              + "u:"
              + text(random, random.nextInt(3)).replaceFirst("^/+", "") // u:// is no user
              + password
              + text(random, random.nextInt(3))
              + "@"
              + text(random, random.nextInt(4));
      try {
        Registry.parse(server);
      } catch (InvalidRegistryException e) {
        assertFalse(e.getMessage().contains(password), e.getMessage());
      }
      assertFalse(RegistryKey.of(server).masked().contains(password), server);
    }
  }

  /** Returns the registry, or null if the text is refused. */
  private static Registry parsed(String server) {
    try {
      return Registry.parse(server);
    } catch (InvalidRegistryException e) {
      assertFalse(e.getMessage().isBlank());
      return null;
    }
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
