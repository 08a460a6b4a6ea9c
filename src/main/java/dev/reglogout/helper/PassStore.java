package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Environment;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The password store of a user, as the program pass finds it. */
public final class PassStore {
  /** The folder below it that docker's helper uses. */
  private static final String FOLDER = "docker-credential-helpers";

  private final Environment environment;
  private final Path directory;

  /**
   * Finds the store by {@code PASSWORD_STORE_DIR}, else in the home directory.
   *
   * @throws java.nio.file.InvalidPathException if it has a name that Java cannot spell
   */
  public PassStore(Environment environment) {
    this.environment = environment;
    this.directory =
        environment
            .get("PASSWORD_STORE_DIR")
            .map(Path::of)
            .or(() -> environment.home().map(home -> home.resolve(".password-store")))
            .orElse(null);
  }

  /** Returns the directory it is in, whether there is one or not; null without a home. */
  public Path directory() {
    return directory;
  }

  /**
   * Returns the keys that entries are encrypted for, as they are named; none if {@code pass init}
   * was never run.
   *
   * @throws IOException if a file that would tell cannot be read
   */
  public List<String> keyIds() throws IOException {
    String named = environment.get("PASSWORD_STORE_KEY").orElse("");
    if (!named.isBlank()) {
      return List.of(named.strip().split("\\s+"));
    }
    if (directory == null) {
      return List.of();
    }
    for (Path folder : List.of(directory.resolve(FOLDER), directory)) {
      Path file = folder.resolve(".gpg-id");
      try {
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
          throw new FileSystemException(file.toString(), null, "it is no regular file");
        }
        List<String> ids = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(file); // perhaps not UTF-8
        for (String line : new String(bytes, UTF_8).lines().toList()) {
          String id = line.replaceFirst("#.*", "").strip();
          if (!id.isEmpty()) {
            ids.add(id);
          }
        }
        return ids;
      } catch (NoSuchFileException e) {
        // the folder above decides
      }
    }
    return List.of();
  }

  /**
   * Looks at the folder of a key.
   *
   * <p>The helper lists folders, each with the name of the first thing in it. What is a link it
   * passes over, and the user {@code team/robot} is a folder {@code team}; its {@code erase} takes
   * all there is.
   */
  public PassFolder folder(RegistryKey key) {
    if (directory == null) {
      return PassFolder.ABSENT;
    }
    String name = Base64.getUrlEncoder().encodeToString(key.text().getBytes(UTF_8));
    Path folder = directory.resolve(FOLDER).resolve(name);
    try {
      return entriesOf(folder);
    } catch (NoSuchFileException e) {
      return PassFolder.ABSENT;
    } catch (IOException | DirectoryIteratorException e) {
      return PassFolder.NOT_KNOWN;
    }
  }

  private static PassFolder entriesOf(Path folder) throws IOException {
    if (attributes(folder).isSymbolicLink()) {
      return PassFolder.LINKED;
    }
    int files = 0;
    boolean others = false;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        BasicFileAttributes attributes = attributes(entry);
        if (attributes.isSymbolicLink()) {
          return PassFolder.LINKED;
        }
        boolean file = attributes.isRegularFile() && entry.toString().endsWith(".gpg");
        files += file ? 1 : 0;
        others |= !file;
      }
    }
    return files == 1 && !others ? PassFolder.ONE_USER : PassFolder.SEVERAL_USERS;
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns whether changes go into a git repository, which forgets nothing. */
  public boolean isKeptInGit() {
    return directory != null
        && (exists(directory.resolve(".git")) || exists(directory.resolve(FOLDER).resolve(".git")));
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
