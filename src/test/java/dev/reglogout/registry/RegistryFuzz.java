package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

/** Reads registries and keys made of pieces that mean something to a parser. */
public final class RegistryFuzz {
  private static final String PASSWORD = "Pa55WoRd";

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
    "u:",
    ",",
    "*",
    "\u3164",
    "http://https://",
    "[ghcr.io]",
    "image:tag",
    "@sha256:0123456789abcdef0123456789abcdef"
  };
  private final Random random;
  private long registries;

  /** Creates a fuzz that does the same for the same seed. */
  public RegistryFuzz(long seed) {
    random = new Random(seed);
  }

  /** Returns how many texts were taken for a registry so far. */
  public long registries() {
    return registries;
  }

  /** Reads a text: it is a registry that knows itself, or is refused. */
  public void readOne() {
    String server = text(1 + random.nextInt(9));
    Registry registry = parsed(server);
    if (registry == null) {
      return;
    }
    registries++;
    String given = registry.given().orElseThrow();
    assertEquals(registry.identity(), Registry.parse(registry.identity()).identity(), server);
    assertEquals(registry.withoutPath(), Registry.parse(registry.canonicalKey()), server);
    assertTrue(RegistryKey.of(given).belongsTo(registry), server);
    assertTrue(RegistryKey.of(registry.canonicalKey()).belongsTo(registry), server);
    for (String candidate : Request.of(registry).candidateKeys(List.of(server))) {
      assertTrue(RegistryKey.of(candidate).belongsTo(registry), server + " gives " + candidate);
    }
  }

  /** Reads a text with a password in it, which no refusal and no masked key repeats. */
  public void maskOne() {
    String server =
        text(random.nextInt(3))
            + "u:"
            + text(random.nextInt(3)).replaceFirst("^/+", "") // u:// is no user
            + PASSWORD
            + text(random.nextInt(3))
            + "@"
            + text(random.nextInt(4));
    try {
      Registry.parse(server);
    } catch (InvalidRegistryException e) {
      assertFalse(e.getMessage().contains(PASSWORD), e.getMessage());
    }
    RegistryKey key = RegistryKey.of(server);
    assertFalse(key.masked().contains(PASSWORD), server);
    assertFalse(Registry.of(key).displayName().contains(PASSWORD), server);
    assertEquals(server, key.text());
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

  private String text(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
