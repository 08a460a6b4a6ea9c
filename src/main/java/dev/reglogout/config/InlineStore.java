package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The entries of one login file. */
public final class InlineStore implements EntryStore {
  private static final byte[] NOTHING = {};

  private final LoginFile file;
  private final boolean withUsers;
  private final FileEditor editor;
  private byte[] lastBytes; // null before the file was read
  private LoginDocument last;
  private boolean cleared;
  private boolean exists;

  /**
   * Creates the store; nothing is read yet.
   *
   * @param withUsers whether entries are listed with their user names, and erased only while they
   *     are the same user's
   */
  public InlineStore(LoginFile file, boolean withUsers, StopSignal stop) {
    this(file, withUsers, new FileEditor(FileStep.Listener.NONE, stop));
  }

  InlineStore(LoginFile file, boolean withUsers, FileEditor editor) {
    this.file = file;
    this.withUsers = withUsers;
    this.editor = editor;
  }

  /** Returns which file it is. */
  public LoginFile file() {
    return file;
  }

  @Override
  public LoginDocument read() throws StoreException {
    Optional<byte[]> json = ConfigFile.read(file.path(), editor.listener());
    exists = json.isPresent();
    return parsed(json.orElse(NOTHING));
  }

  /** Returns whether the file was there when it was last read. */
  public boolean exists() {
    return exists;
  }

  /** A file that is as it was when it was last read is not parsed again. */
  private LoginDocument parsed(byte[] json) throws StoreException {
    if (last == null || !Arrays.equals(lastBytes, json)) {
      last = file.format().read(file.path(), json, withUsers);
      lastBytes = json;
    }
    return last;
  }

  /** Returns why the file cannot be changed, if that can be told without changing it. */
  public Optional<StoreException> writeProblem() {
    return FileEditor.problemOf(file.path());
  }

  /**
   * Returns the entries of the file as it is now.
   *
   * @throws StoreException if it cannot be read
   */
  public List<Entry> list() throws StoreException {
    LoginDocument document = read();
    if (document.entriesProblem().isPresent()) {
      throw document.entriesProblem().get();
    }
    return document.entries();
  }

  /**
   * Returns the secrets the file now holds under a key; never to be shown.
   *
   * @throws StoreException if it cannot be read
   */
  public List<String> secrets(RegistryKey key) throws StoreException {
    return read().secrets(key);
  }

  @Override
  public List<Entry> cut(Collection<Entry> entries) throws StoreException {
    List<Entry> cut = new ArrayList<>();
    EntryMatcher matcher = new EntryMatcher(entries, withUsers);
    cleared = true; // an edit does so first of all
    editor.edit(
        file.path(),
        json -> {
          cut.clear();
          LoginDocument document = parsed(json);
          for (Entry entry : document.entries()) {
            Entry found = matcher.find(entry);
            if (found != null) {
              cut.add(found);
            }
          }
          return document.without(cut);
        });
    return cut;
  }

  /**
   * Deletes what killed runs have left beside the file, for it may hold what the file does not any
   * more. Where nothing is, the directory is looked at, and no more.
   */
  public void clearLeftovers() {
    if (!cleared) {
      cleared = true;
      editor.clearLeftovers(file.path());
    }
  }

  /** Cuts entries in one write, and returns the outcome of each in their order. */
  public List<Outcome> erase(List<Entry> entries) {
    List<Outcome> outcomes = new ArrayList<>(entries.size());
    try {
      EntryMatcher cut = new EntryMatcher(cut(entries), withUsers);
      for (Entry entry : entries) {
        outcomes.add(cut.matches(entry) ? Outcome.erased(false) : Outcome.absent(false));
      }
    } catch (StoreException e) {
      for (int i = 0; i < entries.size(); i++) {
        outcomes.add(e.asOutcome());
      }
    }
    return outcomes;
  }
}
