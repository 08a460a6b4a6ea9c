package dev.reglogout.real;

import java.nio.file.Path;
import java.util.Map;

/** A private password store with a key of its own, for docker-credential-pass. */
public final class RealPass implements AutoCloseable {

  private static final String HELPER = "docker-credential-pass";

  /** Ends gpg-agent, which outlives every gpg, and deletes the GNUPGHOME. */
  private static final String CLEAN_UP =
      """
      cat > /dev/null
      agent=$(gpg-connect-agent --no-autostart 'GETINFO pid' /bye | sed -n 's/^D //p')
      gpgconf --kill all
      gpgconf --remove-socketdir
      tries=0
      while [ -n "$agent" ] && [ -e "/proc/$agent/exe" ] && [ $tries -lt 1000 ]; do
        sleep 0.01
        tries=$((tries + 1))
      done
      rm -rf "$1"
      """;

  private final Map<String, String> environment;
  private final Path storeDirectory;
  private final Process keeper;

  private RealPass(Map<String, String> environment, Path storeDirectory, Process keeper) {
    this.environment = environment;
    this.storeDirectory = storeDirectory;
    this.keeper = keeper;
  }

  /** Makes a key without a passphrase and an empty store encrypted for it, in a directory. */
  public static RealPass create(Path directory) {
    RealHelpers.require(HELPER, "pass", "gpg", "gpgconf");
    Path storeDirectory = directory.resolve("password-store").toAbsolutePath();
    Map<String, String> environment = uninitialised(directory);
    Path gnupgHome = RealHelpers.temporaryDirectory();
    environment.put("GNUPGHOME", gnupgHome.toString());
    environment.put("PASSWORD_STORE_DIR", storeDirectory.toString());
    Process keeper = RealHelpers.keeper(environment, CLEAN_UP, gnupgHome);
    RealPass pass = new RealPass(Map.copyOf(environment), storeDirectory, keeper);
    try {
      pass.check("gpg --batch --passphrase= --quick-gen-key t future-default default never");
      pass.check("pass init t");
      return pass;
    } catch (RuntimeException | Error e) {
      pass.close();
      throw e;
    }
  }

  /** Makes the environment of a user who never ran {@code pass init}. */
  public static Map<String, String> uninitialised(Path directory) {
    return RealHelpers.environment(directory.resolve("home").toAbsolutePath());
  }

  /** The whole environment in which the helper finds this store. */
  public Map<String, String> environment() {
    return environment;
  }

  /** The folder with {@code docker-credential-helpers/<base64url of the key>/<user>.gpg}. */
  public Path storeDirectory() {
    return storeDirectory;
  }

  /** Stores a credential through the helper. */
  public void store(String key, String user, String secret) {
    RealHelpers.store(environment, HELPER, key, user, secret);
  }

  /** Asks the helper what the store holds, user by key. */
  public Map<String, String> list() {
    return RealHelpers.list(environment, HELPER);
  }

  @Override
  public void close() {
    RealHelpers.release(keeper);
  }

  private void check(String command) {
    RealHelpers.check(environment, "", command.split(" "));
  }
}
