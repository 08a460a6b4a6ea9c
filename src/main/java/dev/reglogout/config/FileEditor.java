package dev.reglogout.config;

import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Takes spans out of a file: by putting a new file in its place, or, where that cannot be, by
 * writing blanks over them.
 *
 * <p>Links stay links. What another program wrote since the file was read is never written over, as
 * far as a comparison right before the change can see.
 */
final class FileEditor {
  /** How often a file may change under our hands before we give up. */
  private static final int TRIES = 20;

  private final FileStep.Listener listener;
  private final StopSignal stop;

  FileEditor(FileStep.Listener listener, StopSignal stop) {
    this.listener = listener;
    this.stop = stop;
  }

  FileStep.Listener listener() {
    return listener;
  }

  /** Chooses what to change in the bytes that are in the file now; none if it is gone. */
  @FunctionalInterface
  interface Choice {
    /** Returns the edit; an empty one leaves the file as it is. */
    Edit of(byte[] json) throws StoreException;
  }

  /**
   * Edits a file under its lock; the choice is made anew each time the file has changed.
   *
   * @throws StoreException if it cannot be done; the file is then as it was
   */
  void edit(Path path, Choice choice) throws StoreException {
    Path target;
    try {
      target = path.toRealPath();
    } catch (NoSuchFileException e) {
      return; // it is gone, and so is all that was in it
    } catch (IOException e) {
      throw FileCause.of(e).asException("it cannot be found");
    }
    boolean done = stop.tidily(() -> editUnderLock(target, choice));
    if (!done) {
      throw new StoreException(
          "config-busy",
          "another program keeps changing it",
          "stop that program, or run it again later");
    }
  }

  private boolean editUnderLock(Path target, Choice choice) throws StoreException {
    try (ConfigLock lock = ConfigLock.of(target, listener)) {
      for (int tries = 0; tries < TRIES; tries++) {
        byte[] json = ConfigFile.read(target, listener).orElse(new byte[0]);
        Edit edit = choice.of(json);
        if (edit.isEmpty() || stop.step(() -> change(target, json, edit, lock.isHeld()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns false if the file was changed by somebody else meanwhile; nothing was written then. */
  private boolean change(Path target, byte[] json, Edit edit, boolean locked)
      throws StoreException {
    Replacement replacement = new Replacement(target, listener, locked);
    FileTraits traits = null;
    IOException cause;
    try {
      traits = FileTraits.of(target);
      if (traits.names() == 1) {
        return replacement.put(json, edit.applyTo(json), traits);
      }
      cause = null; // a new file would leave the secret under the other names
    } catch (IOException e) {
      cause = e;
    }
    try {
      return new InPlaceCut(target, listener).make(json, edit);
    } catch (IOException e) {
      if (cause instanceof Replacement.OwnerException) {
        try {
          return replacement.put(json, edit.applyTo(json), traits.ofOurOwn());
        } catch (IOException last) {
          e.addSuppressed(last);
        }
      }
      throw FileCause.of(cause == null ? e : cause).asException("it cannot be written");
    }
  }

  /** Returns whether a file holds exactly these bytes. */
  static boolean holds(Path path, byte[] json) throws IOException {
    try {
      return Files.size(path) == json.length && Arrays.equals(Files.readAllBytes(path), json);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
