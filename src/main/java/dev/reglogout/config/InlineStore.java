package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The entries in the {@code auths} of one config file. */
public final class InlineStore implements CredentialStore {
  private final ConfigLocation location;
  private final boolean withUsers;
  private final FileEditor editor;
  private ConfigDocument last; // null before the file was read

  /**
   * Creates the store; nothing is read yet.
   *
   * @param withUsers whether entries are listed with their user names, and erased only while they
   *     are the same user's
   */
  public InlineStore(ConfigLocation location, boolean withUsers, StopSignal stop) {
    this(location, withUsers, new FileEditor(FileStep.Listener.NONE, stop));
  }

  InlineStore(ConfigLocation location, boolean withUsers, FileEditor editor) {
    this.location = location;
    this.withUsers = withUsers;
    this.editor = editor;
  }

  @Override
  public String name() {
    return location.path().toString();
  }

  @Override
  public Kind kind() {
    return Kind.INLINE;
  }

  /** Returns where the file is. */
  public ConfigLocation location() {
    return location;
  }

  /**
   * Returns whether it is podman's file, in which a registry's namespaces have keys of their own.
   */
  public boolean isPodmans() {
    return location.owner() == ConfigLocation.Owner.PODMAN;
  }

  /**
   * Reads the file as it is now.
   *
   * @throws StoreException if it cannot be read, or is not strict JSON
   */
  public ConfigDocument read() throws StoreException {
    Optional<byte[]> json = ConfigFile.read(location.path(), editor.listener());
    return json.isEmpty() ? ConfigDocument.EMPTY : parsed(json.get());
  }

  /** A file that is as it was when it was last read is not parsed again. */
  private ConfigDocument parsed(byte[] json) throws StoreException {
    ConfigDocument known = last;
    if (known == null || !Arrays.equals(known.json(), json)) {
      known = ConfigDocument.parse(location.path(), json);
      last = known;
    }
    return known;
  }

  @Override
  public List<Entry> list() throws StoreException {
    ConfigDocument document = read();
    if (document.authsProblem().isPresent()) {
      throw document.authsProblem().get();
    }
    return entries(document);
  }

  /** Returns the entries of a document as this store lists them. */
  public List<Entry> entries(ConfigDocument document) {
    return document.entries(withUsers);
  }

  /**
   * Returns the secrets the file now holds under a key; never to be shown.
   *
   * @throws StoreException if it cannot be read
   */
  public List<String> secrets(RegistryKey key) throws StoreException {
    return read().secrets(key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>All are cut in one write; what is cut is looked for anew under the lock, and every member
   * with the key goes. One that is another user's by then stays, and is not told as erased.
   */
  @Override
  public List<Outcome> erase(List<Entry> entries) {
    Map<RegistryKey, Entry> wanted = new HashMap<>();
    entries.forEach(entry -> wanted.put(entry.key(), entry));
    Set<RegistryKey> cut = new HashSet<>();
    try {
      editor.edit(
          location.path(),
          json -> {
            cut.clear();
            ConfigDocument document = parsed(json);
            for (Entry entry : entries(document)) {
              Entry asked = wanted.get(entry.key());
              if (asked != null && Objects.equals(asked.user(), entry.user())) {
                cut.add(entry.key());
              }
            }
            return document.cut(cut::contains);
          });
    } catch (StoreException e) {
      return entries.stream().map(entry -> e.asOutcome()).toList();
    }
    return entries.stream()
        .map(entry -> cut.contains(entry.key()) ? Outcome.erased(false) : Outcome.absent(false))
        .toList();
  }
}
