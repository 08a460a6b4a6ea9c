package dev.reglogout.docs;

import dev.reglogout.real.RealPass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A key for pass, made once for all scenes; each has a store of its own. */
final class SharedPass {
  private static RealPass pass;

  private SharedPass() {}

  /** Makes an empty store, and returns the variables by which it is found. */
  static synchronized Map<String, String> environment(Path store) {
    try {
      if (pass == null) {
        pass = make();
      }
      Files.createDirectory(store);
      Files.copy(pass.storeDirectory().resolve(".gpg-id"), store.resolve(".gpg-id"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("GNUPGHOME", pass.environment().get("GNUPGHOME"));
    environment.put("PASSWORD_STORE_DIR", store.toString());
    return environment;
  }

  private static RealPass make() throws IOException {
    Path directory = Files.createTempDirectory("reglogout-pass-");
    RealPass made = RealPass.create(directory);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  made.close();
                  Scene.delete(directory);
                }));
    return made;
  }
}
