package dev.reglogout.doctor;

import dev.reglogout.helper.OtherPrograms;
import dev.reglogout.helper.Reply;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks gpg about keys, and changes nothing: no file is made, no lock, no agent is started.
 *
 * <p>gpg left to itself makes a keyring, a trust database and locks wherever it looks. So it is run
 * only where a keyring is, without locks, and without its trust model. How far a key is trusted is
 * not told, then. To list secret keys gpg asks its agent; where none runs, the agent's own files
 * are looked for: {@code private-keys-v1.d/KEYGRIP.key}.
 */
final class GpgKeys {
  /** The fields of {@code --with-colons}, counted from 0. */
  private static final int VALIDITY = 1;

  private static final int GRIP = 9;
  private static final int CAPABILITIES = 11;

  private static final List<String> HARMLESS =
      List.of(
          "--no-options",
          "--batch",
          "--no-tty",
          "--no-autostart",
          "--lock-never",
          "--no-auto-check-trustdb",
          "--trust-model",
          "always",
          "--with-colons");

  private final Environment environment;
  private final OtherPrograms programs;
  private final String gpg;

  GpgKeys(Environment environment, OtherPrograms programs) {
    this.environment = environment;
    this.programs = programs;
    this.gpg = programs.has("gpg2") ? "gpg2" : "gpg"; // as pass chooses
  }

  /**
   * Says what is wrong with the keys that a password store is encrypted for; nothing where keyboxd
   * keeps them, and on Windows without GNUPGHOME, where gpg alone knows the place.
   *
   * @param ids fingerprints, numbers or user names; at least one
   */
  void examine(List<String> ids, HelperFindings findings) {
    Path home = home();
    if (!programs.has(gpg)) {
      findings.problem("gpg-missing", "the program gpg, which pass calls, is not on PATH");
    } else if (home != null && hasKeyring(home)) {
      try {
        examine(ids, home, findings);
      } catch (StoreException e) {
        findings.warning("its key could not be checked: gpg: ", e);
      }
    } else if (environment.os() != Os.WINDOWS && (home == null || !hasKeyDaemon(home))) {
      findings.problem("gpg-no-secret-key", noKey(ids.get(0)));
    }
  }

  private void examine(List<String> ids, Path home, HelperFindings findings) throws StoreException {
    boolean secret = false;
    List<String> unusable = new ArrayList<>();
    for (String id : ids) {
      List<String[]> lines = list(id, "--list-keys", "--with-keygrip");
      secret |= hasSecretKey(id, lines, home);
      String fault = fault(id, lines);
      if (fault != null) {
        unusable.add(fault);
      }
    }
    if (!secret) {
      findings.problem(
          "gpg-no-secret-key",
          unusable.isEmpty()
              ? "the secret key of %s, which its store is encrypted for, is not here"
                  .formatted(ids.get(0))
              : unusable.get(0));
    } else if (!unusable.isEmpty()) {
      findings.problem("gpg-key-unusable", unusable.get(0));
    }
  }

  /** Returns why nothing can be encrypted for a key, or null. */
  private static String fault(String id, List<String[]> lines) {
    String fault = noKey(id);
    for (String[] line : lines) {
      if (line[0].equals("pub")) {
        if (field(line, CAPABILITIES).contains("E")) { // of the whole key, if it is still good
          return null;
        }
        String state =
            switch (field(line, VALIDITY)) {
              case "e" -> "has expired";
              case "r" -> "is revoked";
              default -> "cannot encrypt";
            };
        fault = "the key %s, which its store is encrypted for, %s".formatted(id, state);
      }
    }
    return fault;
  }

  private boolean hasSecretKey(String id, List<String[]> lines, Path home) throws StoreException {
    for (String[] line : lines) {
      if (line[0].equals("grp")
          && Files.exists(home.resolve("private-keys-v1.d").resolve(field(line, GRIP) + ".key"))) {
        return true;
      }
    }
    return !list(id, "--list-secret-keys").isEmpty(); // a running agent's, perhaps on another host
  }

  private List<String[]> list(String id, String... command) throws StoreException {
    List<String> arguments = new ArrayList<>(HARMLESS);
    arguments.addAll(List.of(command));
    arguments.add("--");
    arguments.add(id);
    Reply reply = programs.run(gpg, arguments);
    return reply.exitCode() == 0
        ? reply.stdout().lines().map(line -> line.split(":", -1)).toList()
        : List.of(); // no such key
  }

  private Path home() {
    return environment
        .get("GNUPGHOME")
        .map(Path::of)
        .or(() -> environment.home().map(home -> home.resolve(".gnupg")))
        .orElse(null);
  }

  private static boolean hasKeyring(Path home) {
    return Files.exists(home.resolve("pubring.kbx")) || Files.exists(home.resolve("pubring.gpg"));
  }

  /** Returns whether keys are in the care of keyboxd, which would have to be started. */
  private static boolean hasKeyDaemon(Path home) {
    return Files.exists(home.resolve("public-keys.d"));
  }

  private static String noKey(String id) {
    return "the key %s, which its store is encrypted for, is not in the keyring of gpg"
        .formatted(id);
  }

  private static String field(String[] line, int index) {
    return index < line.length ? line[index] : "";
  }
}
