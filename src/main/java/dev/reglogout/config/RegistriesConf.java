package dev.reglogout.config;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the helpers that podman, buildah and skopeo ask for every registry: {@code
 * credential-helpers} in {@code registries.conf}.
 *
 * <p>As containers/image reads them (pkg/sysregistriesv2): the file that a variable names, else the
 * user's, else the system's; then the drop-ins of the system and of the user, each in the order of
 * their names. The last that sets the member counts.
 */
public final class RegistriesConf {
  /** What stands in the list for the file with logins itself. */
  private static final String FILE_ITSELF = "containers-auth.json";

  private static final String MAIN = "registries.conf";
  private static final String DROP_INS = "registries.conf.d";
  private static final String USERS = ".config/containers"; // whatever XDG_CONFIG_HOME says

  private final Environment environment;
  private final Path system;

  /** Prepares to read the files of a system. */
  public RegistriesConf(Environment environment) {
    this(environment, Path.of("/etc/containers"));
  }

  RegistriesConf(Environment environment, Path system) {
    this.environment = environment;
    this.system = system;
  }

  /**
   * Returns the helpers that are named, without the word for the file with logins itself.
   *
   * @throws StoreException if a file that podman would read cannot be read or understood
   */
  public List<Binding> bindings() throws StoreException {
    Path last = null;
    List<String> helpers = List.of();
    for (Path file : files()) {
      List<String> set = read(file);
      if (set != null) {
        last = file;
        helpers = set;
      }
    }
    List<Binding> bindings = new ArrayList<>();
    for (String helper : helpers) {
      if (!helper.equals(FILE_ITSELF)) {
        bindings.add(new Binding(helper, null, "credential-helpers in " + last));
      }
    }
    return bindings;
  }

  private List<Path> files() throws StoreException {
    Path home = NamedPath.home(environment);
    Path users = home == null ? null : home.resolve(USERS);
    List<Path> files = new ArrayList<>();
    Path named = NamedPath.variable(environment, "CONTAINERS_REGISTRIES_CONF");
    if (named == null) {
      named = NamedPath.variable(environment, "REGISTRIES_CONFIG_PATH");
    }
    if (named != null) {
      files.add(named);
    } else if (users != null && mayBeThere(users.resolve(MAIN))) {
      files.add(users.resolve(MAIN));
    } else {
      files.add(system.resolve(MAIN));
    }
    addDropIns(system.resolve(DROP_INS), files);
    if (users != null) {
      addDropIns(users.resolve(DROP_INS), files);
    }
    return files;
  }

  private static boolean mayBeThere(Path file) {
    try {
      Files.readAttributes(file, "size");
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void addDropIns(Path directory, List<Path> files) throws StoreException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(directory, "*.conf")) {
      for (Path file : each) {
        found.add(file);
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw problem(directory, FileCause.of(e).asException("it cannot be read").getMessage());
    }
    Collections.sort(found);
    files.addAll(found);
  }

  /** Returns the helpers that a file sets, or null if it sets none. */
  private static List<String> read(Path file) throws StoreException {
    try {
      Optional<byte[]> bytes = ConfigFile.read(file, FileStep.Listener.NONE);
      return bytes.isEmpty() ? null : TomlTexts.of(bytes.get(), "credential-helpers");
    } catch (StoreException | ParseException e) {
      throw problem(file, e.getMessage());
    }
  }

  private static StoreException problem(Path file, String why) {
    return new StoreException(
        "registries-conf-unreadable",
        "cannot tell which helpers podman asks: " + file + ": " + why,
        "correct the file, and run it again");
  }
}
