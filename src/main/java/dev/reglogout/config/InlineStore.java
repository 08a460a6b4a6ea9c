package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entries in the {@code auths} of one config file. */
public final class InlineStore implements CredentialStore {
  private final ConfigLocation location;
  private final FileEditor editor;

  /** Creates the store; nothing is read yet. */
  public InlineStore(ConfigLocation location, StopSignal stop) {
    this(location, new FileEditor(FileStep.Listener.NONE, stop));
  }

  InlineStore(ConfigLocation location, FileEditor editor) {
    this.location = location;
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
    return json.isEmpty()
        ? ConfigDocument.EMPTY
        : ConfigDocument.parse(location.path(), json.get());
  }

  @Override
  public List<Entry> list() throws StoreException {
    ConfigDocument document = read();
    if (document.authsProblem().isPresent()) {
      throw document.authsProblem().get();
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

  /**
   * {@inheritDoc}
   *
   * <p>All are cut in one write; what is cut is looked for anew under the lock, and every member
   * with the key goes.
   */
  @Override
  public List<Outcome> erase(List<Entry> entries) {
    Set<RegistryKey> wanted = new HashSet<>();
    entries.forEach(entry -> wanted.add(entry.key()));
    Set<RegistryKey> cut = new HashSet<>();
    try {
      editor.edit(
          location.path(),
          json -> {
            cut.clear();
            ConfigDocument document = ConfigDocument.parse(location.path(), json);
            document.entries().forEach(entry -> cut.add(entry.key()));
            cut.retainAll(wanted);
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
