package dev.reglogout.helper;

import dev.reglogout.helper.StoreHealth.State;
import dev.reglogout.store.Environment;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;

/** Checks what docker-credential-pass rests on; its list works without any of it. */
final class PassHealth implements HealthCheck {
  private final Environment environment;
  private final OtherPrograms programs;

  PassHealth(Environment environment, OtherPrograms programs) {
    this.environment = environment;
    this.programs = programs;
  }

  @Override
  public StoreHealth check() {
    if (!programs.has("pass")) {
      return StoreHealth.of(
          State.NO_STORE,
          "pass-program-missing",
          "the program pass, which it calls, is not on PATH");
    }
    try {
      PassStore store = new PassStore(environment);
      return store.keyIds().isEmpty() ? notInitialized(store) : StoreHealth.OPEN;
    } catch (AccessDeniedException e) {
      return notReadable("permission-denied", e.getFile());
    } catch (IOException | InvalidPathException e) {
      return notReadable("file-error", e.getMessage());
    }
  }

  private static StoreHealth notInitialized(PassStore store) {
    return StoreHealth.of(
        State.NO_STORE,
        "pass-not-initialized",
        store.directory() == null
            ? "there is no password store, for want of a home directory"
            : "there is no password store: no .gpg-id names a key in " + store.directory());
  }

  private static StoreHealth notReadable(String reason, String what) {
    return StoreHealth.of(State.NOT_KNOWN, reason, "its store cannot be read: " + what);
  }
}
