package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Logouts from a directory whose owner swaps files all the time to be given another's. */
public final class DirectoryRace {
  private static final int ATTACKER = 12345;
  private static final int LIMIT_SECONDS = 60;
  private static final String MARK = "bXktb3du"; // in no file but our own
  private static final String OURS =
      "{\"auths\": {\"a\": {\"auth\": \"c2VjcmV0\"}, \"mine\": {\"auth\": \"" + MARK + "\"}}}";

  /** What the owner of the directory does in a loop. */
  public enum Attack {
    /** Puts a link to our file in the place of any new one. */
    LINK_FOR_NEW_FILE("a link to our file in the place of the new file"),
    /** Puts our own private file, by another name of it, in the place of any new one. */
    FILE_FOR_NEW_FILE("a private file of ours in the place of the new file"),
    /** Exchanges the config file with a link to ours, and back. */
    LINK_FOR_CONFIG("a link to our config in the place of theirs, and back"),
    /** Exchanges the config file with a pipe, and back. */
    PIPE_FOR_CONFIG("a pipe in the place of their config, and back");

    private final String words;

    Attack(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final Path root;
  private final Path directory;
  private final Path precious;
  private final Attack attack;
  private final boolean weAreRoot;
  private long swaps;
  private int erased;

  /** Prepares the directory; it is another user's if we are root, else one that all may write. */
  public DirectoryRace(Path root, Attack attack) throws IOException {
    this.root = root;
    this.attack = attack;
    directory = Files.createDirectory(root.resolve("docker"));
    precious = root.resolve("precious");
    weAreRoot = Surroundings.ourUid() == 0;
    if (weAreRoot) {
      Files.setAttribute(directory, "unix:uid", ATTACKER);
    } else {
      Files.setAttribute(directory, "unix:mode", 0777);
    }
  }

  /** Returns how often something was swapped. */
  public long swaps() {
    return swaps;
  }

  /** Returns how many of the runs erased something in spite of it. */
  public int erased() {
    return erased;
  }

  /** Logs out once while it goes on; fails if the attacker was given anything, or we wait. */
  public void run() throws Exception {
    clear();
    Folder.write(precious, OURS);
    Files.setAttribute(precious, "unix:mode", 0600);
    Path config = directory.resolve("config.json");
    Path theirs = root.resolve("theirs");
    Folder.write(theirs, Folder.TWO);
    Files.setAttribute(theirs, "unix:mode", 0666);
    give(theirs);
    Files.copy(theirs, config, StandardCopyOption.COPY_ATTRIBUTES);
    AtomicBoolean end = new AtomicBoolean();
    CompletableFuture<Void> attacker = CompletableFuture.runAsync(() -> attack(end, theirs));
    try {
      CompletableFuture<Void> logout =
          CompletableFuture.runAsync(
              () -> {
                switch (Folder.erase(Folder.store(config, FileStep.Listener.NONE), "a").verdict()) {
                  case ERASED -> erased++;
                  default -> {}
                }
              });
      logout.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } finally {
      end.set(true);
      attacker.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
    check();
  }

  private void check() throws IOException {
    assertTrue(Files.readString(precious).equals(OURS), "our file was changed");
    FileTraits traits = FileTraits.of(precious);
    assertTrue(traits.mode() == 0600, "our file has another mode");
    assertTrue(traits.uid() == Surroundings.ourUid(), "our file has another owner");
    for (Path file : list()) {
      boolean link = Files.isSymbolicLink(file);
      FileTraits own = FileTraits.of(file);
      if (!link && own.regular() && !own.isSameFile(traits)) {
        assertTrue(!Files.readString(file).contains(MARK), "what is ours is in " + file);
      }
    }
  }

  private void attack(AtomicBoolean end, Path theirs) {
    try {
      Path config = directory.resolve("config.json");
      for (int i = 0; !end.get(); i++) {
        if (attack == Attack.LINK_FOR_CONFIG || attack == Attack.PIPE_FOR_CONFIG) {
          Path fresh = directory.resolve("fresh");
          Files.deleteIfExists(fresh);
          if (i % 2 == 0) {
            Files.copy(theirs, fresh, StandardCopyOption.COPY_ATTRIBUTES);
          } else if (attack == Attack.LINK_FOR_CONFIG) {
            Files.createSymbolicLink(fresh, precious);
          } else {
            SharedDirectoryTest.makePipe(fresh);
          }
          give(fresh);
          Files.move(fresh, config, StandardCopyOption.ATOMIC_MOVE);
          swaps++;
        } else {
          swapNewFiles();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void swapNewFiles() throws IOException {
    String[] names = directory.toFile().list();
    for (String name : names) {
      if (name.endsWith(".tmp")) {
        Path bait = root.resolve("bait");
        Files.deleteIfExists(bait);
        if (attack == Attack.LINK_FOR_NEW_FILE) {
          Files.createSymbolicLink(bait, precious);
        } else {
          Files.createLink(bait, precious);
        }
        Files.move(bait, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        swaps++;
      }
    }
    if (names.length > 0) {
      swaps++;
    }
  }

  private void give(Path path) throws IOException {
    if (weAreRoot) {
      Files.setAttribute(path, "unix:uid", ATTACKER, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private void clear() throws IOException {
    for (Path file : list()) {
      Files.delete(file);
    }
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }
}
