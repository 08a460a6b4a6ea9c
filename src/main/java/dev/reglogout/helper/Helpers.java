package dev.reglogout.helper;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The helpers of one run: one store for each name, however many files name it. */
public final class Helpers {
  private final Environment environment;
  private final HelperPath path;
  private final Duration limit;
  private final OutputStream stderr;
  private final StopSignal stop;
  private final Observer observer;
  private final Map<String, HelperStore> stores = new LinkedHashMap<>();
  private Optional<HelperStore> platformDefault; // null before it was looked for

  /**
   * Creates the helpers that can be found in an environment.
   *
   * @param limit of one call
   * @param stderr where the helpers' stderr is passed on to, or null
   */
  public Helpers(
      Environment environment,
      Duration limit,
      OutputStream stderr,
      StopSignal stop,
      Observer observer) {
    this.environment = environment;
    this.path = new HelperPath(environment);
    this.limit = limit;
    this.stderr = stderr;
    this.stop = stop;
    this.observer = observer;
  }

  /** Returns the helper of a name; whether it is installed shows when it is called. */
  public synchronized HelperStore named(String name) {
    return stores.computeIfAbsent(
        name, n -> new HelperStore(new HelperName(n), onCall(n), observer, healthCheck(n)));
  }

  /**
   * Returns where the program of a helper is.
   *
   * @throws StoreException if there is none that can be executed
   */
  public Path find(String name) throws StoreException {
    return path.find(new HelperName(name));
  }

  /**
   * Returns the program of that name that docker finds first and refuses to start, because it is in
   * a relative or empty directory of {@code PATH}.
   */
  public Optional<Path> refusedByDocker(String name) {
    return path.refusedByDocker(new HelperName(name));
  }

  /** Returns other programs, with the same limit. */
  public OtherPrograms otherPrograms() {
    return new OtherPrograms(environment, path, limit, stop);
  }

  /** Returns how far the list of docker-credential-pass can be believed about a key. */
  public PassFolder passFolder(RegistryKey key) {
    try {
      return new PassStore(environment).folder(key);
    } catch (InvalidPathException e) {
      return PassFolder.NOT_KNOWN;
    }
  }

  private HealthCheck healthCheck(String name) {
    return switch (KnownHelper.of(name)) {
      case PASS -> new PassHealth(environment, otherPrograms());
      case SECRETSERVICE -> new SecretServiceHealth(environment, otherPrograms());
      default -> null;
    };
  }

  /**
   * Returns the same helpers for cleaning up: a signal of their own stops them, and one that hung
   * before is called again.
   */
  public Helpers stoppedBy(StopSignal other) {
    return new Helpers(environment, limit, stderr, other, observer);
  }

  /**
   * Returns the helper docker turns to where no file names one, if it is installed: osxkeychain,
   * wincred, on Linux pass if the program {@code pass} is there, else secretservice.
   */
  public synchronized Optional<HelperStore> platformDefault() {
    if (platformDefault == null) {
      platformDefault = findPlatformDefault();
    }
    return platformDefault;
  }

  private Optional<HelperStore> findPlatformDefault() {
    String name =
        switch (environment.os()) {
          case MACOS -> "osxkeychain";
          case WINDOWS -> "wincred";
          case LINUX -> path.has("pass") ? "pass" : "secretservice";
        };
    return path.has(new HelperName(name).program()) ? Optional.of(named(name)) : Optional.empty();
  }

  /** Looks the program up at the first call, and keeps what was found. */
  private HelperProgram onCall(String name) {
    return new HelperProgram() {
      private Path program;

      @Override
      public Reply run(String verb, String stdin) throws StoreException {
        return process().run(verb, stdin);
      }

      private synchronized HelperProgram process() throws StoreException {
        if (program == null) {
          HelperName helper = new HelperName(name);
          program = path.find(helper);
          observer.found(helper.program(), program);
        }
        return new HelperProcess(program, environment.forPrograms(), limit, stderr, stop);
      }
    };
  }
}
